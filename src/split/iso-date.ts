import type { LanguagePack } from '../language/pack.ts';
import { foldedWords } from '../text/fold.ts';

/** Month numbers by folded name; names of two words are keyed by both, with a space. */
export type MonthTable = ReadonlyMap<string, number>;

/** Names of the months of the Gregorian calendar in all packs. */
export function monthTable(packs: readonly LanguagePack[]): MonthTable {
  const table = new Map<string, number>();
  for (const pack of packs) {
    for (const { calendar, names } of pack.months) {
      if (calendar !== 'gregory') continue;
      for (const [index, name] of names.entries()) {
        const key = foldedWords(name).join(' ');
        // A name that two languages give to different months says nothing.
        if (table.has(key) && table.get(key) !== index + 1) table.set(key, 0);
        else table.set(key, index + 1);
      }
    }
  }
  return table;
}

const wholeNumber = /^[0-9]{1,4}$/u;
const numberPrefix = /^([0-9]{1,2})(?:st|nd|rd|th)$/u;

/**
 * The date a line gives, as YYYY-MM-DD; '' when it gives none or when it can be read in two
 * ways, as 03/04/2024 can. Reads a day, a month's name and a year in any order, year-month-day,
 * and day-month-year where the day is above 12.
 */
export function isoDate(line: string, months: MonthTable): string {
  const words = foldedWords(line);
  for (let at = 0; at < words.length; at++) {
    const named =
      words[at + 1] === undefined ? 0 : (months.get(`${words[at]} ${words[at + 1]}`) ?? 0);
    const single = months.get(words[at]!) ?? 0;
    const month = named || single;
    if (month === 0) continue;
    const date = aroundMonth(words, at, named > 0 ? at + 2 : at + 1, month, months);
    if (date !== '') return date;
  }
  for (let at = 0; at + 2 < words.length; at++) {
    const date = numeric(words[at]!, words[at + 1]!, words[at + 2]!);
    if (date !== '') return date;
  }
  return '';
}

/** Day and year on either side of a month's name; a second name for the month may follow it. */
function aroundMonth(
  words: readonly string[],
  start: number,
  end: number,
  month: number,
  months: MonthTable,
): string {
  let after = end;
  if (months.get(words[after] ?? '') === month) after++;
  const before = numberOf(words[start - 1]);
  const next = numberOf(words[after]);
  const second = numberOf(words[after + 1]);
  if (before >= 1 && before <= 31 && isYear(next)) return written(next, month, before);
  if (next >= 1 && next <= 31 && isYear(second)) return written(second, month, next);
  if (isYear(before) && next >= 1 && next <= 31) return written(before, month, next);
  return '';
}

function numeric(first: string, second: string, third: string): string {
  if (!wholeNumber.test(first) || !wholeNumber.test(second) || !wholeNumber.test(third)) return '';
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  if (first.length === 4 && isYear(a)) return written(a, b, c);
  if (third.length === 4 && isYear(c) && a > 12) return written(c, b, a);
  if (third.length === 4 && isYear(c) && a === b) return written(c, b, a);
  return '';
}

function numberOf(word: string | undefined): number {
  if (word === undefined) return -1;
  const digits = wholeNumber.test(word) ? word : (numberPrefix.exec(word)?.[1] ?? '');
  return digits === '' ? -1 : Number(digits);
}

function isYear(value: number): boolean {
  return value >= 1900 && value <= 2099;
}

function written(year: number, month: number, day: number): string {
  const lastDay = month === 0 ? 0 : new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > lastDay) return '';
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
