import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { addItems, DRAFT, sampleNewsletter } from '../../test/support/sample-newsletter.ts';

/** One thing that somebody does on GitHub, which sends one webhook. */
export type Deed =
  | { readonly kind: 'open'; readonly pull: number }
  | { readonly kind: 'push'; readonly pull: number; readonly round: number }
  | { readonly kind: 'say'; readonly pull: number; readonly body: string };

/** How many repositories, each of an owner of its own, and so of an installation of its own. */
const REPOSITORIES = 4;
/** How many pull requests of a repository one person opens. */
const BRANCHES = 10;

const SAYINGS = ['/copydesk help', '/copydesk recheck', 'Thanks!', '/copydesk section?', '/copydesk nonsense'];

/** So many deeds on so many pull requests, mixed, the same for the same numbers. What is wrong in them stays wrong. */
export function planStory(pulls: number, deeds: number): readonly Deed[] {
  const random = createRandom(20_260_302);
  const story: Deed[] = [];
  const rounds = new Map<number, number>();
  for (let pull = 0; pull < pulls; pull += 1) story.push({ kind: 'open', pull });
  while (story.length < deeds) {
    const pull = Math.floor(random() * pulls);
    const round = (rounds.get(pull) ?? 0) + 1;
    if (random() < 0.6) rounds.set(pull, round);
    const saying = SAYINGS[Math.floor(random() * SAYINGS.length)] ?? 'Thanks!';
    const place = pulls + Math.floor(random() * (story.length - pulls + 1));
    story.splice(
      Math.max(place, 1),
      0,
      rounds.get(pull) === round ? { kind: 'push', pull, round } : { kind: 'say', pull, body: saying },
    );
  }
  return orderRounds(story);
}

/** Pushes to one pull request come in their order, wherever they were put. */
function orderRounds(story: readonly Deed[]): readonly Deed[] {
  const seen = new Map<number, number>();
  return story.map((deed) => {
    if (deed.kind !== 'push') return deed;
    const round = (seen.get(deed.pull) ?? 0) + 1;
    seen.set(deed.pull, round);
    return { ...deed, round };
  });
}

/** Newsletters and forks for the story. */
export async function setScene({ people }: Sandbox, pulls: number): Promise<void> {
  for (let index = 0; index < Math.min(REPOSITORIES, pulls); index += 1) {
    await people.createRepository({ repo: `owner${index}/news`, files: sampleNewsletter });
  }
  for (let pull = 0; pull < pulls; pull += REPOSITORIES * BRANCHES) {
    for (let index = pull; index < Math.min(pull + REPOSITORIES, pulls); index += 1) {
      await people.fork({ repo: repositoryOf(index), by: authorOf(index), name: 'news' });
    }
  }
}

/** Does one deed; `numbers` are the pull requests' numbers on GitHub. */
export async function act({ people }: Sandbox, deed: Deed, numbers: Map<number, number>): Promise<void> {
  const { pull } = deed;
  const [by, repo] = [authorOf(pull), repositoryOf(pull)];
  const branch = `branch-${pull}`;
  const push = (round: number) =>
    people.push({ repo: `${by}/news`, by, branch, files: { [DRAFT]: writeDraft(pull, round) } });
  if (deed.kind === 'open') {
    await push(0);
    const { number } = await people.openPullRequest({ repo, by, head: `${by}:${branch}`, title: `Links ${pull}` });
    numbers.set(pull, number);
  } else if (deed.kind === 'push') await push(deed.round);
  else await people.comment({ repo, number: numbers.get(pull) ?? 0, by, body: deed.body });
}

/** Every second item has a slip, and no two pull requests a link in common. */
function writeDraft(pull: number, rounds: number): string {
  const items = Array.from({ length: rounds + 1 }, (_, round) => {
    const bullet = (pull + round) % 2 === 0 ? '-' : '*';
    return `${bullet} [Item ${round} of ${pull}](https://site-${pull}.test/${round})`;
  });
  return addItems({ 'Observations/Thoughts': items });
}

function repositoryOf(pull: number): string {
  return `owner${pull % REPOSITORIES}/news`;
}

function authorOf(pull: number): string {
  return `author${Math.floor(pull / (REPOSITORIES * BRANCHES))}x${pull % REPOSITORIES}`;
}

/** Numbers in [0, 1), the same every time (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
