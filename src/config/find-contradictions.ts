import type { DataProblem } from './describe-issue.ts';
import { findNearest } from './find-nearest.ts';
import { findProposalProblems } from './find-proposal-problems.ts';
import { getAt } from './get-at.ts';
import { listNamedSections, type NamedSection } from './named-sections.ts';
import type { Config } from './schema.ts';
import type { RuleOptions, WrittenConfig } from './written-schema.ts';

/** What the settings of rules are read from. */
interface Source {
  /** The file as plain data, without any default. */
  readonly data: unknown;
  readonly rules: RuleOptions;
}

/** What no schema sees: names that nothing bears, days in the wrong order, a folder with two meanings, times that never come. Only of what is written. */
export function findContradictions(
  written: WrittenConfig,
  { sections, grammars, paths }: Config,
  source: Source,
): readonly DataProblem[] {
  return [
    ...findUnreadSections(written, grammars),
    ...findUnknownRegions(written, sections),
    ...findUnknownSections(written, sections, source),
    ...findDoubledSections(written),
    ...findEmptySpans(written),
    ...findDoubledPaths(written, paths),
    ...findPatterns(written),
    ...findProposalProblems(written),
  ];
}

/** Sections of one's own of which none is of a region with a grammar: every rule about items would be silent. */
function findUnreadSections(written: WrittenConfig, grammars: Config['grammars']): readonly DataProblem[] {
  const { sections: [first] = [] } = written;
  const isRead = written.sections?.some(({ region }) => grammars[region] !== undefined) === true;
  if (first === undefined || isRead || written.grammars !== undefined) return [];
  const message = 'No region of these sections has a grammar, so their items would not be looked at: write {0}, say.';
  return [{ path: ['sections'], part: 'key', message, quotes: [`grammars: { ${first.region}: link }`] }];
}

function findUnknownRegions({ grammars = {} }: WrittenConfig, sections: Config['sections']): readonly DataProblem[] {
  const regions = [...new Set(sections.map(({ region }) => region))];
  return Object.keys(grammars)
    .filter((region) => !regions.includes(region))
    .map((region) =>
      describeUnknown(['grammars', region], 'key', { what: 'region of this name', name: region, names: regions }),
    );
}

function findUnknownSections(
  written: WrittenConfig,
  sections: Config['sections'],
  { data, rules }: Source,
): readonly DataProblem[] {
  const names = sections.map(({ name }) => name);
  const closed = (written.closures ?? []).map(({ section: name }, index): NamedSection => {
    return { path: ['closures', index, 'section'], part: 'value', name };
  });
  const above = (written.sections ?? []).flatMap(({ under }, index): readonly NamedSection[] =>
    under === undefined ? [] : [{ path: ['sections', index, 'under'], part: 'value', name: under }],
  );
  const inOptions = listRuleSettings(written).flatMap(({ path: place }) => {
    const [, id] = place;
    const schema = rules[String(id)];
    const path = [...place, 'options'];
    // As written: the parsed options hold defaults, which may name sections of another newsletter.
    return schema === undefined ? [] : listNamedSections(schema, getAt(data, path), path);
  });
  return [...closed, ...above, ...inOptions]
    .filter(({ name }) => !names.includes(name))
    .map(({ path, part, name }) => describeUnknown(path, part, { what: 'section of this name', name, names }));
}

function describeUnknown(
  path: readonly PropertyKey[],
  part: DataProblem['part'],
  { what, name, names }: { what: string; name: string; names: readonly string[] },
): DataProblem {
  const nearest = findNearest(name, names);
  const remedy = nearest === undefined ? 'name one of `sections`' : 'did you mean {1}';
  const message = `There is no ${what}, {0}: ${remedy}${nearest === undefined ? '.' : '?'}`;
  return { path, part, message, quotes: nearest === undefined ? [name] : [name, nearest] };
}

function findDoubledSections({ sections = [] }: WrittenConfig): readonly DataProblem[] {
  const seen = new Set<string>();
  return sections.flatMap(({ name, under = '', aliases = [] }, index) => {
    const problems: DataProblem[] = [];
    const headings = [
      { path: ['sections', index, 'name'], heading: name },
      ...aliases.map((alias, at) => ({ path: ['sections', index, 'aliases', at], heading: alias })),
    ];
    for (const { path, heading } of headings) {
      const key = JSON.stringify([under, heading]).toLowerCase();
      const message =
        'The heading {0} stands here a second time: take one of the two out, or say `under` what it stands.';
      if (seen.has(key)) problems.push({ path, part: 'value', message, quotes: [heading] });
      seen.add(key);
    }
    return problems;
  });
}

interface Span {
  readonly path: readonly PropertyKey[];
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** The settings of rules, each with its place. */
function listRuleSettings({ rules = {} }: WrittenConfig): readonly Span[] {
  return Object.entries(rules).flatMap(([id, settings]) => {
    if (settings === undefined || typeof settings === 'string') return [];
    if (!Array.isArray(settings)) return [{ ...settings, path: ['rules', id] }];
    return settings.map((span, index) => ({ ...span, path: ['rules', id, index] }));
  });
}

function findEmptySpans(written: WrittenConfig): readonly DataProblem[] {
  const closures = (written.closures ?? []).map((span, index) => ({ ...span, path: ['closures', index] }));
  return [...closures, ...listRuleSettings(written)].flatMap(({ path, from, until }: Span) => {
    if (from === undefined || until === undefined || from <= until) return [];
    const message = 'It would end before it begins, on {0}: write a later day.';
    return [{ path: [...path, 'until'], part: 'value' as const, message, quotes: [from] }];
  });
}

function findDoubledPaths({ paths: written = {} }: WrittenConfig, paths: Config['paths']): readonly DataProblem[] {
  const check = (key: 'drafts' | 'archive' | 'templates', other: 'drafts' | 'archive'): readonly DataProblem[] =>
    (written[key] ?? []).flatMap((path, index) => {
      if (!paths[other].includes(path)) return [];
      const message = `The path {0} is among \`${other}\` too: a path can have one meaning, so take one of the two out.`;
      return [{ path: ['paths', key, index], part: 'value' as const, message, quotes: [path] }];
    });
  const drafts = written.archive === undefined ? check('drafts', 'archive') : [];
  return [...drafts, ...check('archive', 'drafts'), ...check('templates', 'drafts'), ...check('templates', 'archive')];
}

/** Folders are taken by their names; a pattern would never meet one. */
function findPatterns({ paths = {} }: WrittenConfig): readonly DataProblem[] {
  return (['drafts', 'archive', 'templates'] as const).flatMap((key) =>
    (paths[key] ?? []).flatMap((path, index) => {
      if (!path.includes('*')) return [];
      const message = 'The path {0} holds a star, and patterns are not read: name the folder or the file itself.';
      return [{ path: ['paths', key, index], part: 'value' as const, message, quotes: [path] }];
    }),
  );
}
