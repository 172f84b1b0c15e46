import type { Permissions } from '../../src/sandbox/records/app.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { CODE, crabSections, RFCS } from '../../test/support/crab-sections.ts';
import { addItems, DRAFT, sampleNewsletter } from '../../test/support/sample-newsletter.ts';

/** How many newsletters, each of an owner of its own, and so of an installation of its own. */
const NEWSLETTERS = 4;
/** How many pull requests of a newsletter one person opens. */
const BRANCHES = 10;

/** What the bot needs to review, and to fill sections. */
export const PERMISSIONS: Permissions = { contents: 'write', issues: 'write', pull_requests: 'write', checks: 'write' };

/** When sections are due: on the Tuesday before the issue. */
export const DUE = Date.parse('2026-03-03T18:00:00Z');

export const PROPOSAL_BRANCH = 'copydesk/fill-2026-03-04';

/** Sections of sources on the embedded GitHub, filled anew every half hour. */
const CONFIGURATION = `
mode: publish
proposal:
  refresh: ['*/30 * * * *']
${crabSections}`;

/** Newsletters, forks of them, and what the newsletters write about. */
export async function setScene({ people }: Sandbox, pulls: number): Promise<void> {
  for (let index = 0; index < Math.min(NEWSLETTERS, pulls); index += 1) {
    const files = { ...sampleNewsletter, [DRAFT]: withSections(addItems({})), '.github/copydesk.yml': CONFIGURATION };
    await people.createRepository({ repo: repositoryOf(index), files });
  }
  for (let pull = 0; pull < pulls; pull += NEWSLETTERS * BRANCHES) {
    for (let index = pull; index < Math.min(pull + NEWSLETTERS, pulls); index += 1) {
      await people.fork({ repo: repositoryOf(index), by: authorOf(index), name: 'news' });
    }
  }
  await tellOfWeek({ people });
}

async function tellOfWeek({ people }: Pick<Sandbox, 'people'>): Promise<void> {
  const date = '2026-02-26T00:00:00Z';
  for (const repo of [CODE, RFCS]) {
    await people.createRepository({ repo, isOrganization: true, files: { 'README.md': 'x' }, date });
  }
  const { sha } = await people.push({ repo: RFCS, by: 'ann', files: { 'text/7-walk.md': 'x' }, date });
  const files = [{ path: 'text/7-walk.md', status: 'added' as const }];
  await people.tellOfMerged({
    repo: RFCS,
    pulls: [{ number: 7, title: 'Walk forwards', mergedAt: date, sha, files }],
  });
  const titles = ['Harden the shell', 'Thank the moon', 'Walk faster'];
  const pullsOfCode = titles.map((title, index) => ({ number: index + 2, title, mergedAt: date }));
  await people.tellOfMerged({ repo: CODE, pulls: pullsOfCode });
}

/** The draft of one pull request after so many pushes. No two pull requests have a link in common. */
export function writeDraft(pull: number, rounds: number): string {
  const items = Array.from({ length: rounds + 1 }, (_, item) => {
    // Every second one has a slip, and of those every second is mended two pushes later.
    const isSlip = (pull + item) % 2 === 0 && !(item % 4 < 2 && rounds >= item + 2);
    return `${isSlip ? '-' : '*'} [Item ${item} of ${pull}](https://site-${pull}.test/${item})`;
  });
  return withSections(addItems({ 'Observations/Thoughts': items }));
}

function withSections(draft: string): string {
  return `${draft.trimEnd()}\n\n## Merged\n\n## Agreed\n\n## Jobs\n`;
}

export function repositoryOf(pull: number): string {
  return `${ownerOf(pull)}/news`;
}

export function ownerOf(pull: number): string {
  return `owner${pull % NEWSLETTERS}`;
}

export function authorOf(pull: number): string {
  return `author${Math.floor(pull / (NEWSLETTERS * BRANCHES))}x${pull % NEWSLETTERS}`;
}
