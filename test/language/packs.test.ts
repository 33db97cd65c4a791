import { expect, test } from 'vitest';
import { checkPack } from '../../src/language/check-pack.ts';
import { languagePacks } from '../../src/language/index.ts';
import { fold } from '../../src/text/fold.ts';

test('every language stands once', () => {
  const codes = languagePacks.map((pack) => pack.code);
  expect(new Set(codes).size).toBe(codes.length);
});

for (const pack of languagePacks) {
  test(`the ${pack.name} pack passes the check a user's pack has to pass`, () => {
    expect(checkPack(JSON.parse(JSON.stringify(pack)))).toEqual(pack);
  });

  test(`no two ${pack.name} phrases of one place fold to the same words`, () => {
    const first = new Map<string, string>();
    for (const { where, texts } of pack.markers) {
      for (const text of texts) {
        const key = `${where}: ${fold(text)}`;
        expect(first.get(key), `${where} phrase "${text}" stands twice`).toBeUndefined();
        first.set(key, text);
      }
    }
  });

  test(`every ${pack.name} phrase and function word has something to match once folded`, () => {
    for (const { texts } of pack.markers) {
      for (const text of texts) expect(fold(text), text).not.toBe('');
    }
    for (const word of pack.functionWords) expect(fold(word), word).not.toBe('');
  });

  test(`${pack.name} has headings of headline lists, tag labels, dates and function words`, () => {
    const meanings = new Set(pack.markers.map((group) => group.means));
    for (const means of [
      'related',
      'read-also',
      'tags',
      'attribution',
      'byline',
      'date',
    ] as const) {
      expect(meanings).toContain(means);
    }
    expect(pack.functionWords.length).toBeGreaterThanOrEqual(40);
    expect(new Set(pack.functionWords).size).toBe(pack.functionWords.length);
    expect(pack.months.length).toBeGreaterThan(0);
    expect(pack.weekdays.length).toBeGreaterThan(0);
  });
}
