import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeGitTrouble, type Outcome } from '../../../src/adapters/git/git-trouble.ts';
import { openRepository, type Repository } from '../../../src/adapters/git/open-repository.ts';
import { makeRepository, type TestRepository } from './make-repository.ts';

let place: TestRepository;
let repository: Repository;
const opened: Repository[] = [];

async function open(folder: string, variables: NodeJS.ProcessEnv = process.env): Promise<Repository> {
  const outcome = expectValue(await openRepository(folder, variables));
  opened.push(outcome);
  return outcome;
}

function expectValue<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(describeGitTrouble(outcome.trouble));
  return outcome.value;
}

function describeFailure(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'no failure' : describeGitTrouble(outcome.trouble);
}

/** `status path (← previous path): before → after`, a line each. */
async function tellChanges(from: string, to: string): Promise<string> {
  const entries = expectValue(await repository.listChanges(await treeOf(from), await treeOf(to)));
  const read = async (id: string | undefined): Promise<string> => {
    if (id === undefined) return '(none)';
    const blob = expectValue(await repository.readBlob(id));
    return blob.kind === 'text' ? showInvisible(JSON.stringify(blob.text.slice(0, 40))) : blob.kind;
  };
  const lines = entries.map(async ({ status, path, previousPath, before, after }) => {
    const from = previousPath === undefined ? '' : ` ← ${previousPath}`;
    return `${status} ${JSON.stringify(path)}${from}: ${await read(before?.id)} → ${await read(after?.id)}`;
  });
  return (await Promise.all(lines)).join('\n');
}

function showInvisible(text: string): string {
  return text.replace(/[\u2028\uFEFF]/g, (character) => `⟨${character.charCodeAt(0).toString(16)}⟩`);
}

async function treeOf(revision: string): Promise<string> {
  const commit = expectValue(await repository.resolveCommit(revision));
  return expectValue(await repository.readCommit(commit)).tree;
}

beforeAll(async () => {
  place = makeRepository();
  place.commit({ 'draft/one.md': 'a\n', 'README.md': 'read me\n' });
  repository = await open(place.folder);
});

afterEach(async () => {
  await Promise.all(opened.splice(1).map(async ({ close }) => close()));
});

afterAll(async () => {
  await repository.close();
  place.remove();
});

describe('revisions', () => {
  test.each([
    ['nowhere'],
    ['--all'],
    ['-1'],
    ['main; touch hacked'],
    ['main\nmain'],
    [''],
    ['HEAD:draft/one.md'],
    ['a'.repeat(40)],
  ])('%j is no commit', async (revision) => {
    expect(describeFailure(await repository.resolveCommit(revision))).toBe(`unknown revision: ${revision}`);
  });

  test('branches, tags and abbreviations are commits', async () => {
    const id = place.git('rev-parse', 'main');
    place.git('checkout', '--quiet', 'main');
    place.git('tag', '--annotate', '--message=first', 'v1');
    for (const revision of ['main', 'HEAD', 'v1', id, id.slice(0, 10), 'refs/heads/main']) {
      expect(expectValue(await repository.resolveCommit(revision))).toBe(id);
    }
  });

  test('the merge base is where the histories parted, wherever the branch went since', async () => {
    const parted = place.git('rev-parse', 'main');
    place.git('checkout', '--quiet', '-b', 'topic', 'main');
    place.commit({ 'draft/one.md': 'a\nb\n' });
    const head = expectValue(await repository.resolveCommit(place.commit({ 'draft/one.md': 'a\nb\nc\n' })));
    place.git('checkout', '--quiet', '-b', 'trunk', 'main');
    const base = expectValue(await repository.resolveCommit(place.commit({ 'draft/two.md': 'other\n' })));
    expect(expectValue(await repository.findMergeBase(base, head))).toBe(parted);
  });

  test('histories without a common commit have none', async () => {
    place.git('checkout', '--quiet', '--orphan', 'alone', 'main');
    const head = expectValue(await repository.resolveCommit(place.commit({ 'draft/one.md': 'z\n' })));
    const base = expectValue(await repository.resolveCommit('main'));
    expect(describeFailure(await repository.findMergeBase(base, head))).toBe(`no common history: ${base} and ${head}`);
  });
});

describe('changes', () => {
  test('texts come byte for byte, whatever the file is called', async () => {
    place.git('checkout', '--quiet', '-B', 'names', 'main');
    place.commit({
      'draft/with blank.md': 'crlf\r\nno end',
      'draft/"quotes" and \\.md': '\uFEFFbom\n',
      'draft/new\nline\tand tab.md': '\u2028 é 🦀\n',
      '--output=x.md': 'dash\n',
      'draft/ünïcode.md': '',
      'draft/one.md': null,
      'draft/end of diff': 'marker\n',
    });
    expect(await tellChanges('main', 'names')).toMatchInlineSnapshot(`
     "added "--output=x.md": (none) → "dash\\n"
     added "draft/\\"quotes\\" and \\\\.md": (none) → "⟨feff⟩bom\\n"
     added "draft/end of diff": (none) → "marker\\n"
     added "draft/new\\nline\\tand tab.md": (none) → "⟨2028⟩ é 🦀\\n"
     removed "draft/one.md": "a\\n" → (none)
     added "draft/with blank.md": (none) → "crlf\\r\\nno end"
     added "draft/ünïcode.md": (none) → """
    `);
    expect(await tellChanges('names', 'names')).toBe('');
  });

  test('a draft moved to the archive with edits is one renamed file', async () => {
    place.git('checkout', '--quiet', '-B', 'publish', 'main');
    const lines = Array.from({ length: 30 }, (_, index) => `* [Item ${index}](https://ada.example/${index})\n`);
    place.commit({ 'draft/issue.md': lines.join('') });
    place.commit({ 'draft/issue.md': null, 'content/issue.md': `${lines.join('')}last\n` });
    expect(await tellChanges('publish^', 'publish')).toMatchInlineSnapshot(
      `"renamed "content/issue.md" ← draft/issue.md: "* [Item 0](https://ada.example/0)\\n* [Ite" → "* [Item 0](https://ada.example/0)\\n* [Ite""`,
    );
  });

  test('a binary and an enormous file are told apart from text; links and submodules are nobody’s text', async () => {
    place.git('checkout', '--quiet', '-B', 'odd', 'main');
    symlinkSync('/etc/passwd', join(place.folder, 'draft/link.md'));
    place.commit({ 'draft/image.md': Buffer.from([137, 80, 0, 1]), 'draft/huge.md': 'x'.repeat(9_000_000) });
    expect(await tellChanges('main', 'odd')).toMatchInlineSnapshot(`
     "added "draft/huge.md": (none) → too-large
     added "draft/image.md": (none) → binary"
    `);
  });

  test('many questions at once are answered in their order', async () => {
    const commits = ['main', 'HEAD', 'nowhere', 'refs/heads/main', 'HEAD^{tree}'];
    const answers = await Promise.all(commits.map(async (commit) => repository.resolveCommit(commit)));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, false, true, false]);
  });
});

describe('folders', () => {
  test('list regular files of one level', async () => {
    place.git('checkout', '--quiet', '-B', 'folders', 'main');
    place.commit({ 'draft/below/x.md': 'x\n', 'draft/z.md': 'z\n' });
    const tree = await treeOf('folders');
    const names = async (folder: string): Promise<readonly string[]> =>
      expectValue(await repository.listFolder(tree, folder)).map(({ name }) => name);
    expect(await names('draft')).toEqual(['one.md', 'z.md']);
    expect(await names('draft/below')).toEqual(['x.md']);
    expect(await names('nowhere')).toEqual([]);
    expect(await names('README.md')).toEqual([]);
    expect(expectValue(await repository.hasFile(tree, 'draft/z.md'))).toBe(true);
    expect(expectValue(await repository.hasFile(tree, 'draft'))).toBe(false);
  });
});

describe('the work tree', () => {
  test('as it would be committed: staged or not, new or gone, but nothing ignored; the repository stays as it is', async () => {
    place.git('checkout', '--quiet', '-B', 'work', 'main');
    place.commit({ '.gitignore': '*.bak\n', 'draft/gone.md': 'gone\n', 'draft/moved.md': 'moved moved moved\n' });
    place.write({
      'draft/one.md': 'a\nunstaged\n',
      'draft/new.md': 'untracked\n',
      'draft/-staged "x".md': 'staged\n',
      'draft/new.md.bak': 'ignored\n',
      'draft/gone.md': null,
      'draft/moved.md': null,
      'content/moved.md': 'moved moved moved\n',
      'README.md': 'not looked at\n',
    });
    place.git('add', 'draft/-staged "x".md');
    const before = place.git('status', '--porcelain') + place.git('count-objects');
    const snapshot = expectValue(await repository.snapshotWorkTree(['draft', 'content', 'drafts']));
    const entries = expectValue(await snapshot.listChanges(await treeOf('work'), snapshot.tree));
    const texts = entries.map(async ({ status, path, after }) => {
      const blob = after === undefined ? undefined : expectValue(await snapshot.readBlob(after.id));
      return `${status} ${path} ${blob?.kind === 'text' ? blob.text.trim() : ''}`;
    });
    expect((await Promise.all(texts)).join('\n')).toMatchInlineSnapshot(`
     "renamed content/moved.md moved moved moved
     added draft/-staged "x".md staged
     removed draft/gone.md 
     added draft/new.md untracked
     changed draft/one.md a
     unstaged"
    `);
    await snapshot.close();
    expect(place.git('status', '--porcelain') + place.git('count-objects')).toBe(before);
    place.git('checkout', '--quiet', '--force', 'main');
    place.git('clean', '--quiet', '-x', '-d', '--force');
  });

  test('opened from a folder below, it knows where that is', async () => {
    expect((await open(join(place.folder, 'draft'))).prefix).toBe('draft/');
  });
});

describe('what is no repository, or a broken one', () => {
  test('is told in a sentence', async () => {
    const empty = makeRepository();
    const bare = `${empty.folder}/bare.git`;
    empty.git('init', '--quiet', '--bare', bare);
    expect(describeFailure(await openRepository('/', process.env))).toBe('not a git repository: /');
    expect(describeFailure(await openRepository(`${empty.folder}/none`, process.env))).toBe(
      `no such folder: ${empty.folder}/none`,
    );
    const inBare = await open(bare);
    expect(describeFailure(await inBare.resolveCommit('HEAD'))).toBe('unknown revision: HEAD (it names no commit yet)');
    expect(describeFailure(await inBare.snapshotWorkTree(['draft']))).toBe(
      `${bare} has no work tree: name the commit to check with --head`,
    );
    empty.remove();
  });

  test('without git there is a clear word', async () => {
    expect(describeFailure(await openRepository(place.folder, { PATH: '/nonexistent' }))).toBe(
      'git is not installed, or not in PATH',
    );
  });

  test('an object that is damaged is a failure, and the next question is answered', async () => {
    const broken = makeRepository();
    const commit = broken.commit({ 'draft/one.md': 'hello\n' });
    const id = broken.git('rev-parse', 'HEAD:draft/one.md');
    const file = join(broken.folder, '.git/objects', id.slice(0, 2), id.slice(2));
    expect(existsSync(file)).toBe(true);
    chmodSync(file, 0o600);
    writeFileSync(file, 'garbage');
    const reader = await open(broken.folder);
    expect((await reader.readBlob(id)).ok).toBe(false);
    expect(expectValue(await reader.resolveCommit('HEAD'))).toBe(commit);
    await reader.close();
    broken.remove();
  });
});

test('a commit with a message of megabytes is a failure, told in a sentence', async () => {
  writeFileSync(join(place.folder, '.git/message'), 'x'.repeat(9_000_000));
  const id = place.git('commit-tree', '-F', '.git/message', 'main^{tree}');
  const commit = expectValue(await repository.resolveCommit(id));
  expect(describeFailure(await repository.readCommit(commit))).toMatch(/^git failed: object \w+ is too large/);
});

test.each(['clean', 'process'])('a program that the repository names for its files (%s) does not run', async (kind) => {
  place.git('config', `filter.a=b.${kind}`, `touch ${place.folder}/hacked;`);
  place.git('config', 'filter.a=b.required', 'true');
  place.write({ '.gitattributes': '*.md filter=a=b\n', 'draft/new.md': 'as it is\n' });
  const repository = await open(place.folder, { ...process.env, GIT_CONFIG_COUNT: '0' });
  const { tree } = expectValue(await repository.readCommit(expectValue(await repository.resolveCommit('main'))));
  const snapshot = expectValue(await repository.snapshotWorkTree(['draft']));
  const [added] = expectValue(await snapshot.listChanges(tree, snapshot.tree)).filter(
    ({ path }) => path === 'draft/new.md',
  );
  expect(expectValue(await snapshot.readBlob(added?.after?.id ?? ''))).toEqual({ kind: 'text', text: 'as it is\n' });
  await snapshot.close();
  expect(readdirSync(place.folder)).not.toContain('hacked');
});

test('variables that lead git elsewhere do not count, and the repository’s hooks and programs do not run', async () => {
  place.git('config', 'core.fsmonitor', `touch ${place.folder}/hacked`);
  place.git('config', 'core.pager', `touch ${place.folder}/hacked`);
  place.git('config', 'diff.external', `touch ${place.folder}/hacked`);
  const elsewhere = {
    ...process.env,
    GIT_DIR: '/nowhere',
    GIT_INDEX_FILE: '/nowhere/index',
    GIT_EXTERNAL_DIFF: 'false',
  };
  const other = await open(place.folder, elsewhere);
  const commit = expectValue(await other.resolveCommit('main'));
  const { tree } = expectValue(await other.readCommit(commit));
  const snapshot = expectValue(await other.snapshotWorkTree(['draft']));
  expect((await snapshot.listChanges(tree, snapshot.tree)).ok).toBe(true);
  await snapshot.close();
  expect(readdirSync(place.folder)).not.toContain('hacked');
});
