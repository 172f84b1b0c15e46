import type { Trouble } from '../../ports.ts';
import type { MutationFailure } from './installation-client.ts';

/** What it means that a field of a mutation failed, with the permission that it takes. Where GitHub itself stumbles, it gives no type. */
export function explainFailure({ alias, type, message }: MutationFailure, permission: string): Trouble {
  if (type === 'FORBIDDEN') return { kind: 'not-permitted', missing: [permission], target: undefined };
  const reason = `${alias}: ${message}`;
  // What is gone by now may be there again once everything is read and planned anew.
  const isOpen = type === undefined || type === 'NOT_FOUND';
  return { kind: isOpen ? 'unknown-outcome' : 'refused', reason };
}
