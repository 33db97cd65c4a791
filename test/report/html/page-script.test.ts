import { expect, test } from 'vitest';
import { bundledPageScript } from '../../../src/build/page-script.ts';
import { pageScript } from '../../../src/report/html/page-script-data.ts';

test('the script of the page is what its sources and the chart library give', async () => {
  // When this fails, a source was changed: run dist/build/write-page-script.js after a build.
  expect(pageScript).toBe(await bundledPageScript());
});

test('the licence of the chart library stands in the script', () => {
  expect(pageScript).toMatch(/^\/\* Charts: Chartist [\d.]+\nCopyright/u);
  expect(pageScript).toContain('The above copyright notice');
});
