import type { MatchRule } from '../dedupe/match.ts';

/** What a rule that removed a page says, for people. */
export const ruleMeanings: Readonly<Record<MatchRule, string>> = {
  exact: 'the same words in the same order',
  near: 'an issue of the same article',
  contained: 'all or nearly all of it stands in a longer page',
  vouched: 'joined to the kept page by a third that is an issue of both',
};
