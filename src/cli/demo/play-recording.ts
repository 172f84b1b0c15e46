import type { RecordedPull, RecordedPush } from './read-recorded-pull.ts';
import type { Recording } from './open-recording.ts';
import type { Stage } from './stage.ts';

const OWNER = 'replay';

/** About as many as the bot can comment on in a minute. */
const MANY = 20;

/**
 * Plays recorded pull requests, each on a newsletter of its own that is as it was on that day: what was opened or closed
 * later would change what is said. Nobody has write access. Returns nothing to complain of: what the bot says of a
 * recording is for people to judge.
 */
export async function playRecording(stage: Stage, { folder, pulls }: Recording): Promise<readonly string[]> {
  if (pulls.length > MANY) {
    stage.announce('Among so many the bot may rest for a minute: GitHub lets an app write 80 comments in that time.');
  }
  for (const pull of pulls) await play(stage, folder, pull);
  return [];
}

async function play(stage: Stage, folder: string, pull: RecordedPull): Promise<void> {
  stage.announce(`Pull request ${pull.number} of ${pull.openedAt.slice(0, 10)}, as it was first pushed.`);
  const repository = await open(stage, folder, pull);
  const seen = new Set<string>();
  await stage.showReview(repository, pull.number, seen);
  for (const push of pull.pushes.slice(1)) {
    await moveTo(stage, repository, pull, push);
    await stage.showReview(repository, pull.number, seen);
  }
}

async function open(stage: Stage, folder: string, pull: RecordedPull): Promise<string> {
  const { github } = stage;
  const { number, author, title, openedAt } = pull;
  const repository = `${OWNER}/newsletter-${number}`;
  const refs = [`+refs/pull/${number}/*:refs/imported/pull/${number}/*`];
  await github.act('createRepository', { repo: repository, from: folder, refs, isOrganization: true });
  await github.act('createUser', { login: author });
  const [first] = pull.pushes;
  if (first !== undefined) await setMain(stage, repository, first.base);
  await github.act('fork', { repo: repository, by: author });
  if (first !== undefined) await moveBranch(stage, pull, first);
  const head = `${author}:${branchOf(pull)}`;
  await github.act('openPullRequest', { repo: repository, by: author, head, title, number, createdAt: openedAt });
  return repository;
}

/** A later push may stand on a newer newsletter. */
async function moveTo(stage: Stage, repository: string, pull: RecordedPull, push: RecordedPush) {
  if (push.base !== pull.pushes[0]?.base) await setMain(stage, repository, push.base);
  await moveBranch(stage, pull, push);
}

async function setMain({ github }: Stage, repository: string, sha: string): Promise<void> {
  await github.act('setBranch', { repo: repository, by: OWNER, branch: 'main', sha });
}

async function moveBranch({ github }: Stage, pull: RecordedPull, push: RecordedPush): Promise<void> {
  const fork = `${pull.author}/newsletter-${pull.number}`;
  await github.act('setBranch', { repo: fork, by: pull.author, branch: branchOf(pull), sha: push.sha });
}

function branchOf(pull: RecordedPull): string {
  return `submission-${pull.number}`;
}
