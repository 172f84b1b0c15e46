import { describe, expect, test } from '@jest/globals';
import { ApiTrouble } from '../../../src/adapters/github/api-trouble.ts';
import { InstallationLimiter } from '../../../src/adapters/github/installation-limiter.ts';
import { createFixedClock } from '../../support/fixed-clock.ts';

function admit(limiter: InstallationLimiter, isWrite: boolean): string {
  try {
    limiter.admit(isWrite);
    return 'now';
  } catch (error) {
    const trouble = error instanceof ApiTrouble ? error.trouble : undefined;
    return trouble?.kind === 'limited' ? `in ${trouble.waitMilliseconds / 1000} s` : String(error);
  }
}

describe('the limits of one installation', () => {
  test('a first review is never held up', () => {
    const limiter = new InstallationLimiter(createFixedClock());
    expect(Array.from({ length: 6 }, () => admit(limiter, true))).toEqual(Array(6).fill('now'));
  });

  test('more than GitHub lets one create in a minute has to wait; reading has not', async () => {
    const clock = createFixedClock();
    const limiter = new InstallationLimiter(clock);
    for (let write = 0; write < 70; write += 1) admit(limiter, true);
    expect([admit(limiter, true), admit(limiter, false)]).toEqual(['in 60 s', 'now']);
    await clock.sleep(60_000);
    expect(admit(limiter, true)).toBe('now');
  });

  test('more than GitHub lets one create in an hour has to wait longer', async () => {
    const clock = createFixedClock();
    const limiter = new InstallationLimiter(clock);
    for (let write = 0; write < 450; write += 1) {
      if (write % 50 === 0 && write > 0) await clock.sleep(60_000);
      admit(limiter, true);
    }
    await clock.sleep(60_000);
    expect(admit(limiter, true)).toBe('in 3060 s');
  });

  test('when GitHub asks for silence, nothing is sent until it is over', async () => {
    const clock = createFixedClock();
    const limiter = new InstallationLimiter(clock);
    limiter.pause(60_000);
    expect([admit(limiter, false), admit(limiter, true)]).toEqual(['in 60 s', 'in 60 s']);
    await clock.sleep(60_000);
    expect([admit(limiter, false), admit(limiter, true)]).toEqual(['now', 'now']);
  });
});
