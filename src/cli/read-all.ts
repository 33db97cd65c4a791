import { decompressedChunks } from '../run/chunks.ts';

/** All bytes of a stream, decompressed where it is compressed. */
export async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of decompressedChunks(stream)) parts.push(part);
  return Buffer.concat(parts);
}
