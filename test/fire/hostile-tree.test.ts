import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../src/prepare-page.ts';
import { listNames, type Report } from '../../src/report/report.ts';
import { pathText } from '../../src/run/input-list.ts';
import { type HostileEntry, makeHostileTree } from '../helpers/hostile-tree.ts';
import { runTool, type ToolRun } from '../helpers/run-tool.ts';

const mostMegabytes = 512;
/** A busy machine takes long for it; alone it takes five seconds. */
const mostMilliseconds = 240_000;

/** What moves a cursor, turns text around or ends a line where none should end. */
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

interface Row {
  readonly id: string;
  readonly source: string;
  readonly line: number;
  readonly message: string;
}

const work = mkdtempSync(join(tmpdir(), 'ghirbal-fire-'));
const tree = join(work, 'tree');
let entries: readonly HostileEntry[] = [];
let run: ToolRun = { code: null, stdout: '', stderr: '' };
let before = '';

function file(name: string): string {
  return readFileSync(join(work, 'out', name), 'utf8');
}

function rows(name: string): readonly (Row & Article)[] {
  const lines = file(`${name}.jsonl`).split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Row & Article);
}

/** Names, kinds, sizes and times of all that lies in a folder. */
function stateOf(folder: Buffer): string {
  const states = readdirSync(folder, { encoding: 'buffer' }).map((name) => {
    const path = Buffer.concat([folder, Buffer.from('/'), name]);
    const status = lstatSync(path);
    const { mode, size, mtimeMs, ctimeMs } = status;
    const inner = status.isDirectory() ? stateOf(path) : '';
    return `${name.toString('hex')} ${mode} ${size} ${mtimeMs} ${ctimeMs} ${inner}\n`;
  });
  return createHash('sha256').update(states.join('')).digest('hex');
}

/** Told by the tool's own process when it ends: the most memory it held, in kilobytes. */
const tellPeak = `--import=data:text/javascript,${encodeURIComponent(
  `import{writeFileSync}from'node:fs';import{isMainThread}from'node:worker_threads';` +
    `if(isMainThread)process.on('exit',()=>writeFileSync(${JSON.stringify(join(work, 'peak'))},` +
    `String(process.resourceUsage().maxRSS)))`,
)}`;

beforeAll(() => {
  entries = makeHostileTree(tree);
  before = stateOf(Buffer.from(tree));
  run = runTool(['tree', '-o', 'out', '-j', '2'], {
    cwd: work,
    env: { NODE_OPTIONS: tellPeak },
    timeout: mostMilliseconds,
  });
}, 2 * mostMilliseconds);

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('a tree made to break the tool', () => {
  test('ends with exit code 3, in time, and within memory', () => {
    expect(run.code).toBe(3);
    expect(Number(readFileSync(join(work, 'peak'), 'utf8')) / 1024).toBeLessThan(mostMegabytes);
  });

  test('every entry is where it belongs, exactly once', () => {
    const places = new Map<string, string[]>();
    for (const list of ['cleaned', 'removed', 'rejected', 'problems']) {
      for (const row of rows(list)) {
        const name = list === 'problems' ? row.source : (row.metadata?.path ?? row.source);
        places.set(name, [...(places.get(name) ?? []), list]);
      }
    }
    const wrong = entries.flatMap(({ name, fate }) => {
      const path = pathText(Buffer.concat([Buffer.from('tree/'), name]));
      const found = places.get(path) ?? [];
      const isRight = {
        kept: found.length > 0 && found.every((list) => list === 'cleaned'),
        rejected: found.join() === 'rejected',
        reported: found.includes('problems') && !found.includes('rejected'),
        accounted: found.length === 1,
        passed: found.length === 0,
      }[fate];
      return isRight ? [] : [`${path}: ${fate}, but ${found.join() || 'nowhere'}`];
    });
    expect(wrong).toEqual([]);
    expect(new Set(entries.map(({ name }) => pathText(name))).size).toBe(entries.length);
  });

  test('records beside a bad one come out, and the bad one is named by its line', () => {
    const ids = new Set(rows('cleaned').map(({ id }) => id));
    const bad = rows('problems').filter(({ source }) => source.startsWith('tree/records-'));
    expect(bad.length).toBe(12);
    expect(bad.every(({ line }) => line === 2)).toBe(true);
    for (let at = 0; at < bad.length; at++) {
      expect(ids).toContain(`good-${at}-0`);
      expect(ids).toContain(`good-${at}-1`);
    }
  });

  test('keys and words such as __proto__ are data like any other', () => {
    const ids = rows('cleaned').map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['__proto__', 'constructor', 'prototype']));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('counts add up', () => {
    const report = JSON.parse(file('report.json')) as Report;
    const { inputs, cleaned, removed, rejected, problems } = report.totals;
    for (const unit of ['documents', 'bytes', 'lines', 'blocks'] as const) {
      const sum = cleaned[unit] + removed[unit] + rejected[unit] + problems[unit];
      expect(sum).toBe(inputs[unit]);
    }
    for (const list of listNames) {
      expect(file(`${list}.jsonl`).split('\n').length - 1).toBe(report.lists[list].lines);
      const sum = createHash('sha256').update(readFileSync(join(work, 'out', `${list}.jsonl`)));
      expect(sum.digest('hex')).toBe(report.lists[list].sha256);
    }
    expect(report.passed.links).toBe(entries.filter(({ fate }) => fate === 'passed').length);
  });

  test('nothing that is written or said can move a cursor, turn a line or run', () => {
    for (const name of [
      ...listNames.map((list) => `${list}.jsonl`),
      'report.json',
      'report.html',
    ]) {
      expect(`${name} ${unsafe.exec(file(name))?.[0] ?? 'safe'}`).toBe(`${name} safe`);
    }
    expect(unsafe.exec(run.stderr)).toBeNull();
    expect(run.stdout).toBe('');
    expect(file('report.html')).not.toMatch(/<img src=x|<script>alert/u);
  });

  test('each unusable input has one line that names it', () => {
    const lines = run.stderr.split('\n').filter((line) => line.startsWith('ghirbal: "tree'));
    const { problems } = (JSON.parse(file('report.json')) as Report).totals;
    expect(lines.length).toBe(problems.documents);
    expect(run.stderr).toContain(
      `ghirbal: ${entries.filter(({ fate }) => fate === 'passed').length} symbolic links were not followed`,
    );
  });

  test('nothing is read from outside, nothing is written to the input', () => {
    const text = listNames.map((list) => file(`${list}.jsonl`)).join('');
    expect(text).not.toContain('root:x:0:');
    expect(stateOf(Buffer.from(tree))).toBe(before);
    expect(readdirSync(work).sort()).toEqual(['out', 'peak', 'tree']);
    expect(existsSync(join(work, 'owned'))).toBe(false);
  });
});
