import { UsageError } from '../errors.ts';
import {
  type CommandName,
  commandNames,
  defaultText,
  type OptionRow,
  rowsOf,
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
    ],
  },
};

const width = 80;

/**
 * Help of a command: examples first, then its options with their defaults. That of `clean`, which
 * is also the first thing a user sees, leaves the rare ones to `topicText`.
 */
export function helpText(command: CommandName): string {
  const { usage, purpose, examples } = commandHelp[command];
  const longest = Math.max(...examples.map(([line]) => line.length));
  const lines = [`Usage: ${usage}`, '', purpose, ''];
  for (const [line, meaning] of examples) lines.push(`  ${line.padEnd(longest)}  # ${meaning}`);
  const isShort = command === 'clean';
  const rows = rowsOf(command).filter(([, row]) => !isShort || row.isRare !== true);
  lines.push(
    ...topicLines(command, rows),
    ...optionLines(command, 'help', isShort ? helpAndVersionRow : helpRow),
  );
  if (isShort) lines.push('', ...closing);
  return `${lines.join('\n')}\n`;
}

/**
 * What `ghirbal help NAME` shows: help of a command, or all options of a topic of `clean`, rare
 * ones too; those of every topic for `options`.
 *
 * @throws UsageError when there is no such help.
 */
export function namedHelp(name: string): string {
  const command = commandNames.find((known) => known === name);
  if (command !== undefined) return helpText(command);
  const rows = rowsOf('clean').filter(
    ([, { topic }]) => name === everyTopic || topic.toLowerCase() === name.toLowerCase(),
  );
  if (rows.length === 0) {
    const names = [...commandNames, ...topics.map((topic) => topic.toLowerCase()), everyTopic];
    throw new UsageError(`there is no help on ${JSON.stringify(name)}`, {
      hint: `There is help on ${names.join(', ')}.`,
    });
  }
  const lines = topicLines('clean', rows).slice(1);
  if (rows.some(([, { topic }]) => topic === topics.at(-1))) {
    lines.push(...optionLines('clean', 'help', helpAndVersionRow));
  }
  return `${lines.join('\n')}\n`;
}

const everyTopic = 'options';

function topicLines(
  command: CommandName,
  rows: readonly (readonly [string, OptionRow])[],
): readonly string[] {
  const lines: string[] = [];
  for (const topic of topics) {
    const ofTopic = rows.filter(([, row]) => row.topic === topic);
    if (ofTopic.length === 0) continue;
    lines.push('', `${topic}:`);
    for (const [name, row] of ofTopic) lines.push(...optionLines(command, name, row));
  }
  return lines;
}

const helpRow = { flags: '-h, --help', help: 'this text' } as const;
const helpAndVersionRow = {
  flags: '-h, --help, -V, --version',
  help: 'this text; the version',
} as const;
const closing = [
  'Commands: split, explain, dedupe, compare, learn, report; ghirbal COMMAND -h.',
  'More: ghirbal help TOPIC, such as reading; every option: ghirbal help options.',
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
