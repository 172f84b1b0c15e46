import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRepository, type TestRepository } from '../adapters/git/make-repository.ts';
import { runCopydesk } from './run-copydesk.ts';

const path = 'draft/2026-03-11-this-week-in-rust.md';

/** A draft with these lines under Observations/Thoughts. */
function draftWith(...lines: readonly string[]): string {
  const head = [
    'Title: This Week in Rust 642',
    'Number: 642',
    'Date: 2026-03-11',
    '',
    '## Updates from Rust Community',
    '',
  ];
  return [...head, '### Observations/Thoughts', '', ...lines, '', '### Miscellaneous', ''].join('\n');
}

const old = '* [Borrowing without tears](https://ada.example/borrowing)';
const clean = '* [Threads, gently](https://cleo.example/threads)';
const dirty = '- [What Pin is for](https://ben.example/pin?utm_source=mail)';
/** An old slip, which is nobody's fault who comes later. */
const oldSlip = '* [Old](https://old.example/?utm_source=x)';

let place: TestRepository;

beforeAll(() => {
  place = makeRepository();
  place.commit({ [path]: draftWith(old, oldSlip), 'README.md': 'read me\n' });
  branch('dirty');
  place.commit({ [path]: draftWith(old, oldSlip, dirty) });
  branch('fine');
  place.commit({ [path]: draftWith(old, oldSlip, clean) });
});

afterAll(() => place.remove());

/** Starts a branch at main, with a clean work tree. */
function branch(name: string): void {
  place.git('clean', '--quiet', '-d', '--force');
  place.git('checkout', '--quiet', '--force', '-B', name, 'main');
}

/** Exit code and output of a check in text form. */
async function tell(...args: readonly string[]): Promise<string> {
  const { code, output, complaint } = await runCopydesk(place.folder, args);
  return `${output}${complaint}exit ${code}`;
}

interface Report {
  readonly submission: Readonly<
    Record<'added' | 'changed' | 'moved' | 'removed' | 'outside', readonly { readonly text: string }[]>
  >;
  readonly findings: readonly { readonly rule: string; readonly path: string; readonly startLine: number }[];
  readonly unreadable: readonly { readonly reason: string }[];
}

async function report(folder: string, ...args: readonly string[]): Promise<Report> {
  const { output } = await runCopydesk(folder, [...args, '--format', 'json', '--permission', 'read']);
  // The form of the output is documented in docs/cli.md, whose examples are tested.
  return JSON.parse(output) as Report;
}

/** `path:line rule` of each finding, and how many items there are of each kind. */
async function summarize(folder: string, ...args: readonly string[]): Promise<string> {
  const { submission, findings } = await report(folder, ...args);
  const counts = Object.entries(submission).map(([kind, items]) => `${items.length} ${kind}`);
  const lines = findings.map((finding) => `${finding.path}:${finding.startLine} ${finding.rule}`);
  return [counts.filter((count) => !count.startsWith('0')).join(', ') || 'nothing', ...lines].join('\n');
}

describe('a work tree', () => {
  test('clean work is clean, and old slips are not reported', async () => {
    branch('clean');
    place.write({ [path]: draftWith(old, oldSlip, clean) });
    expect(await tell('--base', 'main', '--permission', 'read')).toMatchInlineSnapshot(`
     "All clear (items: 1 added).
     exit 0"
    `);
  });

  test('committed, staged, unstaged and new files count alike', async () => {
    branch('states');
    place.commit({ [path]: draftWith(old, oldSlip, dirty) });
    place.write({ [path]: draftWith(old, oldSlip, dirty, '* [Two](https://two.example/?utm_source=x)') });
    place.git('add', path);
    place.write({
      [path]: draftWith(
        old,
        oldSlip,
        dirty,
        '* [Two](https://two.example/?utm_source=x)',
        '* [Three] (https://three.example/)',
      ),
      'draft/2026-03-18-this-week-in-rust.md': draftWith('* [Four](https://four.example/?utm_source=x)'),
    });
    expect(await summarize(place.folder, '--base', 'main')).toMatchInlineSnapshot(`
     "4 added, 1 outside
     draft/2026-03-11-this-week-in-rust.md:11 item-bullet
     draft/2026-03-11-this-week-in-rust.md:11 tracking-parameters
     draft/2026-03-11-this-week-in-rust.md:12 tracking-parameters
     draft/2026-03-11-this-week-in-rust.md:13 link-syntax
     draft/2026-03-18-this-week-in-rust.md:9 right-file
     draft/2026-03-18-this-week-in-rust.md:9 tracking-parameters"
    `);
  });

  test('what others added to the base meanwhile does not count', async () => {
    branch('behind');
    place.commit({ [path]: draftWith(old, oldSlip, clean) });
    place.git('branch', '--force', 'ahead', 'main');
    place.git('checkout', '--quiet', 'ahead');
    place.commit({ [path]: draftWith(dirty, old, oldSlip) });
    expect(await summarize(place.folder, '--base', 'ahead', '--head', 'behind')).toBe('1 added');
  });

  test('FILE limits the check, from wherever it is named', async () => {
    branch('limited');
    place.write({ [path]: draftWith(old, oldSlip, dirty), 'draft/2026-03-18-this-week-in-rust.md': draftWith(dirty) });
    const below = join(place.folder, 'draft');
    expect(await summarize(below, '2026-03-11-this-week-in-rust.md', '--base', 'main')).toMatchInlineSnapshot(`
     "1 added
     draft/2026-03-11-this-week-in-rust.md:11 item-bullet
     draft/2026-03-11-this-week-in-rust.md:11 tracking-parameters"
    `);
    place.write({ 'notes.md': 'new\n' });
    expect(await summarize(place.folder, 'README.md', 'notes.md', '--base', 'main')).toBe('nothing');
    expect(await tell('draft/typo.md', '--base', 'main')).toBe(
      'copydesk check: no such file on either side: draft/typo.md\nexit 2',
    );
    expect(await tell('../elsewhere.md', '--base', 'main')).toBe(
      'copydesk check: not in the repository: ../elsewhere.md\nexit 2',
    );
  });

  test('no newsletter file touched is said', async () => {
    branch('other');
    place.write({ 'README.md': 'changed\n' });
    expect(await tell('--base', 'main', '--permission', 'read')).toMatchInlineSnapshot(`
     "No newsletter file is touched: nothing to check.
     exit 0"
    `);
  });
});

describe('commits', () => {
  test('publishing a draft is no submission', async () => {
    branch('publish');
    place.commit({ [path]: null, 'content/2026-03-11-this-week-in-rust.md': draftWith(old, oldSlip) });
    expect(await summarize(place.folder, '--base', 'main', '--head', 'publish')).toBe('nothing');
  });

  test('a draft that moves out of the newsletter’s folders is removed, one that moves in is added', async () => {
    branch('away');
    place.commit({ [path]: null, 'attic/old.md': draftWith(old, oldSlip) });
    expect(await summarize(place.folder, '--base', 'main', '--head', 'away')).toContain('2 removed');
    place.git('checkout', '--quiet', 'away');
    place.git('checkout', '--quiet', '-B', 'back');
    place.commit({ 'attic/old.md': null, [path]: draftWith(old, oldSlip) });
    expect(await summarize(place.folder, '--base', 'away', '--head', 'back')).toContain('2 added');
  });

  test('CRLF: the item is found, and its place and fix are those of the text', async () => {
    branch('crlf');
    place.commit({ [path]: draftWith(old, oldSlip, dirty).replaceAll('\n', '\r\n') });
    expect(await tell('--base', 'main', '--head', 'crlf', '--permission', 'read')).toMatchInlineSnapshot(`
     "draft/2026-03-11-this-week-in-rust.md
       11:1 error The bullet is \`-\`: start the line with \`* \`, as the other items do.
            item-bullet https://github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md
       11:21 error The link tells where its readers came from: take the tracking parameter \`utm_source\` out.
            tracking-parameters https://github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md
          - - [What Pin is for](https://ben.example/pin?utm_source=mail)
          + * [What Pin is for](https://ben.example/pin)

     2 errors (items: 1 added).
     exit 1"
    `);
  });

  test.each([
    ['draft/with blank.md'],
    ['draft/"quoted".md'],
    ['draft/-dash.md'],
    ['draft/two\nlines.md'],
    ['draft/\u001B[31mred.md'],
    ['draft/a,b:c%d.md'],
  ])('a draft called %j', async (name) => {
    branch('named');
    place.commit({ [name]: draftWith('* [Pin](https://ben.example/pin?utm_source=mail)') });
    const revisions = ['--base', 'main', '--head', 'named', '--permission', 'read'];
    const { findings } = await report(place.folder, ...revisions);
    expect(new Set(findings.map((finding) => finding.path))).toEqual(new Set([name]));
    const [text, github] = [await tell(...revisions), await tell(...revisions, '--format', 'github')];
    expect(text + github).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F]/);
    expect(github.split('\n').filter((line) => line.startsWith('::'))).toHaveLength(findings.length);
  });

  test('words of outsiders cannot move the cursor or start a workflow command', async () => {
    branch('hostile');
    place.commit({
      [path]: draftWith(
        old,
        oldSlip,
        '* [Pin \u001B[2J\u202E](https://ben.example/?utm_source=\u001B[0m) ::error::x%0A::set',
      ),
    });
    const revisions = ['--base', 'main', '--head', 'hostile', '--permission', 'read'];
    expect(await tell(...revisions)).toMatchInlineSnapshot(`
     "draft/2026-03-11-this-week-in-rust.md
       11:3 warning There is text before the link (\`[Pin ⟨U+001B⟩\`): an item is one link, so move what matters into its title.
            item-form https://github.com/copydesk/copydesk/blob/main/docs/rules/item-form.md
       11:15 error The link tells where its readers came from: take the tracking parameter \`utm_source\` out.
            tracking-parameters https://github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md
       11:52 warning There is text after the link (\`::error::x%0A::set\`): an item is one link, so take it out.
            item-form https://github.com/copydesk/copydesk/blob/main/docs/rules/item-form.md
          - * [Pin ⟨U+001B⟩[2J⟨U+202E⟩](https://ben.example/?utm_source=⟨U+001B⟩[0m) ::error::x%0A::set
          + * [Pin ⟨U+001B⟩[2J⟨U+202E⟩](https://ben.example/)

     1 error, 2 warnings (items: 1 added).
     exit 1"
    `);
    expect(await tell(...revisions, '--format', 'github')).toMatchInlineSnapshot(`
     "::warning file=draft/2026-03-11-this-week-in-rust.md,line=11,endLine=11,col=3,endColumn=9,title=Copydesk%3A item-form::There is text before the link (\`[Pin ⟨U+001B⟩\`): an item is one link, so move what matters into its title. https://github.com/copydesk/copydesk/blob/main/docs/rules/item-form.md
     ::error file=draft/2026-03-11-this-week-in-rust.md,line=11,endLine=11,col=15,endColumn=51,title=Copydesk%3A tracking-parameters::The link tells where its readers came from: take the tracking parameter \`utm_source\` out. https://github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md
     ::warning file=draft/2026-03-11-this-week-in-rust.md,line=11,endLine=11,col=52,endColumn=71,title=Copydesk%3A item-form::There is text after the link (\`::error::x%250A::set\`): an item is one link, so take it out. https://github.com/copydesk/copydesk/blob/main/docs/rules/item-form.md
     1 error, 2 warnings (items: 1 added).
     exit 1"
    `);
  });

  test('a binary and an enormous draft are reported as unreadable', async () => {
    branch('unreadable');
    place.commit({ [path]: Buffer.from([0, 1, 2]), 'draft/big.md': 'x'.repeat(9_000_000) });
    const { unreadable } = await report(place.folder, '--base', 'main', '--head', 'unreadable');
    expect(unreadable.map(({ reason }) => reason).sort()).toEqual(['binary', 'too-large']);
  });

  test('SARIF', async () => {
    expect(await tell('--base', 'main', '--head', 'dirty', '--format', 'sarif')).toMatchInlineSnapshot(`
     "{
       "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
       "version": "2.1.0",
       "runs": [
         {
           "tool": {
             "driver": {
               "name": "Copydesk",
               "rules": [
                 {
                   "id": "item-bullet",
                   "helpUri": "https://github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md"
                 },
                 {
                   "id": "tracking-parameters",
                   "helpUri": "https://github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md"
                 }
               ]
             }
           },
           "columnKind": "utf16CodeUnits",
           "invocations": [
             {
               "executionSuccessful": true,
               "toolExecutionNotifications": [
                 {
                   "level": "note",
                   "message": {
                     "text": "Not checked: closed-section, right-file (what the author may do is not known here; say it with --permission)."
                   }
                 }
               ]
             }
           ],
           "results": [
             {
               "ruleId": "item-bullet",
               "ruleIndex": 0,
               "level": "error",
               "message": {
                 "text": "The bullet is \`-\`: start the line with \`* \`, as the other items do."
               },
               "locations": [
                 {
                   "physicalLocation": {
                     "artifactLocation": {
                       "uri": "draft/2026-03-11-this-week-in-rust.md",
                       "uriBaseId": "%SRCROOT%"
                     },
                     "region": {
                       "startLine": 11,
                       "startColumn": 1,
                       "endLine": 11,
                       "endColumn": 3
                     }
                   }
                 }
               ],
               "partialFingerprints": {
                 "copydesk/v1": "b401afbb7214c887"
               },
               "fixes": [
                 {
                   "artifactChanges": [
                     {
                       "artifactLocation": {
                         "uri": "draft/2026-03-11-this-week-in-rust.md",
                         "uriBaseId": "%SRCROOT%"
                       },
                       "replacements": [
                         {
                           "deletedRegion": {
                             "startLine": 11,
                             "startColumn": 1,
                             "endLine": 11,
                             "endColumn": 3
                           },
                           "insertedContent": {
                             "text": "* "
                           }
                         }
                       ]
                     }
                   ]
                 }
               ]
             },
             {
               "ruleId": "tracking-parameters",
               "ruleIndex": 1,
               "level": "error",
               "message": {
                 "text": "The link tells where its readers came from: take the tracking parameter \`utm_source\` out."
               },
               "locations": [
                 {
                   "physicalLocation": {
                     "artifactLocation": {
                       "uri": "draft/2026-03-11-this-week-in-rust.md",
                       "uriBaseId": "%SRCROOT%"
                     },
                     "region": {
                       "startLine": 11,
                       "startColumn": 21,
                       "endLine": 11,
                       "endColumn": 60
                     }
                   }
                 }
               ],
               "partialFingerprints": {
                 "copydesk/v1": "6f5d1cdc60db6b84"
               },
               "fixes": [
                 {
                   "artifactChanges": [
                     {
                       "artifactLocation": {
                         "uri": "draft/2026-03-11-this-week-in-rust.md",
                         "uriBaseId": "%SRCROOT%"
                       },
                       "replacements": [
                         {
                           "deletedRegion": {
                             "startLine": 11,
                             "startColumn": 44,
                             "endLine": 11,
                             "endColumn": 60
                           },
                           "insertedContent": {
                             "text": ""
                           }
                         }
                       ]
                     }
                   ]
                 }
               ]
             }
           ]
         }
       ]
     }
     exit 1"
    `);
  });
});

describe('a whole file', () => {
  test('counts as new, wherever it lies', async () => {
    branch('whole');
    mkdirSync(join(place.folder, 'notes'));
    writeFileSync(join(place.folder, 'notes/mine.md'), draftWith(old, dirty));
    expect(await tell('notes/mine.md')).toMatchInlineSnapshot(`
     "notes/mine.md
       10:1 error The bullet is \`-\`: start the line with \`* \`, as the other items do.
            item-bullet https://github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md
       10:21 error The link tells where its readers came from: take the tracking parameter \`utm_source\` out.
            tracking-parameters https://github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md
          - - [What Pin is for](https://ben.example/pin?utm_source=mail)
          + * [What Pin is for](https://ben.example/pin)

     2 errors (items: 2 added).
     Not checked: closed-section, right-file (what the author may do is not known here; say it with --permission).
     Not checked: right-file (which drafts are open is not known here; compare with a branch by --base).
     exit 1"
    `);
    expect(await summarize(place.folder, path)).toMatchInlineSnapshot(`
     "2 added, 1 outside
     draft/2026-03-11-this-week-in-rust.md:10 tracking-parameters"
    `);
  });
});

describe('many at once', () => {
  test('one answer a line, in order; a bad line is told and the rest goes on', async () => {
    const lines = [
      '{"base":"main","head":"dirty","author":"ben","permission":"read","date":"2026-03-05T10:00:00","more":1}',
      '{"base":"main","head":"fine"}',
      'not json',
      '',
      '[]',
      '{"base":"main"}',
      '{"base":"main","head":7}',
      '{"base":"main","head":"nowhere"}',
      '{"base":"main","head":"fine","permission":"root"}',
      '{"base":"main","head":"fine","date":"yesterday"}',
      '{"base":"main","head":"\u2028fine"}',
      '{"base":"main","head":"dirty"}',
    ];
    const { code, output } = await runCopydesk(place.folder, ['--batch'], lines.join('\n'));
    const answers = output
      .trimEnd()
      .split('\n')
      .map((line) => {
        const answer = JSON.parse(line) as Partial<Report> & { readonly error?: string };
        return (
          answer.error ?? `${answer.submission?.added.length ?? 0} added, ${answer.findings?.length ?? 0} findings`
        );
      });
    expect(answers.join('\n')).toMatchInlineSnapshot(`
     "1 added, 2 findings
     1 added, 0 findings
     not JSON
     not a JSON object
     head is missing
     head must be a string
     unknown revision: nowhere
     unknown permission: root (read or write)
     bad date: yesterday (YYYY-MM-DD)
     unknown revision: ⟨U+2028⟩fine
     1 added, 2 findings"
    `);
    expect(code).toBe(2);
  });

  test.each([
    ['dirty', 1],
    ['fine', 0],
  ])('%s ends with %i', async (head, code) => {
    const line = JSON.stringify({ base: 'main', head });
    expect((await runCopydesk(place.folder, ['--batch'], line)).code).toBe(code);
  });
});

describe('the command itself', () => {
  test.each<readonly [number, readonly string[]]>([
    [0, ['--base', 'main', '--head', 'fine']],
    [1, ['--base', 'main', '--head', 'dirty', '--format', 'json']],
    [2, ['--base', 'nowhere']],
    [2, ['--unknown']],
  ])('ends with %i after %j', (code, args) => {
    const program = fileURLToPath(new URL('../../src/cli/index.ts', import.meta.url));
    const run = spawnSync(process.execPath, [program, 'check', ...args], { cwd: place.folder, encoding: 'utf8' });
    expect(run.status).toBe(code);
    expect(code === 2 ? run.stdout : run.stderr).toBe('');
  });
});

describe('misuse is one line on standard error and exit code 2', () => {
  test.each<readonly [string, readonly string[]]>([
    ['nothing to check: name a FILE, or a revision with --base to check what was added since', []],
    ['--head needs --base: what is it compared with?', ['--head', 'main']],
    ['--repo needs --base: what is it compared with?', ['--repo', '.']],
    ['unknown revision: nowhere', ['--base', 'nowhere']],
    ['unknown revision: --output=x', ['--base', 'main', '--head=--output=x']],
    ['unknown revision: no⟨U+000A⟩where', ['--base', 'main', '--head', 'no\nwhere']],
    ['bad date: 2026-02-30 (YYYY-MM-DD)', ['--base', 'main', '--date', '2026-02-30']],
    ['bad date: 2026-02-20 or so (YYYY-MM-DD)', ['--base', 'main', '--date', '2026-02-20 or so']],
    ['unknown permission: admin (read or write)', ['--base', 'main', '--permission', 'admin']],
    ['unknown format: xml (one of text, json, sarif, github)', ['--base', 'main', '--format', 'xml']],
    ['--batch reads revisions from standard input: leave out FILE, --base and --head', ['--batch', '--base', 'main']],
    ['--batch writes JSON, not text', ['--batch', '--format', 'text']],
    ['cannot read missing.md (no such file)', ['missing.md']],
    ['cannot read draft (it is a folder)', ['draft']],
    ['cannot read /dev/zero (it is no regular file)', ['/dev/zero']],
    ['not a git repository: /', ['--repo', '/', '--base', 'main']],
    ['no such folder: /no⟨U+001B⟩[1m/where', ['--repo', '/no\u001B[1m/where', '--base', 'main']],
  ])('%s', async (reason, args) => {
    const run = await runCopydesk(place.folder, args);
    expect(run).toEqual({ code: 2, output: '', complaint: `copydesk check: ${reason}\n` });
  });

  test('without git there is a clear word', async () => {
    const run = await runCopydesk(place.folder, ['--base', 'main'], '', { PATH: '/nonexistent' });
    expect(run.complaint).toBe('copydesk check: git is not installed, or not in PATH\n');
  });

  test('a broken repository is told from an unknown revision', async () => {
    const broken = makeRepository();
    broken.commit({ [path]: draftWith(old) });
    rmSync(join(broken.folder, '.git/HEAD'));
    expect((await runCopydesk(broken.folder, ['--base', 'main'])).complaint).toBe(
      `copydesk check: not a git repository: ${broken.folder}\n`,
    );
    broken.remove();
  });
});
