// Runs tests/browser/*_test.mjs in Chromium against build/web, a fresh context for each test:
// node tests/browser/run.mjs [WORD…] runs those whose name has a word. Screenshots go to
// build/screenshots. MEADA_PLAYWRIGHT: the folder with node_modules.
//
// Without words two processes share the tests, each with a browser of its own: a page leaves a
// second core idle. Those that measure how fast the page answers (`alone`) come after them.
import { fork } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { close, tests, run_test } from './support/harness.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const lane_count = 2;
const words = process.argv.slice(2);
const lane = process.env.MEADA_BROWSER_LANE;
mkdirSync(join(here, '../../build/screenshots'), { recursive: true });

for (const file of readdirSync(here).filter((name) => name.endsWith('_test.mjs')).sort())
    await import(pathToFileURL(join(here, file)));

const sum = { passed: 0, failed: 0 };
async function run(chosen) {
    for (const test of chosen) ++sum[await run_test(test) ? 'passed' : 'failed'];
    await close();
}

// What a lane did not report of its share, because it died, has failed.
const run_lane = (number) => new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), [],
        { env: { ...process.env, MEADA_BROWSER_LANE: String(number) } });
    let told = { passed: 0, failed: shares[number].length };
    child.on('message', (message) => { told = message; });
    child.on('exit', () => resolve(told));
});

const together = tests.filter((test) => !test.options.alone);
const shares = Array.from({ length: lane_count },
    (_, number) => together.filter((_test, index) => index % lane_count === number));

if (lane) {
    await run(shares[Number(lane)]);
    process.send(sum, () => process.exit(0));
} else {
    if (words.length) {
        await run(tests.filter((test) => words.some((word) => test.name.includes(word))));
    } else {
        for (const told of await Promise.all(shares.map((_, number) => run_lane(number)))) {
            sum.passed += told.passed;
            sum.failed += told.failed;
        }
        await run(tests.filter((test) => test.options.alone));
    }
    console.log(`${sum.passed} passed, ${sum.failed} failed`);
    process.exit(sum.failed ? 1 : 0);
}
