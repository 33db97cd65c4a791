/** Chinese characters that make ASCII with HZ's marks HZ: fewer may be a tilde and a brace of some other text. */
const leastCharacters = 8;
/** Rows of GB 2312: signs and letters of other scripts below the first, characters from there to the last. */
const firstRow = 0x30;
const lastRow = 0x77;
/** Share of characters among the pairs: the rest of Chinese text is punctuation. */
const leastShare = 0.6;

const tilde = 0x7e;
const open = 0x7b;
const close = 0x7d;
const lineFeed = 0x0a;

/**
 * The bytes of HZ text as GB 2312 in its usual form; `null` for what is none. HZ is ASCII for every byte: Chinese
 * stands between `~{` and `~}`, each character as two printable bytes; `~~` is a tilde, and `~` at a line's end joins
 * it to the next one.
 *
 * Source: RFC 1843.
 */
export function hzAsGb(bytes: Uint8Array): Uint8Array | null {
  if (!hasOpening(bytes)) return null;
  const out = new Uint8Array(bytes.length);
  let length = 0;
  let pairs = 0;
  let characters = 0;
  let isChinese = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    const next = bytes[at + 1];
    if (byte >= 0x80) return null;
    if (byte === tilde && isChinese === (next === close) && (next === open || next === close)) {
      isChinese = !isChinese;
      at++;
    } else if (isChinese && byte !== lineFeed) {
      if (byte <= 0x20 || byte > lastRow || next === undefined || next <= 0x20 || next > tilde)
        return null;
      out[length++] = byte | 0x80;
      out[length++] = next | 0x80;
      pairs++;
      if (byte >= firstRow) characters++;
      at++;
    } else if (byte === tilde && (next === tilde || next === lineFeed)) {
      if (next === tilde) out[length++] = tilde;
      at++;
    } else {
      // A line's end ends the Chinese too.
      isChinese = false;
      out[length++] = byte;
    }
  }
  const isText = characters >= leastCharacters && characters >= leastShare * pairs;
  return isText ? out.subarray(0, length) : null;
}

function hasOpening(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(tilde); at >= 0; at = bytes.indexOf(tilde, at + 1)) {
    if (bytes[at + 1] === open) return true;
  }
  return false;
}
