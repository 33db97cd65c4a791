import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the memory for what lives shortly at a megabyte or two a thread. The engine would double it up to 16 MB,
 * although nearly all of a page's values die with the page; a run takes as long either way, and 45 to 55 MB less
 * memory (10,000 pages of 4 KB, with one thread and with two).
 *
 * The flag holds for all threads, and the engine reads it whenever that memory would grow. It is set back
 * with every thread that starts, so each has to call this.
 */
export function keepYoungGenerationSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
