import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineBatches } from '../../src/run/line-batches.ts';

async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

test('batches are whole lines that say where they stand, in order, however the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('', ' ', 'a', 'سطر', 'x'.repeat(50), '\r', '\u2028'), {
        maxLength: 30,
      }),
      fc.array(fc.nat(40), { maxLength: 20 }),
      async (lines, sizes) => {
        const text = lines.map((line) => `${line}\n`).join('');
        const found: string[] = lines.map(() => '');
        let last = 0;
        for await (const batch of lineBatches(cut(Buffer.from(text), sizes))) {
          if ('longLine' in batch) throw new Error('no line is that long');
          expect(batch.firstLine).toBeGreaterThan(last);
          const part = Buffer.from(batch.bytes).toString();
          expect(part.endsWith('\n')).toBe(true);
          const inBatch = part.split('\n').slice(0, -1);
          found.splice(batch.firstLine - 1, inBatch.length, ...inBatch);
          last = batch.firstLine + inBatch.length - 1;
        }
        const bare = (line: string): string => line.replace(/^[ \r]+$/u, '');
        expect(found.map(bare)).toEqual(lines.map(bare));
      },
    ),
  );
});

test('a last line without its end is given out, unless the source failed', async () => {
  const parts = async (fails: boolean) => {
    const out: string[] = [];
    const source = (async function* () {
      yield Buffer.from('one\ntw');
      if (fails) throw new Error('torn');
      yield Buffer.from('o');
    })();
    try {
      for await (const batch of lineBatches(source)) {
        if ('bytes' in batch && typeof batch.bytes !== 'number')
          out.push(Buffer.from(batch.bytes).toString());
      }
    } catch {
      out.push('failed');
    }
    return out;
  };
  expect(await parts(false)).toEqual(['one\n', 'two']);
  expect(await parts(true)).toEqual(['one\n', 'failed']);
});

test.each(['\n', '\r\n', ' \t\n'])('lines that are %j cost next to nothing', async (blank) => {
  const count = 2 ** 22;
  const bytes = Buffer.concat([Buffer.alloc(count * blank.length, blank), Buffer.from('x\n')]);
  const started = performance.now();
  const batches: unknown[] = [];
  const sizes = Array.from({ length: bytes.length >> 16 }, () => 1 << 16);
  for await (const batch of lineBatches(cut(bytes, sizes))) {
    if ('longLine' in batch) throw new Error('no line is that long');
    batches.push(batch.firstLine, Buffer.from(batch.bytes).toString().trim());
  }
  expect(batches.slice(-2)).toEqual([count + 1, 'x']);
  // A twentieth of a second; with a call a line it is two.
  expect(performance.now() - started).toBeLessThan(2000);
});
