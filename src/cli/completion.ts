import { UsageError } from '../errors.ts';
import { flagsOf } from './flags.ts';
import { commandHelp, helpNames } from './help.ts';
import { type CommandName, commandNames, type OptionRow, rowsOf } from './options.ts';

/** Shells that completion is made for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/**
 * A script that teaches a shell to complete ghirbal's commands, options and their values. It is
 * whole in itself: completing starts no program.
 *
 * @throws UsageError for another shell.
 */
export function completionFor(shell: string): string {
  if (shell === 'bash') return bash();
  if (shell === 'zsh') return zsh();
  if (shell === 'fish') return fish();
  throw new UsageError(`there is no completion for ${JSON.stringify(shell)}`, {
    hint: `There is for ${shells.join(', ')}.`,
  });
}

/** Commands that are named; the main one is not. */
const named = commandNames.filter((name) => name !== 'clean');

/** Words that a command takes in place of files; `null` = it takes files. */
function wordsOf(command: CommandName): readonly string[] | null {
  if (command === 'help') return helpNames;
  return command === 'completion' ? shells : null;
}

function rowList(command: CommandName): readonly OptionRow[] {
  return rowsOf(command).map(([, row]) => row);
}

function longFlags(command: CommandName): string {
  const more = command === 'clean' ? ['--help', '--version'] : ['--help'];
  return [...rowList(command).map((row) => `--${flagsOf(row).long}`), ...more].join(' ');
}

function bash(): string {
  const values = new Map<string, string>();
  for (const row of commandNames.flatMap(rowList)) {
    const { short, long, value, isPath } = flagsOf(row);
    if (value === '') continue;
    const pattern = short === '' ? `--${long}` : `-${short} | --${long}`;
    // Left empty, the shell completes file names; what cannot be completed gets none of them.
    const action =
      row.choices !== undefined
        ? `COMPREPLY=($(compgen -W '${row.choices.join(' ')}' -- "$current"))`
        : isPath
          ? ':'
          : 'compopt +o default';
    values.set(pattern, action);
  }
  const cases = [...values].map(([pattern, action]) => `    ${pattern}) ${action}; return ;;`);
  const commands = commandNames.map((command) => {
    const words = wordsOf(command);
    const first =
      command === 'clean' ? `words='${named.join(' ')}'` : `words='${words?.join(' ') ?? ''}'`;
    return `    ${command}) options='${longFlags(command)}' ${first} ;;`;
  });
  return `# ghirbal completion for bash; add to ~/.bashrc: eval "$(ghirbal completion bash)"
_ghirbal() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command=clean options words
  COMPREPLY=()
  # "--keep=first" comes as three words.
  if [ "$current" = '=' ]; then current=''; elif [ "$before" = '=' ]; then before=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  case $before in
${cases.join('\n')}
  esac
  if [ "$COMP_CWORD" -gt 1 ]; then
    case \${COMP_WORDS[1]} in
      ${named.join(' | ')}) command=\${COMP_WORDS[1]} ;;
    esac
  fi
  case $command in
${commands.join('\n')}
  esac
  case $current in
    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
    *) if [ "$command" != clean ] || [ "$COMP_CWORD" -eq 1 ]; then
      COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
    fi ;;
  esac
}
complete -o default -o filenames -F _ghirbal ghirbal
`;
}

/** Text between single quotes of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function zsh(): string {
  const specs = (command: CommandName): string => {
    const lines = rowList(command).map((row) => {
      const { short, long, value, isPath } = flagsOf(row);
      const help = row.help.replaceAll(/[[\]\\:]/gu, String.raw`\$&`);
      const action =
        row.choices !== undefined ? `(${row.choices.join(' ')})` : isPath ? '_files' : ' ';
      const rest = `[${help}]${value === '' ? '' : `:${value}:${action}`}`;
      const equals = value === '' ? '' : '=';
      return short === ''
        ? quoted(`--${long}${equals}${rest}`)
        : `${quoted(`(-${short} --${long})`)}{-${short}${value === '' ? '' : '+'},--${long}${equals}}${quoted(rest)}`;
    });
    const words = wordsOf(command);
    const operand =
      command === 'clean'
        ? `'1: :_ghirbal_first' '*:input:_files'`
        : words === null
          ? `'*:input:_files'`
          : `'1: :(${words.join(' ')})'`;
    return [...lines, `'(-h --help)'{-h,--help}'[help]'`, operand].join(' \\\n        ');
  };
  const commands = named.map(
    (name) => `${name}\\:${quoted(commandHelp[name].purpose).replaceAll(':', '\\:')}`,
  );
  return `#compdef ghirbal
# ghirbal completion for zsh; add to ~/.zshrc: eval "$(ghirbal completion zsh)"
_ghirbal_first() {
  _alternative "commands:command:((${commands.join(' ').replaceAll('"', '\\"')}))" 'files:input:_files'
}
_ghirbal() {
  local command=clean
  if (( CURRENT > 2 )); then
    case \${words[2]} in
      ${named.join('|')}) command=\${words[2]}; shift words; (( CURRENT-- )) ;;
    esac
  fi
  case $command in
${commandNames.map((name) => `    ${name})\n      _arguments -s -S \\\n        ${specs(name)} ;;`).join('\n')}
  esac
}
if [ "$funcstack[1]" = _ghirbal ]; then _ghirbal "$@"; else compdef _ghirbal ghirbal; fi
`;
}

function fish(): string {
  const lines = commandNames.flatMap((command) => {
    const when = `-n ${quoted(`__ghirbal_is ${command}`)}`;
    const options = rowList(command).map((row) => {
      const { short, long, value, isPath } = flagsOf(row);
      const values =
        row.choices !== undefined
          ? ` -x -a ${quoted(row.choices.join(' '))}`
          : value === ''
            ? ''
            : isPath
              ? ' -r -F'
              : ' -x';
      return `complete -c ghirbal ${when}${short === '' ? '' : ` -s ${short}`} -l ${long}${values} -d ${quoted(row.help)}`;
    });
    const words = wordsOf(command);
    const operands =
      words === null ? [] : [`complete -c ghirbal ${when} -f -a ${quoted(words.join(' '))}`];
    return [...options, ...operands];
  });
  const commands = named.map(
    (name) =>
      `complete -c ghirbal -n '__ghirbal_is_first' -a ${name} -d ${quoted(commandHelp[name].purpose)}`,
  );
  return `# ghirbal completion for fish; add to config.fish: ghirbal completion fish | source
function __ghirbal_is
    set -l words (commandline -opc)
    set -l command clean
    if set -q words[2]; and contains -- $words[2] ${named.join(' ')}
        set command $words[2]
    end
    test $command = $argv[1]
end
function __ghirbal_is_first
    test (count (commandline -opc)) -eq 1
end
${[...commands, ...lines].join('\n')}
complete -c ghirbal -s h -l help -d 'this text'
`;
}
