import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { SEVERITIES } from '../../../src/findings/finding.ts';
import { parseJson } from '../../../src/shared/parse-json.ts';
import type { Counts, RuleFigures } from './measure-rules.ts';

const shareSchema = z.strictObject({ findings: z.number(), pulls: z.number(), mended: z.number(), wrong: z.number() });
const partsSchema = z.strictObject({ before: shareSchema, since: shareSchema });
const snapshotSchema = z.record(
  z.string(),
  z.strictObject({ error: partsSchema.optional(), warning: partsSchema.optional(), hint: partsSchema.optional() }),
);

/**
 * Findings of contributors' first pushes, how many pull requests they come from, how many of them editors changed or
 * refused, and how many were false alarms or nobody has read.
 */
export type RuleShare = z.infer<typeof shareSchema>;

/** How right each rule is, by rule and severity: what the table of rules shows. */
export type PrecisionSnapshot = z.infer<typeof snapshotSchema>;

const FILE = new URL('../precision.json', import.meta.url);

/** The committed figures. Throws where the file is missing or of another form. */
export function readPrecision(): PrecisionSnapshot {
  return snapshotSchema.parse(parseJson(readFileSync(FILE, 'utf8')));
}

/** Replaces the committed figures. */
export function writePrecision(figures: readonly RuleFigures[]): void {
  writeFileSync(FILE, renderPrecision(toPrecision(figures)));
}

/** What of the figures is committed. */
export function toPrecision(figures: readonly RuleFigures[]): PrecisionSnapshot {
  const rules = Map.groupBy(figures, ({ rule }) => rule);
  return Object.fromEntries(
    [...rules].map(([rule, rows]) => [
      rule,
      Object.fromEntries(
        rows.map(({ severity, before, since }) => [severity, { before: toShare(before), since: toShare(since) }]),
      ),
    ]),
  );
}

function toShare({ findings, pulls, refused, changed, falseAlarms, unjudged }: Counts): RuleShare {
  return { findings, pulls, mended: refused + changed, wrong: falseAlarms + unjudged };
}

/** A part a line, so that a change shows what it adds or loses; as Prettier would have it. */
function renderPrecision(snapshot: PrecisionSnapshot): string {
  const rules = Object.entries(snapshot).map(([rule, severities]) => {
    const rows = SEVERITIES.flatMap((severity) => {
      const parts = severities[severity];
      return parts === undefined ? [] : [`    "${severity}": {\n${renderParts(parts)}\n    }`];
    });
    return `  "${rule}": {\n${rows.join(',\n')}\n  }`;
  });
  return `{\n${rules.join(',\n')}\n}\n`;
}

function renderParts({ before, since }: z.infer<typeof partsSchema>): string {
  const render = ({ findings, pulls, mended, wrong }: RuleShare): string =>
    `{ "findings": ${findings}, "pulls": ${pulls}, "mended": ${mended}, "wrong": ${wrong} }`;
  return `      "before": ${render(before)},\n      "since": ${render(since)}`;
}
