import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the memory for what lives shortly at a megabyte or two a thread. The engine would double it up to 16 MB,
 * although nearly all of a page's values die with the page. 10,000 pages of 4 KB take 45 to 55 MB less memory, with one
 * thread and with two, and 4 % more time: garbage is collected twelve times as often, in a millisecond each time.
 *
 * The flag holds for all threads, and the engine reads it whenever that memory would grow. It is set back
 * with every thread that starts, so each has to call this.
 */
export function keepYoungGenerationSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
