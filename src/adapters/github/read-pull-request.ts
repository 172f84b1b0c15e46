import type { Configuration } from '../../config/configuration.ts';
import type { Config } from '../../config/schema.ts';
import { getFileRole } from '../../config/file-role.ts';
import type { DraftText } from '../../newsletter/changed-file.ts';
import type {
  ArchiveFolder,
  Clock,
  ConfigurationFile,
  FileSnapshot,
  FileText,
  PullHead,
  PullRequestRef,
  PullRequestSnapshot,
} from '../../ports.ts';
import { toCommitSha, toDay, toRepositoryPath } from '../../shared/brand.ts';
import { ApiTrouble } from './api-trouble.ts';
import type { InstallationClient } from './installation-client.ts';
import {
  archiveSchema,
  blobSchema,
  commentsPageSchema,
  COMMENTS_QUERY,
  folderSchema,
  MAX_BLOBS,
  pullRequestReplySchema,
  type PullRequestNode,
  renderPullRequestQuery,
  REVIEW_THREADS_QUERY,
  reviewThreadsPageSchema,
  toVariables,
} from './pull-request-query.ts';
import { readChecks } from './read-checks.ts';
import {
  CONFIGURATION,
  type ConfigurationOptions,
  hasSamePaths,
  configurationSchema,
  recallConfiguration,
  settleConfiguration,
} from './read-configuration.ts';
import { readPages } from './read-pages.ts';
import { chooseFiles, type FileList, findConfiguration, type ListedFile, readFiles } from './read-files.ts';
import { toRepositoryId } from './repository-id.ts';
import { readPermission } from './read-permission.ts';
import { readTexts, toBlobText } from './read-texts.ts';
import { toRemarks } from './to-remarks.ts';
import { toPullHeads } from './to-pull-heads.ts';
import { toSpokenComments, toSpokenReplies, toSpokenThreads } from './to-spoken.ts';

export interface ReadOptions extends ConfigurationOptions {
  readonly appId: number;
  readonly clock: Clock;
}

/** A push may fall between the two requests that must see the same commit. */
const MAX_ROUNDS = 3;
/** What one of GitHub's databases has and another does not, it has some seconds later. */
const LAG_WAIT = 5000;
const COMPARED_WITHIN = 20_000;

/**
 * Reads a pull request in three requests: the list of its files, one query, and the author's permission (only where
 * there is something to review). More are needed for more than 100 files or comments, for 8 newsletter files, and where the
 * configuration has changed so that other files count, or has a mistake.
 */
export async function readPullRequest(
  client: InstallationClient,
  ref: PullRequestRef,
  options: ReadOptions,
): Promise<PullRequestSnapshot> {
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const list = await readFiles(client, ref);
    const assumed = recallConfiguration(options, ref);
    let facts = await readFacts(client, ref, { list, config: assumed, options });
    if (isPremature(list, facts, options)) break;
    if (list.head === undefined || list.head === facts.node.headRefOid) {
      const configuration = await settleConfiguration(client, ref, facts.configurationBlob, options);
      const { config } = configuration;
      if (!hasSamePaths(assumed, config)) facts = await readFacts(client, ref, { list, config, options });
      return toSnapshot(client, ref, { list, facts, configuration, ...options });
    }
    await options.clock.sleep(1000);
  }
  throw new ApiTrouble({ kind: 'behind', waitMilliseconds: LAG_WAIT });
}

/** Of a pull request that was just opened GitHub may list no files, since it has not compared them yet. */
function isPremature({ entries, isTooLarge }: FileList, { node }: Facts, { clock }: ReadOptions): boolean {
  const age = Math.abs(clock.now().getTime() - Date.parse(node.createdAt));
  return entries.length === 0 && !isTooLarge && age < COMPARED_WITHIN;
}

interface Facts {
  readonly repositoryId: string;
  readonly node: PullRequestNode;
  readonly files: readonly ListedFile[];
  readonly drafts: readonly DraftText[] | undefined;
  readonly archiveFolders: readonly ArchiveFolder[];
  readonly texts: ReadonlyMap<string, FileText>;
  readonly configurationBlob: ReturnType<typeof configurationSchema.parse>;
  readonly others: readonly PullHead[];
}

async function readFacts(
  client: InstallationClient,
  ref: PullRequestRef,
  { list, config, options }: { list: FileList; config: Config; options: ReadOptions },
): Promise<Facts> {
  const { drafts: folders, archive: archives } = config.paths;
  const files = chooseFiles(list, config);
  const named = [findConfiguration(list), ...files].flatMap((file) => file?.blob ?? []);
  const blobs = [...new Set(named)].filter((blob) => blob !== '');
  const first = blobs.slice(0, MAX_BLOBS);
  const sizes = { folders: folders.length, archives: archives.length, blobs: first.length };
  const reply = await client.query(renderPullRequestQuery(sizes, CONFIGURATION), {
    owner: ref.owner,
    name: ref.repository,
    number: ref.number,
    appId: options.appId,
    ...toVariables('folder', folders.map(toExpression)),
    ...toVariables('archive', archives.map(toExpression)),
    ...toVariables('blob', first),
  });
  const { repository } = pullRequestReplySchema.parse(reply);
  if (!repository?.pullRequest) throw new ApiTrouble({ kind: 'absent', reason: 'no such pull request' });
  const known = new Map<string, FileText>();
  for (const [index, blob] of first.entries()) {
    const text = toBlobText(blobSchema.nullish().parse(repository[`blob${index}`]));
    if (text !== undefined) known.set(blob, text);
  }
  return {
    repositoryId: toRepositoryId(repository),
    node: repository.pullRequest,
    files,
    drafts: toDrafts(repository, config),
    archiveFolders: archives.flatMap((path, index) => {
      const id = archiveSchema.parse(repository[`archive${index}`])?.oid;
      return id === undefined ? [] : [{ path: toRepositoryPath(path), id }];
    }),
    texts: await readTexts(client, ref, blobs.slice(MAX_BLOBS), { known }),
    configurationBlob: configurationSchema.parse(repository['configuration']),
    others: toPullHeads(repository),
  };
}

function toExpression(path: string): string {
  return `HEAD:${path}`;
}

/** undefined where none of the folders and files exists. */
export function toDrafts(aliases: Readonly<Record<string, unknown>>, config: Config): readonly DraftText[] | undefined {
  const found = config.paths.drafts.flatMap((path, index) => {
    const tree = folderSchema.parse(aliases[`folder${index}`]);
    return tree?.entries || typeof tree?.text === 'string' ? [{ path, tree }] : [];
  });
  if (found.length === 0) return undefined;
  return found.flatMap(({ path, tree: { entries, text } }) => {
    if (typeof text === 'string') return [{ path: toRepositoryPath(path), text }];
    return (entries ?? []).flatMap(({ name, object }) => {
      const draft = toRepositoryPath(`${path}/${name}`);
      const isDraft = getFileRole(config, draft) === 'draft';
      return isDraft && typeof object?.text === 'string' ? [{ path: draft, text: object.text }] : [];
    });
  });
}

async function toSnapshot(
  client: InstallationClient,
  ref: PullRequestRef,
  { list, facts, configuration, appId }: { list: FileList; facts: Facts; configuration: Configuration; appId: number },
): Promise<PullRequestSnapshot> {
  const { node, files, drafts, archiveFolders, texts } = facts;
  const isWaiting = node.state !== 'OPEN' || node.isDraft;
  const isNewsletter = drafts !== undefined || configuration.isWritten;
  const isNeeded = files.length > 0 && isNewsletter && !isWaiting;
  const comments = await readPages(client, ref, {
    first: node.comments,
    query: COMMENTS_QUERY,
    schema: commentsPageSchema,
  });
  const threads = await readPages(client, ref, {
    first: node.reviewThreads,
    query: REVIEW_THREADS_QUERY,
    schema: reviewThreadsPageSchema,
  });
  return {
    ref,
    repositoryId: facts.repositoryId,
    nodeId: node.id,
    state: node.state === 'OPEN' ? 'open' : 'closed',
    isDraft: node.isDraft,
    head: toCommitSha(node.headRefOid),
    base: toCommitSha(node.baseRefOid),
    author: {
      login: node.author?.login ?? 'ghost',
      isOurselves: node.viewerDidAuthor,
      permission: isNeeded ? await readPermission(client, ref, node.author) : 'unknown',
    },
    isFirstContribution: ['FIRST_TIMER', 'FIRST_TIME_CONTRIBUTOR'].includes(node.authorAssociation),
    openedOn: toOpeningDay(node.createdAt),
    isTooLarge: list.isTooLarge,
    files: files.flatMap((file) => toFileSnapshot(file, texts) ?? []),
    configuration,
    configurationFile: toConfigurationFile(list, texts),
    drafts,
    archiveFolders,
    others: facts.others.filter(({ number }) => number !== ref.number),
    spoken: {
      checks: await readChecks(client, ref, { node, appId }),
      comments: toSpokenComments(comments),
      threads: toSpokenThreads(threads),
      replies: toSpokenReplies(threads),
    },
    remarks: toRemarks(node.author, comments, threads),
  };
}

function toOpeningDay(createdAt: string) {
  const day = toDay(createdAt);
  if (day === undefined) throw new ApiTrouble({ kind: 'refused', reason: 'GitHub gave no date of opening' });
  return day;
}

function toConfigurationFile(list: FileList, texts: ReadonlyMap<string, FileText>): ConfigurationFile | undefined {
  const listed = findConfiguration(list);
  if (listed === undefined) return undefined;
  const { kind, patch, blob } = listed;
  return { kind, patch, text: texts.get(blob) ?? { kind: 'unreadable', reason: 'binary' } };
}

/** undefined for a submodule, which is no file. */
function toFileSnapshot({ blob, ...file }: ListedFile, texts: ReadonlyMap<string, FileText>): FileSnapshot | undefined {
  const text = texts.get(blob);
  if (text !== undefined) return { ...file, text };
  if (/^[-+]Subproject commit /m.test(file.patch ?? '')) return undefined;
  // Listed, and its text not there yet.
  throw new ApiTrouble({ kind: 'behind', waitMilliseconds: LAG_WAIT });
}
