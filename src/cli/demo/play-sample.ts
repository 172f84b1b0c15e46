import { z } from 'zod';
import { judgeMended, judgeReview } from './judge-review.ts';
import { playProposal } from './play-proposal.ts';
import { SAMPLE_DAY, SAMPLE_FILES } from './sample-newsletter.ts';
import { type SampleSubmission, sampleSubmissions } from './sample-submissions.ts';
import type { Stage } from './stage.ts';

const REPOSITORY = 'weekly-anvil/newsletter';

/** Plays the submissions to the sample newsletter, and the pull request that fills its sections. Returns what was not as expected, a sentence each. */
export async function playSample(stage: Stage): Promise<readonly string[]> {
  const { screen, github } = stage;
  await screen.during('An organisation starts a newsletter and installs Copydesk', async () => {
    const date = `${SAMPLE_DAY}T08:00:00Z`;
    await github.act('createRepository', { repo: REPOSITORY, files: SAMPLE_FILES, isOrganization: true, date });
  });
  const complaints: string[] = [];
  for (const submission of sampleSubmissions) complaints.push(...(await play(stage, submission)));
  return [...complaints, ...(await playProposal(stage, REPOSITORY, 1))];
}

async function play(stage: Stage, submission: SampleSubmission): Promise<readonly string[]> {
  stage.announce(submission.intent);
  const number = await open(stage, submission);
  const seen = new Set<string>();
  const reviewed = await stage.showReview(REPOSITORY, number, seen);
  const complaints = [...judgeReview(reviewed, submission.expected)];
  if (submission.appliesSuggestions) {
    await stage.github.act('applySuggestions', { repo: REPOSITORY, number, by: submission.author });
    complaints.push(...judgeMended(await stage.showReview(REPOSITORY, number, seen)));
  }
  return complaints.map((complaint) => `#${number}: ${complaint}`);
}

async function open(stage: Stage, submission: SampleSubmission): Promise<number> {
  const { github } = stage;
  const { author, branch, title, body, path, text } = submission;
  await github.act('createUser', { login: author });
  await github.act('fork', { repo: REPOSITORY, by: author });
  const fork = `${author}/newsletter`;
  const commit = { branch, files: { [path]: text }, message: title };
  await github.act('push', { repo: fork, by: author, ...commit });
  const head = `${author}:${branch}`;
  const opened = await github.act('openPullRequest', { repo: REPOSITORY, by: author, head, title, body });
  return z.number().parse(opened['number']);
}
