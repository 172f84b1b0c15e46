import type { SectionModel } from '../classifier/section-model.ts';
import { mayHoldLinks } from '../config/may-hold-links.ts';
import type { Submission } from '../newsletter/submission.ts';
import type { PullRequestSnapshot } from '../ports.ts';
import type { SuggestedPlace } from '../review/review-input.ts';
import { findSection } from '../rules/find-section.ts';

/** More items than these are no question of a section. */
const MAX_ITEMS = 200;

/** Where the archive would put each link that comes into a draft, or moves in it. */
export function suggestPlaces(
  { files }: Submission,
  sectionModel: SectionModel | undefined,
  { configuration: { config }, openedOn, author }: PullRequestSnapshot,
): readonly SuggestedPlace[] {
  if (sectionModel === undefined) return [];
  const items = files
    .filter(({ role }) => role === 'draft')
    .flatMap((file) =>
      file.changes.flatMap((change) => (change.kind === 'removed' ? [] : [{ file, placed: change.after }])),
    )
    .filter(({ placed }) => mayHoldLinks(config, placed.region));
  return items.slice(0, MAX_ITEMS).flatMap(({ file, placed: { item } }) => {
    const suggestion = findSection(item, file, { sectionModel, config, openedOn, author });
    if (suggestion === undefined) return [];
    const { section, confidence, evidence } = suggestion;
    return [{ path: file.path, line: item.place.startLine, section, confidence, reason: evidence }];
  });
}
