import { z } from 'zod';
import type { Config } from '../../../config/schema.ts';
import type { Desk } from '../../../ports/proposals.ts';
import type { RepositoryRef } from '../../../ports.ts';
import { toCommitSha } from '../../../shared/brand.ts';
import { ApiTrouble } from '../api-trouble.ts';
import type { InstallationClient } from '../installation-client.ts';
import { declare, FOLDER, select, toVariables } from '../pull-request-query.ts';
import {
  CONFIGURATION,
  type ConfigurationOptions,
  configurationSchema,
  hasSamePaths,
  recallConfiguration,
  settleConfiguration,
} from '../read-configuration.ts';
import { toDrafts } from '../read-pull-request.ts';
import { IDENTITY, identityFields, toRepositoryId } from '../repository-id.ts';
import { NAMES, readNames } from '../tree-names.ts';

const deskSchema = z.object({
  repository: z
    .looseObject({
      ...identityFields,
      url: z.string(),
      defaultBranchRef: z.object({ name: z.string(), target: z.object({ oid: z.string() }) }).nullable(),
      configuration: configurationSchema,
    })
    .nullable(),
});

/** For the branch, and for the pull request. */
const NEEDED = ['contents', 'pull_requests'] as const;

function renderDeskQuery(folders: number, archives: number): string {
  return `
    query ReadDesk($owner: String!, $name: String!${declare('folder', folders)}${declare('archive', archives)}) {
      repository(owner: $owner, name: $name) {
        ${IDENTITY} url
        defaultBranchRef { name target { oid } }${select('folder', folders, FOLDER)}${select('archive', archives, NAMES)}${CONFIGURATION}
      }
    }`;
}

/** Reads configuration, drafts and the paths of published issues in one request; in two where the configuration names other folders than before. */
export async function readDesk(
  client: InstallationClient,
  ref: RepositoryRef,
  options: ConfigurationOptions,
): Promise<Desk> {
  const assumed = recallConfiguration(options, ref);
  let found = await ask(client, ref, assumed);
  const configuration = await settleConfiguration(client, ref, found.configuration, options);
  const { config } = configuration;
  if (!hasSamePaths(assumed, config)) found = await ask(client, ref, config);
  const granted = await client.readPermissions(config.mode === 'publish');
  return {
    repositoryId: toRepositoryId(found.repository),
    configuration,
    defaultBranch: found.branch.name,
    url: found.repository.url,
    head: toCommitSha(found.branch.target.oid),
    drafts: toDrafts(found.repository, config),
    archived: config.paths.archive.flatMap((folder, index) => readNames(found.repository[`archive${index}`], folder)),
    missing: NEEDED.filter((name) => granted[name] !== 'write').map((name) => `${name}: write`),
  };
}

async function ask(client: InstallationClient, { owner, repository: name }: RepositoryRef, config: Config) {
  const { drafts, archive } = config.paths;
  const toHead = (folder: string): string => `HEAD:${folder}`;
  const reply = await client.query(renderDeskQuery(drafts.length, archive.length), {
    ...{ owner, name },
    ...toVariables('folder', drafts.map(toHead)),
    ...toVariables('archive', archive.map(toHead)),
  });
  const { repository } = deskSchema.parse(reply);
  const branch = repository?.defaultBranchRef;
  if (!repository || !branch) throw new ApiTrouble({ kind: 'absent', reason: 'the repository is empty, or gone' });
  return { repository, branch, configuration: repository.configuration };
}
