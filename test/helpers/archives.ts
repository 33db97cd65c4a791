import { packTar } from 'modern-tar';

/** A zstd frame of blocks that are stored as they are: what any reader of zstd must take. */
export function zstdFrame(content: Uint8Array | string): Buffer {
  const bytes = Buffer.from(content);
  // One segment, its size in four bytes.
  const head = Buffer.from('28b52ffda000000000', 'hex');
  head.writeUInt32LE(bytes.length, 5);
  const parts = [head];
  const most = 1 << 17;
  for (let at = 0; at === 0 || at < bytes.length; at += most) {
    const block = bytes.subarray(at, at + most);
    const blockHead = Buffer.alloc(3);
    blockHead.writeUIntLE((block.length << 3) | (at + most >= bytes.length ? 1 : 0), 0, 3);
    parts.push(blockHead, block);
  }
  return Buffer.concat(parts);
}

/** A tar archive with the given files; a name ending in `/` is a folder, `->` makes a link. */
export async function tarOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const entries = Object.entries(files).map(([name, content]) => {
    const body = new Uint8Array(Buffer.from(content));
    if (name.endsWith('/')) return { header: { name, size: 0, type: 'directory' as const } };
    const [from, target] = name.split(' -> ');
    if (target !== undefined) {
      return {
        header: { name: from!, size: 0, type: 'symlink' as const, linkname: target },
      };
    }
    return { header: { name, size: body.length }, body };
  });
  return Buffer.from(await packTar(entries));
}

/** A record of a WARC file with its head and its two closing line ends. */
export function warcRecord(
  type: string,
  content: string | Uint8Array,
  fields: Readonly<Record<string, string>> = {},
): Buffer {
  const bytes = Buffer.from(content);
  const head = Object.entries({
    'WARC-Type': type,
    'Content-Type': 'text/plain',
    ...fields,
    'Content-Length': String(bytes.length),
  });
  const lines = head.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}
