import { z } from 'zod';

/**
 * The name of a section in the options of a rule; one that no section bears is a mistake of the configuration. It is known by being this
 * very schema: describe it from outside, by what holds it.
 */
export const sectionNameSchema = z.string().describe('the name of a section');

/** A name that somebody wrote, and where in the data: as a value, or as a key. */
export interface NamedSection {
  readonly path: readonly PropertyKey[];
  readonly part: 'value' | 'key';
  readonly name: string;
}

/** The names of sections that data holds, by the schema that it fits. */
export function listNamedSections(
  schema: z.core.$ZodType,
  data: unknown,
  path: readonly PropertyKey[],
): readonly NamedSection[] {
  if (schema === sectionNameSchema) return typeof data === 'string' ? [{ path, part: 'value', name: data }] : [];
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return listNamedSections(schema.unwrap(), data, path);
  if (typeof data !== 'object' || data === null) return [];
  if (schema instanceof z.ZodArray && Array.isArray(data))
    return data.flatMap((one: unknown, index) => listNamedSections(schema.element, one, [...path, index]));
  if (schema instanceof z.ZodRecord && schema.keyType === sectionNameSchema)
    return Object.keys(data).map((name) => ({ path: [...path, name], part: 'key', name }));
  if (!(schema instanceof z.ZodObject)) return [];
  const values = new Map<string, unknown>(Object.entries(data));
  return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, inner]) =>
    listNamedSections(inner, values.get(key), [...path, key]),
  );
}
