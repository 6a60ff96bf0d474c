// Runs tests/browser/*_test.mjs in Chromium against build/web, one browser for all, a fresh
// context for each test: node tests/browser/run.mjs [WORD…] runs those whose name has a word.
// Screenshots go to build/screenshots. MEADA_PLAYWRIGHT: the folder with node_modules.
import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { close, tests, run_test } from './support/harness.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const words = process.argv.slice(2);
mkdirSync(join(here, '../../build/screenshots'), { recursive: true });

for (const file of readdirSync(here).filter((name) => name.endsWith('_test.mjs')).sort())
    await import(pathToFileURL(join(here, file)));

let passed = 0;
let failed = 0;
for (const test of tests) {
    if (words.length && !words.some((word) => test.name.includes(word))) continue;
    if (await run_test(test)) ++passed;
    else ++failed;
}
await close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
