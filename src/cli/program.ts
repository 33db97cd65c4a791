import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { UsageError } from '../errors.ts';
import { version } from '../version.ts';
import { exitCodes } from './exit-code.ts';
import { helpNames, helpOn, helpText } from './help.ts';
import type { World } from './main.ts';
import { type CommandName, commandNames, type OptionRow, rowsOf } from './options.ts';
import { similarName } from './similar-name.ts';

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
      refuseMisspeltCommand(inputs[0]);
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
  describe(root.command('learn'), 'learn', world)
    .argument('[inputs...]')
    .action(async (inputs: string[], _options: unknown, command: Command) => {
      const { learn } = await import('./learn-command.ts');
      await learn(inputs, given(command), world);
    });
  describe(root.command('report'), 'report', world)
    .argument('<folder>')
    .argument('[other]')
    .action(
      async (folder: string, other: string | undefined, _options: unknown, command: Command) => {
        const options = given(command);
        if ((options['compare'] === true) !== (other !== undefined)) {
          throw new UsageError('report takes one folder, and with --compare two');
        }
        if (other === undefined) {
          const { remakeReport } = await import('./report-command.ts');
          remakeReport(folder, options, world);
          return;
        }
        const { compareReports } = await import('./compare-runs-command.ts');
        compareReports([folder, other], options, world);
      },
    );
  describe(root.command('help'), 'help', world)
    .argument('[name]')
    .action((name: string | undefined) => {
      const text = helpOn(name ?? 'clean');
      if (text === null) {
        const meant = similarName(name ?? '', helpNames);
        throw new UsageError(`there is no help on ${JSON.stringify(name)}`, {
          hint:
            meant === null ? `There is on ${helpNames.join(', ')}.` : `Did you mean "${meant}"?`,
        });
      }
      world.stdout.write(text);
    });
  describe(root.command('completion'), 'completion', world)
    .argument('<shell>')
    .action(async (shell: string) => {
      const { completionFor } = await import('./completion.ts');
      world.stdout.write(completionFor(shell));
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
  describe(root.command('spark'), 'spark', world)
    .argument('<inputs...>')
    .action(async (inputs: string[], _options: unknown, command: Command) => {
      const { sparkCommand } = await import('./spark-command.ts');
      await sparkCommand(inputs, given(command), world);
    });
  root.hook('preAction', async (_root, command) => {
    if (withoutSettings.has(command.name()) || command.opts()['quiet'] === true) return;
    if (!Object.keys(world.env).some((name) => name.startsWith('GHIRBAL_'))) return;
    const { complaintsOfVariables } = await import('./read-settings.ts');
    for (const line of complaintsOfVariables(world.env)) world.stderr.write(`ghirbal: ${line}\n`);
  });
  return root;
}

/** Commands that no setting and no variable is for. */
const withoutSettings: ReadonlySet<string> = new Set(['help', 'completion']);

/** A word that is no file and nearly a command was meant to be one. */
function refuseMisspeltCommand(first: string | undefined): void {
  if (first === undefined || !/^[a-z]+$/iu.test(first) || existsSync(first)) return;
  const meant = similarName(first.toLowerCase(), commandNames.slice(1));
  if (meant === null) return;
  throw new UsageError(`there is no command, file or folder ${JSON.stringify(first)}`, {
    hint: `Did you mean "ghirbal ${meant}"?`,
  });
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
