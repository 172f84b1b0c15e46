import type { Log } from '../../ports.ts';
import { describeStoreError } from './store-problem.ts';

/** Asks a memory in the database; gives `otherwise`, with a line in the log, where the database does not take part. */
export type TryMemory = <T>(work: () => Promise<T>, otherwise: T) => Promise<T>;

/** @param what the memory holds, for the log: `Page facts` */
export function createTryMemory(log: Log, what: string): TryMemory {
  return async (work, otherwise) => {
    try {
      return await work();
    } catch (error) {
      log.warn({ trouble: describeStoreError(error) }, `${what} could not be kept in the database, or found there`);
      return otherwise;
    }
  };
}
