import type { Config } from './schema.ts';

/** Whether contributors put links there: where the items of a region are links, or where no section is (`other`). */
export function mayHoldLinks({ grammars }: Pick<Config, 'grammars'>, region: string): boolean {
  return grammars[region] === 'link' || region === 'other';
}
