import type { Config } from '../../config/schema.ts';
import { getFileRole } from '../../config/file-role.ts';
import type { DraftText } from '../../newsletter/changed-file.ts';
import type { Clock, FileSnapshot, FileText, PullRequestRef, PullRequestSnapshot } from '../../ports.ts';
import { toCommitSha, toDay, toRepositoryPath } from '../../shared/brand.ts';
import { ApiTrouble } from './api-trouble.ts';
import type { InstallationClient } from './installation-client.ts';
import {
  blobSchema,
  commentsPageSchema,
  COMMENTS_QUERY,
  folderSchema,
  MAX_BLOBS,
  pullRequestReplySchema,
  type PullRequestNode,
  renderPullRequestQuery,
  THREADS_QUERY,
  threadsPageSchema,
  toVariables,
} from './pull-request-query.ts';
import { readChecks } from './read-checks.ts';
import { readPages } from './read-pages.ts';
import { type FileList, type ListedFile, readFiles } from './read-files.ts';
import { readPermission } from './read-permission.ts';
import { readTexts, toBlobText } from './read-texts.ts';
import { toRemarks } from './to-remarks.ts';
import { toSpokenComments, toSpokenReplies, toSpokenThreads } from './to-spoken.ts';

export interface ReadOptions {
  readonly appId: number;
  readonly config: Config;
  readonly clock: Clock;
}

/** A push may fall between the two requests that must see the same commit. */
const MAX_ROUNDS = 3;

/**
 * Reads a pull request in three requests: the list of its files, one query, and the author's permission (only where
 * there is something to review). More are needed for more than 100 files or comments and for 40 newsletter files.
 */
export async function readPullRequest(
  client: InstallationClient,
  ref: PullRequestRef,
  options: ReadOptions,
): Promise<PullRequestSnapshot> {
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const list = await readFiles(client, ref, options.config);
    const facts = await readFacts(client, ref, { list, options });
    if (list.head === undefined || list.head === facts.node.headRefOid)
      return toSnapshot(client, ref, { list, facts, ...options });
    await options.clock.sleep(1000);
  }
  throw new ApiTrouble({ kind: 'unavailable', reason: 'the pull request changes faster than it can be read' });
}

interface Facts {
  readonly node: PullRequestNode;
  readonly drafts: readonly DraftText[] | undefined;
  readonly texts: ReadonlyMap<string, FileText>;
}

async function readFacts(
  client: InstallationClient,
  ref: PullRequestRef,
  { list, options }: { list: FileList; options: ReadOptions },
): Promise<Facts> {
  const folders = options.config.paths.drafts;
  const blobs = [...new Set(list.files.map(({ blob }) => blob))].filter((blob) => blob !== '');
  const first = blobs.slice(0, MAX_BLOBS);
  const reply = await client.query(renderPullRequestQuery(folders.length, first.length), {
    owner: ref.owner,
    name: ref.repository,
    number: ref.number,
    appId: options.appId,
    ...toVariables(
      'folder',
      folders.map((folder) => `HEAD:${folder}`),
    ),
    ...toVariables('blob', first),
  });
  const { repository } = pullRequestReplySchema.parse(reply);
  if (!repository?.pullRequest) throw new ApiTrouble({ kind: 'absent', reason: 'no such pull request' });
  const texts = new Map(await readTexts(client, ref, blobs.slice(MAX_BLOBS)));
  for (const [index, blob] of first.entries()) {
    const text = toBlobText(blobSchema.nullish().parse(repository[`blob${index}`]));
    if (text !== undefined) texts.set(blob, text);
  }
  return { node: repository.pullRequest, drafts: toDrafts(repository, options.config), texts };
}

/** undefined where none of the folders exists. */
function toDrafts(aliases: Readonly<Record<string, unknown>>, config: Config): readonly DraftText[] | undefined {
  const trees = config.paths.drafts.map((folder, index) => ({
    folder,
    entries: folderSchema.parse(aliases[`folder${index}`])?.entries,
  }));
  if (trees.every(({ entries }) => !entries)) return undefined;
  return trees.flatMap(({ folder, entries }) =>
    (entries ?? []).flatMap(({ name, object }) => {
      const path = toRepositoryPath(`${folder}/${name}`);
      const isDraft = getFileRole(config, path) === 'draft';
      return isDraft && typeof object?.text === 'string' ? [{ path, text: object.text }] : [];
    }),
  );
}

async function toSnapshot(
  client: InstallationClient,
  ref: PullRequestRef,
  { list, facts: { node, drafts, texts }, appId }: { list: FileList; facts: Facts; appId: number },
): Promise<PullRequestSnapshot> {
  const isWaiting = node.state !== 'OPEN' || node.isDraft;
  const isNeeded = list.files.length > 0 && drafts !== undefined && !isWaiting;
  const comments = await readPages(client, ref, {
    first: node.comments,
    query: COMMENTS_QUERY,
    schema: commentsPageSchema,
  });
  const threads = await readPages(client, ref, {
    first: node.reviewThreads,
    query: THREADS_QUERY,
    schema: threadsPageSchema,
  });
  return {
    ref,
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
    files: list.files.flatMap((file) => toFileSnapshot(file, texts) ?? []),
    drafts,
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

/** undefined for a submodule, which is no file. */
function toFileSnapshot({ blob, ...file }: ListedFile, texts: ReadonlyMap<string, FileText>): FileSnapshot | undefined {
  const text = texts.get(blob);
  if (text !== undefined) return { ...file, text };
  if (/^[-+]Subproject commit /m.test(file.patch ?? '')) return undefined;
  throw new ApiTrouble({ kind: 'unavailable', reason: `GitHub lists ${file.path} and does not have its text yet` });
}
