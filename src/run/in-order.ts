/**
 * Asks something of each item and gives the answers in the order of the items. At most so many are
 * under way, so a slow reader of the answers slows the reading of the items.
 *
 * @param ask - begins at once what is asked; a failure of it is thrown when its turn comes.
 * @param bytesOf - memory that an item takes while it is under way.
 * @param most - items under way at once, and bytes of them; one may have more.
 */
export async function* answersInOrder<Item, Answer>(
  items: AsyncIterator<Item>,
  ask: (item: Item) => Promise<Answer>,
  bytesOf: (item: Item) => number,
  most: { readonly answers: number; readonly bytes: number },
): AsyncGenerator<Answer> {
  const pending: { readonly answer: Promise<Answer>; readonly bytes: number }[] = [];
  let bytes = 0;
  let next: Promise<IteratorResult<Item>> | null = items.next();
  while (next !== null || pending.length > 0) {
    const isFull = pending.length >= most.answers || bytes >= most.bytes;
    // Whatever comes first: a slow source must not hold back answers that are ready.
    if (next === null || isFull || (await isFirst(pending[0]?.answer, next))) {
      const first = pending.shift()!;
      const answer = await first.answer;
      bytes -= first.bytes;
      yield answer;
      continue;
    }
    const item: IteratorResult<Item> = await next;
    next = item.done === true ? null : items.next();
    if (item.done === true) continue;
    const answer = ask(item.value);
    // A failure is met when its turn comes; until then it must not count as unhandled.
    answer.catch(() => undefined);
    const taken = bytesOf(item.value);
    pending.push({ answer, bytes: taken });
    bytes += taken;
  }
}

/** Whether `one` is there and settled before `other`. */
function isFirst(one: Promise<unknown> | undefined, other: Promise<unknown>): Promise<boolean> {
  if (one === undefined) return Promise.resolve(false);
  return Promise.race([other.then(() => false), one.then(() => true)]);
}
