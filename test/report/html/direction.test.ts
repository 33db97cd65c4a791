import { expect, test } from 'vitest';
import { directionOf } from '../../../src/report/html/direction.ts';

test.each([
  ['(CNN)-- وصل الوفد إلى الميناء صباح اليوم', 'rtl'],
  ['דו״ח: BBC ביקרה בנמל', 'rtl'],
  ['The ferry to الدوحة sails on Monday', 'ltr'],
  ['新闻：轮渡周一启航', 'ltr'],
  ['12:30 - 45 %', 'auto'],
  ['', 'auto'],
])('"%s" is read %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
