import type { MatchRule } from '../dedupe/match.ts';
import type { BlockKind, BlockRole, Reason } from '../split/block.ts';

/** Why a page was taken into the sample, in the order in which the report shows them. */
export const sampleReasons = {
  cut: 'most of it cut',
  unsure: 'least sure',
  rejected: 'no article found',
  large: 'among the largest',
  random: 'drawn at random',
} as const;
export type SampleReason = keyof typeof sampleReasons;
export const sampleReasonNames: readonly SampleReason[] = Object.keys(
  sampleReasons,
) as SampleReason[];

/** A block of a sample page, its text shortened where the page is long. */
export interface SampleBlock {
  readonly kind: BlockKind;
  readonly role: BlockRole | null;
  readonly reason: Reason;
  /** How sure the splitter is of the kind, 0 to 1. */
  readonly confidence: number;
  /** First and last line, counted from 1. */
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
  /** Bytes of the block after `text` that were left out. */
  readonly leftOut: number;
}

/** A page to look at: what it held, what each part was taken for, what became of it. */
export interface SamplePage {
  readonly id: string;
  readonly source: string;
  readonly outcome: 'cleaned' | 'removed' | 'rejected';
  /** The page that stays in its place; '' unless it was removed. */
  readonly duplicateOf: string;
  readonly why: readonly SampleReason[];
  /** Code of its language, '' when unknown. */
  readonly lang: string;
  /** Size of the page's text. */
  readonly bytes: number;
  /** Share of them that is its main body, 0 to 1. */
  readonly kept: number;
  /** Confidence of its least sure block, 0 to 1. */
  readonly confidence: number;
  readonly blocks: readonly SampleBlock[];
  /** Blocks at the end that were left out. */
  readonly blocksLeftOut: number;
}

/** A run of words that two texts share, or that only one of them has. */
export interface SampleSpan {
  readonly text: string;
  readonly shared: boolean;
  /** Characters left out within the run, or after it when it is the last one. */
  readonly leftOut: number;
}

/** A removed page beside the one that stays. */
export interface SampleRemoval {
  readonly id: string;
  readonly rule: MatchRule;
  readonly jaccard: number;
  readonly containment: number;
  readonly wordsLost: number;
  /** The removed text; shared: the kept page has it too. */
  readonly removed: readonly SampleSpan[];
  /** The kept text; shared: the removed page has it too. */
  readonly kept: readonly SampleSpan[];
}

/** A group of near-duplicates to look at. */
export interface SampleGroup {
  readonly why: 'large' | 'doubtful';
  readonly keeper: string;
  readonly size: number;
  readonly removals: readonly SampleRemoval[];
}

/** What of the corpus itself the report shows; bounded, whatever the corpus. */
export interface Samples {
  readonly pages: readonly SamplePage[];
  readonly groups: readonly SampleGroup[];
}
