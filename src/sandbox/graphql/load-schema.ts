import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';

let known: GraphQLSchema | undefined;

/** GitHub's published schema, built with the first request of a process: it takes half a second. */
export function loadSchema(): GraphQLSchema {
  known ??= buildSchema(readPublished(), { assumeValidSDL: true, noLocation: true });
  return known;
}

/** The package keeps its text from importers, so it is read as the file it is. */
const PUBLISHED = new URL('../../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url);

/** Nobody reads the descriptions here, and they are most of the text to parse. */
function readPublished(): string {
  return readFileSync(PUBLISHED, 'utf8').replace(/^ *"""[\s\S]*?"""$/gm, '');
}
