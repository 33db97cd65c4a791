import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
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

writeShippedFiles();
