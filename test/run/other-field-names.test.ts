import { expect, test } from 'vitest';
import { runHere } from '../helpers/run-here.ts';

const words = (count: number, name: string): string =>
  Array.from({ length: count }, (_, at) => `${name}${at}x`).join(' ');

const issues = [
  { uid: 'long', published: '2024-03-05', content: { body: `${words(80, 'a')} and an end` } },
  { uid: 'early', date: '2024-01-02T08:00:00Z', content: { body: words(80, 'a') } },
  { uid: 'late', created: '2024-06-01', content: { body: `${words(80, 'a')} end` } },
  { uid: 'undated', date: 'on 7 July 2025', content: { body: words(81, 'a') } },
];
const input = issues.map((issue) => `${JSON.stringify(issue)}\n`).join('');

async function kept(...args: string[]): Promise<Record<string, unknown>[]> {
  const names = ['--text-field', 'content.body', '--id-field', 'uid'];
  const { code, stdout } = await runHere(
    ['dedupe', '-', '-o', '-', '-q', ...names, ...args],
    [input],
  );
  expect(code).toBe(0);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('the date that a record gives under a usual name decides which issue is the earliest and the newest', async () => {
  const idOf = async (policy: string): Promise<unknown[]> =>
    (await kept('--keep', policy)).map(({ id }) => id);
  expect(await idOf('earliest')).toEqual(['early']);
  expect(await idOf('newest')).toEqual(['late']);
  expect(await idOf('first')).toEqual(['long']);
});

test('a text that stood inside another field is written once, what stood beside it stays', async () => {
  const records = await kept('--annotate');
  expect(records.map(({ text }) => text)).toEqual(issues.map(({ content }) => content.body));
  for (const { metadata } of records) expect(metadata).toHaveProperty('content', {});
  expect(records.map(({ metadata }) => metadata)).toMatchObject([
    { published: '2024-03-05' },
    { published: '2024-01-02', date: '2024-01-02T08:00:00Z' },
    { published: '2024-06-01', created: '2024-06-01' },
    { published: '', date: 'on 7 July 2025' },
  ]);
});
