import { expect, test } from 'vitest';
import { languagePacks } from '../../src/language/index.ts';
import { isoDate, monthTable } from '../../src/split/iso-date.ts';

const months = monthTable(languagePacks);

test.each([
  ['12 March 2024', '2024-03-12'],
  ['March 12, 2024 at 10:45', '2024-03-12'],
  ['Veröffentlicht am 12. März 2024', '2024-03-12'],
  ['الثلاثاء 12 مارس 2024 - 10:45 ص', '2024-03-12'],
  ['١٢ آذار ٢٠٢٤', '2024-03-12'],
  ['12 марта 2024, 10:45', '2024-03-12'],
  ['2024-03-12 10:45', '2024-03-12'],
  ['2024/3/12', '2024-03-12'],
  ['25.03.2024', '2024-03-25'],
  ['04-ديسمبر-2023', '2023-12-04'],
])('reads %s', (line, date) => {
  expect(isoDate(line, months)).toBe(date);
});

test.each([
  ['03/04/2024', 'can be read in two ways'],
  ['31 February 2024', 'is no day of the calendar'],
  ['yesterday', 'names no day'],
  ['12 March', 'has no year'],
  ['', 'is empty'],
])('gives no date for "%s", which %s', (line) => {
  expect(isoDate(line, months)).toBe('');
});
