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

/** Of what is said so much asks for sections. */
const FILL_SHARE = 0.1;

/** Entries of the week's list that are taken out. */
const UNTICKED = [2, 4];

/**
 * So many deeds on so many pull requests, mixed, the same for the same numbers. The proposals' lists are changed when there
 * are proposals, and before a slow machine stops.
 */
export function planStory(pulls: number, deeds: number): readonly Deed[] {
  const random = createRandom(20_260_302);
  const opened = Array.from({ length: pulls }, (_, pull): Deed => ({ kind: 'open', pull }));
  const unticked = UNTICKED.flatMap((entry) => [0, 1, 2, 3].map((pull): Deed => ({ kind: 'untick', pull, entry })));
  const rest = Array.from({ length: Math.max(0, deeds - opened.length - unticked.length) }, (): Deed => {
    const pull = Math.floor(random() * pulls);
    return random() < 0.6 ? { kind: 'push', pull, round: 0 } : chooseSaying(pull, random);
  });
  const half = Math.floor(rest.length / 2);
  return numberRounds([...opened, ...rest.slice(0, half), ...unticked, ...rest.slice(half)]);
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
