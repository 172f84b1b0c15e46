import { z } from 'zod';
import { parseMarker, renderMarker } from '../wording/marker.ts';
import { packContents, unpackContents } from './generated-record.ts';
import type { ProposalMemory } from './proposal-facts.ts';

/** Where a memory is written down, and with which key it is signed. */
export interface MemorySignature {
  /** As a marker's scope has it. */
  readonly repositoryId: string;
  readonly key: string;
}

const memorySchema = z.object({
  issue: z.string(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  generated: z.string(),
});

/**
 * The hidden line that remembers what was generated. A proposal has no number before it is opened, so that the marker
 * holds for the repository and names its issue.
 */
export function renderMemory({ generated, ...memory }: ProposalMemory, signature: MemorySignature): string {
  return renderMarker({ ...memory, generated: packContents(generated) }, toScope(signature), signature.key);
}

/** What the body of an own proposal for this issue remembers; undefined where nothing that we signed stands in it. */
export function parseMemory(body: string, issue: string, signature: MemorySignature): ProposalMemory | undefined {
  const { data } = memorySchema.safeParse(parseMarker(body, toScope(signature), signature.key));
  if (data?.issue !== issue) return undefined;
  const generated = unpackContents(data.generated);
  return generated && { ...data, generated };
}

function toScope({ repositoryId }: MemorySignature) {
  return { repositoryId, number: 0, kind: 'proposal' } as const;
}
