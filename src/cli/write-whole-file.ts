import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm } from 'node:fs/promises';

/**
 * Puts the text into the file at once or not at all; a link is followed. Rejects where the folder takes no file, or the disk no text.
 * @param mode who may do what with the file, as `chmod` takes it
 */
export async function writeWholeFile(path: string, text: string, mode: number): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const draft = `${target}.${randomUUID()}.tmp`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.chmod(mode);
    await file.sync();
    await rename(draft, target);
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
}
