import { expect, test } from 'vitest';
import { dedupe } from '../../src/dedupe/dedupe.ts';
import { article, numbers } from './texts.ts';

const cities = [
  'Arland',
  'Bexley',
  'Corvan',
  'Dunmore',
  'Eastby',
  'Farholt',
  'Glenrow',
  'Hartwell',
];
const months = ['January', 'March', 'April', 'June', 'August', 'October'];
const closing =
  'Readers are asked to check the times with their own town hall, as they differ from place to place by longitude and by latitude.';

interface Bulletin {
  readonly opening: string;
  readonly times: readonly string[];
}

/** Bulletins of one form: a date and a place above, four times below. */
function bulletins(count: number): Bulletin[] {
  const random = numbers(11);
  const pick = (from: readonly string[]): string => from[random(from.length)]!;
  return Array.from({ length: count }, () => ({
    opening: `We publish the times of today ${1 + random(28)} ${pick(months)} ${2010 + random(9)} in the city of ${pick(cities)} and its surroundings by local clocks:`,
    times: ['dawn', 'noon', 'evening', 'night'].map(
      (name) => `The hour of ${name} is ${random(24)}:${10 + random(50)} sharp.`,
    ),
  }));
}

const removedOf = (texts: readonly string[]): string[] =>
  dedupe(texts.map((text, at) => ({ id: String(at).padStart(3, '0'), text }))).removed.map(
    ({ id, duplicateOf }) => `${id}>${duplicateOf}`,
  );

test('bulletins that have lost different parts of their form are not taken for each other', () => {
  const texts = bulletins(24).map(({ opening, times }, at) =>
    at % 3 === 0
      ? `${opening}\n${closing}`
      : at % 3 === 1
        ? `${times.slice(1).join('\n')}\n${closing}`
        : `${opening}\n${times.join('\n')}\n${closing}`,
  );
  expect(removedOf(texts)).toEqual([]);
});

test('a bulletin issued again goes, with a line in front or a word misread in its fixed part', () => {
  const texts = bulletins(24).map(
    ({ opening, times }) => `${opening}\n${times.join('\n')}\n${closing}`,
  );
  const again = [
    `News desk: ${texts[5]}`,
    texts[9]!.replace('surroundings', 'surraundings').replace('longitude', 'longltude'),
  ];
  expect(removedOf([...texts, ...again]).map((pair) => pair.split('>').sort().join(' '))).toEqual([
    '005 024',
    '009 025',
  ]);
});

test('a form worded otherwise elsewhere takes no bulletin for one of its own', () => {
  const texts = bulletins(24).map(
    ({ opening, times }) => `${opening}\n${times.join('\n')}\n${closing}`,
  );
  const elsewhere = bulletins(30)
    .slice(27)
    .map(({ opening, times }) =>
      `${opening}\n${times.join('\n')}\n${closing}`
        .split(' ')
        .filter((word, at) => at % 7 !== 3 || /\d/u.test(word))
        .join(' '),
    );
  expect(removedOf([...texts, ...elsewhere])).toEqual([]);
});

test('hours, of which many bulletins have the same, tell bulletins apart as other figures do', () => {
  const texts = ['09', '10', '11'].flatMap((hour) =>
    ['north', 'south', 'east', 'west'].map(
      (side) =>
        `Households in the ${side} quarter will be without water from ${hour} this morning because of work on its main pipe, and everybody there should keep a reserve until late evening, says a spokesman.`,
    ),
  );
  expect(removedOf(texts)).toEqual([]);
});

test('page numbers and addresses put into the copies of an article do not make them a form', () => {
  const random = numbers(5);
  const words = Array.from(
    { length: 180 },
    (_, at) => `word${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`,
  );
  const copies = Array.from({ length: 9 }, (_, copy) =>
    words
      .flatMap((word, at) =>
        copy > 0 && random(30) === 0 ? [word, String(100 * copy + at)] : [word],
      )
      .join(' '),
  );
  expect(removedOf(copies)).toHaveLength(8);
});

test('forms whose blanks take a few values of several words each are told apart in a crowd', () => {
  const people = ['Anna Maria Holm', 'Bent Olaf Dahl', 'Carla Ines Roth', 'David Noel Marsh'];
  const texts = people.flatMap((chair) =>
    people
      .filter((before) => before !== chair)
      .map(
        (before) =>
          `The board of the society announces that ${chair} takes the chair from ${before} after the meeting of members and that the change has been entered in the register kept by the court which any person may inspect during the usual hours of business.`,
      ),
  );
  expect(removedOf(texts)).toEqual([]);
});

test('two notices of one form, with no third, are told apart by their figures', () => {
  const notice = (city: string, day: number, hour: string, rise: number, total: number): string =>
    `The office in ${city} reported ${rise} new cases on the ${day} of the month by ${hour}, which brings the total to ${total}, and asks everybody to keep a distance, to wash hands often and to stay at home when they feel ill.`;
  expect(
    removedOf([notice('Arland', 4, '14:30', 215, 10_480), notice('Bexley', 9, '17:45', 96, 8_377)]),
  ).toEqual([]);
});

test('interviews with the same questions and answers of their own all stay', () => {
  const random = numbers(17);
  const answer = (): string => Array.from({ length: 13 }, () => `w${random(5_000)}x`).join(' ');
  const questions = Array.from({ length: 9 }, (_, at) => article(`question${at}`, 7).join(' '));
  const interviews = Array.from({ length: 3 }, () =>
    questions.map((question) => `${question}?\n${answer()}.`).join('\n'),
  );
  expect(removedOf(interviews)).toEqual([]);
});
