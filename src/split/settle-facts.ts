import { blockKinds } from './block.ts';
import { kindCount } from './line-model.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Rows of facts: so many or more, short, each with figures and about as many words as the last. */
const leastRows = 3;
const mostWords = 8;
const unevenWords = 1;
/** The model thinks body so likely, on average, where rows are the text's; beside dates and counters of views far less. */
const rowProbability = 0.1;

const body = blockKinds.indexOf('body');
const furniture = blockKinds.indexOf('furniture');

/**
 * Makes rows of facts that lead up to a paragraph part of the body: times, prices, results,
 * temperatures. Without them notices of one form look all the same. Corrects `kinds` in place.
 *
 * @param scores - `kindCount` log-probabilities a line.
 * @param kinds - index in `blockKinds` of each line's kind.
 */
export function settleFacts(lines: VisibleLines, scores: Float32Array, kinds: Uint8Array): void {
  for (let first = 0; first < lines.count; first++) {
    let end = first;
    let probability = 0;
    while (end < lines.count && isRow(lines, kinds, end) && (end === first || isLike(lines, end))) {
      probability += Math.exp(scores[end * kindCount + body]!);
      end++;
    }
    const leadsToText = end < lines.count && kinds[end] === body && lines.prose[end] === 1;
    const isMeant = probability >= rowProbability * (end - first);
    if (leadsToText && isMeant && end - first >= leastRows) kinds.fill(body, first, end);
    first = Math.max(first, end - 1);
  }
}

function isRow(lines: VisibleLines, kinds: Uint8Array, k: number): boolean {
  const marker = lines.marker[k];
  return (
    kinds[k] === furniture &&
    lines.numbers[k]! > 0 &&
    lines.numbers[k]! < lines.words[k]! &&
    lines.size[k]! <= mostWords &&
    lines.address[k] === 0 &&
    (marker === undefined || marker.where === 'anywhere')
  );
}

function isLike(lines: VisibleLines, k: number): boolean {
  return (
    Math.abs(lines.words[k]! - lines.words[k - 1]!) <= unevenWords &&
    lines.bullet[k] === lines.bullet[k - 1]
  );
}
