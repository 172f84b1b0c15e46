import type { FillConfig } from '../../config/fill-schema.ts';
import { PACK_FORM } from '../../sections/updates/pack-week.ts';

/** How past weeks are asked for and kept: where this changes, they are asked for anew. */
export function toManner({ cut, updates, perfTriage }: FillConfig): string {
  if (updates === false) return '';
  const repositories = updates.repositories.map(({ repository }) => repository).toSorted();
  const triage = perfTriage === false ? [] : [perfTriage.repository, perfTriage.folder];
  return JSON.stringify([PACK_FORM, cut, updates.heading, repositories, triage]);
}
