import type { Ignore } from '../review/apply-ignores.ts';
import type { Asked } from './collect-orders.ts';

/** What people may have ignored here, by the rights they have now. Their words were taken before, or are taken with this review. */
export function listIgnores({ orders: { fresh, standing }, rights }: Asked): readonly Ignore[] {
  return [...standing, ...fresh].flatMap(({ remark: { login, isByAuthor }, commands }) => {
    const coversErrors = rights.get(login) === 'write';
    if (!coversErrors && !isByAuthor) return [];
    return commands.flatMap((command) =>
      command.kind === 'ignore' ? [{ rule: command.rule, login, reason: command.reason, coversErrors }] : [],
    );
  });
}
