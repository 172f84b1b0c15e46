import { expect, test } from '@jest/globals';
import { answerFills } from '../../../src/handlers/fill/answer-fills.ts';
import type { JudgedFill } from '../../../src/handlers/fill/fill-request.ts';
import type { Run } from '../../../src/handlers/fill/fill-run.ts';
import type { GitHub, Trouble } from '../../../src/ports.ts';
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

/** A run has published what these commands asked for; sections have these names. */
function answerAll(github: GitHub, commands: readonly JudgedFill[], names: ReadonlySet<string> | undefined) {
  const repository = { installationId: 1, owner: 'ferris', repository: 'news' };
  const request: Run['request'] = { wish: 'command', sections: [], ticks: [], refusedTicks: [], commands };
  const run = { repository, request, deps: { github, markerKey: 'secret' } };
  return answerFills(run, { ok: true, value: { kind: 'published', names } });
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
  const end = await answerAll(github, ['IC_1', 'IC_2', 'IC_3'].map(ask), undefined);
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
  await answerAll(github, commands, new Set(['updates', 'approved-rfcs', 'approved rfcs']));
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
