import type { FillConfig } from '../config/fill-schema.ts';
import type { Day } from '../shared/brand.ts';

/** A span of time: `from` belongs to it, `until` does not. Instants as ISO 8601 in UTC with seconds: `2026-02-24T18:00:00Z`. */
export interface Window {
  readonly from: string;
  readonly until: string;
}

const DAY = 86_400_000;

/** When the week of an issue of a day ends, where no fill says when it did. */
export function getUsualCut(issue: string, { daysBefore, time }: FillConfig['cut']): string {
  return toInstant(new Date(Date.parse(`${issue}T${time}:00Z`) - daysBefore * DAY));
}

/** The week from one cut to the next: consecutive weeks share no instant and leave none out. */
export function getWindow(previousCut: string, cut: string): Window {
  return { from: toInstant(new Date(previousCut)), until: toInstant(new Date(cut)) };
}

/** The day so many days before another. */
export function getDayBefore(day: Day, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);
}

/** Whether something happened in the window; never where its time cannot be read. */
export function isInWindow({ from, until }: Window, time: string): boolean {
  const instant = Date.parse(time);
  return instant >= Date.parse(from) && instant < Date.parse(until);
}

/** GitHub writes times without fractions of a second, and so do we: they stand in searches. */
function toInstant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
