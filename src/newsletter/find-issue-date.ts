import { type Day, toDay } from '../shared/brand.ts';

/** `2020-12-2` occurs. */
const IN_NAME = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)[^/]*$/;

/** The day of an issue: the one its header says, else the one that its file is named by. */
export function findIssueDate(said: Day | undefined, path: string): Day | undefined {
  const [, year = '', month = '', day = ''] = IN_NAME.exec(path) ?? [];
  return said ?? toDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
