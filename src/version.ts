import { createRequire } from 'node:module';

/** Version of the package, from its manifest, which lies beside `src` and `dist`. */
export const version: string = (
  createRequire(import.meta.url)('../package.json') as { readonly version: string }
).version;
