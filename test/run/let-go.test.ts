import { expect, test } from 'vitest';
import { letGo } from '../../src/run/let-go.ts';

test('arrays that were let go are empty, and their memory is free at once', () => {
  const size = 2 ** 22;
  const before = process.memoryUsage().arrayBuffers;
  for (let made = 0; made < 16; made++) {
    const [bytes, words] = [new Uint8Array(size).fill(1), new Int32Array(size / 4).fill(1)];
    letGo([bytes, words]);
    expect([bytes.length, words.length]).toEqual([0, 0]);
  }
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * size);
});
