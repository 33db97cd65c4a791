/** The steps of a run in parts, in order. Those from `order` to `names` are what `match` consists of. */
export const stepNames = [
  'survey',
  'sign',
  'order',
  'join',
  'pair',
  'crowd',
  'vary',
  'words',
  'compare',
  'decide',
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
 * What must meet decides what moves. Rows with one hash meet in `join`. Documents by their place in
 * the order of preference, whose shingles are known to be shared, meet in `pair`: how common a
 * document's shingles are, and how large its crowd, is known there and not before. Texts meet in
 * `compare`, pair by pair. Whether facts differ is judged by a crowd of look-alikes, and which
 * page of a group stays by all pairs of the group: all compared pairs meet in `decide`.
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
    { step: 'pair', tasks: 1, needs: [all('join', 'runs'), all('order', 'order')] },
    {
      step: 'crowd',
      tasks: shards,
      needs: [all('pair', 'asked.#'), own('sign', 'words', 'articles')],
    },
    {
      step: 'vary',
      tasks: 1,
      needs: [all('pair', 'pairs'), all('crowd', 'words'), all('order', 'order')],
    },
    {
      step: 'words',
      tasks: shards,
      needs: [all('vary', 'asked.#'), own('sign', 'words', 'articles')],
    },
    { step: 'compare', tasks: parts, needs: [all('vary', 'pairs.#'), all('words', 'words.#')] },
    {
      step: 'decide',
      tasks: 1,
      needs: [
        all('sign', 'articles'),
        all('order', 'order'),
        all('compare', 'compared'),
        all('words', 'words.*'),
      ],
    },
    {
      step: 'names',
      tasks: shards,
      needs: [
        all('decide', 'asked.#'),
        all('order', 'renamed.#'),
        own('sign', 'records', 'documents'),
      ],
    },
    {
      step: 'apply',
      tasks: shards,
      needs: [
        all('decide', 'fates.#'),
        all('order', 'renamed.#'),
        all('names', 'keepers.#'),
        own('sign', 'records', 'documents', 'sampled'),
      ],
    },
  ];
}

/** Files that putting the parts together needs. */
export const mergeNeeds: readonly Need[] = [
  all('sign', 'counted', 'problems.jsonl'),
  all('order', 'repeated'),
  all('decide', 'summary'),
  all('names', 'members', 'texts'),
  all('apply', 'cleaned.jsonl', 'removed.jsonl', 'rejected.jsonl', 'counted', 'sampled'),
];
