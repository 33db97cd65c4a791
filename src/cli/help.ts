import {
  type CommandName,
  commandNames,
  defaultText,
  type OptionRow,
  rowsOf,
  type Topic,
  topics,
} from './options.ts';

interface CommandHelp {
  readonly usage: string;
  readonly purpose: string;
  readonly examples: readonly (readonly [string, string])[];
}

export const commandHelp: Readonly<Record<CommandName, CommandHelp>> = {
  clean: {
    usage: 'ghirbal [inputs...] [options]',
    purpose: 'Cleans scraped pages: main text apart from the rest, near-duplicates removed.',
    examples: [
      ['ghirbal ./scraped -o out', 'clean a folder'],
      ['cat x.jsonl | ghirbal - -o - | jq .id', 'filter in a pipe'],
      ['ghirbal explain page.txt', 'what is what on a page, and why'],
      ['ghirbal dedupe bodies.jsonl -o out', 'near-duplicates only'],
    ],
  },
  split: {
    usage: 'ghirbal split [inputs...] [options]',
    purpose: 'Prints what is what on each page, as one JSON object a line.',
    examples: [
      ['ghirbal split page.txt', 'one page'],
      ['ghirbal split ./scraped | jq -r .title', 'every headline of a folder'],
    ],
  },
  explain: {
    usage: 'ghirbal explain <file> [options]',
    purpose: 'Shows a page line by line: what each line was taken for, and why.',
    examples: [
      ['ghirbal explain page.txt', 'on the terminal'],
      ['ghirbal explain --color always page.txt | less -R', 'in a pager'],
    ],
  },
  dedupe: {
    usage: 'ghirbal dedupe [inputs...] [options]',
    purpose: 'Removes near-duplicates from JSONL files whose text is clean; nothing is split.',
    examples: [
      ['ghirbal dedupe bodies.jsonl -o out', 'one file'],
      ['zcat *.gz | ghirbal dedupe - -o - > unique.jsonl', 'in a pipe'],
    ],
  },
  compare: {
    usage: 'ghirbal compare <left> <right> [options]',
    purpose: 'Shows the main text of two pages side by side: what differs, and what would go.',
    examples: [
      ['ghirbal compare a.txt b.txt', 'on the terminal'],
      ['ghirbal compare --json a.txt b.txt', 'figures and marked words as JSON'],
    ],
  },
  learn: {
    usage: 'ghirbal learn [inputs...] [options]',
    purpose: 'Learns which lines stand on many pages of a corpus, for pipes and single pages.',
    examples: [
      ['ghirbal learn ./scraped -o profile.json', 'learn'],
      ['cat new.jsonl | ghirbal --profile profile.json - -o -', 'use it in a pipe'],
      ['ghirbal explain --profile profile.json page.txt', 'and on one page'],
    ],
  },
  report: {
    usage: 'ghirbal report <folder> [other] [options]',
    purpose: 'Makes report.html of a finished run again, from its report.json alone.',
    examples: [
      ['ghirbal report out', 'writes out/report.html'],
      ['ghirbal report --compare before after', 'two runs side by side'],
      ['ghirbal report --compare before after -o new.html', 'and as a page'],
    ],
  },
  help: {
    usage: 'ghirbal help [command | topic | options]',
    purpose: 'Shows help of a command, of a group of options, or every option there is.',
    examples: [
      ['ghirbal help split', 'as ghirbal split --help'],
      ['ghirbal help output', 'all options about the output'],
      ['ghirbal help options | less', 'all options'],
    ],
  },
  completion: {
    usage: 'ghirbal completion <bash | zsh | fish>',
    purpose: 'Prints a script that completes commands, options and values in a shell.',
    examples: [
      ['eval "$(ghirbal completion bash)"', 'in ~/.bashrc; zsh likewise'],
      ['ghirbal completion fish | source', 'in config.fish'],
    ],
  },
  plan: {
    usage: 'ghirbal plan [inputs...] --work FOLDER --shards COUNT [options]',
    purpose:
      'Plans a run in parts, for several machines that share a folder.\n' +
      'Then come, each when the one before is done: survey, sign, match, apply, merge.',
    examples: [
      ['ghirbal plan ./scraped -w work --shards 64', 'list files, settle options'],
      ['ghirbal survey work', 'lines that are furniture'],
      ['ghirbal sign work --shard 1/64', 'split pages; so 2/64, ...'],
      ['ghirbal match work', 'find near-duplicates'],
      ['ghirbal apply work --shard 1/64', 'write the lists of a part'],
      ['ghirbal merge work -o out', 'as one machine would'],
    ],
  },
  survey: {
    usage: 'ghirbal survey <work> [options]',
    purpose: 'First step of a planned run: lines that stand on many pages of a sample.',
    examples: [['ghirbal survey work', 'some seconds, whatever the corpus']],
  },
  sign: {
    usage: 'ghirbal sign <work> [options]',
    purpose: 'Second step of a planned run: pages to records, words and keys.',
    examples: [
      ['ghirbal sign work --shard 3/64', 'the third of 64 shards'],
      ['ghirbal sign work', 'all of them; what is done is not done again'],
    ],
  },
  match: {
    usage: 'ghirbal match <work> [options]',
    purpose: 'Third step of a planned run: which pages are near-duplicates, which stay.',
    examples: [
      ['ghirbal match work', 'all its steps in a row'],
      ['ghirbal match work --step join --shard 3/64', 'one task of one step'],
    ],
  },
  apply: {
    usage: 'ghirbal apply <work> [options]',
    purpose: 'Fourth step of a planned run: the records of each shard to the lists.',
    examples: [['ghirbal apply work --shard 3/64', 'the third of 64 shards']],
  },
  merge: {
    usage: 'ghirbal merge <work> [options]',
    purpose: 'Last step of a planned run: lists joined, counts added up, one report.',
    examples: [['ghirbal merge work -o out', 'a folder as of ghirbal INPUTS -o out']],
  },
  spark: {
    usage: 'ghirbal spark [inputs...] -o FOLDER --master URL [options]',
    purpose: 'Cleans pages on Apache Spark: what comes out is what one machine would write.',
    examples: [
      ['ghirbal spark hdfs://h/crawl -o hdfs://h/out --master yarn --shards 512', ''],
      ['ghirbal spark ./scraped -o out', 'a try on this machine'],
    ],
  },
};

const width = 80;

/** Help of a command: examples first, then its options with their defaults. */
export function helpText(command: CommandName): string {
  const { usage, purpose, examples } = commandHelp[command];
  const explained = examples.filter(([, meaning]) => meaning !== '');
  const longest = Math.max(...explained.map(([line]) => line.length));
  const lines = [`Usage: ${usage}`, '', purpose, ''];
  for (const [line, meaning] of examples)
    lines.push(meaning === '' ? `  ${line}` : `  ${line.padEnd(longest)}  # ${meaning}`);
  // Only the main command has so many options that some are left to its topics.
  const rows = rowsOf(command).filter(([, row]) => command !== 'clean' || row.isRare !== true);
  for (const topic of topics) lines.push(...topicLines(command, topic, rows));
  const isMain = command === 'clean';
  if (rows.length === 0) lines.push('');
  lines.push(...optionLines(command, 'help', isMain ? helpAndVersionRow : helpRow));
  if (isMain) lines.push('', ...closing);
  return `${lines.join('\n')}\n`;
}

/** All options of the main command, rare ones too; `topic` = those of one topic. */
export function optionsText(topic: Topic | null): string {
  const rows = rowsOf('clean');
  const shown = topic === null ? topics : [topic];
  const lines = shown.flatMap((name) => topicLines('clean', name, rows)).slice(1);
  if (shown.includes('Manners')) {
    lines.push(...optionLines('clean', 'help', helpAndVersionRow));
  }
  return `${lines.join('\n')}\n`;
}

/** Topics that the main command has options of. */
export const mainTopics: readonly Topic[] = topics.filter((topic) =>
  rowsOf('clean').some(([, row]) => row.topic === topic),
);

/** What `ghirbal help NAME` shows; `null` when there is no such name. */
export function helpOn(name: string): string | null {
  if (name === 'options') return optionsText(null);
  const topic = mainTopics.find((each) => each.toLowerCase() === name.toLowerCase());
  if (topic !== undefined) return optionsText(topic);
  const command = commandNames.find((each) => each === name);
  return command === undefined ? null : helpText(command);
}

/** Words that `ghirbal help` takes. */
export const helpNames: readonly string[] = [
  ...commandNames,
  ...mainTopics.map((topic) => topic.toLowerCase()),
  'options',
];

function topicLines(command: CommandName, topic: Topic, rows: ReturnType<typeof rowsOf>): string[] {
  const own = rows.filter(([, row]) => row.topic === topic);
  if (own.length === 0) return [];
  return ['', `${topic}:`, ...own.flatMap(([name, row]) => optionLines(command, name, row))];
}

const helpRow = { flags: '-h, --help', help: 'this text' } as const;
const helpAndVersionRow = {
  flags: '-h, --help, -V, --version',
  help: 'this text; the version',
} as const;
const closing = [
  'More options: ghirbal help output, near-duplicates, reading, resources, manners.',
  'Commands: split, explain, dedupe, compare, learn, report, plan, spark; NAME -h.',
  'Exit: 0 done, 1 a gate failed, 2 usage, 3 some inputs unusable, 4 not written.',
];

const textColumn = 28;

function optionLines(
  command: CommandName,
  name: string,
  row: Pick<OptionRow, 'flags' | 'help'> & Partial<OptionRow>,
): string[] {
  const fallback = row.topic === undefined ? null : defaultText(command, name, row as OptionRow);
  const text = fallback === null ? row.help : `${row.help} (${fallback})`;
  const flags = row.flags.startsWith('-') && row.flags[1] === '-' ? `    ${row.flags}` : row.flags;
  const lines: string[] = [];
  let line = `  ${flags}`.padEnd(textColumn - 1);
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' '.repeat(textColumn - 1);
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
