const DAY = 86_400_000;

/** The calendar day, as YYYY-MM-DD, that it is in a time zone; in UTC where the zone is none. */
export function getZonedDay(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() + getOffset(instant, timeZone)).toISOString().slice(0, 10);
}

/** When a day ends in a time zone. */
export function getDayEnd(day: string, timeZone: string): Date {
  const midnight = Date.parse(day) + DAY;
  const near = new Date(midnight - getOffset(new Date(midnight), timeZone));
  // Clocks may change between the two midnights.
  return new Date(midnight - getOffset(near, timeZone));
}

/** How far the clocks of a zone are before those of UTC, in milliseconds. */
function getOffset(instant: Date, timeZone: string): number {
  const format = createFormat(timeZone);
  if (format === undefined) return 0;
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant.getTime() / 1000) * 1000;
}

function createFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', ...clock });
  } catch {
    return undefined;
  }
}
