import { type CommandName, defaultText, type OptionRow, rowsOf } from './options.ts';

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
  report: {
    usage: 'ghirbal report <folder> [options]',
    purpose: 'Makes report.html of a finished run again, from its report.json alone.',
    examples: [['ghirbal report out', 'writes out/report.html']],
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
};

const width = 80;

/** Help of a command: examples first, then every option with its default. */
export function helpText(command: CommandName): string {
  const { usage, purpose, examples } = commandHelp[command];
  const longest = Math.max(...examples.map(([line]) => line.length));
  const lines = [`Usage: ${usage}`, '', purpose, ''];
  for (const [line, meaning] of examples) lines.push(`  ${line.padEnd(longest)}  # ${meaning}`);
  const rows = rowsOf(command);
  for (const topic of new Set(rows.map(([, row]) => row.topic))) {
    lines.push('', `${topic}:`);
    for (const [name, row] of rows) if (row.topic === topic) lines.push(...optionLines(name, row));
  }
  const isMain = command === 'clean';
  lines.push(...optionLines('help', isMain ? helpAndVersionRow : helpRow));
  if (isMain) lines.push('', ...closing);
  return `${lines.join('\n')}\n`;
}

const helpRow = { flags: '-h, --help', help: 'this text' } as const;
const helpAndVersionRow = {
  flags: '-h, --help, -V, --version',
  help: 'this text; the version',
} as const;
const closing = [
  'Commands: split, explain, dedupe, compare, report, plan; ghirbal COMMAND --help.',
  'Exit: 0 done, 1 a gate failed, 2 usage, 3 some inputs unusable, 4 not written.',
];

const textColumn = 28;

function optionLines(
  name: string,
  row: Pick<OptionRow, 'flags' | 'help'> & Partial<OptionRow>,
): string[] {
  const fallback = row.topic === undefined ? null : defaultText(name, row as OptionRow);
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
