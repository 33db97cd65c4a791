import { createRequire } from 'node:module';
import type { detect as Detect } from 'chardet';

let detect: typeof Detect | null = null;

/**
 * Guesses a legacy encoding from a page's first bytes; `null` without an idea. The detector is
 * loaded with the first page that needs it, which most runs never have.
 */
export function guessEncoding(sample: Uint8Array): string | null {
  // Loaded by require, for the caller is in the middle of preparing a page and cannot wait.
  detect ??= (createRequire(import.meta.url)('chardet') as { readonly detect: typeof Detect })
    .detect;
  return detect(sample)?.toLowerCase() ?? null;
}
