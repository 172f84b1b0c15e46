import { z } from 'zod';
import type { FillOrder, Job } from '../../ports/job.ts';
import { toCommitSha, toRepositoryPath } from '../../shared/brand.ts';

const repositorySchema = z.object({ installationId: z.number(), owner: z.string(), repository: z.string() });
const causeSchema = z.object({ delivery: z.string(), event: z.string() });
const shaSchema = z.string().transform(toCommitSha);
const pathSchema = z.string().transform(toRepositoryPath);

const orderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('schedule') }),
  z.object({
    kind: z.literal('command'),
    ...{ commentId: z.string(), subjectId: z.string(), number: z.number(), login: z.string() },
    ...{ sections: z.array(z.string()).readonly(), isMixed: z.boolean() },
  }),
  z.object({
    kind: z.literal('tick'),
    ...{ number: z.number(), login: z.string() },
    tasks: z.array(z.tuple([z.string(), z.boolean()]).readonly()).readonly(),
  }),
]) satisfies z.ZodType<FillOrder>;

const jobSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('review'),
    ref: repositorySchema.extend({ number: z.number() }),
    announced: z.object({
      outdatedHead: shaSchema.optional(),
      commentId: z.string().optional(),
      outdatedComment: z.string().optional(),
      isAskedFor: z.boolean().optional(),
    }),
    cause: causeSchema,
  }),
  z.object({ kind: z.literal('review-open'), repository: repositorySchema, cause: causeSchema }),
  z.object({
    kind: z.literal('review-if-drafts-changed'),
    repository: repositorySchema,
    cameOrWent: z.array(pathSchema).readonly(),
    cause: causeSchema,
  }),
  z.object({ kind: z.literal('review-head'), repository: repositorySchema, head: shaSchema, cause: causeSchema }),
  z.object({
    kind: z.literal('fill'),
    repository: repositorySchema,
    orders: z.array(orderSchema).readonly(),
    cause: causeSchema,
  }),
  z.object({ kind: z.literal('learn-week'), repository: repositorySchema, cause: causeSchema }),
  z.object({ kind: z.literal('reconcile'), cause: causeSchema }),
  z.object({ kind: z.literal('reconcile-repository'), repository: repositorySchema, cause: causeSchema }),
]) satisfies z.ZodType<Job>;

/** A job as the queue keeps it. A process of another version may have written it, so it is read with care. */
export const keptJobSchema = z.object({
  job: jobSchema,
  /** How often it came back, as a turn tells. */
  attempt: z.number(),
  troubles: z.number().default(0),
  /** When it was asked for, ISO 8601. */
  since: z.string(),
});

export type KeptJob = z.infer<typeof keptJobSchema>;
