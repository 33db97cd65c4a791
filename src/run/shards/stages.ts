/** The steps of a run in parts, in order. Those from `order` to `names` are what `match` consists of. */
export const stepNames = [
  'survey',
  'sign',
  'order',
  'join',
  'meet',
  'facts',
  'crowd',
  'tally',
  'keys',
  'vary',
  'pair',
  'words',
  'compare',
  'link',
  'gather',
  'decide',
  'settle',
  'names',
  'apply',
] as const;
export type StepName = (typeof stepNames)[number];

/** The steps that `ghirbal match` does one after another. */
export const matchSteps: readonly StepName[] = stepNames.slice(
  stepNames.indexOf('order'),
  stepNames.indexOf('apply'),
);

/** Files that a task needs of an earlier step. */
export interface Need {
  readonly step: StepName;
  /**
   * `own`: of the task with its own number; `all`: of every task. A name that ends in `.#` stands
   * for the file with the number of the task that needs it.
   */
  readonly of: 'own' | 'all';
  readonly files: readonly string[];
}

/** A step: tasks that can run side by side once the steps they need are done. */
export interface Stage {
  readonly step: StepName;
  readonly tasks: number;
  readonly needs: readonly Need[];
}

const all = (step: StepName, ...files: string[]): Need => ({ step, of: 'all', files });
const own = (step: StepName, ...files: string[]): Need => ({ step, of: 'own', files });

/**
 * The steps of a run, what each needs, and how many tasks it has.
 *
 * What must meet decides what moves. Rows with one hash meet in `join`, the hashes that two documents
 * share in `meet`, what is known of a document's sample in `facts`; `pair` brings the last two
 * together. Texts meet in `compare`, pair by pair. Which facts differ and which page stays hangs on
 * all pages that compared pairs connect: `link` tells which those are, and they meet in `decide`.
 */
export function stagesOf(shards: number, parts: number): readonly Stage[] {
  return [
    { step: 'survey', tasks: 1, needs: [] },
    { step: 'sign', tasks: shards, needs: [all('survey', 'lines')] },
    { step: 'order', tasks: 1, needs: [all('sign', 'articles', 'ids', 'names')] },
    {
      step: 'join',
      tasks: parts,
      needs: [all('sign', 'rows.#'), all('order', 'numbers', 'first')],
    },
    { step: 'meet', tasks: parts, needs: [all('join', 'links.#')] },
    {
      step: 'facts',
      tasks: parts,
      needs: [all('join', 'facts.#'), all('order', 'samples.#', 'first'), all('meet', 'asked.#')],
    },
    {
      step: 'crowd',
      tasks: shards,
      needs: [all('facts', 'asked.#'), own('sign', 'words', 'articles')],
    },
    { step: 'tally', tasks: 1, needs: [all('crowd', 'counts')] },
    {
      step: 'keys',
      tasks: shards,
      needs: [
        all('facts', 'asked.#'),
        all('tally', 'counts'),
        all('order', 'first'),
        own('sign', 'words', 'articles'),
      ],
    },
    { step: 'vary', tasks: parts, needs: [all('keys', 'keys.#')] },
    {
      step: 'pair',
      tasks: parts,
      needs: [
        own('meet', 'met'),
        all('facts', 'told.#'),
        all('vary', 'varied.#'),
        all('order', 'first'),
      ],
    },
    {
      step: 'words',
      tasks: shards,
      needs: [all('pair', 'asked.#'), all('order', 'first'), own('sign', 'words', 'articles')],
    },
    {
      step: 'compare',
      tasks: parts,
      needs: [own('pair', 'pairs'), all('words', 'words.#'), all('order', 'copies.#')],
    },
    { step: 'link', tasks: 1, needs: [all('compare', 'edges')] },
    {
      step: 'gather',
      tasks: parts,
      needs: [
        own('compare', 'compared'),
        all('link', 'labels.#'),
        all('words', 'words.#'),
        all('order', 'copies.#'),
      ],
    },
    {
      step: 'decide',
      tasks: parts,
      needs: [all('gather', 'pairs.#', 'words.#', 'copies.#'), all('order', 'first')],
    },
    {
      step: 'settle',
      tasks: 1,
      needs: [all('decide', 'summary'), all('compare', 'histogram'), all('order', 'first')],
    },
    {
      step: 'names',
      tasks: shards,
      needs: [
        all('decide', 'asked.#'),
        all('settle', 'asked.#'),
        all('order', 'renamed.#', 'first'),
        own('sign', 'records', 'documents'),
      ],
    },
    {
      step: 'apply',
      tasks: shards,
      needs: [
        all('decide', 'fates.#'),
        all('order', 'renamed.#'),
        all('names', 'keepers.#', 'members.#'),
        own('sign', 'records', 'documents', 'sampled'),
      ],
    },
  ];
}

/** Files that putting the parts together needs. */
export const mergeNeeds: readonly Need[] = [
  all('sign', 'counted', 'problems.jsonl'),
  all('order', 'repeated'),
  all('settle', 'summary'),
  all('names', 'texts'),
  all(
    'apply',
    'cleaned.jsonl',
    'removed.jsonl',
    'rejected.jsonl',
    'clusters.jsonl',
    'counted',
    'sampled',
  ),
];
