// Writes src/report/html/page-script-data.ts, the script of report.html, from src/report/browser:
//   npm run build && node dist/build/write-page-script.js
import { writeFileSync } from 'node:fs';
import { bundledPageScript } from './page-script.ts';

const script = await bundledPageScript();
writeFileSync(
  new URL('../../src/report/html/page-script-data.ts', import.meta.url),
  `// Written by src/build/write-page-script.ts from src/report/browser. Do not edit by hand.
/** The script of report.html. */
/* prettier-ignore */
export const pageScript: string =
${JSON.stringify(script)};
`,
);
