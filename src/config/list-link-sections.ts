import type { Config } from './schema.ts';

/** The names of today's sections whose items are links. */
export function listLinkSections({ sections, grammars }: Config): ReadonlySet<string> {
  return new Set(sections.filter(({ region }) => grammars[region] === 'link').map(({ name }) => name));
}
