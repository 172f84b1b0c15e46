import { z } from 'zod';
import { parseMarker, renderMarker } from '../wording/marker.ts';
import { packRecord, unpackRecord } from './pack-record.ts';
import type { ProposalMemory, SectionSpans, TickMemory } from './proposal-facts.ts';

/** Where a memory is written down, and with which key it is signed. */
export interface MemorySignature {
  /** As a marker's scope has it. */
  readonly repositoryId: string;
  readonly key: string;
}

const memorySchema = z.object({
  issue: z.string(),
  until: z.iso.datetime().optional(),
  generated: z.string(),
  /** Packed; a marker that has none has one window for all sections, which begins at `from`. */
  spans: z.string().optional(),
  from: z.iso.datetime().optional(),
  ticks: z.string().optional(),
  written: z.string().optional(),
  conflicts: z.string().optional(),
});

const contentsSchema = z.array(z.tuple([z.string(), z.string()]));

const spansSchema = z.array(z.tuple([z.string(), z.iso.datetime(), z.iso.datetime().nullable()]));

const conflictsSchema = z.array(z.tuple([z.string(), z.array(z.string())]));

const ticksSchema = z.object({
  automatic: z.array(z.string()),
  people: z.array(z.tuple([z.string(), z.boolean()])),
  /** An earlier version knew nothing of it. */
  out: z.array(z.string()).default([]),
});

/**
 * The hidden line that remembers what was generated. A proposal has no number before it is opened, so that the marker
 * holds for the repository and names its issue.
 */
export function renderMemory(memory: ProposalMemory, signature: MemorySignature): string {
  const { issue, until, spans, generated, ticks, written, conflicts } = memory;
  const packed = ticks && { automatic: [...ticks.automatic], people: [...ticks.people], out: [...ticks.out] };
  const payload = {
    issue,
    ...(until === undefined ? {} : { until }),
    generated: packRecord([...generated]),
    spans: packRecord([...spans].map(([id, span]) => [id, span.from, span.until ?? null])),
    ...(packed === undefined ? {} : { ticks: packRecord(packed) }),
    ...(written === undefined ? {} : { written }),
    ...(conflicts.size === 0 ? {} : { conflicts: packRecord([...conflicts]) }),
  };
  return renderMarker(payload, toScope(signature), signature.key);
}

/** What the body of an own proposal for this issue remembers; undefined where nothing that we signed stands in it. */
export function parseMemory(body: string, issue: string, signature: MemorySignature): ProposalMemory | undefined {
  const { data } = memorySchema.safeParse(parseMarker(body, toScope(signature), signature.key));
  if (data?.issue !== issue) return undefined;
  const contents = contentsSchema.safeParse(unpackRecord(data.generated)).data;
  if (contents === undefined) return undefined;
  const generated = new Map(contents);
  const spans = readSpans(data, [...generated.keys()]);
  const conflicts = new Map(conflictsSchema.safeParse(unpackRecord(data.conflicts ?? '')).data);
  const { until, written, ticks = '' } = data;
  return spans && { issue, until, spans, generated, conflicts, ticks: readTicks(ticks), written };
}

function readTicks(packed: string): TickMemory | undefined {
  const { data } = ticksSchema.safeParse(unpackRecord(packed));
  return data && { automatic: new Set(data.automatic), people: new Map(data.people), out: new Set(data.out) };
}

function readSpans(
  { spans, from, until }: z.infer<typeof memorySchema>,
  generatedIds: readonly string[],
): SectionSpans | undefined {
  if (spans === undefined)
    return from === undefined ? undefined : new Map(generatedIds.map((id) => [id, { from, until }]));
  const { data } = spansSchema.safeParse(unpackRecord(spans));
  return data && new Map(data.map(([id, start, end]) => [id, { from: start, until: end ?? undefined }]));
}

function toScope({ repositoryId }: MemorySignature) {
  return { repositoryId, number: 0, kind: 'proposal' } as const;
}
