/** The kinds of block a page is made of. Every line of a page belongs to exactly one block. */
export const blockKinds = ['body', 'title', 'related', 'tags', 'furniture', 'embedded'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** A finer name within a kind; `null` where the kind says it all. */
export const blockRoles = [
  'subheading',
  'list',
  'quote',
  'repeat',
  'kicker',
  'standfirst',
  'heading',
  'title',
  'body',
  'attribution',
  'byline',
  'date',
  'section',
  'caption',
  'rating',
  'share',
  'navigation',
  'advert',
  'comment',
  'consent',
  'copyright',
  'other',
] as const;
export type BlockRole = (typeof blockRoles)[number];

/** Why a line got its kind. The list is closed, so reports and tests can count reasons. */
export const reasons = {
  model: 'the line model, read with its neighbours',
  marker: 'the line is a known phrase, or starts or ends with one',
  'after-heading': 'stands under a heading that opens such a block',
  'embedded-article': 'a heading, a headline and prose of another article',
  'repeated-paragraph': 'nearly all of it was said earlier on the page',
  'repeated-line': 'the same short line stands more than once on the page',
  'site-line': 'stands on many pages of the corpus whose articles differ',
  'blank-page': 'nothing visible on the page',
  given: 'the text was given as a body',
} as const;
export type Reason = keyof typeof reasons;

/** A run of lines of one kind, role and reason. */
export interface Block {
  readonly kind: BlockKind;
  readonly role: BlockRole | null;
  /** First line, counted from 1. */
  readonly startLine: number;
  /** Last line, counted from 1; blank lines after a block belong to it. */
  readonly endLine: number;
  readonly reason: Reason;
  /** How sure the splitter is of the kind, 0 to 1: the least sure line of the block. */
  readonly confidence: number;
}
