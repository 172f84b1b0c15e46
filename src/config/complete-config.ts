import type { Config } from './schema.ts';
import type { WrittenConfig } from './written-schema.ts';

type Entries = Config['rules'][string];
type Written = NonNullable<NonNullable<WrittenConfig['rules']>[string]>;

/** Fills what a file leaves out: keys replace whole; `paths`, `fill` and `proposal` key by key, `rules` rule by rule. */
export function completeConfig({ paths, fill, proposal, rules, ...others }: WrittenConfig, defaults: Config): Config {
  return {
    ...complete(others, defaults),
    paths: complete(paths ?? {}, defaults.paths),
    fill: complete(fill ?? {}, defaults.fill),
    proposal: complete(proposal ?? {}, defaults.proposal),
    rules: { ...defaults.rules, ...toEntries(rules ?? {}) },
  };
}

function complete<T extends object>(written: { readonly [Key in keyof T]?: T[Key] | undefined }, defaults: T): T {
  const given = Object.entries(written).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) };
}

function toEntries(rules: NonNullable<WrittenConfig['rules']>): Config['rules'] {
  const given = Object.entries(rules).flatMap(([id, settings]): [string, Entries][] =>
    settings === undefined ? [] : [[id, toList(settings)]],
  );
  return Object.fromEntries(given);
}

function toList(written: Written): Entries {
  if (typeof written === 'string') return [{ severity: written }];
  const list = Array.isArray(written) ? written : [written];
  return list.map(({ options, ...settings }) => (isRecord(options) ? { ...settings, options } : settings));
}

/** Options are strict objects, which the type of a rule's schema does not tell. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
