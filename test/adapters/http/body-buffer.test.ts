import { expect, test } from '@jest/globals';
import { createBodyBuffer } from '../../../src/adapters/http/body-buffer.ts';

/** A buffer with so much room, and how much it asked for each time. */
function start(declared: number, room = Infinity) {
  const asked: number[] = [];
  let left = room;
  const buffer = createBodyBuffer(declared, (bytes) => {
    asked.push(bytes);
    left -= bytes;
    return left >= 0;
  });
  return { buffer, asked };
}

test('what came is what is read, whatever the pieces', () => {
  const { buffer } = start(0);
  const text = Array.from({ length: 9_000 }, (_, index) => `${index} é`).join();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) buffer.add(bytes.subarray(at, at + 7));
  expect(buffer.read().toString()).toBe(text);
  expect(start(0).buffer.read()).toHaveLength(0);
});

test('a body in the smallest pieces takes a few blocks, and at most twice its length', () => {
  const { buffer, asked } = start(0);
  for (let count = 0; count < 65_000; count += 1) buffer.add(Buffer.from('x'));
  expect(asked).toEqual([4096, 4096, 8192, 16_384, 32_768]);
});

test('a body that keeps to its declared length takes that and no more; one that only declares it takes nothing', () => {
  const { buffer, asked } = start(50_000);
  expect(asked).toEqual([]);
  for (let count = 0; count < 5; count += 1) buffer.add(Buffer.alloc(10_000));
  expect(asked.reduce((sum, bytes) => sum + bytes, 0)).toBe(50_000);
});

test('where there is no room for more, it says so and keeps what it has', () => {
  const { buffer } = start(0, 10_000);
  expect(buffer.add(Buffer.alloc(8_000))).toBe(true);
  expect(buffer.add(Buffer.alloc(8_000))).toBe(false);
  expect(buffer.read()).toHaveLength(8_000);
});
