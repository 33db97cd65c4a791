import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const tool = fileURLToPath(new URL('../../bin/ghirbal.js', import.meta.url));

/** What the built tool did. */
export interface ToolRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built tool as a user would, away from the settings of whoever runs the tests. */
export function runTool(
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly stdin?: string | Uint8Array;
    readonly env?: object;
    /** Milliseconds after which it is killed. */
    readonly timeout?: number;
  } = {},
): ToolRun {
  const { code, stdout, stderr } = runShell(
    `exec "$@"`,
    [process.execPath, tool, ...args],
    options,
  );
  return { code, stdout, stderr };
}

/** Runs a line of shell in which `ghirbal` is the built tool. */
export function runShell(
  line: string,
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly stdin?: string | Uint8Array;
    readonly env?: object;
    /** Milliseconds after which it is killed. */
    readonly timeout?: number;
  } = {},
): ToolRun {
  const define = `ghirbal() { "${process.execPath}" "${tool}" "$@"; }\n`;
  const run = spawnSync('bash', ['-c', define + line, 'bash', ...args], {
    cwd: options.cwd ?? process.cwd(),
    input: options.stdin ?? '',
    env: { ...plainEnvironment(), ...options.env },
    timeout: options.timeout ?? 60_000,
    killSignal: 'SIGKILL',
    maxBuffer: 2 ** 28,
  });
  return { code: run.status, stdout: run.stdout.toString(), stderr: run.stderr.toString() };
}

/** What a program needs of the environment, and nothing of whoever runs the tests. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'NODE_V8_COVERAGE'];
  return Object.fromEntries(
    names
      .filter((name) => process.env[name] !== undefined)
      .map((name) => [name, process.env[name]]),
  );
}
