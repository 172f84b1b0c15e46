import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildSchema, type GraphQLSchema } from 'graphql';

let known: GraphQLSchema | undefined;

/** GitHub's published schema, built with the first request of a process: it takes half a second. */
export function loadSchema(): GraphQLSchema {
  known ??= buildSchema(readPublished(), { assumeValidSDL: true, noLocation: true });
  return known;
}

/** Nobody reads the descriptions here, and they are most of the text to parse. */
function readPublished(): string {
  const file = createRequire(import.meta.url).resolve('@octokit/graphql-schema/schema.graphql');
  return readFileSync(file, 'utf8').replace(/^ *"""[\s\S]*?"""$/gm, '');
}
