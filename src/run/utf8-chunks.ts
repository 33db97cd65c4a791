import { type Chunks, withFirstOf } from './chunks.ts';
import { ReadFailure } from './read-failure.ts';

/** What tells UTF-16 and UTF-32 of other encodings stands in so many bytes. */
const markBytes = 4;
const brace = 0x7b;

/** UTF-16 in which records begin, told from a byte order mark or the zero beside the first brace. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === brace && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === brace)) return 'utf-16be';
  return null;
}

/**
 * Records as UTF-8: JSONL is that, but tools of Windows write UTF-16. Anything else is passed on.
 *
 * @throws ReadFailure for UTF-16 with half a character in it, and for UTF-32.
 */
export async function* utf8Chunks(chunks: Chunks): Chunks & AsyncGenerator {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let isFirst = true;
  for await (const chunk of withFirstOf(chunks, markBytes)) {
    if (isFirst) {
      const encoding = utf16Of(chunk);
      if (encoding !== null && chunk[2] === 0 && chunk[3] === 0) {
        throw new ReadFailure('undecodable', 'records in UTF-32, not UTF-8');
      }
      if (encoding !== null) decoder = new TextDecoder(encoding, { fatal: true });
    }
    isFirst = false;
    yield decoder === null ? chunk : decoded(() => decoder!.decode(chunk, { stream: true }));
  }
  if (decoder !== null) yield decoded(() => decoder.decode());
}

function decoded(step: () => string): Uint8Array {
  try {
    return Buffer.from(step());
  } catch {
    throw new ReadFailure('undecodable', 'UTF-16 with half a character in it');
  }
}
