import { version } from '../version.ts';
import { variableName } from './read-settings.ts';
import { commandHelp, mainTopics } from './help.ts';
import { type CommandName, commandNames, defaultText, type OptionRow, rowsOf } from './options.ts';

const exitMeanings: readonly (readonly [string, string])[] = [
  ['0', 'done; removing duplicates is no error'],
  ['1', 'a gate failed'],
  ['2', 'wrong usage, or nothing could start'],
  ['3', 'finished, but some inputs were unusable'],
  ['4', 'the output could not be written'],
  ['129, 130, 143', 'ended by a signal; nothing stands under a final name'],
];

/** The manual page, ghirbal(1), in the macros of man(7). */
export function manPage(): string {
  const commands = commandNames.filter((name) => name !== 'clean');
  const lines = [
    `.TH GHIRBAL 1 "" "ghirbal ${version}" "User Commands"`,
    '.SH NAME',
    `ghirbal ${literal('-')} clean scraped pages and remove near${literal('-')}duplicates`,
    '.SH SYNOPSIS',
    ...commandNames.flatMap((name) => [`.B ${roff(commandHelp[name].usage)}`, '.br']),
    '.SH DESCRIPTION',
    roff(commandHelp.clean.purpose),
    roff(
      'Inputs are folders, files, quoted patterns, or - for standard input, which is read when there are none.',
    ),
    '.SH EXAMPLES',
    ...examples('clean'),
    '.SH OPTIONS',
    ...mainTopics.flatMap((topic) => [
      `.SS ${roff(topic)}`,
      ...rowsOf('clean')
        .filter(([, row]) => row.topic === topic)
        .flatMap(([name, row]) => optionLines('clean', name, row)),
    ]),
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    ...exitMeanings.flatMap(([code, meaning]) => ['.TP', `.B ${code}`, roff(meaning)]),
    '.SH ENVIRONMENT',
    '.TP',
    '.B GHIRBAL_*',
    roff(
      `Every option has a variable, such as ${variableName('minWords')}; options win over variables, and these over the configuration file.`,
    ),
    '.TP',
    '.B NO_COLOR, FORCE_COLOR',
    'Switch colours off or on.',
    '.SH FILES',
    '.TP',
    '.I ghirbal.config.json',
    roff('Settings, as --print-config prints them; read from the working folder.'),
  ];
  return `${lines.join('\n')}\n`;
}

function commandLines(name: CommandName): string[] {
  const shared = new Set(rowsOf('clean').map(([option]) => option));
  const rows = rowsOf(name);
  const own = rows.filter(([option]) => !shared.has(option));
  const others = rows
    .filter(([option]) => shared.has(option))
    .map(([, row]) => row.flags.split(/, | </u).find((flag) => flag.startsWith('--'))!);
  return [
    `.SS ${roff(commandHelp[name].usage)}`,
    roff(commandHelp[name].purpose),
    ...(others.length === 0 ? [] : ['.PP', roff(`Options as above: ${others.join(', ')}.`)]),
    ...own.flatMap(([option, row]) => optionLines(name, option, row)),
    ...examples(name),
  ];
}

function examples(name: CommandName): string[] {
  return commandHelp[name].examples.flatMap(([line, meaning]) => [
    '.PP',
    `${roff(meaning)}:`,
    '.RS 4',
    '.nf',
    roff(line),
    '.fi',
    '.RE',
  ]);
}

function optionLines(command: CommandName, name: string, row: OptionRow): string[] {
  const fallback = defaultText(command, name, row);
  const choices = row.choices === undefined ? '' : `One of ${row.choices.join(', ')}. `;
  const after = fallback === null ? choices : `${choices}Default: ${fallback}.`;
  return ['.TP', `.B ${roff(row.flags)}`, roff(`${sentence(row.help)} ${after}`.trimEnd())];
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

/** Text that roff shows as it is. */
function roff(text: string): string {
  const shown = literal(text);
  // A line that begins with one of these would be a request.
  return /^[.']/u.test(shown) ? `\\&${shown}` : shown;
}

/** A dash that can be copied, and no escapes. */
function literal(text: string): string {
  return text.replaceAll('\\', String.raw`\e`).replaceAll('-', String.raw`\-`);
}
