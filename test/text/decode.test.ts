import chardet from 'chardet';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DecodeError, decode, isEncoding } from '../../src/text/decode.ts';

const arabic = readFileSync(
  new URL('../../seeds/003_e32d0e883a6e0a7c.txt', import.meta.url),
  'utf8',
);
const persian = 'تهران شهری بزرگ است. پنج چهار ژاله گفت که «این» خبر را نوشت. '.repeat(20);
const russian = 'Сегодня в Москве прошла встреча министров, сообщает агентство. '.repeat(20);
const french = 'Le café a été fermé à midi ; l’élève préfère naître à Noël. '.repeat(20);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const guess = (sample: Uint8Array): string | null => chardet.detect(sample);

/** Bytes of a text in a single-byte encoding, by turning the decoder round. */
function encodeSingleByte(value: string, encoding: string): Uint8Array {
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const character = new TextDecoder(encoding).decode(Uint8Array.of(byte), { stream: true });
    if (!table.has(character)) table.set(character, byte);
  }
  return Uint8Array.from(value, (character) => table.get(character) ?? 0x3f);
}

function encodeUtf16(value: string, littleEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(value.length * 2));
  for (let at = 0; at < value.length; at++) {
    bytes.setUint16(at * 2, value.charCodeAt(at), littleEndian);
  }
  return new Uint8Array(bytes.buffer);
}

function encodeUtf32(value: string, littleEndian: boolean): Uint8Array {
  const points = Array.from(value, (character) => character.codePointAt(0)!);
  const bytes = new DataView(new ArrayBuffer(points.length * 4));
  for (const [at, point] of points.entries()) bytes.setUint32(at * 4, point, littleEndian);
  return new Uint8Array(bytes.buffer);
}

test('UTF-8 comes through as the very same bytes', () => {
  const bytes = new TextEncoder().encode(arabic);
  const decoded = decode(bytes);
  expect(decoded.bytes).toBe(bytes);
  expect(decoded).toMatchObject({ encoding: 'utf-8', replaced: 0 });
});

test('byte order marks are obeyed and taken off', () => {
  const utf8 = Uint8Array.of(0xef, 0xbb, 0xbf, ...new TextEncoder().encode('قط'));
  expect(text(decode(utf8).bytes)).toBe('قط');
  const marked: readonly (readonly [string, Uint8Array])[] = [
    ['utf-16le', encodeUtf16(`\ufeff${arabic}`, true)],
    ['utf-16be', encodeUtf16(`\ufeff${arabic}`, false)],
    ['utf-32le', encodeUtf32(`\ufeff${arabic}`, true)],
    ['utf-32be', encodeUtf32(`\ufeff${arabic}`, false)],
  ];
  for (const [encoding, bytes] of marked) {
    const decoded = decode(bytes);
    expect([encoding, decoded.encoding, text(decoded.bytes)]).toEqual([encoding, encoding, arabic]);
  }
});

test('UTF-16 and UTF-32 without a mark are known by their zero bytes', () => {
  for (const littleEndian of [true, false]) {
    expect(text(decode(encodeUtf16(arabic, littleEndian)).bytes)).toBe(arabic);
    expect(text(decode(encodeUtf32(french, littleEndian)).bytes)).toBe(french);
  }
});

test('legacy encodings are guessed from the page', () => {
  const cases: readonly (readonly [string, string])[] = [
    [arabic.replaceAll(/[^\u0000-\u007f\u0600-\u06ff]/gu, ' '), 'windows-1256'],
    [persian, 'windows-1256'],
    [russian, 'windows-1251'],
    [russian, 'koi8-r'],
    [french, 'windows-1252'],
  ];
  for (const [page, encoding] of cases) {
    const bytes = encodeSingleByte(page, encoding);
    const expected = new TextDecoder(encoding).decode(bytes, { stream: true });
    expect([encoding, text(decode(bytes, { guess }).bytes)]).toEqual([encoding, expected]);
  }
});

test('an encoding that is given is used, and an unknown one is an error', () => {
  const bytes = encodeSingleByte(russian, 'koi8-r');
  expect(text(decode(bytes, { encoding: 'KOI8-R' }).bytes)).toBe(russian);
  expect(() => decode(bytes, { encoding: 'klingon' })).toThrow('no encoding is called "klingon"');
});

test('UTF-8 that is cut or has a few bad bytes is kept, its losses counted', () => {
  const bytes = new TextEncoder().encode(arabic);
  const cut = decode(bytes.subarray(0, bytes.indexOf(0xd9, 500) + 1));
  expect(cut).toMatchObject({ encoding: 'utf-8', replaced: 1 });
  const patched = bytes.slice();
  patched[bytes.indexOf(0x20, 900)] = 0xff;
  expect(decode(patched)).toMatchObject({ encoding: 'utf-8', replaced: 1 });
});

test('what is no text is refused with the reason', () => {
  const random = Uint8Array.from(
    { length: 4096 },
    (_, at) => (at * 7919 + (at >> 3) * 104729) & 255,
  );
  const refused: readonly (readonly [string, Uint8Array, string])[] = [
    ['zeros', new Uint8Array(1000), 'binary'],
    ['random bytes', random, 'binary'],
    ['png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49), 'binary'],
    ['control characters', new Uint8Array(500).fill(7), 'binary'],
  ];
  for (const [name, bytes, code] of refused) {
    let thrown: unknown;
    try {
      decode(bytes, { guess });
    } catch (error) {
      thrown = error;
    }
    expect([name, thrown instanceof DecodeError && thrown.code]).toEqual([name, code]);
  }
});

test('pages are refused for their control characters by one count, wherever these stand', () => {
  const bytes = fc.array(fc.constantFrom(7, 0x1f, 9, 10, 12, 13, 0x20, 0x61, 0x7e, 0x7f));
  fc.assert(
    fc.property(bytes, fc.nat({ max: 5 }), fc.nat({ max: 800 }), (some, start, filling) => {
      const memory = Uint8Array.from([
        ...new Array<number>(start).fill(7),
        ...some,
        ...new Array<number>(filling).fill(0x61),
      ]);
      const page = memory.subarray(start);
      const controls = page.filter((byte) => byte === 7 || byte === 0x1f).length;
      const isRefused = controls > 2 && controls > 0.05 * page.length;
      if (isRefused) expect(() => decode(page)).toThrow('full of control characters');
      else expect(decode(page).bytes).toBe(page);
    }),
  );
});

test.each([
  ['no guess', () => null, 'it is not UTF-8 and no other encoding fits'],
  ['a guess that fits badly', () => 'shift_jis', 'does not read as shift_jis either'],
])('%s is an undecodable page', (_, guessed, message) => {
  const bytes = Uint8Array.from({ length: 400 }, (_unused, at) => (at % 2 === 0 ? 0x61 : 0xff));
  expect(() => decode(bytes, { guess: guessed })).toThrow(message);
});

test('Arabic letters in two encodings are told apart by bytes that only one of them has', () => {
  const bytes = encodeSingleByte('«قال» الرئيس، چهار ژاله', 'windows-1256');
  expect(decode(bytes, { guess: () => 'ISO-8859-6' }).encoding).toBe('windows-1256');
});

test.each([
  ['overlong', [0xc0, 0xaf]],
  ['overlong in three bytes', [0xe0, 0x80, 0xaf]],
  ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
  ['beyond the last character', [0xf4, 0x90, 0x80, 0x80]],
  ['cut short', [0xe2, 0x82]],
])('a character that is %s is replaced, and counted, in the plainest English too', (_, bad) => {
  const bytes = Buffer.concat([
    Buffer.from('The harbour '),
    Buffer.from(bad),
    Buffer.from(' ends.'),
  ]);
  const { encoding, replaced } = decode(bytes, { guess });
  expect(encoding).toBe('utf-8');
  expect(replaced).toBeGreaterThan(0);
});

test('text with few letters of a legacy encoding is read in that', () => {
  for (const value of ['The café opens, he said.', 'Prices in £: 40.', french]) {
    const { bytes, replaced } = decode(encodeSingleByte(value, 'windows-1252'), { guess });
    expect([text(bytes), replaced]).toEqual([value, 0]);
  }
});

test.each(['windows-1252', 'ISO-8859-1'])(
  'bytes that %s leaves unassigned are counted as not read',
  (name) => {
    // Beyond the last character of UTF-8, with bytes behind it that UTF-8 never has.
    const damaged = encodeBytes('The harbour \xf4\x90\x80\x80\xf5\xff ends, said the mayor.');
    expect(decode(damaged, { guess: () => name }).replaced).toBe(1);
    expect(decode(damaged, { encoding: name }).replaced).toBe(1);
    const whole = encodeBytes('The caf\xe9 \x80 40 \x96 \x93open\x94.');
    expect(decode(whole, { guess: () => name }).replaced).toBe(0);
  },
);

test('what only the encoding of another system could have written is not kept as something else', () => {
  // German of DOS and French of old Macs, which detectors take for Windows'.
  const dos = encodeBytes('er erkl\x84rte, die B\x81rger m\x81ssten f\x81r alle bezahlen');
  const mac = encodeBytes(
    'le maire a d\x8eclar\x8e que la r\x8enovation de l\xd5\x8ecole est d\x8ecid\x8ee',
  );
  for (const bytes of [dos, mac]) {
    expect(() => decode(bytes, { guess: () => 'windows-1252' })).toThrow(
      'it is not UTF-8 and does not read as windows-1252 either',
    );
  }
});

test('Japanese that switches by escapes is read, other escapes are part of the text', () => {
  const japanese = encodeBytes('\x1b$B;TD9$O\x1b(B 2026 \x1b$BG/\x1b(B\n');
  expect(decode(japanese)).toMatchObject({ encoding: 'iso-2022-jp', replaced: 0 });
  expect(text(decode(japanese).bytes)).toBe('市長は 2026 年\n');
  const terminal = encodeBytes(
    `\x1b[31m${'A line of a log.\n'.repeat(9)}\x1b[0m \x1b$B\xff`.slice(0, -1),
  );
  expect(decode(terminal).encoding).toBe('utf-8');
});

test('names of encodings are those of the standard, and UTF-32', () => {
  for (const name of ['utf-8', 'Windows-1256', 'latin1', 'UTF-32LE', 'utf-32be']) {
    expect([name, isEncoding(name)]).toEqual([name, true]);
  }
  for (const name of ['klingon', 'utf-32', 'constructor', ' ']) {
    expect([name, isEncoding(name)]).toEqual([name, false]);
  }
});

/** Bytes given as characters below U+0100. */
function encodeBytes(characters: string): Uint8Array {
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}

test('HZ, which is ASCII for every byte, is read as the Chinese it holds', () => {
  // The example of RFC 1843, with a tilde that stands for itself.
  const example =
    'This sentence is in ASCII.\nThe next sentence is in GB.~{<:Ky2;S{#,~}~\n~{NpJ)l6HK!#~}Bye ~~.';
  const decoded = decode(Buffer.from(example));
  expect(decoded).toMatchObject({ encoding: 'hz-gb-2312', replaced: 0 });
  expect(Buffer.from(decoded.bytes).toString()).toBe(
    'This sentence is in ASCII.\nThe next sentence is in GB.己所不欲，勿施於人。Bye ~.',
  );
});

test.each([
  'A tilde and a brace: ~{ name ~} of some template, and ~{another one~} here.',
  'Too few characters to tell: ~{<:Ky~}.',
  'Half a character: ~{<:Ky2;S{#,NpJ)l6H~}.',
  'Not closed, and a blank in it: ~{<:Ky2;S{#,NpJ)l6HK!# and so on',
  'Signs only: ~{!!!"!#!$!%!&!\'!(!)!*!+!,~}.',
  'An em dash — and ~{<:Ky2;S{#,NpJ)l6HK!#~}.',
])('what only looks a little like HZ stays as it is: %s', (line) => {
  const decoded = decode(Buffer.from(line));
  expect(decoded.encoding).toBe('utf-8');
  expect(Buffer.from(decoded.bytes).toString()).toBe(line);
});
