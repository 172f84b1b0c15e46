import { describe, expect, test } from '@jest/globals';
import { createHostTurns } from '../../../src/adapters/web/host-turns.ts';
import { createFixedClock } from '../../support/fixed-clock.ts';

/** Who visits what, in the order in which they may; nobody leaves before the story says so. */
function openTurns(atOnce: number) {
  const clock = createFixedClock();
  const enterHost = createHostTurns(clock, { pauseMilliseconds: 1000, atOnce });
  const diary: string[] = [];
  const leaving: (() => void)[] = [];
  const start = clock.now().getTime();
  return {
    diary,
    clock,
    ask: (reader: string, host: string) => {
      void enterHost(host, reader).then((leave) => {
        diary.push(`${(clock.now().getTime() - start) / 1000} s ${reader} ${host}`);
        leaving.push(leave);
      });
    },
    leave: async () => {
      leaving.shift()?.();
      for (let step = 0; step < 10; step += 1) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('the turns of visits', () => {
  test('whoever asked for a hundred silent hosts holds up nobody who asks for one', async () => {
    const { ask, leave, diary } = openTurns(2);
    for (let host = 1; host <= 100; host += 1) ask('eve', `silent-${host}.dev`);
    ask('ada', 'ada.dev');
    ask('ben', 'ben.dev');
    for (let visit = 0; visit < 4; visit += 1) await leave();
    expect(diary.map((line) => line.slice(4))).toEqual([
      'eve silent-1.dev',
      'eve silent-2.dev',
      'ada ada.dev',
      'ben ben.dev',
      'eve silent-3.dev',
    ]);
  });

  test('nor at one host, which is visited once at a time and once a second all the same', async () => {
    const { ask, leave, diary } = openTurns(8);
    for (let page = 1; page <= 3; page += 1) ask('eve', 'all.dev');
    ask('ada', 'all.dev.');
    for (let visit = 0; visit < 5; visit += 1) await leave();
    expect(diary).toEqual(['0 s eve all.dev', '1 s ada all.dev.', '2 s eve all.dev', '3 s eve all.dev']);
  });
});
