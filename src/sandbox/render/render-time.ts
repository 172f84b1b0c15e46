/** GitHub's times have no milliseconds. */
export function renderTime(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

export function renderOptionalTime(date: Date | undefined): string | null {
  return date === undefined ? null : renderTime(date);
}
