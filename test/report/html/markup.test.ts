import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, nameOf, visible } from '../../../src/report/html/markup.ts';

test('whatever is put in can neither open an element nor leave an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { markup } = html`<p title="${text}">${text}</p>`;
      expect(markup.match(/[<>"']/gu)?.join('')).toBe('<""><>');
      expect(markup).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/u);
    }),
  );
});

test('markup, lists and numbers are taken as they are, null as nothing', () => {
  expect(html`<b>${[html`<i>${1}</i>`, '<', null]}</b>`.markup).toBe('<b><i>1</i>&lt;</b>');
});

test('controls and characters that turn text around are written out, others are left alone', () => {
  expect(visible('a\u202eb\u0000c\u2066d\u{e0041}')).toBe('a\\u{202e}b\\u{0}c\\u{2066}d\\u{e0041}');
  const ordinary = 'می\u200cخواهم\tשלום\u200f 👩\u200d👩\n字';
  expect(visible(ordinary)).toBe(ordinary);
  expect(visible('a\r\nb\rc')).toBe('a\nb\nc');
  expect(visible('\ud800')).toBe('\ufffd');
});

test('names stand apart from the direction around them, and long ones are shortened', () => {
  expect(nameOf('a<b').markup).toBe('<bdi>a&lt;b</bdi>');
  expect(nameOf('x'.repeat(1000)).markup.length).toBeLessThan(230);
});

test('marks of real scripts stay, a heap of them on one letter is cut short', () => {
  for (const text of ['שָׁלוֹם', 'مُحَمَّدٌ', 'กี่', 'ཧཱུྃ']) expect(visible(text)).toBe(text);
  expect(visible(`a${'\u0301'.repeat(300)}b`)).toBe(`a${'\u0301'.repeat(8)}…b`);
});
