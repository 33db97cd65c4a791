import { upsamplingWeight } from '../dedupe/cluster-figures.ts';
import type { Match } from '../dedupe/match.ts';
import type { Ledger } from './ledger.ts';
import { StoredRecord } from './stored-record.ts';

/** Why an article goes, as far as the lists say it. */
export type Evidence = Pick<Match, 'keptBy' | 'rule' | 'jaccard' | 'containment' | 'wordsLost'>;

/** Documents and what became of them. Articles are numbered apart from rejected pages. */
export interface Outcomes {
  readonly count: number;
  /** Stored records in order; a record's bytes are good until the next one. */
  records(): Iterable<{ readonly document: number; readonly record: Buffer }>;
  /** Number of a document among the articles; -1 when it was rejected. */
  articleOf(document: number): number;
  sizesOf(document: number): {
    readonly bytes: number;
    readonly lines: number;
    readonly blocks: number;
  };
  /** The evidence for an article that goes; `null` when it stays. */
  matchOf(article: number): Evidence | null;
  /** Articles in the group of an article, 1 when it is alone. */
  groupSizeOf(article: number): number;
  /** JSON text of the id of an article that stays in another's place. */
  keeperId(article: number): string;
}

/**
 * Writes every document to the list it belongs to, in order, and counts it.
 *
 * @param annotate - near-duplicates stay, and are marked.
 * @param between - called after each document.
 */
export async function writeOutcomes(
  documents: Outcomes,
  annotate: boolean,
  ledger: Ledger,
  between: (document: number) => Promise<void>,
): Promise<void> {
  const { lists } = ledger;
  for (const { document, record: stored } of documents.records()) {
    const record = new StoredRecord(stored);
    const article = documents.articleOf(document);
    const match = article < 0 ? null : documents.matchOf(article);
    const outcome = article < 0 ? 'rejected' : match !== null && !annotate ? 'removed' : 'cleaned';
    if (outcome === 'rejected') {
      lists.rejected.line(record.line);
      ledger.rejected(record);
    } else if (outcome === 'removed') {
      lists.removed.text(
        `{"id":${record.id},"source":${record.source},${evidence(match, documents)}}`,
      );
      ledger.removedFrom(JSON.parse(record.source) as string);
    } else {
      const size = documents.groupSizeOf(article);
      if (size === 1 && !annotate) lists.cleaned.line(record.line);
      else {
        const [before, after] = record.aroundClusterSize();
        const marks = annotate ? `,${evidence(match, documents)}` : '';
        lists.cleaned.part(before);
        lists.cleaned.part(Buffer.from(`${size}${marks}`));
        lists.cleaned.line(after);
      }
    }
    const { bytes, lines, blocks } = documents.sizesOf(document);
    ledger.outcome(outcome, bytes, lines, blocks);
    if (lists[outcome].isFull) await lists[outcome].flush();
    await between(document);
  }
}

/** Why an article goes, as JSON fields; empty values, of the same types, for one that stays. */
function evidence(match: Evidence | null, documents: Outcomes): string {
  const keeper = match === null ? '""' : documents.keeperId(match.keptBy);
  const { jaccard = 0, containment = 0, wordsLost = 0, rule = '' } = match ?? {};
  return (
    `"duplicate_of":${keeper},"jaccard":${ratio(jaccard)},"containment":${ratio(containment)},` +
    `"words_lost":${wordsLost},"rule":"${rule}"`
  );
}

/** A share as a JSON number with a point in it: readers that guess types take 1 for an integer. */
function ratio(value: number): string {
  const rounded = String(Math.round(value * 10_000) / 10_000);
  return rounded.includes('.') ? rounded : `${rounded}.0`;
}

/** A member of a group, as its row needs it. */
export interface GroupMember {
  /** JSON text of its id. */
  readonly id: string;
  /** See `siteOf`. */
  readonly site: string;
}

/** The row of a group in `clusters.jsonl`. */
export function clusterRow(keeper: GroupMember, members: readonly GroupMember[]): string {
  const sites = new Set([keeper, ...members].map(({ site }) => site));
  const size = members.length + 1;
  const ids = members.map(({ id }) => id).join(',');
  return `{"keeper":${keeper.id},"members":[${ids}],"size":${size},"sites":${sites.size},"weight":${upsamplingWeight(size)}}`;
}
