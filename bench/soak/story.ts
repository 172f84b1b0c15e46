import { createRandom } from '../../src/sandbox/create-random.ts';

/** One thing that somebody does on GitHub, which sends one webhook or more. */
export type Deed =
  | { readonly kind: 'open'; readonly pull: number }
  | { readonly kind: 'push'; readonly pull: number; readonly round: number }
  /** `isEditor`: by somebody who may write to the repository, else by the author. */
  | { readonly kind: 'say'; readonly pull: number; readonly body: string; readonly isEditor: boolean }
  /** An editor takes an entry out of the proposal of this pull request's newsletter. */
  | { readonly kind: 'untick'; readonly pull: number; readonly entry: number };

const SAYINGS = ['/copydesk help', '/copydesk recheck', 'Thanks!', '/copydesk section?', '/copydesk nonsense'];

/** Of what is done on a pull request that is open; the rest is said. */
const PUSH_SHARE = 0.4;

/** Of what is said so much asks for sections. */
const FILL_SHARE = 0.1;

/** Entries of the week's list that are taken out. */
const UNTICKED = [2, 4];

/** Of the deeds so many open a pull request until all are open, so that also where a slow machine stops early much else was done. */
const OPEN_SHARE = 0.6;

/**
 * So many deeds on so many pull requests, mixed, the same for the same numbers. The proposals' lists are changed when there
 * are proposals, and before a slow machine stops.
 */
export function planStory(pulls: number, deeds: number): readonly Deed[] {
  const random = createRandom(20_260_302);
  const unticked = UNTICKED.flatMap((entry) => [0, 1, 2, 3].map((pull): Deed => ({ kind: 'untick', pull, entry })));
  const story: Deed[] = [];
  for (let opened = 0; story.length < deeds - unticked.length;) {
    if (opened < pulls && (opened < unticked.length || random() < OPEN_SHARE)) {
      story.push({ kind: 'open', pull: opened });
      opened += 1;
    } else {
      const pull = Math.floor(random() * opened);
      story.push(random() < PUSH_SHARE ? { kind: 'push', pull, round: 0 } : chooseSaying(pull, random));
    }
  }
  const half = Math.floor(story.length / 2);
  return numberRounds([...story.slice(0, half), ...unticked, ...story.slice(half)]);
}

function chooseSaying(pull: number, random: () => number): Deed {
  if (random() < FILL_SHARE) return { kind: 'say', pull, body: '/copydesk fill', isEditor: true };
  return { kind: 'say', pull, body: SAYINGS[Math.floor(random() * SAYINGS.length)] ?? 'Thanks!', isEditor: false };
}

function numberRounds(story: readonly Deed[]): readonly Deed[] {
  const rounds = new Map<number, number>();
  return story.map((deed) => {
    if (deed.kind !== 'push') return deed;
    const round = (rounds.get(deed.pull) ?? 0) + 1;
    rounds.set(deed.pull, round);
    return { ...deed, round };
  });
}
