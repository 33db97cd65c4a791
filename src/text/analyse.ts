import { hasLookAlikes, readLookAlikes } from './look-alikes.ts';
import { hasMojibake, repairLines } from './mojibake.ts';
import { Scanner } from './scan.ts';
import type { ScannedPage } from './scanned-page.ts';

/** A page as it is and as it was meant. The two have the same lines. */
export interface AnalysedPage {
  /** The page's own bytes and lines: what is written is cut from these. */
  readonly original: ScannedPage;
  /** Its lines with mojibake and look-alike letters repaired: what is split and compared. */
  readonly meant: ScannedPage;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Scans pages, repairing what needs it. Keeps its arrays: an answer holds until the next page. */
export class Analyser {
  readonly #scanner = new Scanner();
  readonly #repairedScanner = new Scanner();

  analyse(bytes: Uint8Array, length: number = bytes.length): AnalysedPage {
    const original = this.#scanner.scan(bytes, length);
    const isMisread = hasMojibake(original);
    if (!isMisread && !hasLookAlikes(original)) return { original, meant: original };
    const lines = linesOf(original);
    const repaired = (isMisread ? repairLines(lines) : lines).map(readLookAlikes);
    const meant = this.#repairedScanner.scan(encoder.encode(`${repaired.join('\n')}\n`));
    return { original, meant };
  }
}

function linesOf(page: ScannedPage): string[] {
  return Array.from({ length: page.lineCount }, (_, line) =>
    decoder.decode(page.bytes.subarray(page.lineStart[line], page.lineEnd[line])),
  );
}
