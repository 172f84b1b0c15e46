import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLEAN, DIRTY, DRAFT, draftWith, OLD, OLD_SLIP, makePlaceToCheck } from './place-to-check.ts';

const { branch, remove, report, repository, summarize, tell } = makePlaceToCheck();

afterAll(remove);

describe('a work tree', () => {
  test('clean work is all clear, and old slips are not reported', async () => {
    branch('clean');
    repository.write({ [DRAFT]: draftWith(OLD, OLD_SLIP, CLEAN) });
    expect(await tell('--base', 'main', '--permission', 'read')).toMatchInlineSnapshot(`
     "All clear (items: 1 added).
     exit 0"
    `);
  });

  test('committed, staged, unstaged and new files count alike', async () => {
    branch('states');
    repository.commit({ [DRAFT]: draftWith(OLD, OLD_SLIP, DIRTY) });
    repository.write({ [DRAFT]: draftWith(OLD, OLD_SLIP, DIRTY, '* [Two](https://two.example/?utm_source=x)') });
    repository.git('add', DRAFT);
    repository.write({
      [DRAFT]: draftWith(
        OLD,
        OLD_SLIP,
        DIRTY,
        '* [Two](https://two.example/?utm_source=x)',
        '* [Three] (https://three.example/)',
      ),
      'draft/2026-03-18-this-week-in-rust.md': draftWith('* [Four](https://four.example/?utm_source=x)'),
    });
    expect(await summarize(repository.folder, '--base', 'main')).toMatchInlineSnapshot(`
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
    repository.commit({ [DRAFT]: draftWith(OLD, OLD_SLIP, CLEAN) });
    repository.git('branch', '--force', 'ahead', 'main');
    repository.git('checkout', '--quiet', 'ahead');
    repository.commit({ [DRAFT]: draftWith(DIRTY, OLD, OLD_SLIP) });
    expect(await summarize(repository.folder, '--base', 'ahead', '--head', 'behind')).toBe('1 added');
  });

  test('FILE limits the check, from wherever it is named', async () => {
    branch('limited');
    repository.write({
      [DRAFT]: draftWith(OLD, OLD_SLIP, DIRTY),
      'draft/2026-03-18-this-week-in-rust.md': draftWith(DIRTY),
    });
    const below = join(repository.folder, 'draft');
    expect(await summarize(below, '2026-03-11-this-week-in-rust.md', '--base', 'main')).toMatchInlineSnapshot(`
     "1 added
     draft/2026-03-11-this-week-in-rust.md:11 item-bullet
     draft/2026-03-11-this-week-in-rust.md:11 tracking-parameters"
    `);
    repository.write({ 'notes.md': 'new\n' });
    expect(await summarize(repository.folder, 'README.md', 'notes.md', '--base', 'main')).toBe('nothing');
    expect(await tell('draft/typo.md', '--base', 'main')).toBe(
      'copydesk check: no such file on either side: draft/typo.md\nexit 2',
    );
    expect(await tell('../elsewhere.md', '--base', 'main')).toBe(
      'copydesk check: not in the repository: ../elsewhere.md\nexit 2',
    );
  });

  test('no newsletter file touched is said', async () => {
    branch('other');
    repository.write({ 'README.md': 'changed\n' });
    expect(await tell('--base', 'main', '--permission', 'read')).toMatchInlineSnapshot(`
     "No newsletter file is touched: nothing to check.
     exit 0"
    `);
  });

  test('a newsletter that keeps its drafts elsewhere is told so', async () => {
    branch('other');
    repository.commit({ [DRAFT]: null, '_posts/2026-03-11-issue.md': draftWith(OLD) });
    branch('posts');
    repository.git('reset', '--quiet', '--hard', 'other');
    repository.write({ '_posts/2026-03-11-issue.md': draftWith(OLD, DIRTY) });
    expect(await tell('--base', 'other', '--permission', 'read')).toMatchInlineSnapshot(`
     "No newsletter file is touched: nothing to check.
     The base has no drafts where they are looked for (draft, drafts): if it has them elsewhere, say so by \`paths\` in .github/copydesk.yml.
     exit 0"
    `);
  });
});

describe('commits', () => {
  test('publishing a draft is no submission', async () => {
    branch('publish');
    repository.commit({ [DRAFT]: null, 'content/2026-03-11-this-week-in-rust.md': draftWith(OLD, OLD_SLIP) });
    expect(await summarize(repository.folder, '--base', 'main', '--head', 'publish')).toBe('nothing');
  });

  test('a draft that moves out of the newsletter’s folders is removed, one that moves in is added', async () => {
    branch('away');
    repository.commit({ [DRAFT]: null, 'attic/old.md': draftWith(OLD, OLD_SLIP) });
    expect(await summarize(repository.folder, '--base', 'main', '--head', 'away')).toContain('2 removed');
    repository.git('checkout', '--quiet', 'away');
    repository.git('checkout', '--quiet', '-B', 'back');
    repository.commit({ 'attic/old.md': null, [DRAFT]: draftWith(OLD, OLD_SLIP) });
    expect(await summarize(repository.folder, '--base', 'away', '--head', 'back')).toContain('2 added');
  });

  test('CRLF: the item is found, and its place and fix are those of the text', async () => {
    branch('crlf');
    repository.commit({ [DRAFT]: draftWith(OLD, OLD_SLIP, DIRTY).replaceAll('\n', '\r\n') });
    expect(await tell('--base', 'main', '--head', 'crlf', '--permission', 'read')).toMatchInlineSnapshot(`
     "draft/2026-03-11-this-week-in-rust.md
       1:1 warning All lines of the file end in CRLF now, so that all of them count as changed: save it with the line ends it had (LF).
            outside-edits https://github.com/copydesk/copydesk/blob/main/docs/rules/outside-edits.md
            Title: This Week in Rust 642
       11:1 error The bullet is \`-\`: start the line with \`* \`, as the other items do.
            item-bullet https://github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md
       11:21 error The link tells where its readers came from: take the tracking parameter \`utm_source\` out.
            tracking-parameters https://github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md
          - - [What Pin is for](https://ben.example/pin?utm_source=mail)
          + * [What Pin is for](https://ben.example/pin)

     2 errors, 1 warning (items: 1 added).
     exit 1"
    `);
  });

  test('a binary and an enormous draft are reported as unreadable', async () => {
    branch('unreadable');
    repository.commit({ [DRAFT]: Buffer.from([0, 1, 2]), 'draft/big.md': 'x'.repeat(9_000_000) });
    const { unreadable } = await report(repository.folder, '--base', 'main', '--head', 'unreadable');
    expect(unreadable.map(({ reason }) => reason).sort()).toEqual(['binary', 'too-large']);
  });
});

describe('a whole file', () => {
  test('counts as new, wherever it lies', async () => {
    branch('whole');
    mkdirSync(join(repository.folder, 'notes'));
    writeFileSync(join(repository.folder, 'notes/mine.md'), draftWith(OLD, DIRTY));
    expect(await tell('notes/mine.md')).toMatchInlineSnapshot(`
     "notes/mine.md
       10:1 error The bullet is \`-\`: start the line with \`* \`, as the other items do.
            item-bullet https://github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md
       10:21 error The link tells where its readers came from: take the tracking parameter \`utm_source\` out.
            tracking-parameters https://github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md
          - - [What Pin is for](https://ben.example/pin?utm_source=mail)
          + * [What Pin is for](https://ben.example/pin)

     2 errors (items: 2 added).
     Not checked in full: closed-section, outside-edits, right-file (what the author may do is not known here; say it with --permission).
     Not checked in full: duplicate-link, section-fit (published issues are not looked at here; compare with a branch by --base).
     Not checked in full: right-file (which drafts are open is not known here; compare with a branch by --base).
     exit 1"
    `);
    expect(await summarize(repository.folder, DRAFT)).toMatchInlineSnapshot(`
     "2 added, 1 outside
     draft/2026-03-11-this-week-in-rust.md:10 tracking-parameters"
    `);
  });

  test('is judged as an issue: what stands in it twice, and before it is published what is left to fill in', async () => {
    branch('issue');
    const text = [draftWith(OLD), '### Observations/Thoughts', '', '## Jobs', '', '[Jobs](INSERT_LINK_HERE)', ''];
    repository.write({ [DRAFT]: text.join('\n') });
    expect(await summarize(repository.folder, DRAFT)).toMatchInlineSnapshot(`
     "1 added, 1 outside
     draft/2026-03-11-this-week-in-rust.md:13 duplicate-heading"
    `);
    expect(await summarize(repository.folder, DRAFT, '--publishing')).toMatchInlineSnapshot(`
     "1 added, 1 outside
     draft/2026-03-11-this-week-in-rust.md:13 duplicate-heading
     draft/2026-03-11-this-week-in-rust.md:17 placeholder-left"
    `);
    expect(await summarize(repository.folder, DRAFT, '--base', 'main', '--publishing')).toMatchInlineSnapshot(`
     "1 removed, 1 outside
     draft/2026-03-11-this-week-in-rust.md:13 duplicate-heading
     draft/2026-03-11-this-week-in-rust.md:17 placeholder-left"
    `);
  });
});
