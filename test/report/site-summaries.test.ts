import { expect, test } from 'vitest';
import { siteSummaries } from '../../src/report/site-summaries.ts';
import { addTally, countSite, emptyTally, otherSites } from '../../src/report/tally.ts';

const kindsOf = (body: number) => ({
  body,
  title: 0,
  related: 0,
  tags: 0,
  furniture: 0,
  embedded: 0,
});
const page = { pages: 1, rejected: 0, bytes: 10, kept: 4, kinds: kindsOf(4) };

test('sites come by their pages, and those that find no room are one row that loses nothing', () => {
  const whole = emptyTally();
  for (let part = 0; part < 3; part++) {
    const tally = emptyTally();
    for (let site = 0; site < 900; site++) countSite(tally.sites, `${part}-${site}`, page);
    countSite(tally.sites, 'common', { ...page, rejected: 1 });
    addTally(whole, tally);
  }
  expect(whole.sites.size).toBe(1001);
  const sites = siteSummaries(whole.sites, new Map([['common', 2]]));
  expect(sites[0]).toEqual({
    site: 'common',
    pages: 3,
    removed: 2,
    rejected: 3,
    bytes: 30,
    kept: 12,
    kinds: kindsOf(12),
  });
  expect(sites.at(-1)!.site).toBe(otherSites);
  expect(sites.reduce((sum, { pages }) => sum + pages, 0)).toBe(2703);
  expect(sites).toHaveLength(101);
});

test('a name from outside touches no prototype', () => {
  const tally = emptyTally();
  countSite(tally.sites, '__proto__', page);
  expect(siteSummaries(tally.sites, new Map())).toEqual([
    { site: '__proto__', ...page, removed: 0 },
  ]);
});
