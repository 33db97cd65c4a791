import { isValidJalaaliDate, toGregorian } from 'jalaali-js';
import type { Calendar, LanguagePack } from '../language/pack.ts';
import { foldedWords } from '../text/fold.ts';

/**
 * Months by folded name; names of several words are keyed by all, with spaces. January is 1, the
 * first month of the solar Hijri calendar `solar` + 1, and a name that says nothing is 0.
 */
export type MonthTable = ReadonlyMap<string, number>;

/** What is added to the months of the solar Hijri calendar, that of Iran and Afghanistan. */
const solar = 20;

/** What is added to the months of a calendar; days of the lunar one differ from country to country. */
const offsets: { readonly [Name in Calendar]?: number } = { gregory: 0, persian: solar };

/** Names of the months in all packs. */
export function monthTable(packs: readonly LanguagePack[]): MonthTable {
  const table = new Map<string, number>();
  for (const pack of packs) {
    for (const { calendar, names } of pack.months) {
      const offset = offsets[calendar];
      if (offset === undefined) continue;
      for (const [index, name] of names.entries()) {
        const key = foldedWords(name).join(' ');
        const month = offset + index + 1;
        // A name that two languages give to different months says nothing.
        table.set(key, table.has(key) && table.get(key) !== month ? 0 : month);
      }
    }
  }
  return table;
}

const wholeNumber = /^[0-9]{1,4}$/u;
const numberPrefix = /^([0-9]{1,2})(?:st|nd|rd|th|er)$/u;

/** Digits, and signs that fold to them: no date is without. */
const digit = /[\p{N}\p{So}]/u;
const yearMonthDaySign = /[年月日년월일]/u;
/** A day and a clock in one, as ISO 8601 writes them. */
const dayAndClock = /(\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2})T(?=\p{Nd})/gu;
/** Dates with stops have the day first in every country that writes them. */
const withStops = /(?<!\p{Nd})(\p{Nd}{1,2})\.\s?(\p{Nd}{1,2})\.\s?(\p{Nd}{4})(?!\p{Nd})/gu;
/** Year, month and day behind their numbers in Chinese, Japanese and Korean. */
const numbered = /(\p{Nd})\s?[年月日년월일]/gu;
/** Small words inside a date: "5th of November", "12 de marzo de 2024", "22 اسفند ماه 1402". */
const connecting: ReadonlySet<string> = new Set(
  'of de del do da di den der the la'.split(' ').concat(foldedWords('ماه')),
);
/** What Thai pages may write before a year. */
const buddhistSign = /พ\.\s?ศ\./gu;
/** Lines of other scripts have no solar dates in numbers, nor those that name the lunar calendar. */
const mayBeSolar = /^(?!.*(?:هـ|قمری|قمري))[^\p{Script=Latin}]*$/su;

/**
 * The first date that a line gives, as YYYY-MM-DD; '' when it gives none or when that one can be
 * read in two ways, as 03/04/2024 can. Reads a day, a month's name and a year in any order,
 * year-month-day, day.month.year, and numbers with slashes where one of them is above 12. Dates
 * of the solar Hijri calendar and years of the Buddhist era are turned into Gregorian ones.
 */
export function isoDate(line: string, months: MonthTable): string {
  if (!digit.test(line)) return '';
  const words = foldedWords(plainDates(line)).filter((word) => !connecting.has(word));
  for (let at = 0; at < words.length; at++) {
    const named = monthAt(words, at, months);
    const date =
      named.month === 0
        ? numeric(words[at]!, words[at + 1] ?? '', words[at + 2] ?? '', line)
        : aroundMonth(words, at, at + named.words, named.month, months);
    if (date !== undefined) return date;
  }
  return '';
}

/** A line whose dates are words apart. What only few lines have is looked for first: it is cheap. */
function plainDates(line: string): string {
  let plain = line;
  if (plain.includes('T')) plain = plain.replace(dayAndClock, '$1 ');
  if (plain.includes('.')) plain = plain.replace(withStops, '$3-$2-$1');
  if (plain.includes('พ')) plain = plain.replace(buddhistSign, ' ');
  return yearMonthDaySign.test(plain) ? plain.replace(numbered, '$1 ') : plain;
}

/** Most words of a month's name: two, and in scripts without spaces one for each character. */
const mostNameWords = 2;
const mostNameCharacters = 10;

/** The month that the longest name at a word names, 0 for none. */
function monthAt(
  words: readonly string[],
  at: number,
  months: MonthTable,
): { readonly month: number; readonly words: number } {
  const most = words[at]?.length === 1 ? mostNameCharacters : mostNameWords;
  for (let count = Math.min(most, words.length - at); count > 1; count--) {
    const month = months.get(words.slice(at, at + count).join(' ')) ?? 0;
    if (month > 0) return { month, words: count };
  }
  return { month: months.get(words[at] ?? '') ?? 0, words: 1 };
}

/** Day and year on either side of a month's name; a second name for the month may follow it. */
function aroundMonth(
  words: readonly string[],
  start: number,
  end: number,
  month: number,
  months: MonthTable,
): string | undefined {
  const again = monthAt(words, end, months);
  const after = again.month === month ? end + again.words : end;
  const before = numberOf(words[start - 1]);
  const next = numberOf(words[after]);
  const second = numberOf(words[after + 1]);
  const isYear = month > solar ? isSolarYear : isGregorianYear;
  if (before >= 1 && before <= 31 && isYear(next)) return written(next, month, before);
  if (next >= 1 && next <= 31 && isYear(second)) return written(second, month, next);
  if (isYear(before) && next >= 1 && next <= 31) return written(before, month, next);
  return undefined;
}

/** `undefined` for three words that are no date; '' for a date that is not certain. */
function numeric(first: string, second: string, third: string, line: string): string | undefined {
  if (!wholeNumber.test(first) || !wholeNumber.test(second) || !wholeNumber.test(third)) {
    return undefined;
  }
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  if (first.length === 4 && isGregorianYear(a)) return written(a, b, c) || undefined;
  if ((isSolarYear(a) || isSolarYear(c)) && mayBeSolar.test(line)) {
    if (isSolarYear(a)) return written(a, solar + b, c) || undefined;
    if (a > 12 && a <= 31) return written(c, solar + b, a);
  }
  if (third.length !== 4 || !isGregorianYear(c) || a > 31 || b > 31) return undefined;
  if (a > 12 || a === b) return written(c, b, a);
  return b > 12 ? written(c, a, b) : '';
}

function numberOf(word: string | undefined): number {
  if (word === undefined) return -1;
  const digits = wholeNumber.test(word) ? word : (numberPrefix.exec(word)?.[1] ?? '');
  return digits === '' ? -1 : Number(digits);
}

/** What Thai pages add to a year. */
const buddhistEra = 543;
/** 1987: sooner it is likelier a number of something. */
const firstBuddhistYear = 2530;

function isGregorianYear(value: number): boolean {
  const year = value >= firstBuddhistYear ? value - buddhistEra : value;
  return year >= 1900 && year <= 2099;
}

/** 1951 to 2031. Years of the lunar calendar that pages are dated with come later. */
function isSolarYear(value: number): boolean {
  return value >= 1330 && value <= 1409;
}

function written(year: number, month: number, day: number): string {
  if (month > solar) {
    if (!isValidJalaaliDate(year, month - solar, day)) return '';
    const { gy, gm, gd } = toGregorian(year, month - solar, day);
    return written(gy, gm, gd);
  }
  if (year >= firstBuddhistYear) return written(year - buddhistEra, month, day);
  const lastDay = month === 0 ? 0 : new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > lastDay) return '';
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
