import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

const CONFIG = '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n[gc]\n\tauto = 0\n';

/**
 * Writes an empty bare repository without a git process. With `objects` it stores its objects in another repository's,
 * as forks do: every commit of a fork can then be read through the repository it was made from.
 */
export async function writeSkeleton(folder: string, { branch, objects }: { branch: string; objects?: string }) {
  await mkdir(path.join(folder, 'refs/heads'), { recursive: true });
  await writeFile(path.join(folder, 'HEAD'), `ref: refs/heads/${branch}\n`);
  await writeFile(path.join(folder, 'config'), CONFIG);
  if (objects === undefined) {
    await mkdir(path.join(folder, 'objects/info'), { recursive: true });
    await mkdir(path.join(folder, 'objects/pack'), { recursive: true });
  } else {
    await symlink(objects, path.join(folder, 'objects'));
  }
}
