import { z } from 'zod';
import { CONFIG_PATH } from '../../config/config-problem.ts';
import { type Configuration, defaultConfiguration, type ReadConfig } from '../../config/configuration.ts';
import type { ConfigReading } from '../../config/read-config.ts';
import type { Config } from '../../config/schema.ts';
import type { RepositoryRef } from '../../ports.ts';
import type { Latest } from '../../shared/latest.ts';
import { toRepositoryKey } from '../../shared/repository-key.ts';
import type { InstallationClient } from './installation-client.ts';
import { BLOB, blobSchema, nodesOf } from './pull-request-query.ts';
import { toBlobText } from './read-texts.ts';

/** A repository's configuration as it was when the file on its default branch was the blob of this id, or missing. */
export interface KnownConfiguration {
  readonly blob: string | undefined;
  readonly configuration: Configuration;
}

export interface ConfigurationOptions {
  readonly read: ReadConfig;
  /** What is known, by repository. */
  readonly known: Latest<KnownConfiguration>;
}

/** The file on the default branch, a field of a repository. */
export const CONFIGURATION = `
        configuration: object(expression: "HEAD:${CONFIG_PATH}") { oid ${BLOB} }`;

/** null where there is none. */
export const configurationSchema = blobSchema.extend({ oid: z.string() }).nullish();

const CONFIGURATION_QUERY = `
  query ReadConfiguration($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {${CONFIGURATION}
    }
  }`;

const replySchema = z.object({ repository: z.object({ configuration: configurationSchema }).nullable() });

/** How many earlier versions are looked at for one without a mistake. */
const MAX_VERSIONS = 20;

const HISTORY_QUERY = `
  query ReadConfigurationHistory($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      object(expression: "HEAD") {
        ... on Commit {
          history(first: ${MAX_VERSIONS}, path: "${CONFIG_PATH}") {
            nodes { file(path: "${CONFIG_PATH}") { object { ${BLOB} } } }
          }
        }
      }
    }
  }`;

const versionSchema = z.object({ file: z.object({ object: blobSchema.nullish() }).nullish() });
const historySchema = z.object({
  repository: z
    .object({ object: z.object({ history: z.object({ nodes: nodesOf(versionSchema) }) }).nullish() })
    .nullable(),
});

/** What is in force in a repository, as far as it is known without asking. */
export function recallConfiguration({ known }: ConfigurationOptions, ref: RepositoryRef): Config {
  return (known.get(toRepositoryKey(ref))?.configuration ?? defaultConfiguration).config;
}

/** Which files are read depends on nothing else of a configuration. */
export function hasSamePaths(one: Config, other: Config): boolean {
  return JSON.stringify(one.paths) === JSON.stringify(other.paths);
}

/** What is in force in a repository now. */
export async function readConfiguration(
  client: InstallationClient,
  ref: RepositoryRef,
  options: ConfigurationOptions,
): Promise<Configuration> {
  const reply = await client.query(CONFIGURATION_QUERY, { owner: ref.owner, name: ref.repository });
  return settleConfiguration(client, ref, replySchema.parse(reply).repository?.configuration, options);
}

/** What is in force, given the file on the default branch. Asks for earlier versions only where a new one has a mistake. */
export async function settleConfiguration(
  client: InstallationClient,
  ref: RepositoryRef,
  blob: z.infer<typeof configurationSchema>,
  { known, read }: ConfigurationOptions,
): Promise<Configuration> {
  const key = toRepositoryKey(ref);
  const recalled = known.get(key);
  if (recalled !== undefined && recalled.blob === blob?.oid) return recalled.configuration;
  const reading = readVersion(blob, read);
  const isWritten = toBlobText(blob) !== undefined;
  const configuration = reading.ok
    ? { config: reading.config, mistake: undefined, isWritten }
    : { config: await findLastGood(client, ref, read), mistake: reading.problems[0], isWritten };
  known.set(key, { blob: blob?.oid, configuration });
  return configuration;
}

function readVersion(blob: z.infer<typeof blobSchema> | null | undefined, read: ReadConfig): ConfigReading {
  const text = toBlobText(blob);
  if (text === undefined) return { ok: true, config: defaultConfiguration.config };
  if (text.kind === 'text') return read(text.text);
  const place = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  return { ok: false, problems: [{ place, message: 'The file is too large, or no text: write it anew.', quotes: [] }] };
}

async function findLastGood(client: InstallationClient, ref: RepositoryRef, read: ReadConfig): Promise<Config> {
  const reply = await client.query(HISTORY_QUERY, { owner: ref.owner, name: ref.repository });
  for (const { file } of historySchema.parse(reply).repository?.object?.history.nodes ?? []) {
    const reading = readVersion(file?.object, read);
    if (reading.ok) return reading.config;
  }
  return defaultConfiguration.config;
}
