import { fromBase64 } from './base64.ts';
import { fromVariableBytes } from './variable-bytes.ts';
import { packedWordKinds } from './word-kinds-data.ts';

/** Kinds that words speak for: `blockKinds` without `embedded`, whose words are those of any article. */
export const spokenKinds = 5;

/** What stands for odds of a word that is not known. */
export const unknownOdds = -128;
/** Odds are kept as whole numbers: the logarithm times this. */
export const oddsScale = 32;

/**
 * Words and whole lines that tell kinds apart wherever they stand: for each its log-odds, how
 * much likelier it makes a kind than the kind is at all, `spokenKinds` numbers times `oddsScale`.
 */
export interface WordKinds {
  readonly words: KindOdds;
  /** Keys are hashes of lines, as in `VisibleLines.hash`. */
  readonly lines: KindOdds;
}

export interface KindOdds {
  readonly keys: Int32Array;
  /** `spokenKinds` for each key. */
  readonly odds: Int8Array;
}

/** Word kinds as the training script writes them. */
export interface PackedWordKinds {
  readonly words: PackedKindOdds;
  readonly lines: PackedKindOdds;
}

export interface PackedKindOdds {
  /**
   * Base64. Keys in rising order as unsigned numbers: each one's distance from the one before,
   * see `toVariableBytes`.
   */
  readonly keys: string;
  /** Base64: a byte for each of the odds. */
  readonly odds: string;
}

let kinds: WordKinds | undefined;

/** The word kinds that ghirbal brings, unpacked on first use. */
export function wordKinds(): WordKinds {
  kinds ??= {
    words: unpackKindOdds(packedWordKinds.words),
    lines: unpackKindOdds(packedWordKinds.lines),
  };
  return kinds;
}

/** @throws RangeError when there are not `spokenKinds` odds for each key. */
export function unpackKindOdds(packed: PackedKindOdds): KindOdds {
  const odds = new Int8Array(fromBase64(packed.odds).buffer);
  const distances = fromVariableBytes(fromBase64(packed.keys));
  const keys = new Int32Array(distances.length);
  let key = 0;
  for (const [at, distance] of distances.entries()) keys[at] = key = (key + distance) | 0;
  if (keys.length * spokenKinds !== odds.length)
    throw new RangeError(`${keys.length} keys for ${odds.length} odds`);
  return { keys, odds };
}
