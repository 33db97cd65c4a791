import { expect, test } from 'vitest';
import {
  accountingFaults,
  listNames,
  type ListSummary,
  outcomes,
} from '../../src/report/report.ts';
import { siteOf } from '../../src/report/site.ts';
import { addTally, count, emptyTally, sortedCounts } from '../../src/report/tally.ts';

const totals = (documents: number) => ({ documents, bytes: documents, lines: 0, blocks: 0 });
const balanced = {
  inputs: totals(10),
  cleaned: totals(4),
  removed: totals(3),
  rejected: totals(2),
  problems: totals(1),
};
const lists = Object.fromEntries(
  listNames.map((name) => [
    name,
    { lines: name === 'clusters' ? 1 : balanced[name].documents, bytes: 0, sha256: '' },
  ]),
) as unknown as Record<(typeof listNames)[number], ListSummary>;

test('sums that add up have no fault, any that does not is named', () => {
  expect(accountingFaults(balanced, lists, outcomes)).toEqual([]);
  const lost = { ...balanced, cleaned: totals(3) };
  expect(accountingFaults(lost, lists, outcomes)).toEqual([
    '10 documents came in and 9 are accounted for',
    '10 bytes came in and 9 are accounted for',
    'cleaned holds 4 lines for 3 inputs',
  ]);
});

test('tallies add up, and no name can touch a prototype', () => {
  const whole = emptyTally();
  const part = emptyTally();
  count(part.languages, '__proto__');
  count(part.languages, 'constructor', 2);
  part.kindBytes.body = 5;
  addTally(whole, part);
  addTally(whole, part);
  expect(whole.kindBytes.body).toBe(10);
  expect(Object.entries(sortedCounts(whole.languages))).toEqual([
    ['constructor', 4],
    ['__proto__', 2],
  ]);
});

test('a site is the host of an address or the folder of a path', () => {
  expect(siteOf('https://www.Example.org:80/a/b')).toBe('example.org');
  expect(siteOf('crawl/site/page.txt')).toBe('crawl/site/');
  expect(siteOf('page.txt')).toBe('');
  // Whatever stands in an address, a report holds a hundred names of sites.
  const long = siteOf(`https://${'a'.repeat(9000)}.example/1`);
  expect(long).toHaveLength(300);
  expect(long.endsWith('aaa.example')).toBe(true);
});
