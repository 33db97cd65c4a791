import { safeJson } from '../report/safe-json.ts';
import type { ChalkInstance } from 'chalk';
import { compareTexts } from '../dedupe/compare-texts.ts';
import { rankByPolicy } from '../dedupe/keep-policy.ts';
import { keyOf } from '../dedupe/key.ts';
import { type Match, matchDocuments } from '../dedupe/match.ts';
import { MemoryRows } from '../dedupe/row-store.ts';
import type { MatchSettings } from '../dedupe/settings.ts';
import { bodyText, keepFigures, type KeepFigures, PagePreparer } from '../prepare-page.ts';
import { markDifferences, type MarkedTexts } from '../report/marked-words.ts';
import { counted } from '../report/numbers.ts';
import { ruleMeanings } from '../report/rule-meanings.ts';
import { readKnowledge } from '../run/read-knowledge.ts';
import type { Settings } from '../settings.ts';
import type { World } from './main.ts';
import { type MarkedLine, type Marking, markedLines } from './marked-lines.ts';
import { readPage } from './read-page.ts';
import { readSettings } from './read-settings.ts';
import { coloursFor, isColoured, isolated, printable } from './terminal.ts';
import { fittedEnd, textWidth } from './text-width.ts';

/** The main body of a page. */
interface Body extends KeepFigures {
  readonly file: string;
  readonly text: string;
  /** Folded words. */
  readonly words: Int32Array;
}

/** How two bodies compare, and what a run with the same settings would do with the pages. */
interface Comparison extends MarkedTexts {
  readonly jaccard: number;
  /** Share of each text's 5-word runs that the other has. */
  readonly containment: { readonly left: number; readonly right: number };
  /** Words of each text that lie in no passage the other has. */
  readonly wordsLost: { readonly left: number; readonly right: number };
  readonly removed: 'left' | 'right' | null;
  readonly rule: Match['rule'] | null;
}

/** `ghirbal compare`: two pages side by side, what differs marked, and what would become of them. */
export async function compare(
  files: readonly [left: string, right: string],
  options: Record<string, unknown>,
  world: World,
): Promise<void> {
  const { settings, manners } = readSettings(options, world.env);
  const preparer = new PagePreparer(settings, readKnowledge(settings));
  const left = await readBody(files[0], preparer, settings, world);
  const right = await readBody(files[1], preparer, settings, world);
  const comparison = compareBodies(left, right, settings);
  if (manners.json) {
    world.stdout.write(`${safeJson(asRecord(left, right, comparison))}\n`);
    return;
  }
  const coloured = isColoured(world.stdout, manners.color, world.env);
  const columns = world.stdout.isTTY ? world.stdout.columns : pipeColumns;
  const lines = comparedLines(left, right, comparison, coloursFor(coloured), columns);
  world.stdout.write(`${lines.join('\n')}\n`);
}

/** Columns where there is no terminal to ask. */
const pipeColumns = 100;

async function readBody(
  file: string,
  preparer: PagePreparer,
  { encoding }: Settings,
  world: World,
): Promise<Body> {
  const prepared = preparer.prepare(await readPage(file, encoding, world));
  // The words lie in a buffer that the next page takes over.
  const text = bodyText(prepared);
  return { file, text, words: prepared.words.slice(), ...keepFigures(prepared) };
}

function compareBodies(left: Body, right: Body, settings: Settings): Comparison {
  const bounds = boundsOf(settings);
  const figures = compareTexts(left.words, right.words, bounds);
  const match = matchOf(left, right, settings.keep, bounds);
  return {
    ...markDifferences(left.text, right.text),
    jaccard: rounded(figures.jaccard),
    containment: { left: rounded(figures.containedLeft), right: rounded(figures.containedRight) },
    // The overlap of a text that repeats itself may miss a few words; in a copy none is missing.
    wordsLost:
      match?.rule === 'exact'
        ? { left: 0, right: 0 }
        : { left: figures.lostLeft, right: figures.lostRight },
    removed: match === null ? null : match.document === 0 ? 'left' : 'right',
    rule: match?.rule ?? null,
  };
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

function boundsOf({ threshold, containment, minWords, maxLost }: Settings): MatchSettings {
  return { threshold, containment, minWords, maxLost: maxLost < 0 ? Infinity : maxLost };
}

/** What a run over these two pages alone decides; `null`: both stay. */
function matchOf(
  left: Body,
  right: Body,
  keep: Settings['keep'],
  bounds: MatchSettings,
): Match | null {
  const bodies = [left, right];
  // A page without a body is rejected before anything is compared.
  if (bodies.some(({ words }) => words.length === 0)) return null;
  const keys = bodies.map(({ words }) => keyOf(words, bounds.minWords));
  const rows = new MemoryRows();
  keys.forEach((key, number) => rows.add(number, key.sample));
  const { removed } = matchDocuments(
    {
      exact: Uint32Array.from(keys.flatMap(({ exact }) => [...exact])),
      wordCounts: Int32Array.from(bodies, ({ words }) => words.length),
      rank: rankByPolicy(keep, {
        words: Int32Array.from(bodies, ({ words }) => words.length),
        published: Float64Array.from(bodies, ({ published }) => published),
        source: Uint32Array.of(0, 1),
        completeness: Uint8Array.from(bodies, ({ completeness }) => completeness),
        embedded: new Uint8Array(bodies.length),
      }),
      rows,
      wordsOf: (number) => bodies[number]!.words,
    },
    bounds,
  );
  return removed[0] ?? null;
}

function asRecord(left: Body, right: Body, comparison: Comparison): object {
  const { left: leftSpans, right: rightSpans, ...figures } = comparison;
  return {
    left: { source: left.file, words: left.words.length, spans: leftSpans },
    right: { source: right.file, words: right.words.length, spans: rightSpans },
    ...figures,
  };
}

/** Columns from which two texts side by side can be read; below, they stand one under the other. */
const sideBySideColumns = 72;
const gap = ' | ';

/** The comparison in lines: the bodies first, then figures and verdict. */
function comparedLines(
  left: Body,
  right: Body,
  comparison: Comparison,
  colours: ChalkInstance,
  columns: number,
): readonly string[] {
  const isPlain = colours.level === 0;
  const marking = (open: string, close: string, paint: (text: string) => string): Marking => ({
    before: isPlain ? open : '',
    after: isPlain ? close : '',
    paint,
  });
  const isWide = columns >= sideBySideColumns;
  const room = isWide ? Math.floor((columns - gap.length) / 2) : Math.max(20, columns);
  const side = (body: Body, spans: Comparison['left'], mark: Marking): MarkedLine[] => [
    headLine(body, room, colours),
    { text: '', width: 0 },
    ...markedLines(spans, mark, room),
  ];
  const ofLeft = side(left, comparison.left, marking('[-', '-]', colours.red.underline));
  const ofRight = side(right, comparison.right, marking('{+', '+}', colours.green.underline));
  const bodies = isWide
    ? besideEachOther(ofLeft, ofRight, room, colours.dim(gap))
    : [...ofLeft, { text: '', width: 0 }, ...ofRight].map(({ text }) => text);
  return [...bodies, '', ...verdictLines(left, right, comparison, colours)];
}

function headLine({ file, words }: Body, room: number, colours: ChalkInstance): MarkedLine {
  const count = ` (${counted(words.length, 'word')})`;
  const name = fittedEnd(printable(file), Math.max(8, room - count.length));
  return { text: `${colours.bold(isolated(name))}${count}`, width: textWidth(name) + count.length };
}

function besideEachOther(
  left: readonly MarkedLine[],
  right: readonly MarkedLine[],
  room: number,
  between: string,
): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const { text, width } = left[at] ?? { text: '', width: 0 };
    const padding = ' '.repeat(Math.max(0, room - width));
    return `${text}${padding}${between}${right[at]?.text ?? ''}`.trimEnd();
  });
}

function verdictLines(
  left: Body,
  right: Body,
  { jaccard, containment, wordsLost, removed, rule }: Comparison,
  colours: ChalkInstance,
): readonly string[] {
  const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
  const name = (body: Body): string => isolated(printable(body.file));
  const lines = [
    `similarity   ${jaccard.toFixed(2)} (Jaccard, runs of 5 words)`,
    `containment  ${percent(containment.left)} of the left in the right, ${percent(containment.right)} of the right in the left`,
    `words lost   ${wordsLost.left} if the left goes, ${wordsLost.right} if the right goes`,
  ];
  const empty = [left, right].filter(({ words }) => words.length === 0);
  if (empty.length > 0) {
    lines.push(`verdict      nothing to compare: no main body in ${empty.map(name).join(' and ')}`);
  } else if (removed === null || rule === null) {
    lines.push(`verdict      ${colours.bold('both stay')}`);
  } else {
    const goes = removed === 'left' ? left : right;
    lines.push(
      `verdict      ${colours.bold('near-duplicates')} by the rule "${rule}": ${ruleMeanings[rule]}`,
      `             the ${removed} one goes: ${name(goes)}`,
    );
  }
  return lines;
}
