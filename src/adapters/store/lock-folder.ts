import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Held until it is released or the process ends, however it ends: the system's own lock on a file. */
export interface FolderLock {
  readonly release: () => void;
}

const SQLITE_BUSY = 5;

/** Locks a folder, made if need be, for this process; undefined where another process holds it. */
export function lockFolder(folder: string): FolderLock | undefined {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, 'copydesk.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return { release: () => lock.close() };
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
