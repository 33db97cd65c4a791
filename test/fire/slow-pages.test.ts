import { expect, test } from 'vitest';
import { PagePreparer } from '../../src/prepare-page.ts';
import { JsonBytes } from '../../src/run/json-bytes.ts';
import { writeArticle } from '../../src/run/article-json.ts';
import { writeRejected } from '../../src/run/record-json.ts';
import { defaultSettings } from '../../src/settings.ts';

const prose =
  'The council said on Monday that the harbour would be dredged before winter, after a long debate. ';
const article = `Council agrees on the harbour\n\n${prose.repeat(4)}\n\n`;

/** What a hostile page repeats, and what stands around it. */
const shapes: Readonly<Record<string, (repeat: (part: string) => string) => string>> = {
  'a menu': (repeat) => repeat('Home\nSports\nNews\n'),
  'a thread of comments': (repeat) => `${article}Comments\n${repeat('nice post\nreply\n')}`,
  'related headlines': (repeat) =>
    `${article}Related articles\n${repeat('- A headline of news\n')}`,
  'headings before short stories': (repeat) =>
    `${article}${repeat(`Read also:\nShort head\nshort\nshort\n${prose}\n`)}`,
  'headings that close nothing': (repeat) =>
    `${article}${repeat(`You may also like\nShort head\n${prose}\n`)}`,
  'one headline, again and again': (repeat) => repeat('Council agrees on the harbour plan\n'),
  'a byline of blanks': (repeat) => `Title of it\nBy John${repeat(' ')}x\n${prose}`,
  'a byline of bars': (repeat) => `Title of it\nBy ${repeat('a | ')}\n\n${prose}`,
  'tags that are joined': (repeat) => `${repeat('Ab ')}${prose}\nTags: ${repeat('Ab')}`,
  'tags that the article has': (repeat) => `${repeat('the council ')}.\nTags: ${repeat('the ')}`,
  'a tag a line': (repeat) => `${article}Tags:\n${repeat('tag\nword\n')}`,
  'a list of numbers': (repeat) => `Related articles\n${repeat('1. ')}x`,
  'a list of arrows': (repeat) => `Related articles\n- x${repeat(' »')}`,
  'bullets in a row': (repeat) => `${repeat('• ')}x`,
  'quotes a line': (repeat) => repeat('"a"\n'),
  'dates a line': (repeat) => repeat('7 May 2020\n'),
  'dates in a line': (repeat) => `Title\n${repeat('7 May 2020 | ')}\n${prose}`,
  ampersands: (repeat) => repeat('&aaaaaaaa'),
  entities: (repeat) => repeat('&#x26;#38;'),
  'misread UTF-8': (repeat) => repeat('Ø§Ù„\n'),
  'one letter with marks': (repeat) => `a${repeat('\u0301')}`,
  'marks on every letter': (repeat) => repeat(`a${'\u0301'.repeat(50)}`),
  tatweel: (repeat) => `م${repeat('ـ')}`,
  'a ligature of many letters': (repeat) => repeat('\ufdfa'),
  'turned text': (repeat) => repeat('\u202e\u202d'),
  'joined faces': (repeat) => repeat('👩\u200d'),
  'one word': (repeat) => repeat('w'),
  blanks: (repeat) => `a${repeat(' ')}b`,
  'line ends': (repeat) => repeat('\r'),
  'letters a line': (repeat) => repeat('x\n'),
  'the same paragraph': (repeat) => repeat(`${prose}\n`),
  'replaced characters': (repeat) => repeat('\ufffd'),
  Han: (repeat) => repeat('漢'),
  Thai: (repeat) => repeat('ไ'),
};

const shortBytes = 1 << 14;
const growth = 8;
/** Linear work grows by 8, quadratic by 64; caches and tables that fill up are in between. */
const mostGrowth = 24;
/** Less than this is the machine's own time. */
const leastMilliseconds = 20;
/** A busy machine is given more tries. */
const tries = 4;

function milliseconds(shape: (repeat: (part: string) => string) => string, bytes: number): number {
  const text = shape((part) => part.repeat(Math.ceil(bytes / Buffer.byteLength(part))));
  const input = { id: 'p', source: 'p', path: 'p', bytes: Buffer.from(text), encoding: 'utf-8' };
  const preparer = new PagePreparer(defaultSettings);
  const start = performance.now();
  const prepared = preparer.prepare({ ...input, replaced: 0 });
  const json = new JsonBytes();
  if (prepared.status === 'article')
    writeArticle(json, prepared, { ...defaultSettings, blocks: true });
  else writeRejected(json, prepared);
  return performance.now() - start;
}

test.each(Object.entries(shapes))('a page of %s takes time in proportion', (_, shape) => {
  let least = Infinity;
  for (let turn = 0; turn < tries && least >= mostGrowth; turn++) {
    const short = milliseconds(shape, shortBytes);
    const long = milliseconds(shape, shortBytes * growth);
    least = Math.min(least, long / Math.max(short, leastMilliseconds));
  }
  expect(least).toBeLessThan(mostGrowth);
});
