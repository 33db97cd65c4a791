import {
  blockKinds,
  blockRoles,
  reasons,
  type Block,
  type BlockKind,
  type BlockRole,
  type Reason,
} from './block.ts';

const reasonNames = Object.keys(reasons) as readonly Reason[];
const kindIndex = new Map(blockKinds.map((kind, index) => [kind, index] as const));
const roleIndex = new Map(blockRoles.map((role, index) => [role, index] as const));
const reasonIndex = new Map(reasonNames.map((reason, index) => [reason, index] as const));
const noRole = 255;

/**
 * What the splitter says of each line of a page, in columns. Blank lines hold what the line
 * before them holds (leading ones what the first visible line holds) once `fillBlanks` has run.
 */
export class LineLabels {
  readonly lineCount: number;
  readonly #kinds: Uint8Array;
  readonly #roles: Uint8Array;
  readonly #reasons: Uint8Array;
  readonly #confidences: Float32Array;

  constructor(lineCount: number) {
    this.lineCount = lineCount;
    this.#kinds = new Uint8Array(lineCount).fill(kindIndex.get('furniture')!);
    this.#roles = new Uint8Array(lineCount).fill(noRole);
    this.#reasons = new Uint8Array(lineCount);
    this.#confidences = new Float32Array(lineCount);
  }

  set(
    line: number,
    kind: BlockKind,
    role: BlockRole | null,
    reason: Reason,
    confidence: number,
  ): void {
    this.#kinds[line] = kindIndex.get(kind)!;
    this.#roles[line] = role === null ? noRole : roleIndex.get(role)!;
    this.#reasons[line] = reasonIndex.get(reason)!;
    this.#confidences[line] = confidence;
  }

  setRole(line: number, role: BlockRole | null): void {
    this.#roles[line] = role === null ? noRole : roleIndex.get(role)!;
  }

  kind(line: number): BlockKind {
    return blockKinds[this.#kinds[line]!]!;
  }

  role(line: number): BlockRole | null {
    return blockRoles[this.#roles[line]!] ?? null;
  }

  reason(line: number): Reason {
    return reasonNames[this.#reasons[line]!]!;
  }

  confidence(line: number): number {
    return this.#confidences[line]!;
  }

  #copy(from: number, to: number): void {
    this.#kinds[to] = this.#kinds[from]!;
    this.#roles[to] = this.#roles[from]!;
    this.#reasons[to] = this.#reasons[from]!;
    this.#confidences[to] = this.#confidences[from]!;
  }

  /** Gives blank lines the label of the line before them. */
  fillBlanks(isBlank: (line: number) => boolean): void {
    let last = -1;
    for (let line = 0; line < this.lineCount; line++) {
      if (!isBlank(line)) {
        if (last < 0) for (let leading = 0; leading < line; leading++) this.#copy(line, leading);
        last = line;
      } else if (last >= 0) this.#copy(last, line);
      else this.set(line, 'furniture', 'other', 'blank-page', 1);
    }
  }

  /** Runs of lines with one kind, role and reason, in page order: a partition of the lines. */
  blocks(): Block[] {
    const found: Block[] = [];
    let start = 0;
    for (let line = 1; line <= this.lineCount; line++) {
      if (line < this.lineCount && this.#sameLabel(start, line)) continue;
      let confidence = 1;
      for (let at = start; at < line; at++)
        confidence = Math.min(confidence, this.#confidences[at]!);
      found.push({
        kind: this.kind(start),
        role: this.role(start),
        startLine: start + 1,
        endLine: line,
        reason: this.reason(start),
        confidence: Math.round(confidence * 1000) / 1000,
      });
      start = line;
    }
    return found;
  }

  #sameLabel(a: number, b: number): boolean {
    return (
      this.#kinds[a] === this.#kinds[b] &&
      this.#roles[a] === this.#roles[b] &&
      this.#reasons[a] === this.#reasons[b]
    );
  }
}
