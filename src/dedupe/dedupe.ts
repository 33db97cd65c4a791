import { Analyser } from '../text/analyse.ts';
import { comparedWords } from './compared-words.ts';
import { keyOf } from './key.ts';
import { type Matches, type MatchRule, matchDocuments } from './match.ts';
import { MemoryRows } from './row-store.ts';
import { type MatchOptions, settleMatching } from './settings.ts';

const encoder = new TextEncoder();

/** A text to compare. */
export interface Document {
  /** Names the document in the result; no two may have the same. */
  readonly id: string;
  readonly text: string;
}

export interface DedupeOptions extends MatchOptions {
  /** Which of several issues of a text to keep: the longest (the default) or the one given first. */
  readonly keep?: 'longest' | 'first';
}

/** A document that goes, and why. */
export interface Removal {
  readonly id: string;
  /** The document that stays in its place. */
  readonly duplicateOf: string;
  readonly rule: MatchRule;
  /** Jaccard similarity of the sets of 5-word shingles, 0 to 1. */
  readonly jaccard: number;
  /** Share of the removed text's 5-word shingles that the kept one has, 0 to 1. */
  readonly containment: number;
  /** Words of the removed text that lie in no passage the kept one has. */
  readonly wordsLost: number;
}

/** What stays, what goes, and what the texts look like as a whole. */
export interface Deduped extends Pick<
  Matches,
  'histogram' | 'removedByThreshold' | 'shortDocuments'
> {
  /** Ids of the documents that stay, in the order given. */
  readonly kept: readonly string[];
  /** The documents that go, in the order given. */
  readonly removed: readonly Removal[];
}

/**
 * Finds the documents that repeat others, in whole or in part, and decides which stay.
 *
 * Texts are compared by their folded words, so spelling habits, encoding forms and layout do not
 * matter. Which documents stay depends on their ids and texts alone, whatever their order,
 * unless `keep` is `first`.
 *
 * @throws RangeError when two documents have the same id or an option is out of range.
 */
export function dedupe(documents: Iterable<Document>, options: DedupeOptions = {}): Deduped {
  const settings = settleMatching(options);
  const given = [...documents];
  if (new Set(given.map(({ id }) => id)).size < given.length)
    throw new RangeError('two documents have the same id');
  // Numbered by id, so that the order given decides nothing.
  const order = given.map((_, at) => at).sort((a, b) => (given[a]!.id < given[b]!.id ? -1 : 1));
  const analyser = new Analyser();
  const words = order.map((at) => {
    const { meant } = analyser.analyse(encoder.encode(given[at]!.text));
    return comparedWords(meant.words.slice(0, meant.wordCount));
  });
  const keys = words.map((ofText) => keyOf(ofText, settings.minWords));
  const rows = new MemoryRows();
  const exact = new Uint32Array(keys.length * 4);
  for (const [number, key] of keys.entries()) {
    rows.add(number, key.sample);
    exact.set(key.exact, number * 4);
  }
  const matches = matchDocuments(
    {
      exact,
      wordCounts: Int32Array.from(keys, (key) => key.words),
      rank: Float64Array.from(order, (at, number) =>
        options.keep === 'first' ? at : -words[number]!.length,
      ),
      rows,
      wordsOf: (number) => words[number]!,
    },
    settings,
  );
  const removals = new Map<number, Removal>();
  for (const { document, keptBy, rule, jaccard, containment, wordsLost } of matches.removed) {
    const [at, keptAt] = [order[document]!, order[keptBy]!];
    removals.set(at, {
      id: given[at]!.id,
      duplicateOf: given[keptAt]!.id,
      rule,
      jaccard,
      containment,
      wordsLost,
    });
  }
  return {
    kept: given.filter((_, at) => !removals.has(at)).map(({ id }) => id),
    removed: given.flatMap((_, at) => removals.get(at) ?? []),
    histogram: matches.histogram,
    removedByThreshold: matches.removedByThreshold,
    shortDocuments: matches.shortDocuments,
  };
}
