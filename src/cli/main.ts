import { GhirbalError, ReaderGone, UsageError } from '../errors.ts';
import { keepYoungGenerationSmall } from '../run/young-generation.ts';
import { version } from '../version.ts';
import { exitCodeOfError, exitCodes } from './exit-code.ts';

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
  world.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') world.exitCode = exitCodes.notWritten;
  });
  // Words that nobody can be told cost a run nothing: the results do not go there.
  world.stderr.on('error', () => undefined);
  try {
    const [only, ...others] = world.argv.slice(2);
    if (others.length === 0 && (only === '--version' || only === '-V')) {
      // Answered before the parser is loaded, which takes longer than the answer.
      world.stdout.write(`${version}\n`);
      return;
    }
    keepYoungGenerationSmall();
    const { program } = await import('./program.ts');
    await program(world).parseAsync(world.argv);
  } catch (error) {
    await explainError(error, world);
  }
}

async function explainError(error: unknown, world: World): Promise<void> {
  if (error instanceof ReaderGone) return;
  const parserExit = exitOfParser(error);
  if (parserExit !== null) {
    world.exitCode = parserExit === 0 ? exitCodes.done : exitCodes.usage;
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
    const next = error.hint ?? (error instanceof UsageError ? 'See ghirbal --help.' : null);
    if (next !== null) world.stderr.write(`         ${printable(next)}\n`);
    return;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.stderr.write(`ghirbal ${version}: a fault of the program, please report it\n`);
  for (const line of trace.split('\n')) world.stderr.write(`  ${printable(line)}\n`);
}

/** What the parser would have exited with; it has said why already. `null`: another error. */
function exitOfParser(error: unknown): number | null {
  const { name, exitCode } = error as { readonly name?: unknown; readonly exitCode?: unknown };
  const isItsOwn = name === 'CommanderError' || name === 'InvalidArgumentError';
  return isItsOwn && typeof exitCode === 'number' ? exitCode : null;
}
