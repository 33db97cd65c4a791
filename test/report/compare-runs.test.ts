import { expect, test } from 'vitest';
import { compareRuns } from '../../src/report/compare-runs.ts';
import { defaultSettings } from '../../src/settings.ts';
import { reportOf, samplePageOf } from './html/report-for-tests.ts';

const before = reportOf('news');

test('a run beside itself changed in nothing', () => {
  const { settings, changes, pages, totals } = compareRuns(before, before);
  expect([settings, changes, pages]).toEqual([[], [], []]);
  expect(totals.every((pair) => pair.before === pair.after)).toBe(true);
  expect(totals[0]).toEqual({ name: 'inputs', before: 10, after: 10 });
});

test('what differs is named, with both values, and nothing else', () => {
  const after = reportOf('news', {
    ghirbal: '1.3.0',
    settings: { ...before.settings, recall: true },
    duplicates: { ...before.duplicates, rules: { near: 5, contained: 1 } },
    languages: { ar: 6, '': 2 },
  });
  const { versions, settings, changes } = compareRuns(before, after);
  expect(versions).toEqual({ before: '1.2.3', after: '1.3.0' });
  expect(settings).toEqual([{ name: 'recall', before: 'false', after: 'true' }]);
  expect(changes).toEqual([
    {
      of: 'removed by rule',
      figures: [
        { name: 'near', before: 2, after: 5 },
        { name: 'exact', before: 1, after: 0 },
        { name: 'contained', before: 0, after: 1 },
      ],
    },
    { of: 'articles by language', figures: [{ name: '', before: 1, after: 2 }] },
  ]);
});

test('a setting that one version did not have yet shows as missing', () => {
  const { recall: _, ...older } = defaultSettings;
  const { settings } = compareRuns(
    reportOf('news', { settings: older }),
    reportOf('news', { settings: defaultSettings }),
  );
  expect(settings).toEqual([{ name: 'recall', before: '', after: 'false' }]);
});

test('sample pages of both runs that fared otherwise are listed', () => {
  const page = samplePageOf('text');
  const after = reportOf('news', {
    samples: { pages: [{ ...page, outcome: 'cleaned', kept: 0.75 }], groups: [] },
  });
  expect(compareRuns(before, after).pages).toEqual([
    {
      id: 'a.txt',
      before: { outcome: 'removed', kept: 0.25 },
      after: { outcome: 'cleaned', kept: 0.75 },
    },
  ]);
});
