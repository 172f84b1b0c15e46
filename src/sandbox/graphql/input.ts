import { type Fields, fieldsOf } from '../fields.ts';

/** The one argument every mutation has. */
export function inputOf(args: Fields): Fields {
  return fieldsOf(args, 'input') ?? {};
}
