// Replies to `/copydesk fill` while GitHub stumbles: one reply and one reaction in the end, wherever the command stands.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type ProposalScenario, startProposal } from '../support/start-proposal.ts';
import { REPOSITORY, useScenarios } from '../support/start-scenario.ts';

const start = useScenarios(startProposal);
let scenario: ProposalScenario;
beforeEach(async () => {
  scenario = await start();
});

const commentsSchema = z.array(
  z.object({
    body: z.string(),
    user: z.object({ login: z.string() }),
    reactions: z.record(z.string(), z.unknown()),
  }),
);

const ASK = '/copydesk fill recipes';

/** Where the command stands: an issue, or a pull request. */
async function openThread(where: 'issue' | 'pull request'): Promise<number> {
  if (where === 'pull request') return scenario.submit({ by: 'ada', files: { 'README.md': 'Hello\n' } });
  return (await scenario.sandbox.people.openIssue({ repo: REPOSITORY, by: 'ada', title: 'A plan' })).number;
}

/** Writes a command; of one on an issue nobody tells, so that the bot finds it when it looks everything over. */
async function ask(where: 'issue' | 'pull request', number: number, body = ASK): Promise<void> {
  const { people } = scenario.sandbox;
  const comment = { repo: REPOSITORY, number, by: 'grace', body };
  await (where === 'issue' ? people.remark(comment) : people.comment(comment));
  await scenario.settle();
  await scenario.look();
}

/** What the bot said, and how often it reacted to what others said. */
async function tell() {
  const { people, url } = scenario.sandbox;
  const { token } = await people.createUser({ login: 'reader' });
  const headers = { authorization: `Bearer ${token}` };
  const reply = await fetch(`${url}/repos/${REPOSITORY}/issues/comments?per_page=100`, { headers });
  const comments = commentsSchema.parse(await reply.json());
  const sum = (name: string): number => comments.reduce((all, { reactions }) => all + Number(reactions[name]), 0);
  const said = comments.filter(({ user }) => user.login === 'copydesk[bot]').map(({ body }) => body.split('\n')[0]);
  return { said, done: sum('+1'), refused: sum('confused') };
}

test('where the app may not write on issues, the log names that permission, and pull requests are answered all the same', async () => {
  scenario = await start({ mode: 'review', issues: 'read' });
  await ask('issue', await openThread('issue'));
  expect(await tell()).toEqual({ said: [], done: 0, refused: 0 });
  const missing = scenario.logLines.filter((line) => line.includes('not-permitted')).join('');
  expect(missing).toContain('"missing":["issues: write"]');
  expect(missing).not.toContain('pull requests');
  await ask('pull request', await openThread('pull request'));
  expect(await tell()).toEqual(ONCE);
});

const ONCE = {
  said: ['There is no such section to fill: name one by its heading, or none for all.'],
  done: 0,
  refused: 1,
};

test('a stranger who asks again and again is told so often, and then no more; who may ask is answered all the same', async () => {
  scenario = await start({ mode: 'review' });
  const number = await openThread('pull request');
  for (let time = 0; time < 33; time += 1) {
    await scenario.sandbox.people.comment({ repo: REPOSITORY, number, by: 'stranger', body: '/copydesk fill' });
    await scenario.settle();
    await scenario.clock.sleep(120_000);
  }
  expect(await tell()).toMatchObject({ done: 0, refused: 30 });
  expect((await tell()).said).toHaveLength(30);
  await ask('pull request', number);
  expect((await tell()).said.at(-1)).toBe(ONCE.said[0]);
});

describe.each(['issue', 'pull request'] as const)('on some %s', (where) => {
  const requests = ['mutation addComment', 'mutation addReaction'];
  const kinds = ['bad-gateway-before', 'bad-gateway-after', 'cut-after'] as const;

  test.each(requests.flatMap((on) => kinds.map((kind) => [on, kind] as const)))('%s, %s', async (on, kind) => {
    const number = await openThread(where);
    scenario.sandbox.faults.addApiFault({ on, times: 1, fault: { kind } });
    await ask(where, number);
    expect(await tell()).toEqual(ONCE);
  });

  test('a process that ends between reply and reaction', async () => {
    const number = await openThread(where);
    scenario.sandbox.faults.addApiFault({ on: 'mutation addReaction', fault: { kind: 'bad-gateway-before' } });
    await ask(where, number);
    expect(await tell()).toEqual({ ...ONCE, refused: 0 });
    scenario.sandbox.faults.clear();
    await scenario.restart();
    await scenario.look();
    expect(await tell()).toEqual(ONCE);
  });

  test('somebody who writes the reply’s words is no reply', async () => {
    const number = await openThread(where);
    const fault = { kind: 'bad-gateway-before' } as const;
    scenario.sandbox.faults.addApiFault({ on: 'mutation addComment', times: 1, fault });
    await ask(where, number, `${ASK}\n\n${ONCE.said.join('')}`);
    expect(await tell()).toEqual(ONCE);
  });

  test('a second command is answered for itself', async () => {
    const number = await openThread(where);
    await ask(where, number);
    await ask(where, number);
    expect(await tell()).toEqual({ said: [...ONCE.said, ...ONCE.said], done: 0, refused: 2 });
  });
});
