import { expect, test } from 'vitest';
import type { BlockKind } from '../../src/split/block.ts';
import { dropComments } from '../../src/split/comment-threads.ts';
import { all, corrected, kindsOf, type LabelledLine as Line } from './lines.ts';

const kept = (page: readonly Line[]): BlockKind[] => corrected(page, dropComments);

const title: Line = ['Night buses come back to the hills', 'title'];
const story: readonly Line[] = [
  [
    'The night buses to the three villages in the hills run again from Friday, after two years without any.',
    'body',
  ],
  [
    'The town pays for them until spring, and will then count how many people took them on their way home.',
    'body',
  ],
];
const more: Line = [
  'Whoever misses the last one at midnight still has to walk for two hours, or to pay for a taxi.',
  'body',
];
const comment: Line = [
  'I took the last one every week, and it was never as empty as the council said it would be.',
  'body',
];
const count = (text: string): Line => [text, 'furniture'];

const counted = [title, ...story, more];

test('what stands below a number of comments is no part of the article above it', () => {
  for (const heading of [
    '124 Reader Comments',
    'Comments (12)',
    '2 Kommentare',
    '17 تعليق',
    '5 комментариев',
    '12条评论',
  ]) {
    const page = [...counted, count(heading), comment, comment];
    expect(kept(page), heading).toEqual(['title', ...all('body', 3), ...all('furniture', 3)]);
  }
});

test('the headline in quotation marks behind some words opens a thread in any language', () => {
  for (const [before, after] of [
    ['3 thoughts on “', '”'],
    ['One reply to “', '”'],
    ['5 Gedanken zu „', '“'],
    ['2 réflexions sur « ', ' »'],
  ]) {
    const page = [title, ...story, count(`${before}${title[0]}${after}`), comment];
    expect(kept(page), before).toEqual(['title', 'body', 'body', 'furniture', 'furniture']);
  }
  for (const text of [
    `${title[0]} »`,
    `The minister for transport calls it all “${title[0]}”`,
    '3 thoughts on “buses”',
  ]) {
    const page = [title, ...story, count(text), comment];
    expect(kept(page), text).toEqual(kindsOf(page));
  }
});

test('numbered headings and replies count no comments', () => {
  for (const heading of ['4. Discussion', 'Reply 1', 'Like 24', 'Antwort 1']) {
    const page = [...counted, count(heading), comment];
    expect(kept(page), heading).toEqual(kindsOf(page));
  }
  const paper = [title, count('4 Results'), ...story, more, count('5 Discussion'), comment];
  expect(kept(paper)).toEqual(kindsOf(paper));
});

test('a number of comments under the headline says nothing of the text below it', () => {
  const page = [title, count('124 Comments'), ...story, comment];
  expect(kept(page)).toEqual(kindsOf(page));
  const bullets = [
    ...counted,
    count('Published: 12:30, 5 May 2020'),
    count('124 Comments'),
    comment,
  ];
  expect(kept(bullets)).toEqual(kindsOf(bullets));
});

test('where several numbers of comments stand, or a headline follows, all stays', () => {
  const forum = [...counted, count('3 Comments'), comment, count('5 Comments'), comment];
  expect(kept(forum)).toEqual(kindsOf(forum));
  const answers = [...forum, ...thread];
  expect(kept(answers)).toEqual(kindsOf(answers));
  const two = [...counted, count('3 Comments'), title, ...story];
  expect(kept(two)).toEqual(kindsOf(two));
});

const dated = (text: string): readonly Line[] => [[text, 'furniture'], comment];
const thread: readonly Line[] = [
  ...dated('Jo Waters October 28, 2015 at 6:09 pm'),
  ...dated('E. Hill November 2, 2015 at 11:40 am'),
  ...dated('Jo Waters November 2, 2015 at 12:02 pm'),
];

test('three lines with day and time, with text between them, are a thread', () => {
  const furniture = all('furniture', thread.length);
  expect(kept([title, ...story, ...thread])).toEqual(['title', 'body', 'body', ...furniture]);
  const german = [
    ...dated('29. Mai 2019 um 17:39 Uhr'),
    ...dated('29. Mai 2019 um 18:02 Uhr'),
    ...dated('30. Mai 2019 um 9:15 Uhr'),
  ];
  expect(kept([title, ...story, ...german])).toEqual(['title', 'body', 'body', ...furniture]);
});

test('two such lines, lines with days alone, and a forum whose first entry has one are none', () => {
  const two = [title, ...story, ...thread.slice(2)];
  expect(kept(two)).toEqual(kindsOf(two));
  const days = [1, 2, 3].flatMap((day) => dated(`Jo Waters October ${day}, 2015`));
  expect(kept([title, ...story, ...days])).toEqual(kindsOf([title, ...story, ...days]));
  const forum: Line[] = [title, ['October 27, 2015 at 9:30 am', 'furniture'], ...story, ...thread];
  expect(kept(forum)).toEqual(kindsOf(forum));
});

test('a live blog keeps its entries: its days and times are of the body', () => {
  const entries = thread.map(([text]): Line => [text, 'body']);
  const page = [title, ...story, ...entries];
  expect(kept(page)).toEqual(kindsOf(page));
});
