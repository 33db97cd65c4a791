import { InputError } from '../errors.ts';
import type { PageInput } from '../prepare-page.ts';
import { guessEncoding } from '../run/guess-encoding.ts';
import { decompressed } from '../run/decompress.ts';
import { ReadFailure } from '../run/read-failure.ts';
import { FileReader } from '../run/read-file.ts';
import { decode, DecodeError } from '../text/decode.ts';
import type { World } from './main.ts';
import { quoted } from './terminal.ts';

/**
 * Reads one page that was named on the command line.
 *
 * @param file - `-` = standard input.
 * @param encoding - '' = told from the page.
 * @throws InputError when it cannot be read or is no text.
 */
export async function readPage(file: string, encoding: string, world: World): Promise<PageInput> {
  try {
    const bytes =
      file === '-'
        ? decompressed(await readAll(world))
        : decompressed(new FileReader(true).read(Buffer.from(file)));
    const asked = encoding === '' ? {} : { encoding };
    return {
      id: file,
      source: file,
      path: file,
      ...decode(bytes, { guess: guessEncoding, ...asked }),
    };
  } catch (error) {
    if (error instanceof ReadFailure || error instanceof DecodeError)
      throw new InputError(
        `${quoted(file)}: ${error.message}`,
        error.code === 'not-a-file' ? { hint: 'Name a file that holds one page.' } : {},
      );
    throw error;
  }
}

async function readAll(world: World): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of world.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}
