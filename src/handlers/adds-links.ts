import { mayHoldLinks } from '../config/may-hold-links.ts';
import type { Config } from '../config/schema.ts';
import type { Submission } from '../newsletter/submission.ts';

/**
 * Whether a submission brings, changes or moves items of a draft where items are links, or where no section is: only then
 * others' links matter.
 */
export function addsLinks(config: Config, { files }: Submission): boolean {
  return files.some(({ role, changes }) =>
    changes.some((change) => {
      if (role !== 'draft' || change.kind === 'removed') return false;
      return mayHoldLinks(config, change.after.region);
    }),
  );
}
