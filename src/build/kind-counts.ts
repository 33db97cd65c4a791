import { blockKinds } from '../split/block.ts';
import type { KindOdds, PackedKindOdds } from '../split/word-kinds.ts';
import { toVariableBytes } from '../split/variable-bytes.ts';
import { oddsScale, spokenKinds, unknownOdds } from '../split/word-kinds.ts';

/** Odds start from the kinds' own shares, as if so many publishers had been seen before. */
const priorPublishers = 3;

/**
 * Keys are kept that make a kind other than the body this much likelier, or any kind this much
 * less likely, as log-odds: the others, three in ten, say that a word of an article is one.
 */
const leastRise = 0.5;
const leastFall = 1.25;

/** Shares of the kinds among a publisher's uses of each of its keys. */
interface PublisherShares {
  readonly keys: Int32Array;
  /** `spokenKinds` a key; they add up to 1. */
  readonly shares: Float32Array;
}

/**
 * Counts in which kinds of line words (or whole lines) stand, each publisher once: a word that
 * one site uses a thousand times in its menu says no more than one that it uses ten times.
 */
export class KindCounts {
  readonly #publishers = new Map<string, PublisherShares>();
  readonly #totals = new Map<number, Float64Array>();
  readonly #prior = new Float64Array(spokenKinds);
  readonly #leastPublishers: number;

  /** @param leastPublishers - keys of fewer publishers are not known. */
  constructor(leastPublishers: number) {
    this.#leastPublishers = leastPublishers;
  }

  /** @param uses - counts of each key in each kind, all of the publisher's pages together. */
  addPublisher(publisher: string, uses: ReadonlyMap<number, Float64Array>): void {
    const keys = Int32Array.from(uses.keys());
    const shares = new Float32Array(keys.length * spokenKinds);
    for (const [index, counts] of [...uses.values()].entries()) {
      const sum = counts.reduce((total, count) => total + count, 0);
      const total = this.#totals.get(keys[index]!) ?? new Float64Array(spokenKinds + 1);
      this.#totals.set(keys[index]!, total);
      for (let kind = 0; kind < spokenKinds; kind++) {
        const share = counts[kind]! / sum;
        shares[index * spokenKinds + kind] = share;
        total[kind]! += share;
        this.#prior[kind]! += share;
      }
      total[spokenKinds]!++;
    }
    this.#publishers.set(publisher, { keys, shares });
  }

  /** The odds of all keys known, in rising order of their unsigned keys. */
  odds(): KindOdds {
    const none = new Float64Array(spokenKinds + 1);
    const kept = [...this.#totals]
      .map(([key, total]) => [key >>> 0, this.#oddsOf(total, none)] as const)
      .filter(([, odds]) => odds[0] !== unknownOdds)
      .sort(([a], [b]) => a - b);
    return {
      keys: Int32Array.from(kept, ([key]) => key | 0),
      odds: Int8Array.from(kept.flatMap(([, odds]) => [...odds])),
    };
  }

  /** Odds of the keys of some publishers as they are without those publishers. */
  withoutPublishers(publishers: readonly string[]): KindOdds {
    const less = new Map<number, Float64Array>();
    for (const name of publishers) {
      const { keys, shares } = this.#publishers.get(name) ?? noShares;
      for (const [index, key] of keys.entries()) {
        const sum = less.get(key) ?? new Float64Array(spokenKinds + 1);
        less.set(key, sum);
        for (let kind = 0; kind < spokenKinds; kind++)
          sum[kind]! += shares[index * spokenKinds + kind]!;
        sum[spokenKinds]!++;
      }
    }
    return {
      keys: Int32Array.from(less.keys()),
      odds: Int8Array.from(
        [...less].flatMap(([key, sum]) => [...this.#oddsOf(this.#totals.get(key)!, sum)]),
      ),
    };
  }

  /** Both arrays: a sum of shares for each kind, then the number of publishers. */
  #oddsOf(total: Float64Array, less: Float64Array): Int8Array {
    const odds = new Int8Array(spokenKinds);
    const publishers = total[spokenKinds]! - less[spokenKinds]!;
    if (publishers < this.#leastPublishers) return odds.fill(unknownOdds);
    const all = this.#prior.reduce((sum, value) => sum + value, 0);
    let saysSomething = false;
    for (let kind = 0; kind < spokenKinds; kind++) {
      const prior = this.#prior[kind]! / all;
      const share = Math.max(0, total[kind]! - less[kind]!) + priorPublishers * prior;
      const value = Math.log(share / (publishers + priorPublishers) / prior);
      if (value < -leastFall || (value > leastRise && kind !== body)) saysSomething = true;
      odds[kind] = Math.max(-127, Math.min(127, Math.round(value * oddsScale)));
    }
    return saysSomething ? odds : odds.fill(unknownOdds);
  }
}

const body = blockKinds.indexOf('body');

const noShares: PublisherShares = { keys: new Int32Array(0), shares: new Float32Array(0) };

/** Writes odds in the form that `unpackKindOdds` reads. */
export function packKindOdds({ keys, odds }: KindOdds): PackedKindOdds {
  const distances = Array.from(keys, (key, at) => (key >>> 0) - ((keys[at - 1] ?? 0) >>> 0));
  return {
    keys: Buffer.from(toVariableBytes(distances)).toString('base64'),
    odds: Buffer.from(odds.buffer, odds.byteOffset, odds.length).toString('base64'),
  };
}
