import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dedupe, type Document } from '../../src/dedupe/dedupe.ts';
import { article, numbers } from './texts.ts';

const text = (words: readonly string[]): string => words.join(' ');
const goneOf = (documents: readonly Document[], options = {}): string[] =>
  dedupe(documents, options)
    .removed.map(({ id, duplicateOf }) => `${id}>${duplicateOf}`)
    .sort();

const story = article('story', 200);
const other = article('other', 180);

test('spelling, layout and punctuation do not make a copy another text', () => {
  const given = 'أعلنت الوزارة، اليوم الأحد، عن فتح باب التسجيل في الجامعة للعام الدراسي الجديد';
  const again = 'اعلنت  الوزاره اليوم الاحد عن فتح باب التسجيل\nفى الجامعه للعام الدراسى الجديد.';
  expect(
    goneOf([
      { id: 'a', text: given },
      { id: 'b', text: again },
    ]),
  ).toEqual(['b>a']);
});

test('a copy with a tenth of its words changed, moved paragraphs or a cut end goes', () => {
  const random = numbers(3);
  const edited = story.map((word, at) => (random(10) === 0 ? `new${at}` : word));
  const moved = [...story.slice(120), ...story.slice(0, 120)];
  const result = dedupe([
    { id: 'orig', text: text([...story, 'end']) },
    { id: 'edited', text: text(edited) },
    { id: 'moved', text: text(moved) },
    { id: 'cut', text: text(story.slice(0, 80)) },
    { id: 'alien', text: text(other) },
  ]);
  expect(result.kept).toEqual(['orig', 'alien']);
  expect(result.removed.map(({ id, rule }) => [id, rule])).toEqual([
    ['edited', 'near'],
    ['moved', 'near'],
    ['cut', 'contained'],
  ]);
  expect(result.removed[2]).toMatchObject({ containment: 1, wordsLost: 0 });
});

test('fresh news over old background is not a copy', () => {
  const background = article('background', 110);
  const documents = [1, 2, 3, 4].map((day) => ({
    id: `${day}`,
    text: text([...article(`day${day}x`, 110), ...background]),
  }));
  expect(goneOf(documents)).toEqual([]);
});

test('a page that holds two articles joins no groups and takes nothing out of them', () => {
  const documents = [
    { id: 'a1', text: text(story) },
    { id: 'a2', text: text(story.slice(0, 190)) },
    { id: 'b1', text: text(other) },
    { id: 'b2', text: text(other.slice(0, 170)) },
    { id: 'both', text: text([...story, ...other]) },
  ];
  expect(goneOf(documents)).toEqual(['a2>a1', 'b2>b1']);
});

const cities = [
  'paris',
  'rome',
  'oslo',
  'cairo',
  'tunis',
  'dubai',
  'lima',
  'quito',
  'accra',
  'lagos',
  'delhi',
  'tokyo',
];
function bulletin(random: (below: number) => number): string {
  return `the weather service expects ${['rain', 'sun', 'fog', 'snow'][random(4)]} over ${cities[random(12)]} on day ${random(28)} of the month with a high of ${random(40)} degrees and a low of ${random(20)} degrees while winds blow at ${random(90)} kilometres an hour from the coast and residents are advised to follow the updates of the service before they travel`;
}

test('bulletins with other facts stay, a bulletin issued again goes', () => {
  const random = numbers(5);
  const documents = Array.from({ length: 30 }, (_, at) => ({
    id: `bulletin${at + 10}`,
    text: bulletin(random),
  }));
  const again = documents[7]!.text.replace('residents are advised', 'people were advised');
  expect(goneOf([...documents, { id: 'zagain', text: again }])).toEqual(['zagain>bulletin17']);
});

test('a notice in which two figures differ is another notice even where only two exist', () => {
  const notice = (number: number, day: number): string =>
    `relief plane number ${number} left the capital on the morning of day ${day} carrying tents blankets food and medicine for families hit by the floods the agency said more planes would follow under the direction of the centre`;
  expect(
    goneOf([
      { id: 'a', text: notice(4, 12) },
      { id: 'b', text: notice(5, 14) },
    ]),
  ).toEqual([]);
});

test('short texts only match exact copies and are counted', () => {
  const result = dedupe([
    { id: 'a', text: 'a short note about nothing much' },
    { id: 'b', text: 'A short note about nothing much.' },
    { id: 'c', text: 'a short note about nothing more' },
  ]);
  expect(result.removed).toMatchObject([{ id: 'b', duplicateOf: 'a', rule: 'exact' }]);
  expect(result.shortDocuments).toBe(3);
});

test('with a threshold, texts match exactly when their Jaccard similarity reaches it', () => {
  const half = [...story.slice(0, 150), ...article('tail', 50)]; // 146 of 246 shingles shared: .5935
  const documents = [
    { id: 'a', text: text(story) },
    { id: 'b', text: text(half) },
  ];
  expect(goneOf(documents, { threshold: 0.593, keep: 'first' })).toEqual(['b>a']);
  expect(goneOf(documents, { threshold: 0.594 })).toEqual([]);
  expect(goneOf(documents, { threshold: 0.593, maxLost: 49 })).toEqual([]);
  expect(goneOf(documents, { containment: 0.74, keep: 'first' })).toEqual(['b>a']);
});

test('the curve tells how many would go at each threshold', () => {
  const half = [...story.slice(0, 150), ...article('tail', 50)];
  const documents = ['a', 'b', 'c'].map((id, at) => ({ id, text: text(at === 2 ? half : story) }));
  const { removedByThreshold, histogram } = dedupe(documents);
  expect([...removedByThreshold]).toEqual([
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  ]);
  expect(histogram[11]).toBe(1);
});

test('a text can be kept for being first', () => {
  const documents = [
    { id: 'z', text: text(story.slice(0, 190)) },
    { id: 'a', text: text(story) },
  ];
  expect(goneOf(documents)).toEqual(['z>a']);
  expect(goneOf(documents, { keep: 'first' })).toEqual(['a>z']);
});

test('two documents of one id and settings out of range are refused', () => {
  expect(() =>
    dedupe([
      { id: 'a', text: 'x' },
      { id: 'a', text: 'y' },
    ]),
  ).toThrow(RangeError);
  expect(() => dedupe([], { threshold: 1.5 })).toThrow(RangeError);
  expect(() => dedupe([], { minWords: -1 })).toThrow(RangeError);
});

const pool = [0, 1, 2].map((name) => article(`pool${name}x`, 60));
const arbitraryText = fc
  .array(fc.tuple(fc.nat(2), fc.nat(5), fc.nat(3)), { minLength: 1, maxLength: 5 })
  .map((parts) =>
    parts.flatMap(([name, start, noise]) =>
      pool[name]!.slice(start * 10, start * 10 + 20).map((word, at) =>
        at % 7 < noise - 1 ? `e${noise}` : word,
      ),
    ),
  )
  .map(text);

test('the order of the documents decides nothing, every document is kept or removed once, and what keeps one stays', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryText, { maxLength: 16 }).chain((texts) => {
        const documents = texts.map((body, at) => ({ id: `d${at}`, text: body }));
        return fc.tuple(
          fc.constant(documents),
          fc.shuffledSubarray(documents, { minLength: documents.length }),
          fc.constantFrom({}, { threshold: 0.4 }),
        );
      }),
      ([documents, shuffled, options]) => {
        const result = dedupe(documents, options);
        const kept = new Set(result.kept);
        expect(kept.size + result.removed.length).toBe(documents.length);
        for (const { id, duplicateOf } of result.removed) {
          expect(kept.has(id)).toBe(false);
          expect(kept.has(duplicateOf)).toBe(true);
        }
        const again = dedupe(shuffled, options);
        const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
        expect([...again.removed].sort(byId)).toEqual([...result.removed].sort(byId));
        expect([...again.histogram]).toEqual([...result.histogram]);
        expect([...again.removedByThreshold]).toEqual([...result.removedByThreshold]);
        // What stays has nothing left to remove among exact copies.
        expect(
          dedupe(documents.filter(({ id }) => kept.has(id))).removed.filter(
            ({ rule }) => rule === 'exact',
          ),
        ).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});
