import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minifySync } from 'rolldown/utils';
import { manPage } from '../cli/man-page.ts';
import { jsonSchema, schemaNames } from '../schema/json-schema.ts';

/** Writes the files of the package that are made from tables of the program. */
function writeShippedFiles(): void {
  const dist = fileURLToPath(new URL('..', import.meta.url));
  mkdirSync(`${dist}/schema`, { recursive: true });
  mkdirSync(`${dist}/man`, { recursive: true });
  writeFileSync(`${dist}/man/ghirbal.1.gz`, gzipSync(manPage(), { level: 9 }));
  for (const name of schemaNames) {
    writeFileSync(`${dist}/schema/${name}.json`, `${JSON.stringify(jsonSchema(name))}\n`);
  }
}

/** Takes the white space out of the language packs, a quarter of what they would take in the package. */
function tightenPacks(): void {
  const folder = fileURLToPath(new URL('../language/', import.meta.url));
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    const { code, errors } = minifySync(name, readFileSync(folder + name, 'utf8'), {
      compress: false,
      mangle: false,
      codegen: { removeWhitespace: true },
    });
    if (errors.length > 0) throw new Error(`${name}: ${errors[0]!.message}`);
    writeFileSync(folder + name, code);
  }
}

writeShippedFiles();
tightenPacks();
