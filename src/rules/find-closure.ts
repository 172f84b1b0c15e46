import type { Config } from '../config/schema.ts';
import type { RuleContext } from './define-rule.ts';

type Closure = Config['closures'][number];

/** The closure that keeps a section shut to the author on the day the pull request was opened; undefined where it is open. */
export function findClosure(
  section: string,
  { config, openedOn, author }: Pick<RuleContext, 'config' | 'openedOn' | 'author'>,
): Closure | undefined {
  return config.closures.find((closure) => {
    const { from = '', until = '9999-12-31' } = closure;
    if (closure.section !== section || openedOn < from || openedOn > until) return false;
    // Nobody is turned away by a guess: with an unknown permission only closures for everyone apply.
    return closure.for === 'everyone' || author.permission === 'read';
  });
}
