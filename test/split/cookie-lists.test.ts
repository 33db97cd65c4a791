import { expect, test } from 'vitest';
import type { BlockKind } from '../../src/split/block.ts';
import { dropCookieLists } from '../../src/split/cookie-lists.ts';
import { corrected, kindsOf, type LabelledLine as Line } from './lines.ts';

const kept = (page: readonly Line[]): BlockKind[] => corrected(page, dropCookieLists);

const title: Line = ['Ferries between the islands run again', 'title'];
const story: readonly Line[] = [
  [
    'The ferries between the two islands run again since Monday, three weeks after the storm that tore away the pier.',
    'body',
  ],
  [
    'The harbour office said that the new pier had been tested with a loaded lorry, and that it would hold for some years.',
    'body',
  ],
];
const list: readonly Line[] = [
  ['_ga\t2 years\tThis cookie counts visitors and tells them from one another.', 'body'],
  ['Performance', 'body'],
  ['_gid\t1 day\tInstalled to see how visitors use the site; the cookie holds no name.', 'body'],
  ['uvc\t1 month\tThe cookie measures how often a share button is used.', 'body'],
  ['lang\tsession\tThis cookie keeps the language that was chosen.', 'related'],
  ['test_cookie\t15 minutes\tTells whether the browser takes cookies at all.', 'body'],
  ['IDE\t1 year\tCookies by which advertisements are chosen and counted.', 'body'],
  ['auth\tsession\tA cookie for those who have signed in.', 'body'],
  ['seen\tsession\tThis cookie knows that the notice was shown.', 'body'],
];

test('a list of the site’s cookies is no part of the story above it', () => {
  const page = [title, ...story, ...list];
  const furniture = list.map(([, kind]) => (kind === 'body' ? 'furniture' : kind));
  expect(kept(page)).toEqual(['title', 'body', 'body', ...furniture]);
});

test('a page that is about cookies keeps them: its title says so, or it says little else', () => {
  const told: Line[] = [['What our cookies are for', 'title'], ...story, ...list];
  expect(kept(told)).toEqual(kindsOf(told));
  const alone: Line[] = [title, story[0]!, ...list];
  expect(kept(alone)).toEqual(kindsOf(alone));
});

test('a story that names cookies now and then keeps all its lines', () => {
  const naming: Line = ['Whoever takes the cookie is told apart from the others.', 'body'];
  const between: Line[] = Array.from({ length: 4 }, () => story[0]!);
  const page = [title, ...Array.from({ length: 8 }, () => [naming, ...between]).flat()];
  expect(kept(page)).toEqual(kindsOf(page));
});

test('lines that name cookies by another word of theirs count, other languages’ too', () => {
  const rows: Line[] = Array.from({ length: 6 }, (_, at) => [
    `kimlik${at}\toturum\tBu çerez, ziyaretçilerin siteyi nasıl kullandığını sayar.`,
    'body',
  ]);
  expect(kept([title, ...story, ...rows]).slice(3)).toEqual(Array(6).fill('furniture'));
  expect(kept([title, ...story, ...rows.slice(1)]).slice(3)).toEqual(Array(5).fill('body'));
});
