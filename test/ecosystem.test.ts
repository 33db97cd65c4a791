import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleSchemas } from '../src/settings.ts';
import { folderWith, pageAbout } from './helpers/folder.ts';
import { runTool } from './helpers/run-tool.ts';

/**
 * The output in the tools it is meant for, where a Python has them: `PYTHON` names one, else
 * `python3` is tried. Without it these tests are skipped.
 */
const python = process.env['PYTHON'] ?? 'python3';

function has(modules: string): boolean {
  return spawnSync(python, ['-c', `import ${modules}`]).status === 0;
}

/** Runs a program in a folder and gives what it printed as JSON. */
function printedBy(program: string, folder: string): unknown {
  const { stdout, stderr, status } = spawnSync(python, ['-c', program], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      HF_HOME: join(folder, 'hf'),
      HF_HUB_OFFLINE: '1',
      HF_HUB_DISABLE_PROGRESS_BARS: '1',
    },
  });
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}

/** Articles whose lists are empty for the first ten megabytes, where readers look for types. */
function lateLists(): string {
  const early = { text: `${'word '.repeat(200)}\n`.repeat(40), extra: { deep: [] as string[] } };
  const lines = Array.from({ length: 300 }, () => JSON.stringify(early));
  lines.push(JSON.stringify({ text: 'A short one.', tags: ['late'], extra: { deep: ['x'] } }));
  return `${lines.join('\n')}\n`;
}

describe.skipIf(!has('datasets'))('Hugging Face datasets', () => {
  test.each(articleSchemas)(
    'loads an output folder with --schema %s',
    { timeout: 180_000 },
    (schema) => {
      const folder = folderWith({ 'in.jsonl': lateLists() });
      const args = ['dedupe', 'in.jsonl', '-o', 'out', '-q', '--schema', schema, '--annotate'];
      expect(runTool(args, { cwd: folder }).code).toBe(0);
      const program = `
import json
from datasets import load_dataset
articles = load_dataset("./out")["train"]
groups = load_dataset("./out", "clusters")["train"]
last = articles[articles.num_rows - 1]
print(json.dumps([articles.num_rows, last, groups.num_rows, groups[0]["size"]]))`;
      const [rows, last, groups, size] = printedBy(program, folder) as [
        number,
        Record<string, unknown>,
        number,
        number,
      ];
      expect([rows, groups, size]).toEqual([301, 1, 300]);
      const metadata = (last['metadata'] ?? last) as { extra: unknown; tags?: unknown };
      expect(metadata.extra).toEqual({ deep: ['x'] });
      expect(last['tags'] ?? metadata.tags).toEqual(['late']);
    },
  );

  test('loads shards and Parquet', { timeout: 180_000 }, () => {
    const folder = folderWith({ 'in/a.txt': pageAbout('Norwich'), 'in/b.txt': pageAbout('Dover') });
    for (const args of [
      ['-o', 'shards', '--shard-size', '1', '--output-format', 'jsonl.gz'],
      ['-o', 'parquet', '--output-format', 'parquet'],
    ]) {
      expect(runTool(['in', '-q', '--no-dedupe', ...args], { cwd: folder }).code).toBe(0);
    }
    const program = `
import json
from datasets import load_dataset
print(json.dumps([load_dataset(name)["train"]["id"][:] for name in ("./shards", "./parquet")]))`;
    expect(printedBy(program, folder)).toEqual([
      ['a.txt', 'b.txt'],
      ['a.txt', 'b.txt'],
    ]);
  });
});

describe.skipIf(!has('datatrove, orjson'))('datatrove', () => {
  test.each(['full', 'datatrove'])(
    'reads articles with --schema %s',
    { timeout: 120_000 },
    (schema) => {
      const folder = folderWith({ 'in/a.txt': pageAbout('Norwich') });
      expect(runTool(['in', '-o', 'out', '-q', '--schema', schema], { cwd: folder }).code).toBe(0);
      const program = `
import json
from datatrove.pipeline.readers import JsonlReader
documents = list(JsonlReader("out", glob_pattern="cleaned*.jsonl").run())
print(json.dumps([[d.id, len(d.text), d.metadata["title"] if "title" in d.metadata else ""] for d in documents]))`;
      const [[id, length, title]] = printedBy(program, folder) as [[string, number, string]];
      expect([id, title]).toEqual([
        'a.txt',
        'Council of Norwich agrees on the new plan for the harbour',
      ]);
      expect(length).toBeGreaterThan(400);
    },
  );
});

const root = fileURLToPath(new URL('..', import.meta.url));
const recipes = [
  ...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```python\n([\s\S]*?)```/gu),
].map(([, recipe]) => recipe!);

test('the README has recipes for all three', () => {
  expect(recipes).toHaveLength(3);
});

describe.each(recipes)('%s', (recipe) => {
  const [, module] = /^(?:from|import) (\w+)/u.exec(recipe) ?? [];
  test.skipIf(!has(module === 'datatrove' ? 'datatrove, orjson' : module!))(
    'the recipe runs',
    { timeout: 120_000 },
    () => {
      const page = pageAbout('Norwich');
      const folder = folderWith({ 'in/a.txt': page, 'in/b.txt': page });
      expect(runTool(['in', '-o', 'out', '-q'], { cwd: folder }).code).toBe(0);
      expect(printedBy(`${recipe}\nprint("\\ntrue")`, folder)).toBe(true);
    },
  );
});

describe.skipIf(!has('duckdb'))('DuckDB', () => {
  test('reads JSON lines and Parquet with the same types and values', { timeout: 120_000 }, () => {
    const folder = folderWith({ 'in/a.txt': pageAbout('Norwich'), 'in/b.txt': pageAbout('Dover') });
    for (const name of ['x.jsonl', 'x.parquet']) {
      const args = ['in', '-o', name, '-q', '--no-dedupe', '--schema', 'flat'];
      expect(runTool(args, { cwd: folder }).code).toBe(0);
    }
    const program = `
import json, duckdb
query = "select id, text, title, tags, words, cluster_size, len(embedded) from '%s' order by id"
both = [duckdb.sql(query % name) for name in ("x.jsonl", "x.parquet")]
print(json.dumps([[list(map(str, each.types)), each.fetchall()] for each in both]))`;
    const [lines, parquet] = printedBy(program, folder) as [
      [string[], unknown],
      [string[], unknown],
    ];
    expect(parquet[1]).toEqual(lines[1]);
    // A list that is empty in all rows has no type of its own in JSON.
    const types = ['VARCHAR', 'VARCHAR', 'VARCHAR', 'VARCHAR[]', 'BIGINT', 'BIGINT', 'BIGINT'];
    expect(parquet[0]).toEqual(types);
    expect(lines[0].toSpliced(3, 1)).toEqual(types.toSpliced(3, 1));
  });
});
