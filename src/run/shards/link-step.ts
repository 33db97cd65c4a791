import { orderTask } from './order-step.ts';
import { fileFor } from './task.ts';
import type { TaskInputs } from './task-inputs.ts';
import type { TaskResults } from './task-results.ts';

/**
 * Step `link`: for every pair that was compared, the first of all documents that pairs connect with it. Takes 4
 * bytes a document of different content, and the pairs of one part at a time.
 */
export function linkStep(inputs: TaskInputs, results: TaskResults): Record<string, number> {
  const parent = Uint32Array.from(
    { length: inputs.count(orderTask, 'different') },
    (_, number) => number,
  );
  const rootOf = (number: number): number => {
    let root = number;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  let count = 0;
  for (const task of inputs.tasksOf('compare')) {
    const edges = inputs.numbers(task, 'edges');
    for (let at = 0; at < edges.length; at += 2) {
      const [one, other] = [rootOf(edges[at]!), rootOf(edges[at + 1]!)];
      // The smaller number becomes the root, whatever the order of the pairs.
      if (one !== other) parent[Math.max(one, other)] = Math.min(one, other);
    }
    count += edges.length / 2;
  }
  for (const task of inputs.tasksOf('compare')) {
    const edges = inputs.numbers(task, 'edges');
    const labels = new Uint32Array(edges.length / 2).map((_, at) => rootOf(edges[at * 2]!));
    results.numbers(fileFor('labels', task.number), labels);
  }
  return { edges: count };
}
