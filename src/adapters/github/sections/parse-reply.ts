import type { z } from 'zod';

/** A reply by GitHub's schema, without the empty records that stand for other kinds of things. */
type Present<Reply> =
  Reply extends Record<PropertyKey, never>
    ? never
    : Reply extends readonly (infer Item)[]
      ? Present<Item>[]
      : Reply extends object
        ? { [Key in keyof Reply]: Present<Reply[Key]> }
        : Reply;

/** A schema that every reply permitted by GitHub's fits; another one does not compile. */
type Fitting<Reply, Schema extends z.ZodType> = Schema & (Present<Reply> extends z.input<Schema> ? unknown : never);

/** Reads a reply; throws where it is not what the schema says, which GitHub's own does not permit. */
export function parseReply<Reply, Schema extends z.ZodType>(
  schema: Fitting<Reply, Schema>,
  reply: unknown,
): z.output<Schema> {
  return schema.parse(reply);
}
