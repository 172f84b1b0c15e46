import type { PullState } from '../../sandbox/state.ts';
import { renderConversation } from './render-conversation.ts';
import type { SandboxClient } from './sandbox-client.ts';
import type { Screen } from './screen.ts';
import { waitForReview } from './wait-for-review.ts';
import { wrapText } from './wrap-text.ts';

/** What a play needs: GitHub to act on, and a screen to show what comes of it. */
export interface Stage {
  readonly screen: Screen;
  readonly github: SandboxClient;
  /** Starts a new scene. */
  readonly announce: (what: string) => void;
  /** Says where on the page a pull request is, if there is a page. */
  readonly showPlace: (repository: string, number: number) => void;
  /**
   * Waits until the bot has reviewed the present head, then shows what has been said and was not seen yet.
   * @param repository `owner/name`
   */
  readonly showReview: (repository: string, number: number, seen: Set<string>) => Promise<PullState>;
}

/** @param pageUrl of the page that shows the pull requests, if there is one */
export function createStage(screen: Screen, github: SandboxClient, pageUrl: string | undefined): Stage {
  const { colors } = screen;
  const getPlace = (repository: string, number: number) =>
    pageUrl === undefined ? undefined : `${pageUrl}/${repository}/pull/${number}`;
  const showNews = (pull: PullState, seen: Set<string>) => {
    for (const { key, lines } of renderConversation(pull, screen)) {
      if (seen.has(key)) continue;
      seen.add(key);
      screen.print(...lines, '');
    }
  };
  return {
    screen,
    github,
    announce: (what) => {
      const lines = wrapText(what, screen.width).map((line) => colors.italic(line));
      screen.print(colors.dim('─'.repeat(screen.width)), ...lines, '');
    },
    showPlace: (repository, number) => {
      const place = getPlace(repository, number);
      if (place !== undefined) screen.print(colors.dim(place), '');
    },
    showReview: async (repository, number, seen) => {
      const readPull = async () => github.readPull(repository, number);
      const pull = await readPull();
      if (pull !== undefined) showNews(withoutAnswers(pull), seen);
      const started = performance.now();
      const reviewed = await screen.during(`Copydesk reads #${number}`, async () => waitForReview(readPull, number));
      showNews(reviewed, seen);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const silence = reviewed.timeline.some((entry) => entry.kind !== 'checked') ? '' : ', without a word';
      const place = getPlace(repository, number);
      const where = place === undefined ? '' : ` · ${place}`;
      screen.print(colors.dim(`after ${seconds} s${silence}${where}`), '');
      return reviewed;
    },
  };
}

/** What people did: it is shown before the bot is waited for, which may have been quicker. */
function withoutAnswers(pull: PullState): PullState {
  return { ...pull, timeline: pull.timeline.filter((entry) => !entry.by.isBot), threads: [] };
}
