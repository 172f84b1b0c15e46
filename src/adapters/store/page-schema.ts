import { z } from 'zod';
import type { StoredPage } from '../../ports/pages.ts';

/** JSON leaves out what is undefined. */
function maybe<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().transform((value) => value);
}

const text = z.string();

const evidence = z.object({
  url: text,
  finalUrl: text,
  isPermanent: z.boolean(),
  status: maybe(z.number()),
  checkedAt: text,
});

const contentSchema = z.object({
  mediaType: text,
  titles: z.object({ openGraph: maybe(text), document: maybe(text), heading: maybe(text), site: maybe(text) }),
  canonical: maybe(text),
  language: maybe(text),
  detectedLanguage: maybe(text),
  medium: maybe(z.enum(['video', 'audio'])),
  isFree: maybe(z.boolean()),
  publishedOn: maybe(text),
  codeShare: maybe(z.number()),
  sample: text,
});

/** What is kept of a page, as JSON has it. */
export const storedPageSchema = z.object({
  facts: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('page'), evidence, content: contentSchema }),
    z.object({
      kind: z.literal('unreachable'),
      reason: z.enum(['not-found', 'gone', 'no-such-host', 'certificate']),
      evidence,
    }),
    z.object({
      kind: z.literal('refused'),
      reason: z.enum(['scheme', 'port', 'credentials', 'address', 'malformed']),
      evidence,
    }),
    z.object({
      kind: z.literal('unverified'),
      reason: z.enum(['denied', 'server', 'time-out', 'network', 'too-large', 'redirects', 'unreadable']),
      evidence,
    }),
  ]),
  validators: z.object({ etag: maybe(text), lastModified: maybe(text) }),
}) satisfies z.ZodType<StoredPage>;
