import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PagePreparer } from '../../src/prepare-page.ts';
import { BestFew } from '../../src/run/best-few.ts';
import { PageSampler } from '../../src/run/samples.ts';
import { defaultSettings } from '../../src/settings.ts';
import { pageAbout } from '../helpers/folder.ts';

test('the best few are the same however the values are ordered and divided', () => {
  const value = fc.record({ score: fc.nat(5), id: fc.string({ maxLength: 2 }) });
  fc.assert(
    fc.property(fc.uniqueArray(value, { selector: ({ id }) => id }), fc.nat(4), (values, parts) => {
      const whole = new BestFew<string>(3);
      for (const { score, id } of values) whole.add(score, id, id);
      const joined = new BestFew<string>(3);
      for (let part = parts; part >= 0; part--) {
        const worker = new BestFew<string>(3);
        values.forEach(({ score, id }, at) => {
          if (at % (parts + 1) !== part || !worker.takes(score, id)) return;
          worker.add(score, id, id);
          joined.add(score, id, id);
        });
      }
      expect(joined.values).toEqual(whole.values);
    }),
  );
});

const preparer = new PagePreparer(defaultSettings);
const prepared = (id: string, text: string) =>
  preparer.prepare({
    id,
    source: id,
    path: id,
    bytes: new TextEncoder().encode(text),
    encoding: 'utf-8',
    replaced: 0,
  });

test('a page in the sample holds every byte, shown or counted', () => {
  const text = pageAbout('Northport').repeat(40);
  const { page } = new PageSampler().offer(prepared('long', text), 0, 1)!;
  const encoder = new TextEncoder();
  const shown = page.blocks.reduce((sum, block) => sum + encoder.encode(block.text).length, 0);
  const left = page.blocks.reduce((sum, block) => sum + block.leftOut, 0);
  expect(page.bytes).toBe(text.length);
  expect(shown).toBeLessThanOrEqual(12_000);
  // The line break after a block's last line is in neither.
  expect(shown + left + page.blocks.length).toBeGreaterThanOrEqual(text.length);
});

test('no character is cut in two', () => {
  const { page } = new PageSampler().offer(prepared('ar', 'كلمة '.repeat(9000)), 0, 1)!;
  for (const { text } of page.blocks) expect(text).not.toContain('\ufffd');
});

test('after a while ordinary pages are not taken, and cost no decoding', () => {
  const sampler = new PageSampler();
  const same = pageAbout('Southport');
  let taken = 0;
  for (let at = 0; at < 500; at++) {
    // Chances fall, so that no page is drawn at random after the first few.
    if (sampler.offer(prepared(`page-${String(at).padStart(4, '0')}`, same), at, 10_000 - at))
      taken++;
  }
  expect(taken).toBe(8);
});
