import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { evaluateComposition } from '../../bench/evaluate/evaluate-composition.ts';
import { findCompositionFlaws } from '../../bench/evaluate/find-composition-flaws.ts';
import { findSuggestionFlaws } from '../../bench/evaluate/find-suggestion-flaws.ts';
import { type Pull, readPulls } from '../../bench/evaluate/read-pulls.ts';
import { withHistory } from '../../bench/evaluate/with-history.ts';
import type { Finding, TextEdit } from '../../src/findings/finding.ts';
import type { ChangedFile } from '../../src/newsletter/changed-file.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { changedDraft } from '../support/changed-draft.ts';

const path = toRepositoryPath('draft/2026-03-04.md');
const pushed = changedDraft(path, 'a\nb\n', 'a\n-b\n--c\nd\n');

function finding(line: number, edits: readonly TextEdit[], rule = 'dashes'): Finding {
  const place = { startLine: line, startColumn: 1, endLine: line, endColumn: 2 };
  return { rule, severity: 'error', path, place, message: 'Dashes.', quotes: [], edits, subject: `line ${line}` };
}

function replace(line: number, from: number, to: number, text: string): TextEdit {
  return { startLine: line, startColumn: from, endLine: line, endColumn: to, text };
}

/** One finding for each line that starts with dashes; `mend` gives its edits. */
function reviewDashes(mend: (line: number, dashes: string) => readonly TextEdit[]) {
  return ([file]: readonly ChangedFile[]): { findings: readonly Finding[] } => ({
    findings: (file?.head ?? '').split('\n').flatMap((text, index) => {
      const [dashes = ''] = /^-*/.exec(text) ?? [];
      return dashes === '' ? [] : [finding(index + 1, mend(index + 1, dashes))];
    }),
  });
}

type Review = ReturnType<typeof reviewDashes>;

const dropAll: Review = reviewDashes((line, dashes) => [replace(line, 1, dashes.length + 1, '')]);
const dropOne: Review = reviewDashes((line) => [replace(line, 1, 2, '')]);
const dropNone: Review = reviewDashes(() => []);

/** Both ways of accepting, as one list. */
function listFlaws(review: Review, { findings } = review([pushed])): readonly string[] {
  const full = (files: readonly ChangedFile[]) => ({
    ...review(files),
    submission: { files: [] },
    unreadable: [],
    notChecked: [],
  });
  return [
    ...findCompositionFlaws([pushed], findings, review),
    ...findSuggestionFlaws([pushed], [], { ...full([pushed]), findings }, full),
  ];
}

describe('accepting what a review suggests', () => {
  test.each([
    ['leaves nothing', dropAll],
    ['leaves what has no suggestion', dropNone],
  ])('is fine where it %s', (_, review) => expect(listFlaws(review)).toEqual([]));

  test('is not where a half remedy leaves something to say', () => {
    expect(listFlaws(dropOne)).toEqual([
      'left: draft/2026-03-04.md:3 dashes: Dashes.',
      'in a batch, left: draft/2026-03-04.md:3 dashes: Dashes.',
      'alone, left: draft/2026-03-04.md:3 dashes: Dashes.',
    ]);
  });

  test('is not where another rule finds fault with the remedy', () => {
    const review: Review = (files) => {
      const isMended = files[0]?.head !== pushed.head;
      return isMended ? { findings: [finding(1, [], 'taste')] } : dropAll(files);
    };
    expect(listFlaws(review)).toContain('left: draft/2026-03-04.md:1 taste: Dashes.');
  });

  test('is not where remedies stand in each other’s way', () => {
    const findings = [finding(3, [replace(3, 1, 3, '')]), finding(3, [replace(3, 2, 4, 'C')], 'capitals')];
    expect(findCompositionFlaws([pushed], findings, dropNone)).toContain(
      'hindered by another edit: draft/2026-03-04.md:3 capitals: Dashes.',
    );
  });

  test('is not where a line changes that no remedy names', () => {
    const beyond = { ...replace(2, 1, 2, ''), endLine: 2, endColumn: 6 };
    expect(findCompositionFlaws([pushed], [finding(2, [beyond])], dropAll)).toContain(
      'lost: line 3 of draft/2026-03-04.md: --c',
    );
  });
});

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const isThere = existsSync(join(data, 'newsletter.bundle'));
// Jest keeps the console of a file that it skips to itself.
if (!isThere) process.stdout.write('Skipped: the newsletter’s history (newsletter.bundle) is not in ../shared/data.\n');

/** Of pull requests with something to mend, and of the others, every so many; `npm run evaluate -- compose` looks at all. */
const every = { mended: 10, other: 40 };

function takeSample(pulls: readonly Pull[]): readonly Pull[] {
  const isMended = ({ links }: Pull): boolean =>
    links.some(({ first, raw_final: published }) => first !== null && first.raw !== published);
  const take = (list: readonly Pull[], step: number) => list.filter((_, index) => index % step === 0);
  return [
    ...take(pulls.filter(isMended), every.mended),
    ...take(
      pulls.filter((pull) => !isMended(pull)),
      every.other,
    ),
  ];
}

(isThere ? test : test.skip)(
  'on the newsletter’s history, every suggestion can be accepted with the others, and leaves nothing to say',
  async () => {
    const sample = takeSample(await readPulls(data));
    const { suggesting, flaws } = await withHistory(data, async (repository) =>
      evaluateComposition(repository, sample),
    );
    expect(flaws).toEqual([]);
    expect(suggesting).toBeGreaterThan(10);
  },
);
