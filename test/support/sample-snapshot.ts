import { defaultConfiguration } from '../../src/config/configuration.ts';
import type { FileSnapshot, PullRequestSnapshot } from '../../src/ports.ts';
import { toCommitSha, toDay } from '../../src/shared/brand.ts';

/** An open pull request with these files, about which nothing was said yet. */
export function snapshotOf(files: readonly FileSnapshot[]): PullRequestSnapshot {
  const openedOn = toDay('2026-03-02');
  if (openedOn === undefined) throw new Error('a real day');
  return {
    ref: { installationId: 1, owner: 'o', repository: 'r', number: 7 },
    repositoryId: '1',
    nodeId: 'node',
    state: 'open',
    isDraft: false,
    head: toCommitSha('1'.repeat(40)),
    base: toCommitSha('2'.repeat(40)),
    author: { login: 'ada', isOurselves: false, permission: 'read' },
    isFirstContribution: false,
    openedOn,
    files,
    configuration: defaultConfiguration,
    configurationFile: undefined,
    drafts: [],
    archiveFolders: [],
    spoken: { checks: [], comments: [], threads: [], replies: [] },
    remarks: [],
    isTooLarge: false,
    others: [],
  };
}
