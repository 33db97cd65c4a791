import { Analyser } from '../text/analyse.ts';
import type { ScannedPage } from '../text/scanned-page.ts';
import type { Block } from './block.ts';
import { readFields, type PageFields } from './fields.ts';
import { noKnowledge, type SplitKnowledge, SplitTools } from './split-tools.ts';

/** A block of a page that was given as a string. */
export interface TextBlock extends Block {
  /** Where it begins, in UTF-16 units: `text.slice(start, end)` is the block. */
  readonly start: number;
  /** Where it ends; the terminator of its last line is left out. */
  readonly end: number;
}

/** What is what on a page. */
export interface SplitText extends Omit<PageFields, 'date'> {
  /** Code of the language, '' when unknown. */
  readonly language: string;
  /** A partition of the page's lines, in order. */
  readonly blocks: readonly TextBlock[];
}

/** Options of `splitter`: what to go by besides what ghirbal brings. */
export type SplitOptions = Partial<SplitKnowledge>;

let usual: ((text: string) => SplitText) | undefined;

/**
 * Tells a scraped page apart: which lines are the main body, its title, headlines that lead
 * elsewhere, tags, a second article, and furniture, each with a role and a reason.
 *
 * @param text - the page as plain text, one line for each block of the page it was scraped from.
 */
export function split(text: string): SplitText {
  usual ??= splitter();
  return usual(text);
}

/**
 * Makes a `split` that leans to precision or recall, knows language packs of your own, or goes by
 * what was learned of a corpus. Making one takes some 20 milliseconds: keep it.
 *
 * @param options - packs as `checkPack` gives them, site lines as `readProfile` does.
 * @throws RangeError for more than some 60 packs of languages that ghirbal does not know.
 *
 * @example
 * const splitMine = splitter({ leaning: 'precision', packs: [checkPack(JSON.parse(json))] });
 */
export function splitter(options: SplitOptions = {}): (text: string) => SplitText {
  const analyser = new Analyser();
  const tools = new SplitTools({ ...noKnowledge, ...options });
  return (text) => {
    const { original, meant } = analyser.analyse(new TextEncoder().encode(text));
    const result = tools.splitter.split(meant);
    const { date: _, ...fields } = readFields(original, result, tools.known);
    return {
      ...fields,
      language: result.language,
      blocks: placed(original, result.labels.blocks()),
    };
  };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function placed(page: ScannedPage, blocks: readonly Block[]): TextBlock[] {
  let at = 0;
  return blocks.map((block) => {
    const first = page.lineStart[block.startLine - 1]!;
    const end = page.lineEnd[block.endLine - 1]!;
    const next = page.lineStart[block.endLine]!;
    const start = at;
    const length = decoder.decode(page.bytes.subarray(first, end)).length;
    at += length + decoder.decode(page.bytes.subarray(end, next)).length;
    return { ...block, start, end: start + length };
  });
}
