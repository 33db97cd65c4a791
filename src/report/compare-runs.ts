import { outcomes, type Report } from './report.ts';
import type { SamplePage } from './samples.ts';

/** A figure of two runs. */
export interface FigurePair {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** A setting that two runs differ in, each value as JSON. */
export interface SettingPair {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** A page that is a sample of both runs and fared otherwise in the second. */
export interface PagePair {
  readonly id: string;
  readonly before: Pick<SamplePage, 'outcome' | 'kept'>;
  readonly after: Pick<SamplePage, 'outcome' | 'kept'>;
}

/** Two runs side by side: what they were told, and what came of it. */
export interface RunComparison {
  /** Versions of the program. */
  readonly versions: { readonly before: string; readonly after: string };
  readonly settings: readonly SettingPair[];
  /** Outcomes and groups: all of them, changed or not. */
  readonly totals: readonly FigurePair[];
  /** Figures that differ, by what they count. */
  readonly changes: readonly { readonly of: string; readonly figures: readonly FigurePair[] }[];
  readonly pages: readonly PagePair[];
}

type Counts = Readonly<Record<string, number>>;

/** Puts two runs side by side, by their reports alone. */
export function compareRuns(before: Report, after: Report): RunComparison {
  const counted: readonly (readonly [of: string, countsOf: (report: Report) => Counts])[] = [
    ['bytes by kind', ({ kinds }) => valuesOf(kinds, ({ bytes }) => bytes)],
    ['lines by kind', ({ kinds }) => valuesOf(kinds, ({ lines }) => lines)],
    ['blocks by reason', ({ reasons }) => reasons],
    ['removed by rule', ({ duplicates }) => duplicates.rules],
    ['groups by size', ({ duplicates }) => duplicates.sizes],
    ['rejected by reason', ({ rejections }) => rejections],
    ['problems by kind', ({ problems }) => problems],
    ['articles by language', ({ languages }) => languages],
    ['pages by encoding', ({ encodings }) => encodings],
    ['main body by site', ({ sites }) => sum(sites.map(({ site, kept }) => [site, kept]))],
  ];
  return {
    versions: { before: before.ghirbal, after: after.ghirbal },
    settings: settingPairs(before, after),
    totals: totalPairs(before, after),
    changes: counted
      .map(([of, countsOf]) => ({ of, figures: changed(countsOf(before), countsOf(after)) }))
      .filter(({ figures }) => figures.length > 0),
    pages: pagePairs(before, after),
  };
}

function settingPairs(before: Report, after: Report): readonly SettingPair[] {
  const inputs = (report: Report): object => ({ inputs: report.inputs, ...report.settings });
  const one = valuesOf(inputs(before), (value) => JSON.stringify(value));
  const other = valuesOf(inputs(after), (value) => JSON.stringify(value));
  return namesOf(one, other)
    .map((name) => ({ name, before: one[name] ?? '', after: other[name] ?? '' }))
    .filter((pair) => pair.before !== pair.after);
}

function totalPairs(before: Report, after: Report): readonly FigurePair[] {
  const pair = (name: string, figure: (report: Report) => number): FigurePair => ({
    name,
    before: figure(before),
    after: figure(after),
  });
  return [
    pair('inputs', ({ totals }) => totals.inputs.documents),
    ...outcomes.map((name) => pair(name, ({ totals }) => totals[name].documents)),
    pair('groups', ({ duplicates }) => duplicates.clusters),
    pair('embedded articles', ({ embeddedArticles }) => embeddedArticles),
    pair('short bodies', ({ shortBodies }) => shortBodies),
    pair('characters replaced', ({ replacedCharacters }) => replacedCharacters),
  ];
}

function changed(before: Counts, after: Counts): readonly FigurePair[] {
  return namesOf(before, after)
    .map((name) => ({ name, before: before[name] ?? 0, after: after[name] ?? 0 }))
    .filter((pair) => pair.before !== pair.after);
}

function pagePairs(before: Report, after: Report): readonly PagePair[] {
  const known = new Map(before.samples.pages.map((page) => [page.id, page]));
  const pairs: PagePair[] = [];
  for (const page of after.samples.pages) {
    const was = known.get(page.id);
    if (was === undefined || (was.outcome === page.outcome && was.kept === page.kept)) continue;
    const fate = ({ outcome, kept }: SamplePage): PagePair['before'] => ({ outcome, kept });
    pairs.push({ id: page.id, before: fate(was), after: fate(page) });
  }
  return pairs;
}

function valuesOf<Value, Result>(
  record: { readonly [name: string]: Value } | object,
  read: (value: Value) => Result,
): Readonly<Record<string, Result>> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, read(value as Value)]),
  );
}

function sum(entries: readonly (readonly [string, number])[]): Counts {
  return Object.fromEntries(entries);
}

/** Names of both, those of the first in its order; names that are whole numbers come first, by size. */
function namesOf(one: object, other: object): readonly string[] {
  return Object.keys({ ...one, ...other });
}
