/**
 * Asks something of each item and gives the answers in the order of the items. At most so many are
 * under way, so a slow reader of the answers slows the reading of the items.
 *
 * @param ask - begins at once what is asked; a failure of it is thrown when its turn comes.
 * @param most - items under way at once.
 */
export async function* answersInOrder<Item, Answer>(
  items: AsyncIterator<Item>,
  ask: (item: Item) => Promise<Answer>,
  most: number,
): AsyncGenerator<Answer> {
  const pending: Promise<Answer>[] = [];
  let next: Promise<IteratorResult<Item>> | null = items.next();
  while (next !== null || pending.length > 0) {
    // Whatever comes first: a slow source must not hold back answers that are ready.
    if (next === null || pending.length >= most || (await isFirst(pending[0], next))) {
      yield await pending.shift()!;
      continue;
    }
    const item: IteratorResult<Item> = await next;
    next = item.done === true ? null : items.next();
    if (item.done === true) continue;
    const answer = ask(item.value);
    // A failure is met when its turn comes; until then it must not count as unhandled.
    answer.catch(() => undefined);
    pending.push(answer);
  }
}

/** Whether `one` is there and settled before `other`. */
function isFirst(one: Promise<unknown> | undefined, other: Promise<unknown>): Promise<boolean> {
  if (one === undefined) return Promise.resolve(false);
  return Promise.race([other.then(() => false), one.then(() => true)]);
}
