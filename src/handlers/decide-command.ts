import type { Command } from '../commands/parse-command.ts';
import type { Remark } from '../ports.ts';
import type { Obstacle, Unreviewed, Verdict } from '../review/verdict.ts';
import { findNearestRule, isRule } from '../rules/find-nearest-rule.ts';
import { decideMove, decideSections, type Reviewed } from './decide-section.ts';
import type { Rights } from './collect-orders.ts';

/** What a command is judged by. */
export interface CommandFacts {
  readonly rights: Rights;
  /** Who has nothing to review yet is told why. */
  readonly review: Reviewed | Unreviewed;
}

/** What becomes of one command of a comment. Changes nothing: what is to be done was done with the review. */
export function decideCommand(command: Command, remark: Remark, facts: CommandFacts): Verdict {
  if ((remark.threadId !== undefined && command.kind !== 'ignore') || command.kind === 'fill')
    return refuse({ kind: 'in-thread' });
  if (command.kind === 'help' || command.kind === 'unknown') return { kind: command.kind };
  if (command.kind === 'ignore' && !isRule(command.rule)) return refuseRule(command.rule);
  const denial = findDenial(remark, facts.rights);
  if (denial !== undefined) return refuse(denial);
  if (command.kind === 'ignore') return decideIgnore(command.rule, remark, facts);
  const { review } = facts;
  if (typeof review === 'string') return refuse({ kind: review });
  switch (command.kind) {
    case 'recheck':
      return { kind: 'done' };
    case 'which-section':
      return decideSections(review);
    case 'section':
      return decideMove(command.name, review);
  }
}

/** Nobody is let in by a guess. */
function findDenial({ login, isByAuthor }: Remark, rights: Rights): Obstacle | undefined {
  const right = rights.get(login) ?? 'unknown';
  if (isByAuthor || right === 'write') return undefined;
  return { kind: right === 'unknown' ? 'permission-unknown' : 'not-permitted' };
}

function refuseRule(rule: string): Verdict {
  if (rule === '') return refuse({ kind: 'no-rule' });
  return refuse({ kind: 'unknown-rule', rule, nearest: findNearestRule(rule) });
}

function decideIgnore(rule: string, { login }: Remark, { rights, review }: CommandFacts): Verdict {
  if (rights.get(login) === 'write') return { kind: 'done' };
  const found = typeof review === 'string' ? [] : listFindings(review).filter((finding) => finding.rule === rule);
  const errors = found.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return { kind: 'done' };
  return errors === found.length ? refuse({ kind: 'only-errors', rule }) : { kind: 'errors-stay', rule };
}

/** Those that are ignored by now, too. */
function listFindings({ input: { findings, ignored } }: Reviewed) {
  return [...findings, ...ignored.map(({ finding }) => finding)];
}

function refuse(why: Obstacle): Verdict {
  return { kind: 'refused', why };
}
