import { expect, test } from '@jest/globals';
import { putBackOrGiveUp } from '../../src/handlers/put-back-or-give-up.ts';
import type { JobEnd, Trouble } from '../../src/ports.ts';
import { createMemoryLog } from '../support/memory-log.ts';

const away: Trouble = { kind: 'unavailable', reason: '503' };

function meet(trouble: Trouble, troubles: number): JobEnd {
  return putBackOrGiveUp(createMemoryLog().log, trouble, {
    attempt: 0,
    troubles,
    isSuperseded: () => Promise.resolve(false),
  });
}

/** Seconds of each wait until it is given up. */
function listWaits(trouble: Trouble): readonly number[] {
  const waits: number[] = [];
  for (let end = meet(trouble, 0); end.kind === 'again'; end = meet(trouble, waits.length)) {
    waits.push(end.afterMilliseconds / 1000);
  }
  return waits;
}

test('while GitHub is away the waits grow from seconds to ten minutes, and end after hours', () => {
  const waits = listWaits(away);
  expect(waits.slice(0, 9)).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600]);
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3600;
  expect(hours).toBeGreaterThan(3);
  expect(hours).toBeLessThan(6);
});

test('where GitHub stumbles after some looks for what was just written, nobody waits for minutes', () => {
  expect(meet(away, 4)).toMatchObject({ afterMilliseconds: 80_000 });
});

test('after an outage it is still looked whether a write landed', () => {
  expect(meet({ kind: 'unknown-outcome', reason: '502' }, listWaits(away).length)).toMatchObject({ kind: 'again' });
});
