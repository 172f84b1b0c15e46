import type { Config } from '../config/schema.ts';
import type { Submission } from '../newsletter/submission.ts';

/** Whether a submission brings, changes or moves items of a draft where items are links: only then others' links matter. */
export function addsLinks(config: Config, { files }: Submission): boolean {
  return files.some(({ role, changes }) =>
    changes.some(
      (change) => role === 'draft' && change.kind !== 'removed' && config.grammars[change.after.region] === 'link',
    ),
  );
}
