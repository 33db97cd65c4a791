/** How near-duplicates are told; see `MatchOptions` for the meaning of each. */
export interface MatchSettings {
  readonly threshold: number | null;
  readonly containment: number | null;
  readonly minWords: number;
  readonly maxLost: number;
}

/**
 * Without `threshold` and `containment`, texts are judged by evidence: how much of each the other
 * has, where, how heavily it was edited, and whether facts differ. With either, that judgement is
 * off, and two texts match exactly when their shingles reach a bound that was asked for.
 */
export interface MatchOptions {
  /** Match when the Jaccard similarity of the sets of 5-word shingles is at least this, 0 to 1. */
  readonly threshold?: number | null;
  /** Match when at least this share of the removed text's 5-word shingles is in the kept one, 0 to 1. */
  readonly containment?: number | null;
  /** Texts with fewer words only match exact copies. Default 20. */
  readonly minWords?: number;
  /** Most words of a removed text that the kept one may lack. Default: no bound beside the evidence. */
  readonly maxLost?: number;
}

/** Fewer words than a sentence or two hold too little to tell an edited copy from another text. */
export const leastWords = 20;

/**
 * Fills in defaults.
 *
 * @throws RangeError when a ratio is outside 0 to 1 or a count is negative.
 */
export function settleMatching(options: MatchOptions): MatchSettings {
  const settings: MatchSettings = {
    threshold: options.threshold ?? null,
    containment: options.containment ?? null,
    minWords: options.minWords ?? leastWords,
    maxLost: options.maxLost ?? Infinity,
  };
  for (const name of ['threshold', 'containment'] as const) {
    const ratio = settings[name];
    if (ratio !== null && !(ratio >= 0 && ratio <= 1))
      throw new RangeError(`${name} is ${ratio}, not a number from 0 to 1`);
  }
  for (const name of ['minWords', 'maxLost'] as const) {
    if (!(settings[name] >= 0))
      throw new RangeError(`${name} is ${settings[name]}, not a number from 0 up`);
  }
  return settings;
}
