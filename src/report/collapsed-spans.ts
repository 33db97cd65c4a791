import type { MarkedSpan } from './marked-words.ts';
import type { SampleSpan } from './samples.ts';

/** Characters shown of all spans together, and at either end of a shared one. */
const mostCharacters = 4000;
const sharedEnd = 120;
/** Leaving out fewer characters than the note about it takes would help nobody. */
const leastLeftOut = 60;

/**
 * Spans short enough to be shown: of a long passage that both texts have, its beginning and end
 * are enough to find it. What differs is shown whole while there is room.
 *
 * @param after - characters of the text after the last span.
 */
export function collapsedSpans(spans: readonly MarkedSpan[], after: number): readonly SampleSpan[] {
  const shown: SampleSpan[] = [];
  let room = mostCharacters;
  let leftOut = after;
  for (const { text, shared } of spans) {
    if (room <= 0) {
      leftOut += text.length;
      continue;
    }
    const parts = shared ? collapsed(text) : [{ text, shared, leftOut: 0 }];
    for (const part of parts) {
      const head = part.text.slice(0, room).toWellFormed();
      shown.push({ ...part, text: head, leftOut: part.leftOut + part.text.length - head.length });
      room -= head.length;
    }
  }
  const last = shown.at(-1);
  if (last !== undefined) shown[shown.length - 1] = { ...last, leftOut: last.leftOut + leftOut };
  return shown;
}

function collapsed(text: string): readonly SampleSpan[] {
  if (text.length < 2 * sharedEnd + leastLeftOut) return [{ text, shared: true, leftOut: 0 }];
  const head = text.slice(0, wordBorder(text.lastIndexOf(' ', sharedEnd), sharedEnd));
  const from = text.length - sharedEnd;
  const tail = text.slice(wordBorder(text.indexOf(' ', from), from));
  return [head, tail].map((part, at) => ({
    text: part.toWellFormed(),
    shared: true,
    leftOut: at === 0 ? text.length - head.length - tail.length : 0,
  }));
}

/** Where to cut: at a space, when there is one close to the place meant. */
function wordBorder(space: number, meant: number): number {
  return space >= 0 && Math.abs(space - meant) < sharedEnd / 2 ? space : meant;
}
