import type { LanguagePack } from '../language/pack.ts';
import type { MonthTable } from './iso-date.ts';
import { KnownWords } from './known-words.ts';
import { Lexicon } from './lexicon.ts';
import { lineModelWeights } from './model-weights.ts';
import { packsWith } from './own-packs.ts';
import { type Leaning, Splitter } from './splitter.ts';
import { type SiteLineColumns, SiteLines } from './site-lines.ts';

/** What a splitter goes by besides what ghirbal brings; plain data, which threads can be sent. */
export interface SplitKnowledge {
  readonly leaning: Leaning;
  /** A user's own language packs. */
  readonly packs: readonly LanguagePack[];
  /** Lines known to stand on many pages of the corpus; `null` when it was not surveyed. */
  readonly siteLines: SiteLineColumns | null;
}

/** Nothing beyond what ghirbal brings. */
export const noKnowledge: SplitKnowledge = { leaning: 'balanced', packs: [], siteLines: null };

/** What splitting pages and reading their fields takes: made once, used page after page. */
export class SplitTools {
  readonly lexicon: Lexicon;
  readonly splitter: Splitter;
  readonly known: KnownWords;
  readonly months: MonthTable;

  /** @throws RangeError for too many language packs, see `packsWith`. */
  constructor({ leaning, packs, siteLines }: SplitKnowledge) {
    const compiled = packsWith(packs);
    const lines = siteLines === null ? null : new SiteLines(siteLines);
    this.lexicon = new Lexicon(compiled);
    this.splitter = new Splitter(this.lexicon, lineModelWeights(), leaning, lines);
    this.known = new KnownWords(this.lexicon);
    this.months = compiled.months;
  }
}
