import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { blockKinds, type BlockKind } from '../split/block.ts';

/** A page whose lines are labelled, one record of a training set. */
export interface LabelledPage {
  readonly id: string;
  readonly set: string;
  /** Publisher: pages of one publisher are never in training and test at once. */
  readonly domain: string;
  /** All publishers whose lines the page holds, its own first. */
  readonly publishers: readonly string[];
  /** Language and script, as the set names them. */
  readonly language: string;
  readonly script: string;
  /** Whole page or article container. */
  readonly variant: string;
  readonly text: string;
  readonly pageType: string;
  /** Kinds each line may have, none for lines that are blank or not to be learned from. */
  readonly allowed: readonly (readonly BlockKind[])[];
}

interface Row {
  readonly id: string;
  readonly set?: string;
  readonly domain: string;
  readonly lang?: string;
  readonly script?: string;
  readonly variant?: string;
  readonly pageType?: string;
  readonly lines: readonly {
    readonly t: string;
    readonly label: string;
    readonly alt?: readonly string[] | null;
  }[];
}

/** Line ends inside a line of the set would shift its labels. */
const strayLineEnds = /[\r\u0085\u2028\u2029]/gu;

/** Reads every `*.jsonl.gz` and `*.jsonl` of a folder, files and pages in a fixed order. */
export function readLabelledPages(folder: string): LabelledPage[] {
  const names = readdirSync(folder).filter((name) => /\.jsonl(\.gz)?$/u.test(name));
  return names.sort().flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    const setName = name.replace(/\.jsonl(\.gz)?$/u, '');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => toPage(JSON.parse(line) as Row, setName));
  });
}

function toPage(row: Row, setName: string): LabelledPage {
  return {
    id: row.id,
    set: row.set ?? setName,
    domain: row.domain,
    publishers: [row.domain],
    language: row.lang ?? row.script ?? '',
    script: row.script ?? '',
    variant: row.variant ?? 'page',
    pageType: row.pageType ?? 'article',
    text: row.lines.map(({ t }) => t.replace(strayLineEnds, ' ')).join('\n'),
    allowed: row.lines.map(({ label, alt }) => {
      const kinds = blockKinds.filter((kind) => kind === label || alt?.includes(kind));
      return blockKinds.some((kind) => kind === label) ? kinds : [];
    }),
  };
}

/**
 * Deals publishers out to folds so that every fold has about as many pages of each set.
 *
 * @returns the fold of each page, 0 to `folds - 1`.
 */
export function foldsOf(pages: readonly LabelledPage[], folds: number): Int32Array {
  const bySet = countBy(pages, ({ set }) => set);
  const sets = [...bySet.keys()];
  const pagesOfDomain = new Map<string, Map<string, number>>();
  for (const { domain, set } of pages) {
    const counts = pagesOfDomain.get(domain) ?? new Map<string, number>();
    counts.set(set, (counts.get(set) ?? 0) + 1);
    pagesOfDomain.set(domain, counts);
  }
  const loads = Array.from({ length: folds }, () => new Map<string, number>());
  const foldOfDomain = new Map<string, number>();
  for (const domain of [...pagesOfDomain.keys()].sort(byHash)) {
    const counts = pagesOfDomain.get(domain)!;
    const burden = (fold: number): number =>
      sets.reduce((sum, set) => {
        const share = (counts.get(set) ?? 0) / bySet.get(set)!;
        return sum + share * (loads[fold]!.get(set) ?? 0);
      }, 0);
    let best = 0;
    for (let fold = 1; fold < folds; fold++) if (burden(fold) < burden(best)) best = fold;
    foldOfDomain.set(domain, best);
    for (const [set, count] of counts) {
      loads[best]!.set(set, (loads[best]!.get(set) ?? 0) + count / bySet.get(set)!);
    }
  }
  return Int32Array.from(pages, ({ domain }) => foldOfDomain.get(domain)!);
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

function byHash(a: string, b: string): number {
  return hashText(a) - hashText(b) || (a < b ? -1 : 1);
}

/** A 32-bit hash of a text: an order that has nothing to do with what it says. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
