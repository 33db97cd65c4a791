import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The script of the report's page: src/report/browser and what it uses of the chart library, in
 * one piece, the library's licence before it.
 *
 * @throws Error when it could not stand in a script element as it is.
 */
export async function bundledPageScript(): Promise<string> {
  const bundle = await rolldown({
    cwd: root,
    input: 'src/report/browser/main.ts',
    platform: 'browser',
    tsconfig: 'src/report/browser/tsconfig.json',
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  const library = `${root}/node_modules/chartist`;
  const { version } = JSON.parse(readFileSync(`${library}/package.json`, 'utf8')) as {
    readonly version: string;
  };
  const licence = readFileSync(`${library}/LICENSE-MIT`, 'utf8').trim();
  const script = `/* Charts: Chartist ${version}\n${licence} */\n${output[0].code}`;
  if (script.includes('</') || script.includes('<!--'))
    throw new Error('the script of the page holds what would end its element');
  return script;
}
