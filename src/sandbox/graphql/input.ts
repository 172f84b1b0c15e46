import { type Fields, fieldsOf, textOf } from '../fields.ts';
import type { View } from './view.ts';

/** The one argument every mutation has. */
export function inputOf(args: Fields): Fields {
  return fieldsOf(args, 'input') ?? {};
}

/** What every mutation gives back: the caller's own name for it, and its results. */
export function answerMutation(input: Fields, results: View): View {
  return { clientMutationId: textOf(input, 'clientMutationId') ?? null, ...results };
}
