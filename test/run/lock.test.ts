import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OutputError, UsageError } from '../../src/errors.ts';
import { exists, isRunning, takeLock } from '../../src/run/lock.ts';
import { withFault } from '../helpers/faulty-fs.ts';
import { folderWith } from '../helpers/folder.ts';

const isLinux = process.platform === 'linux';

/** A process that is gone: its number is free again, or at least not ours to signal. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'exit');
  return child.pid!;
}

function lockOf(folder: string, owner: object | string): string {
  const path = join(folder, 'lock');
  writeFileSync(path, typeof owner === 'string' ? owner : JSON.stringify(owner));
  return path;
}

test('a folder is locked by one run only, which is named', () => {
  const folder = folderWith({});
  takeLock(folder, 'out');
  expect(() => takeLock(folder, 'out')).toThrow(UsageError);
  expect(() => takeLock(folder, 'out')).toThrow(
    `another run (process ${process.pid}) writes into "out" right now`,
  );
  expect(readdirSync(folder)).toEqual(['lock']);
});

test('the lock of a process that is gone is taken over', async () => {
  const folder = folderWith({});
  const lock = lockOf(folder, { pid: await deadProcess(), began: '1', host: hostname() });
  takeLock(folder, 'out');
  expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: process.pid });
  expect(readdirSync(folder)).toEqual(['lock']);
});

test.runIf(isLinux)(
  'a process that has the number of another by now does not hold its lock',
  () => {
    const folder = folderWith({});
    lockOf(folder, { pid: process.pid, began: 'long ago', host: hostname() });
    takeLock(folder, 'out');
    expect(() => takeLock(folder, 'out')).toThrow(UsageError);
  },
);

test.runIf(isLinux)(
  'a process that was killed holds no lock though its parent has not seen it',
  async () => {
    // The shell starts a child, tells its number, and never waits for it: killed, it stays listed.
    const shell = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60']);
    try {
      const [line] = (await once(shell.stdout, 'data')) as [Buffer];
      const pid = Number(line.toString());
      const began = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]!.split(' ')[19]!;
      const folder = folderWith({});
      lockOf(folder, { pid, began, host: hostname() });
      expect(() => takeLock(folder, 'out')).toThrow(UsageError);
      process.kill(pid, 'SIGKILL');
      while (!readFileSync(`/proc/${pid}/stat`, 'latin1').includes(') Z ')) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      takeLock(folder, 'out');
      expect(existsSync(join(folder, 'lock'))).toBe(true);
    } finally {
      shell.kill('SIGKILL');
    }
  },
);

test('what is no lock of ours, such as half of one, is taken over', () => {
  for (const content of ['', '{', 'null', '{"pid":-1,"began":"","host":""}', '{"pid":1}']) {
    const folder = folderWith({});
    lockOf(folder, content);
    takeLock(folder, 'out');
    expect(readdirSync(folder)).toEqual(['lock']);
  }
});

test('a lock made on another machine is not taken over, and the hint names the file', () => {
  const folder = folderWith({});
  const lock = lockOf(folder, { pid: 1, began: '1', host: `${hostname()}-not` });
  let hint: unknown;
  try {
    takeLock(folder, 'out');
  } catch (error) {
    hint = (error as UsageError).hint;
  }
  expect(hint).toContain(lock);
  rmSync(lock);
  takeLock(folder, 'out');
});

test('a lock that is no file, and a folder that is gone, are errors that say so', () => {
  const folder = folderWith({ 'lock/inside': '' });
  expect(() => takeLock(folder, 'out')).toThrow('cannot read');
  expect(() => takeLock(join(folder, 'none'), 'out')).toThrow('cannot make');
  const taken = folderWith({ [`lock.${process.pid}/inside`]: '' });
  expect(() => takeLock(taken, 'out')).toThrow('cannot make');
  expect(readdirSync(folder)).toEqual(['lock']);
});

test.each(['renameSync', 'linkSync'] as const)(
  'a lock left behind that cannot be taken over because %s fails is an error',
  async (call) => {
    const folder = folderWith({});
    lockOf(folder, 'not a lock');
    const fault = { call, nth: 1, forGood: true, code: 'EIO', below: folder };
    await withFault(fault, () => {
      expect(() => takeLock(folder, 'out')).toThrow(OutputError);
      return Promise.resolve();
    });
    // The next run takes it over.
    takeLock(folder, 'out');
    expect(readdirSync(folder)).toEqual(['lock']);
  },
);

test('a lock that goes away while it is taken over is taken', async () => {
  const folder = folderWith({});
  lockOf(folder, 'not a lock');
  const fault = {
    call: 'renameSync',
    nth: 1,
    forGood: false,
    code: 'ENOENT',
    below: folder,
  } as const;
  await withFault(fault, () => {
    takeLock(folder, 'out');
    return Promise.resolve();
  });
  expect(readdirSync(folder)).toEqual(['lock']);
});

test('a process is told by its number and its beginning', async () => {
  expect(isRunning({ pid: process.pid, began: '' })).toBe(true);
  expect(isRunning({ pid: await deadProcess(), began: '' })).toBe(false);
  expect(exists(1)).toBe(true);
});
