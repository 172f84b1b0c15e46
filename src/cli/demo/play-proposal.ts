import type { PullState } from '../../sandbox/state.ts';
import { judgeProposal } from './judge-proposal.ts';
import { renderProposal, renderRefreshed } from './render-proposal.ts';
import { SAMPLE_DRAFT_PATH } from './sample-newsletter.ts';
import { SAMPLE_CODE, SAMPLE_MERGED_LATER } from './sample-week.ts';
import type { Stage } from './stage.ts';
import { startSampleWeek } from './start-sample-week.ts';
import { waitFor } from './wait-for.ts';
import { wrapText } from './wrap-text.ts';

const EDITOR = 'hazel-anvil';

/** What the editor writes instead of a title that was filled in. */
const EDITED = { from: 'keep the fire while futures are awaited', to: 'the fire outlives an await, at last' };

/** What the editor ticks. */
const TICKED = 'halve the time that cold iron takes';

/**
 * Plays the week's proposal: an editor asks for it, edits a line and ticks an entry; the refresh keeps both.
 * @param repository of the newsletter, `owner/name`
 * @param asked number of the pull request in which the editor asks
 * @returns what was not as expected, a sentence each
 */
export async function playProposal(stage: Stage, repository: string, asked: number): Promise<readonly string[]> {
  const { github, screen } = stage;
  const editor = screen.colors.bold(EDITOR);
  stage.announce('The week’s proposal: one pull request that fills sections with what happened elsewhere on GitHub.');
  await startSampleWeek(github);
  await github.act('setRole', { repo: repository, login: EDITOR, role: 'write' });
  await github.act('comment', { repo: repository, number: asked, by: EDITOR, body: '/copydesk fill' });
  screen.print(`${editor} comments on #${asked}: /copydesk fill`, '');
  const opened = await screen.during('Copydesk asks GitHub about the week', async () =>
    waitForProposal(stage, repository, () => true),
  );
  screen.print(...renderProposal(opened, screen), '');
  await edit(stage, repository, opened);
  const done = `${editor} writes “${EDITED.to}” in the branch, and ticks “${TICKED}” in the list.`;
  const merged = `Meanwhile ${SAMPLE_CODE} merges “${SAMPLE_MERGED_LATER.title}”.`;
  screen.print(...wrapText(done, screen.width), merged, '');
  const refreshed = await screen.during(`Copydesk refreshes #${opened.number}`, async () =>
    waitForProposal(stage, repository, ({ body }) => body.includes(SAMPLE_MERGED_LATER.title)),
  );
  const complaints = judgeProposal(refreshed, { lines: [EDITED.to, TICKED], gone: EDITED.from });
  screen.print(...renderRefreshed(opened, refreshed, screen), '');
  if (complaints.length === 0)
    screen.print(screen.colors.green('✓ The edited line stands, and the ticked entry is in.'));
  stage.showPlace(repository, opened.number);
  return complaints.map((complaint) => `#${opened.number}: ${complaint}`);
}

/** The newsletter's pull request by the bot, once there is one that is ready. */
async function waitForProposal(
  { github }: Stage,
  repository: string,
  isReady: (pull: PullState) => boolean,
): Promise<PullState> {
  return waitFor(async () => {
    const { repositories } = await github.readState();
    const pulls = repositories.find(({ owner, name }) => `${owner}/${name}` === repository)?.pulls ?? [];
    return pulls.find((pull) => pull.author.isBot && isReady(pull));
  }, 'The bot has not filled the sections');
}

/** One line in the branch; more to choose from; then a tick in the description, which asks for a refresh. */
async function edit({ github }: Stage, repository: string, { number, body, head }: PullState): Promise<void> {
  const order = { repo: repository, by: EDITOR };
  const text = await github.readFile(EDITOR, { repository, sha: head.sha, path: SAMPLE_DRAFT_PATH });
  const files = { [SAMPLE_DRAFT_PATH]: text.replace(EDITED.from, EDITED.to) };
  const branch = head.label.replace(/^[^:]*:/, '');
  await github.act('push', { ...order, branch, files, message: 'Say it in our words' });
  await github.act('tellOfMerged', { repo: SAMPLE_CODE, pulls: [SAMPLE_MERGED_LATER] });
  const lines = body.split('\n').map((line) => (line.includes(TICKED) ? line.replace('- [ ]', '- [x]') : line));
  await github.act('editPullRequest', { ...order, number, body: lines.join('\n') });
}
