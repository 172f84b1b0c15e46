import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { DRAFT } from '../../test/support/sample-newsletter.ts';
import { authorOf, ownerOf, PROPOSAL_BRANCH, repositoryOf, writeDraft } from './scene.ts';
import type { Deed } from './story.ts';

/** Where deeds are done, and what the story's pull requests are numbered there. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly numbers: Map<number, number>;
}

/** Does one deed. Until a deadline, by the clock of `performance`, an editor waits for a proposal that went wrong at first. */
export async function act(stage: Stage, deed: Deed, deadline: number): Promise<void> {
  const { people } = stage.sandbox;
  const { pull } = deed;
  const [by, repo] = [authorOf(pull), repositoryOf(pull)];
  const branch = `branch-${pull}`;
  const push = (round: number) =>
    people.push({ repo: `${by}/news`, by, branch, files: { [DRAFT]: writeDraft(pull, round) } });
  switch (deed.kind) {
    case 'open': {
      await push(0);
      const { number } = await people.openPullRequest({ repo, by, head: `${by}:${branch}`, title: `Links ${pull}` });
      stage.numbers.set(pull, number);
      return;
    }
    case 'push':
      await push(deed.round);
      return;
    case 'say': {
      const number = stage.numbers.get(pull) ?? 0;
      await people.comment({ repo, number, by: deed.isEditor ? ownerOf(pull) : by, body: deed.body });
      return;
    }
    case 'untick':
      await untick(stage, deed, deadline);
  }
}

/** As GitHub does when somebody clicks: the description as it is at that moment, with one mark changed. */
async function untick({ sandbox }: Stage, { pull, entry }: Deed & { kind: 'untick' }, deadline: number) {
  const [by, repo] = [ownerOf(pull), repositoryOf(pull)];
  const { token } = await sandbox.people.createUser({ login: by });
  while (performance.now() < deadline) {
    const proposal = await readProposal(`${sandbox.url}/repos/${repo}/pulls`, by, token);
    const body = proposal?.body.replace(new RegExp(`^- \\[x\\](?= \\[shell ${entry}\\])`, 'm'), '- [ ]');
    if (proposal !== undefined && body !== undefined && body !== proposal.body) {
      await sandbox.people.editPullRequest({ repo, number: proposal.number, by, body });
      return;
    }
    await wait(500);
  }
}

const proposalsSchema = z.array(z.object({ number: z.number(), body: z.string() }));

async function readProposal(pulls: string, owner: string, token: string) {
  const reply = await fetch(`${pulls}?head=${owner}:${PROPOSAL_BRANCH}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return proposalsSchema.safeParse(await reply.json()).data?.[0];
}
