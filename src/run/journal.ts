import { createHash } from 'node:crypto';
import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { SiteLineColumns } from '../split/site-lines.ts';
import type { Settings } from '../settings.ts';
import { OutputError } from '../errors.ts';
import { version } from '../version.ts';
import { cutBatch, pagesIn, restOf } from './cut-batch.ts';
import { type InputFiles, pathBytes } from './input-list.ts';
import type { PrepareSetup } from './prepare-batch.ts';
import type { Answer, KnownPiece, Piece } from './prepare-pool.ts';
import type { Batch } from './read-batch.ts';
import { letGo } from './let-go.ts';
import { removeQuietly } from './remove-quietly.ts';
import { attempt } from './sinks.ts';
import { stampOf, stampWidth } from './stamp.ts';
import { writeFully } from './spool.ts';

/** What all entries of a journal rest on. */
interface Opening {
  /** Hash of the version, the settings that pages are prepared by, and the list of files. */
  readonly identity: string;
  readonly siteLines: SiteLineColumns | null;
  /** The files that the site lines were taken from, and the state of each before it was read. */
  readonly surveyed: Int32Array;
  readonly stamps: Float64Array;
}

/** All that the answers in a journal rest on. */
interface Basis extends Omit<PrepareSetup, 'siteLines'> {
  /** Which members of archives are taken: they are not on the list of files. */
  readonly members: Pick<Settings, 'glob' | 'exclude'>;
}

/** What is told of an entry without its answers. */
interface EntryHead {
  readonly piece: string;
  /** Files, members or lines that it is about; a piece may have been answered in parts. */
  readonly pages: number;
  /** Files the piece read, from and to. */
  readonly files: readonly [number, number];
  /** State of each file as it was read. */
  readonly stamps: Float64Array;
}

/** An entry of an earlier run that still holds. */
interface Entry {
  readonly piece: string;
  readonly pages: number;
  readonly bodyStart: number;
  readonly bodyLength: number;
}

/** Before an entry: the lengths of its head and body, and a checksum of both. */
const checksumBytes = 16;
const frameBytes = 8 + checksumBytes;
/** No entry is this long; a length beyond it was never written by us. */
const longestPart = 2 ** 31;

/**
 * The pages that a run has prepared so far, in a file that a later run goes on from. Preparing is
 * nearly all the work of a run; matching and writing are done anew.
 *
 * Entries are only appended, each with its lengths and a checksum: one that was cut off by the end
 * of its process, or of the machine, is left out with all that follow. Nothing of the file is
 * used unless version, settings and list of files are the same, and no file was touched since it
 * was surveyed or read. Nothing is waited for to reach the disk: what a power cut takes is prepared
 * again.
 */
export class Journal {
  readonly #path: string;
  readonly #onLost: (reason: string) => void;
  /** -1 while it is not open. */
  #descriptor = -1;
  #isGivenUp = false;
  readonly #identity: string;
  #entries: Entry[] = [];
  #siteLines: SiteLineColumns | null | undefined;
  #end = 0;
  #recorded = 0;

  /**
   * @param path - file of the journal; made when it is not there.
   * @param basis - what pages are prepared by, its site lines left out.
   * @param isResumed - use what the file holds; otherwise it is begun anew.
   * @param onLost - told why the journal was given up.
   */
  constructor(path: string, basis: Basis, isResumed: boolean, onLost: (reason: string) => void) {
    this.#path = path;
    this.#onLost = onLost;
    this.#identity = identityOf(basis);
    this.#orGiveUp(() => {
      this.#descriptor = attempt('cannot open', path, () => openSync(path, 'a+', 0o666));
      if (isResumed) this.#read(basis.files);
    });
  }

  /**
   * Keeps no journal any more and frees its room: a run does without it, and results come first.
   *
   * @param reason - why, in words.
   */
  giveUp(reason: string): void {
    if (this.#isGivenUp) return;
    this.#isGivenUp = true;
    this.close();
    removeQuietly(this.#path);
    this.#entries = [];
    this.#recorded = 0;
    this.#onLost(reason);
  }

  /** Does a step; when the file fails, the journal is given up. */
  #orGiveUp(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof OutputError)) throw error;
      this.giveUp(error.message);
    }
  }

  /** Pieces whose answers are known. */
  get known(): number {
    return this.#entries.length;
  }

  /** Whether there is anything in it that a later run could go on from. */
  get holdsWork(): boolean {
    return this.#entries.length + this.#recorded > 0;
  }

  /**
   * The site lines that the known answers rest on; surveyed when there are none.
   *
   * @param surveyed - numbers of the files that a survey reads.
   */
  async siteLines(
    survey: () => Promise<SiteLineColumns | null>,
    files: InputFiles,
    surveyed: Int32Array,
  ): Promise<SiteLineColumns | null> {
    if (this.#siteLines !== undefined) return this.#siteLines;
    const stamps = new Float64Array(surveyed.length * stampWidth);
    for (const [at, file] of surveyed.entries()) {
      stamps.set(stampOf(pathBytes(files, file)), at * stampWidth);
    }
    const siteLines = await survey();
    this.#siteLines = siteLines;
    this.#orGiveUp(() => {
      if (this.#isGivenUp) return;
      this.#cut(0);
      this.#append({ identity: this.#identity, siteLines, surveyed, stamps }, null);
    });
    return siteLines;
  }

  /** The pieces, each with its answers where they are known. */
  async *answered(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece | KnownPiece> {
    let next = 0;
    for await (const piece of pieces) {
      if (!('batch' in piece)) {
        yield piece;
        continue;
      }
      for (let batch: Batch | null = piece.batch; batch !== null;) {
        const answers = this.#known(next, batch);
        if (answers === null) {
          yield { batch };
          break;
        }
        batch = restOf(batch, this.#entries[next++]!.pages);
        yield { answers };
      }
    }
  }

  /** Answers of the entry that comes next, if it is about this batch or its beginning; else `null`. */
  #known(next: number, batch: Batch): readonly Answer[] | null {
    const entry = this.#entries[next];
    if (entry === undefined) return null;
    let answers: readonly Answer[] | null = null;
    this.#orGiveUp(() => {
      const part = restOf(batch, entry.pages) === null ? batch : cutBatch(batch, entry.pages)[0];
      if (entry.piece === nameOf(part)) answers = this.#answersOf(entry);
      // From here on the input is another: what follows in the file is of no use.
      else this.#dropFrom(next);
    });
    return answers;
  }

  /** Notes the answers to a batch, or to a part of one. */
  record(batch: Batch, answers: readonly Answer[], files: InputFiles): void {
    if (this.#isGivenUp) return;
    const range: [number, number] =
      batch.kind === 'files' ? [batch.first, batch.end] : [batch.file, batch.file];
    const stamps = new Float64Array((range[1] - range[0]) * stampWidth);
    let at = 0;
    for (const answer of answers) {
      if (!('prepared' in answer)) continue;
      stamps.set(answer.prepared.stamps, at);
      at += answer.prepared.stamps.length;
    }
    // A page that ended its worker was read all the same: it is looked at now.
    if (at < stamps.length) {
      for (let file = range[0], to = 0; file < range[1]; file++, to += stampWidth) {
        stamps.set(stampOf(pathBytes(files, file)), to);
      }
    }
    this.#orGiveUp(() => {
      this.#append({ piece: nameOf(batch), pages: pagesIn(batch), files: range, stamps }, answers);
      this.#recorded++;
    });
  }

  close(): void {
    if (this.#descriptor < 0) return;
    try {
      closeSync(this.#descriptor);
    } catch {
      // Nothing rests on it: what was written is checked before it is used.
    }
    this.#descriptor = -1;
  }

  #read(files: InputFiles): void {
    const { size } = attempt('cannot read', this.#path, () => fstatSync(this.#descriptor));
    let isOpened = false;
    for (;;) {
      const frame = this.#frameAt(this.#end, size);
      if (frame === null) break;
      const head: unknown = deserialize(frame.head);
      if (!isOpened) {
        const opening = head as Opening;
        if (opening.identity !== this.#identity) return;
        if (!isUntouched(files, opening.surveyed, opening.stamps)) return;
        this.#siteLines = opening.siteLines;
        isOpened = true;
      } else {
        const { piece, pages, files: range, stamps } = head as EntryHead;
        if (!isUntouched(files, numbersIn(range), stamps)) {
          this.#forget();
          return;
        }
        const bodyStart = this.#end + frameBytes + frame.head.length;
        this.#entries.push({ piece, pages, bodyStart, bodyLength: frame.bodyLength });
      }
      this.#end += frameBytes + frame.head.length + frame.bodyLength;
    }
    if (isOpened) this.#cut(this.#end);
  }

  /** The surveyed lines rest on files that are no longer what they were. */
  #forget(): void {
    this.#entries = [];
    this.#siteLines = undefined;
    this.#end = 0;
  }

  /** Cuts the file off at a length. */
  #cut(length: number): void {
    attempt('cannot cut', this.#path, () => ftruncateSync(this.#descriptor, length));
    this.#end = length;
  }

  #dropFrom(first: number): void {
    const { bodyStart, bodyLength } = this.#entries[first - 1] ?? this.#opening();
    this.#entries.length = first;
    this.#cut(bodyStart + bodyLength);
  }

  /** The first frame, as if it were an entry. */
  #opening(): Entry {
    const { head, bodyLength } = this.#frameAt(0, this.#end)!;
    return { piece: '', pages: 0, bodyStart: frameBytes + head.length, bodyLength };
  }

  /** The frame that begins at an offset, its checksum seen to be right; `null` when there is none. */
  #frameAt(
    start: number,
    size: number,
  ): { readonly head: Uint8Array; readonly bodyLength: number } | null {
    if (start + frameBytes > size) return null;
    const frame = this.#bytes(start, frameBytes);
    const headLength = frame.readUInt32LE(0);
    const bodyLength = frame.readUInt32LE(4);
    if (headLength > longestPart || bodyLength > longestPart) return null;
    if (start + frameBytes + headLength + bodyLength > size) return null;
    const content = this.#bytes(start + frameBytes, headLength + bodyLength);
    const head = content.subarray(0, headLength);
    const isRight = checksum(head, content.subarray(headLength)).equals(frame.subarray(8));
    return isRight ? { head, bodyLength } : null;
  }

  #answersOf({ bodyStart, bodyLength }: Entry): readonly Answer[] {
    return deserialize(this.#bytes(bodyStart, bodyLength)) as readonly Answer[];
  }

  #bytes(start: number, length: number): Buffer {
    return attempt('cannot read', this.#path, () => {
      const bytes = Buffer.allocUnsafeSlow(length);
      for (let done = 0; done < length;) {
        const got = readSync(this.#descriptor, bytes, done, length - done, start + done);
        if (got === 0) throw new Error('it ends early');
        done += got;
      }
      return bytes;
    });
  }

  #append(headValue: EntryHead | Opening, bodyValue: readonly Answer[] | null): void {
    const head = serialize(headValue);
    const body = bodyValue === null ? Buffer.alloc(0) : serialize(bodyValue);
    const frame = Buffer.alloc(frameBytes);
    frame.writeUInt32LE(head.length, 0);
    frame.writeUInt32LE(body.length, 4);
    checksum(head, body).copy(frame, 8);
    attempt('cannot write', this.#path, () => {
      writeFully(this.#descriptor, frame);
      writeFully(this.#descriptor, head);
      writeFully(this.#descriptor, body);
    });
    letGo([body]);
    this.#end += frameBytes + head.length + body.length;
  }
}

function checksum(head: Uint8Array, body: Uint8Array): Buffer {
  return createHash('sha256').update(head).update(body).digest().subarray(0, checksumBytes);
}

/** Name of a piece of work: what it is, and a hash of the text that it brings along. */
function nameOf(batch: Batch): string {
  if (batch.kind === 'files') return JSON.stringify(batch);
  const { bytes, ...rest } = batch;
  return `${JSON.stringify(rest)} ${createHash('sha256').update(bytes).digest('hex')}`;
}

function identityOf({ files, ...settings }: Basis): string {
  const hash = createHash('sha256');
  // What is stored is written in the engine's own form.
  hash.update(JSON.stringify([version, process.versions.v8, settings]));
  for (const column of [files.paths, files.pathEnd, files.idSkip, files.form, files.input]) {
    // Copied, for no hash is taken of shared memory.
    hash.update(
      new Uint8Array(new Uint8Array(column.buffer, column.byteOffset, column.byteLength)),
    );
  }
  return hash.digest('hex');
}

/** Whether files are what they were when they were read. */
function isUntouched(files: InputFiles, numbers: Iterable<number>, stamps: Float64Array): boolean {
  let at = 0;
  for (const file of numbers) {
    const now = stampOf(pathBytes(files, file));
    if (now.some((value, part) => !Object.is(value, stamps[at + part]))) return false;
    at += stampWidth;
  }
  return true;
}

function* numbersIn([first, end]: readonly [number, number]): Generator<number> {
  for (let file = first; file < end; file++) yield file;
}
