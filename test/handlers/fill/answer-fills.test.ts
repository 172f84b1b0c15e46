import { expect, test } from '@jest/globals';
import { answerFills } from '../../../src/handlers/fill/answer-fills.ts';
import type { JudgedFill } from '../../../src/handlers/fill/fill-request.ts';
import type { Run } from '../../../src/handlers/fill/fill-run.ts';
import type { Trouble } from '../../../src/ports.ts';
import type { Answer, AnswerReaction } from '../../../src/review/answer.ts';
import { idleGitHub } from '../../support/idle-deps.ts';

function ask(commentId: string): JudgedFill {
  const place = { commentId, subjectId: 'I_1', number: 1, login: 'grace' };
  return {
    right: 'write',
    hasReply: false,
    replies: 0,
    isOnIssue: true,
    repositoryId: '1',
    command: { kind: 'command', ...place, sections: [], isMixed: false },
  };
}

/** Who is answered of three, where the first meets this trouble; and the trouble that is left. */
async function answer(trouble: Trouble) {
  const answered: string[] = [];
  const github = {
    ...idleGitHub,
    publishAnswer: (_: unknown, { commentId }: { readonly commentId: string }) => {
      if (commentId === 'IC_1') return Promise.resolve({ ok: false as const, trouble });
      answered.push(commentId);
      return Promise.resolve({ ok: true as const, value: undefined });
    },
  };
  const commands = ['IC_1', 'IC_2', 'IC_3'].map(ask);
  const run: Pick<Run, 'repository' | 'request'> = {
    repository: { installationId: 1, owner: 'ferris', repository: 'news' },
    request: { wish: 'command', sections: [], ticks: [], refusedTicks: [], commands },
  };
  const end = await answerFills(
    { ...run, deps: { github, markerKey: 'secret' } },
    { ok: true, value: { kind: 'published', names: undefined } },
  );
  return { answered, trouble: end.ok ? undefined : end.trouble.kind };
}

test('who asked in a locked conversation keeps nobody else from an answer', async () => {
  const told = await answer({ kind: 'not-permitted', missing: [], target: undefined });
  expect(told).toEqual({ answered: ['IC_2', 'IC_3'], trouble: 'not-permitted' });
});

test('where GitHub takes nothing from anybody, nobody else is tried', async () => {
  const told = await answer({ kind: 'limited', waitMilliseconds: 1000 });
  expect(told).toEqual({ answered: [], trouble: 'limited' });
});

test('of several who asked in one run each is told of what they named themselves', async () => {
  const answers = new Map<string, readonly [AnswerReaction | undefined, string]>();
  const github = {
    ...idleGitHub,
    publishAnswer: (_: unknown, { commentId, reactions, reply }: Answer) => {
      const body = reply?.kind === 'conversation' ? (reply.body.split('\n')[0] ?? '') : '';
      answers.set(commentId, [reactions[0], body]);
      return Promise.resolve({ ok: true as const, value: undefined });
    },
  };
  const commands = [
    name(ask('IC_1'), []),
    name(ask('IC_2'), ['recipes']),
    name(ask('IC_3'), ['updates, recipes, new songs', 'updates', 'recipes', 'new songs']),
    name(ask('IC_4'), ['approved rfcs', 'approved', 'rfcs']),
  ];
  const run: Pick<Run, 'repository' | 'request'> = {
    repository: { installationId: 1, owner: 'ferris', repository: 'news' },
    request: { wish: 'command', sections: [], ticks: [], refusedTicks: [], commands },
  };
  const names = new Set(['updates', 'approved-rfcs', 'approved rfcs']);
  await answerFills(
    { ...run, deps: { github, markerKey: 'secret' } },
    { ok: true, value: { kind: 'published', names } },
  );
  expect(Object.fromEntries(answers)).toEqual({
    IC_1: ['+1', ''],
    IC_2: ['confused', 'There is no such section to fill: name one by its heading, or none for all.'],
    IC_3: ['confused', 'There is no section `recipes, new songs` to fill: name it by its heading.'],
    IC_4: ['+1', ''],
  });
});

function name(judged: JudgedFill, sections: readonly string[]): JudgedFill {
  return { ...judged, command: { ...judged.command, sections } };
}
