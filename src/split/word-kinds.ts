import { fromBase64 } from './base64.ts';
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
   * Base64. Keys in rising order as unsigned numbers: each one's distance from the one before
   * as a whole number of 7 bits a byte, lowest first, bit 7 set on all bytes but the last.
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
  const keys = new Int32Array(odds.length / spokenKinds);
  let count = 0;
  let key = 0;
  let distance = 0;
  let shift = 0;
  for (const byte of fromBase64(packed.keys)) {
    distance += (byte & 127) * 2 ** shift;
    shift += 7;
    if (byte > 127) continue;
    key += distance;
    keys[count++] = key | 0;
    distance = 0;
    shift = 0;
  }
  if (count !== keys.length) throw new RangeError(`${count} keys for ${odds.length} odds`);
  return { keys, odds };
}
