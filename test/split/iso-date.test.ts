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
  ['2024-11-05T08:32:00Z', '2024-11-05'],
  ['2024年11月05日 08:32', '2024-11-05'],
  ['2024년 11월 5일', '2024-11-05'],
  ['12/23/2021', '2021-12-23'],
  ['05.11.2024', '2024-11-05'],
  ['5th of November 2024', '2024-11-05'],
  ['Martes, 12 de marzo de 2024', '2024-03-12'],
  ['٥ نوفمبر / تشرين الثاني ٢٠٢٤', '2024-11-05'],
  ['2024-03-04 10:00 (updated 5 May 2024)', '2024-03-04'],
  ['10:45, 12 March 2024', '2024-03-12'],
  ['چهارشنبه ۲۵ خرداد ۱۴۰۰ - ۱۰:۳۰', '2021-06-15'],
  ['تاریخ انتشار: ۱۳۹۹/۱۱/۳۰', '2021-02-18'],
  ['30 اسفند 1403', '2025-03-20'],
  ['3 ثور 1400', '2021-04-23'],
  ['۲۲ اسفند ماه ۱۴۰۲', '2024-03-12'],
  ['۲۲/۱۲/۱۴۰۲', '2024-03-12'],
  ['12 มกราคม 2567', '2024-01-12'],
  ['12 มกราคม พ.ศ. 2567', '2024-01-12'],
  ['Le 1er mars 2024', '2024-03-01'],
  ['25/12/2567', '2024-12-25'],
])('reads %s', (line, date) => {
  expect(isoDate(line, months)).toBe(date);
});

test.each([
  ['03/04/2024', 'can be read in two ways'],
  ['Published 03/04/2024, updated 15/04/2024', 'begins with one that can be read in two ways'],
  ['12/40/2024', 'is no day of the calendar'],
  ['31 February 2024', 'is no day of the calendar'],
  ['yesterday', 'names no day'],
  ['12 March', 'has no year'],
  ['1442/09/12 هـ', 'is of the lunar calendar'],
  ['30 اسفند 1404', 'is no day of the calendar'],
  ['1405/9/15 هـ', 'is of the lunar calendar'],
  ['Model 1402/12/22', 'is no date of a script with that calendar'],
  ['March 5, 2500', 'has a number for a year'],
  ['12 خرداد 2021', 'has a month of one calendar and the year of another'],
  ['', 'is empty'],
])('gives no date for "%s", which %s', (line) => {
  expect(isoDate(line, months)).toBe('');
});
