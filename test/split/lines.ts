import type { BlockKind } from '../../src/split/block.ts';
import { FeatureExtractor } from '../../src/split/features.ts';
import { Lexicon } from '../../src/split/lexicon.ts';
import { VisibleLines } from '../../src/split/visible-lines.ts';
import { Scanner } from '../../src/text/scan.ts';
import type { ScannedPage } from '../../src/text/scanned-page.ts';

const lexicon = new Lexicon();

/** A page made of lines, scanned and measured. */
export interface MeasuredPage {
  readonly page: ScannedPage;
  readonly lines: VisibleLines;
  readonly matrix: Float32Array;
}

export function measured(texts: readonly string[]): MeasuredPage {
  const page = new Scanner().scan(new TextEncoder().encode(texts.join('\n')));
  const lines = new VisibleLines(lexicon);
  lines.measure(page);
  return { page, lines, matrix: new FeatureExtractor(lexicon).extract(page, lines) };
}

/** The same kind for all lines. */
export function all(kind: BlockKind, count: number): BlockKind[] {
  return Array.from({ length: count }, () => kind);
}

/** A line, and the kind that it was given. */
export type LabelledLine = readonly [text: string, kind: BlockKind];

export const kindsOf = (page: readonly LabelledLine[]): BlockKind[] => page.map(([, kind]) => kind);

/** Kinds of the lines after a rule has corrected them. */
export function corrected(
  labelled: readonly LabelledLine[],
  rule: (page: ScannedPage, lines: VisibleLines, kinds: BlockKind[]) => unknown,
): BlockKind[] {
  const { page, lines } = measured(labelled.map(([text]) => text));
  const kinds = kindsOf(labelled);
  rule(page, lines, kinds);
  return kinds;
}
