import { Command, Option } from 'commander';
import { version } from '../version.ts';
import { exitCodes } from './exit-code.ts';
import { helpText } from './help.ts';
import type { World } from './main.ts';
import { type CommandName, type OptionRow, rowsOf } from './options.ts';

/** The commands and their options, made from the option table. */
export function program(world: World): Command {
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
  describe(root.command('compare'), 'compare', world)
    .argument('<left>')
    .argument('<right>')
    .action(async (left: string, right: string, _options: unknown, command: Command) => {
      const { compare } = await import('./compare.ts');
      await compare([left, right], given(command), world);
    });
  describe(root.command('report'), 'report', world)
    .argument('<folder>')
    .action(async (folder: string, _options: unknown, command: Command) => {
      const { remakeReport } = await import('./report-command.ts');
      remakeReport(folder, given(command), world);
    });
  describe(root.command('plan'), 'plan', world)
    .argument('[inputs...]')
    .action(async (inputs: string[], _options: unknown, command: Command) => {
      const { planCommand } = await import('./part-commands.ts');
      await planCommand(inputs, given(command), world);
    });
  for (const name of ['survey', 'sign', 'match', 'apply'] as const) {
    describe(root.command(name), name, world)
      .argument('<work>')
      .action(async (folder: string, _options: unknown, command: Command) => {
        const { partCommand } = await import('./part-commands.ts');
        await partCommand(name, folder, given(command), world);
      });
  }
  describe(root.command('merge'), 'merge', world)
    .argument('<work>')
    .action(async (folder: string, _options: unknown, command: Command) => {
      const { mergeCommand } = await import('./part-commands.ts');
      await mergeCommand(folder, given(command), world);
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
