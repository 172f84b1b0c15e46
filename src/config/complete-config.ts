import type { Config } from './schema.ts';
import type { WrittenConfig } from './written-schema.ts';

type Entries = Config['rules'][string];
type Written = NonNullable<NonNullable<WrittenConfig['rules']>[string]>;

/** Fills what a file leaves out: keys replace whole, `paths` key by key, `rules` rule by rule. */
export function completeConfig(written: WrittenConfig, defaults: Config): Config {
  return {
    paths: completePaths(written.paths ?? {}, defaults.paths),
    sections: written.sections ?? defaults.sections,
    grammars: written.grammars ?? defaults.grammars,
    closures: written.closures ?? defaults.closures,
    bullet: written.bullet ?? defaults.bullet,
    prefixes: written.prefixes ?? defaults.prefixes,
    trackingParameters: written.trackingParameters ?? defaults.trackingParameters,
    pages: written.pages ?? defaults.pages,
    welcome: written.welcome ?? defaults.welcome,
    fill: completeFill(written.fill ?? {}, defaults.fill),
    mode: written.mode ?? defaults.mode,
    proposal: completeProposal(written.proposal ?? {}, defaults.proposal),
    rules: { ...defaults.rules, ...toEntries(written.rules ?? {}) },
  };
}

function completePaths(written: NonNullable<WrittenConfig['paths']>, defaults: Config['paths']): Config['paths'] {
  return {
    drafts: written.drafts ?? defaults.drafts,
    archive: written.archive ?? defaults.archive,
    templates: written.templates ?? defaults.templates,
    extensions: written.extensions ?? defaults.extensions,
  };
}

function completeFill(written: NonNullable<WrittenConfig['fill']>, defaults: Config['fill']): Config['fill'] {
  return {
    cut: written.cut ?? defaults.cut,
    updates: written.updates ?? defaults.updates,
    perfTriage: written.perfTriage ?? defaults.perfTriage,
    approvedRfcs: written.approvedRfcs ?? defaults.approvedRfcs,
    finalCommentPeriod: written.finalCommentPeriod ?? defaults.finalCommentPeriod,
    callsForTesting: written.callsForTesting ?? defaults.callsForTesting,
    newRfcs: written.newRfcs ?? defaults.newRfcs,
  };
}

function completeProposal(
  written: NonNullable<WrittenConfig['proposal']>,
  defaults: Config['proposal'],
): Config['proposal'] {
  return {
    branch: written.branch ?? defaults.branch,
    title: written.title ?? defaults.title,
    timeZone: written.timeZone ?? defaults.timeZone,
    fill: written.fill ?? defaults.fill,
    refresh: written.refresh ?? defaults.refresh,
    freeze: written.freeze ?? defaults.freeze,
  };
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
