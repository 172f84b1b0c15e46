import { expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cloneBundle } from '../../src/adapters/git/clone-bundle.ts';
import { getGitEnvironment } from '../../src/adapters/git/git-environment.ts';
import { runGit } from '../../src/adapters/git/run-git.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { fillSections } from '../../src/newsletter/edit-issue.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';

const bundle = fileURLToPath(new URL('../../../shared/data/newsletter.bundle', import.meta.url));
const isThere = existsSync(bundle);
// Jest keeps the console of a file that it skips to itself.
if (!isThere) process.stdout.write('Skipped: the newsletter’s history (newsletter.bundle) is not in ../shared/data.\n');

const path = 'draft/2025-12-03-this-week-in-rust.md';
const sections = [
  'Calls for Testing',
  'Updates from the Rust Project',
  'Rust Compiler Performance Triage',
  'Approved RFCs',
  'Tracking Issues & PRs',
  'New and Updated RFCs',
].map((heading) => ({ id: heading, heading, body: `* [${heading}](https://filled.test/)` }));

/** The draft as it was when it appeared. */
async function readDraft(folder: string): Promise<string> {
  const git = async (...args: readonly string[]): Promise<string> => {
    const run = await runGit({ folder, args, environment: getGitEnvironment({ PATH: process.env['PATH'] }) });
    return run.ok ? run.value.toString() : '';
  };
  const commits = (await git('log', '--diff-filter=A', '--format=%H', 'main', '--', path)).trim().split('\n');
  return git('show', `${commits.at(-1) ?? ''}:${path}`);
}

(isThere ? test : test.skip)(
  'an empty draft of the real newsletter takes every section, and else not a byte of it changes',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-draft-'));
    try {
      const target = join(folder, 'clone');
      await cloneBundle(bundle, target, { PATH: process.env['PATH'] }, ['refs/heads/main']);
      const draft = await readDraft(target);
      const { text, outcomes } = fillSections(toRepositoryPath(path), draft, sections, defaultConfig);
      expect([...outcomes.values()].map(({ kind }) => kind)).toEqual(sections.map(() => 'filled'));
      const added = sections.map(({ body }) => body);
      const kept = text.split('\n').filter((line) => line !== '' && !added.includes(line));
      const due = removeTemplate(draft)
        .split('\n')
        .filter((line) => line !== '');
      expect(kept).toEqual(due);
      for (const { heading, body } of sections) expect(standsUnder(text, body)).toContain(heading);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  60_000,
);

/** The comments of these sections, and the empty headings below calls for testing. */
function removeTemplate(draft: string): string {
  const start = draft.indexOf('## Calls for Testing');
  const calls = draft.indexOf('## Call for Participation');
  const updates = draft.indexOf('## Updates from the Rust Project');
  const end = draft.indexOf('## Upcoming Events');
  const strip = (part: string): string => part.replace(/<!--[^]*?-->/g, '');
  return [
    draft.slice(0, start),
    strip(draft.slice(start, calls)).replace(/^### .*\n/gm, ''),
    draft.slice(calls, updates),
    strip(draft.slice(updates, end)),
    draft.slice(end),
  ].join('');
}

function standsUnder(text: string, body: string): string {
  return (
    text
      .slice(0, text.indexOf(body))
      .split('\n')
      .findLast((line) => line.startsWith('#')) ?? ''
  );
}
