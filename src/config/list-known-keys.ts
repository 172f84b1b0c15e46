import { z } from 'zod';

const nodeSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
});

/**
 * Lists the keys that a schema knows at a path of data, for hints; all of them where several shapes are possible. The
 * schema is written out once, since that takes milliseconds and a file may have thousands of unknown keys.
 */
export function createKeyLister(schema: z.ZodType): (path: readonly PropertyKey[]) => readonly string[] {
  const root: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return (path) => {
    const nodes = path.reduce<readonly unknown[]>(
      (present, key) => present.flatMap((node) => descend(node, key)),
      [root],
    );
    return nodes.flatMap(spread).flatMap((node) => Object.keys(node.properties ?? {}));
  };
}

type Node = z.infer<typeof nodeSchema>;

/** A node's shapes. */
function spread(node: unknown): readonly Node[] {
  const { data } = nodeSchema.safeParse(node);
  return data === undefined ? [] : [data, ...(data.anyOf ?? []).flatMap(spread)];
}

function descend(node: unknown, key: PropertyKey): readonly unknown[] {
  return spread(node).flatMap(({ properties = {}, items, additionalProperties }) => {
    if (typeof key === 'number') return items === undefined ? [] : [items];
    const found = Object.entries(properties).find(([name]) => name === key)?.[1] ?? additionalProperties;
    return found === undefined ? [] : [found];
  });
}
