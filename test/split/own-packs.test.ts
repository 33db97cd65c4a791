import { expect, test } from 'vitest';
import { checkPack } from '../../src/language/check-pack.ts';
import { builtInPacks } from '../../src/split/compiled-packs.ts';
import { isoDate } from '../../src/split/iso-date.ts';
import { KnownWords } from '../../src/split/known-words.ts';
import { Lexicon } from '../../src/split/lexicon.ts';
import { mostOwnLanguages, packsWith } from '../../src/split/own-packs.ts';
import { splitter } from '../../src/split/split.ts';

const finnish = checkPack({
  code: 'fi',
  name: 'Finnish',
  scripts: ['Latn'],
  markers: [
    { means: 'related', where: 'line', texts: ['Lue myös'] },
    { means: 'byline', where: 'start', texts: ['Teksti'] },
    // English takes it for a heading of related articles.
    { means: 'tags', where: 'line', texts: ['See also'] },
  ],
  functionWords: ['ja', 'on', 'että', 'ei', 'oli'],
  months: [
    {
      calendar: 'gregory',
      names: [
        'tammikuuta',
        'helmikuuta',
        'maaliskuuta',
        'huhtikuuta',
        'toukokuuta',
        'kesäkuuta',
        'heinäkuuta',
        'elokuuta',
        'syyskuuta',
        'lokakuuta',
        'marraskuuta',
        'joulukuuta',
      ],
    },
  ],
});

test('without a pack of one’s own the built-in ones are as they were', () => {
  expect(packsWith([])).toBe(builtInPacks());
});

test('the language of an own pack is known beside the built-in ones', () => {
  const packs = packsWith([finnish]);
  expect(packs.languages).toEqual([...builtInPacks().languages, 'fi']);
  expect(packs.scripts.at(-1)).toBe('Latn');
  expect(isoDate('7. huhtikuuta 2021', packs.months)).toBe('2021-04-07');
  expect(isoDate('7 April 2021', packs.months)).toBe('2021-04-07');
  const known = new KnownWords(new Lexicon(packs));
  expect(known.labelWordsOf('Teksti Aino Virtanen', 'byline')).toBe(1);
  expect(known.labelWordsOf('Written by Jane Miller', 'byline')).toBe(2);
});

test('where an own pack and a built-in one differ, the own one holds', () => {
  const before = new KnownWords(new Lexicon());
  const after = new KnownWords(new Lexicon(packsWith([finnish])));
  expect(before.labelWordsOf('See also', 'tags')).toBe(0);
  expect(after.labelWordsOf('See also', 'tags')).toBe(2);
});

test('a pack with the code of a built-in language adds to it', () => {
  const more = checkPack({
    code: 'de',
    name: 'German',
    scripts: ['Latn'],
    markers: [{ means: 'related', where: 'line', texts: ['Da schau her'] }],
    functionWords: ['net'],
  });
  const packs = packsWith([more, more]);
  expect(packs.languages).toEqual(builtInPacks().languages);
  const known = new KnownWords(new Lexicon(packs));
  expect(known.isKnownPhrase('Da schau her')).toBe(true);
  expect(known.isKnownPhrase('Lesen Sie auch')).toBe(true);
});

test('more languages than there is room for are refused', () => {
  const many = Array.from({ length: mostOwnLanguages() + 1 }, (_, number) => ({
    ...finnish,
    code: `x${String.fromCharCode(97 + (number % 26))}${String.fromCharCode(97 + Math.floor(number / 26))}`,
  }));
  expect(() => packsWith(many)).toThrow(RangeError);
  expect(packsWith(many.slice(1)).languages.length).toBe(96);
});

test('an own pack tells the headings of its language', () => {
  const page = [
    'Sataman lautta palaa liikenteeseen',
    '',
    'Sataman lautta palaa liikenteeseen maanantaina, kertoi kaupunki. Korjaus oli kallis ja se kesti koko talven.',
    '',
    'Matkustajat ovat odottaneet lauttaa, sillä silta on ollut suljettuna marraskuusta asti, ja matka on pitkä.',
    '',
    'Lue myös',
    'Sillan maksut nousevat kolmatta vuotta',
    'Kalastajat vastustavat uutta venesatamaa',
    'Myrsky sulki rantapolun toukokuuhun asti',
  ].join('\n');
  const { related, language } = splitter({ packs: [finnish] })(page);
  expect(language).toBe('fi');
  expect(related).toEqual([
    'Sillan maksut nousevat kolmatta vuotta',
    'Kalastajat vastustavat uutta venesatamaa',
    'Myrsky sulki rantapolun toukokuuhun asti',
  ]);
});
