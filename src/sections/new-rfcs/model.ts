import { listNew, type Thread, type Week } from '../week.ts';
import { isInWindow } from '../window.ts';

export interface OpenedRfc extends Thread {
  readonly createdAt: string;
}

/** What was proposed in the week, newest first. */
export function modelNewRfcs(opened: readonly OpenedRfc[], week: Week): readonly Thread[] {
  return listNew(
    opened.filter(({ createdAt }) => isInWindow(week.window, createdAt)),
    week,
    'new-rfcs',
  ).toSorted((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt) || other.number - one.number);
}
