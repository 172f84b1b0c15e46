import { type BlobText, toBlobText } from '../../adapters/git/blob-text.ts';
import { getFileRole } from '../../config/file-role.ts';
import type { ProposedConfig } from '../../config/propose-config.ts';
import type { Config } from '../../config/schema.ts';
import type { ChangedFile } from '../../newsletter/changed-file.ts';
import type { Unreadable } from '../../newsletter/unreadable.ts';
import type { Parser } from '../../ports.ts';
import { type RepositoryPath, toRepositoryPath } from '../../shared/brand.ts';
import type { Misuse } from '../misuse.ts';
import { readBytes } from '../read-bytes.ts';
import type { CheckReport, Circumstances } from './check-report.ts';
import { judge } from './judge.ts';
import { isConfigPath, toProposedConfig } from './read-proposed-config.ts';

/**
 * Checks whole files, each as an issue of its own: everything in it counts, whoever wrote it. Which drafts are open is not
 * known then. A file outside the configured folders is taken for a draft: somebody named it.
 * @param folder what relative names start from
 */
export async function checkFiles(
  tools: { readonly parser: Parser; readonly config: Config },
  folder: string,
  names: readonly string[],
  circumstances: Circumstances,
): Promise<CheckReport | Misuse> {
  const files: ChangedFile[] = [];
  let proposedConfig: ProposedConfig | undefined;
  const unreadable: Unreadable[] = [];
  for (const name of names) {
    const read = await readWholeFile(folder, name);
    if ('misuse' in read) return read;
    const { path, blob } = read;
    if (isConfigPath(path) && proposedConfig !== undefined) {
      return { misuse: `one configuration at a time: ${name} is a second one` };
    }
    if (isConfigPath(path)) proposedConfig = toProposedConfig(path, blob, tools.config);
    else if (blob.kind === 'text') files.push(toChangedFile(tools.config, path, blob.text));
    else unreadable.push({ path, reason: blob.kind, line: 1 });
  }
  const read = await tools.parser.readSubmission(files, tools.config);
  const evidence = { proposedConfig, submission: read.submission, unreadable: [...unreadable, ...read.unreadable] };
  return judge({ ...evidence, openDrafts: undefined, archive: undefined }, tools.config, circumstances);
}

interface WholeFile {
  readonly path: RepositoryPath;
  readonly blob: BlobText;
}

/** A file that was named; one that is too large is not read. */
async function readWholeFile(folder: string, name: string): Promise<WholeFile | Misuse> {
  const path = toRepositoryPath(name.replace(/\\/g, '/').replace(/^(\.\/)+/, ''));
  const read = await readBytes(folder, name);
  if ('misuse' in read) return read;
  return { path, blob: 'size' in read ? { kind: 'too-large', bytes: read.size } : toBlobText(read.bytes) };
}

function toChangedFile(config: Config, path: RepositoryPath, head: string): ChangedFile {
  const role = getFileRole(config, path) ?? 'draft';
  return { path, previousPath: undefined, role, previousRole: undefined, base: undefined, head, patch: undefined };
}
