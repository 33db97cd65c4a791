import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../helpers/folder.ts';
import { plainEnvironment } from '../helpers/run-tool.ts';

const tool = fileURLToPath(new URL('../../bin/ghirbal.js', import.meta.url));

const records = 1200;
const wordsARecord = 10_000;
/** A run whose reader waits may hold so much more than one whose reader does not. */
const mostMegabytes = 32;
/** A run that uses no time for so long is waiting. */
const stillMilliseconds = 1500;

function kilobytesOf(pid: number, field: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'mu').exec(status)![1]);
}

/** Most memory in megabytes of a run that writes to a pipe, and the bytes that came out of it. */
async function peakOf(cwd: string, isSlow: boolean): Promise<{ peak: number; bytes: number }> {
  const child = spawn(
    process.execPath,
    [tool, 'dedupe', 'records.jsonl', '-o', '-', '-j', '1', '-q'],
    { cwd, env: plainEnvironment(), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'close');
  let bytes = 0;
  let peak = 0;
  if (isSlow) {
    // Nothing is read until the run waits for it: its own time stands still.
    for (let before = '', now = 'none'; before !== now;) {
      before = now;
      await wait(stillMilliseconds);
      // Fields 14 and 15: its time in the program and in the system.
      now = readFileSync(`/proc/${child.pid}/stat`, 'latin1').split(' ').slice(13, 15).join();
    }
  }
  child.stdout.on('data', (part: Uint8Array) => {
    bytes += part.length;
    try {
      peak = Math.max(peak, kilobytesOf(child.pid!, 'VmHWM'));
    } catch {
      // It has just ended; the last figure holds.
    }
  });
  await ended;
  expect(child.exitCode).toBe(0);
  return { peak: peak / 1024, bytes };
}

test.runIf(process.platform === 'linux')(
  'a reader that waits holds the run back instead of filling its memory',
  { timeout: 240_000 },
  async () => {
    const cwd = folderWith({});
    const file = openSync(join(cwd, 'records.jsonl'), 'w');
    for (let at = 0; at < records; at++) {
      const words = Array.from({ length: wordsARecord }, (_, word) =>
        (at * wordsARecord + word).toString(36).padStart(6, 'x'),
      );
      const text = words.join(' ');
      writeSync(file, `${JSON.stringify({ id: String(at), text })}\n`);
    }
    closeSync(file);
    const quick = await peakOf(cwd, false);
    const slow = await peakOf(cwd, true);
    expect(slow.bytes).toBe(quick.bytes);
    // Far more than may be held: were it all kept in memory, it would show.
    expect(slow.bytes / 2 ** 20).toBeGreaterThan(2 * mostMegabytes);
    expect(slow.peak - quick.peak).toBeLessThan(mostMegabytes);
  },
);
