import { Command, CommanderError, Option } from 'commander';
import { GhirbalError, ReaderGone, UsageError } from '../errors.ts';
import { type CommandName, type OptionRow, rowsOf } from './options.ts';
import { helpText } from './help.ts';
import { exitCodeOfError, exitCodes } from './exit-code.ts';
import { version } from '../version.ts';

/** The parts of a process that the command line uses; tests hand in their own. */
export type World = Pick<
  NodeJS.Process,
  'argv' | 'env' | 'stdin' | 'stdout' | 'stderr' | 'exitCode' | 'pid' | 'kill' | 'on' | 'off'
>;

/**
 * The command line. Sets `world.exitCode` and returns when all output is handed over; only here do
 * errors become words and exit codes. Each command loads its own work, so that `--version` and
 * `--help` load next to nothing.
 */
export async function main(world: World): Promise<void> {
  const endQuietly = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') world.exitCode = exitCodes.notWritten;
  };
  world.stdout.on('error', endQuietly);
  world.stderr.on('error', endQuietly);
  try {
    await program(world).parseAsync(world.argv);
  } catch (error) {
    await explainError(error, world);
  }
}

function program(world: World): Command {
  const root = describe(new Command('ghirbal'), 'clean', world)
    .argument('[inputs...]')
    .version(version, '-V, --version')
    .enablePositionalOptions()
    .action(async (inputs: string[], _options: unknown, command: Command) => {
      if (inputs.length === 0 && world.stdin.isTTY && given(command)['files0From'] === undefined) {
        world.stderr.write(
          'Usage: ghirbal [inputs...] [options]\n\n  ghirbal ./scraped -o out\n  ghirbal --help\n',
        );
        world.exitCode = exitCodes.usage;
        return;
      }
      const { runCommand } = await import('./run-command.ts');
      await runCommand('articles', inputs, given(command), world);
    });
  describe(root.command('split'), 'split', world)
    .argument('[inputs...]')
    .action(async (inputs: string[], _options: unknown, command: Command) => {
      const { runCommand } = await import('./run-command.ts');
      await runCommand('blocks', inputs, given(command), world);
    });
  describe(root.command('dedupe'), 'dedupe', world)
    .argument('[inputs...]')
    .action(async (inputs: string[], _options: unknown, command: Command) => {
      const { runCommand } = await import('./run-command.ts');
      await runCommand('bodies', inputs, given(command), world);
    });
  describe(root.command('explain'), 'explain', world)
    .argument('<file>')
    .action(async (file: string, _options: unknown, command: Command) => {
      const { explain } = await import('./explain.ts');
      await explain(file, given(command), world);
    });
  return root;
}

function describe(command: Command, name: CommandName, world: World): Command {
  command
    .exitOverride()
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text.replace(/^error: /u, 'ghirbal: ')),
    })
    .showSuggestionAfterError(true);
  for (const [, row] of rowsOf(name)) command.addOption(optionOf(row));
  command.helpOption('-h, --help', 'this text');
  command.helpInformation = () => helpText(name);
  return command;
}

function optionOf(row: OptionRow): Option {
  const option = new Option(row.flags, row.help);
  if (row.choices !== undefined) option.choices([...row.choices]);
  else if (row.parse !== undefined) option.argParser(row.parse);
  return option;
}

/** The options that stand on the command line, without commander's own defaults. */
function given(command: Command): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(command.opts()).filter(([name]) => command.getOptionValueSource(name) === 'cli'),
  );
}

async function explainError(error: unknown, world: World): Promise<void> {
  if (error instanceof ReaderGone) return;
  if (error instanceof CommanderError) {
    world.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    return;
  }
  const { Interrupted } = await import('./signals.ts');
  if (error instanceof Interrupted) {
    // Ended by the signal itself, so that a shell sees how.
    world.stderr.write(`ghirbal: ended by ${error.signal}; nothing was put in place\n`);
    world.kill(world.pid, error.signal);
    return;
  }
  world.exitCode = exitCodeOfError(error);
  const { printable } = await import('./terminal.ts');
  if (error instanceof GhirbalError) {
    world.stderr.write(`ghirbal: ${printable(error.message)}\n`);
    if (error.hint !== null) world.stderr.write(`         ${printable(error.hint)}\n`);
    if (error instanceof UsageError) world.stderr.write('         See ghirbal --help.\n');
    return;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.stderr.write(`ghirbal ${version}: a fault of the program, please report it\n`);
  for (const line of trace.split('\n')) world.stderr.write(`  ${printable(line)}\n`);
}
