// What a first visit costs, in Chromium with nothing cached: compressed bytes, and the time to the
// first frame that a person can act on, beside what Pyodide's loadPyodide takes there.
//
//   node tests/bench/cold_start.mjs [ROUNDS]
//
// Needs build/web, and Pyodide in the peers' folder (MEADA_PEERS). Status 1: a target is missed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { close, launch, serve } from '../browser/support/harness.mjs';

const bytes_max = 1.2e6;
const rounds = Number(process.argv[2] ?? 7);
const pyodide = join(process.env.MEADA_PEERS ?? `${process.env.HOME}/.cache/meada-peers`,
    'npm/node_modules/pyodide');
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

// Bytes as they come over the wire, headers too, by file.
async function count_bytes(page, by_file) {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    const names = new Map();
    devtools.on('Network.requestWillBeSent', ({ requestId, request }) =>
        names.set(requestId, new URL(request.url).pathname));
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
        by_file.set(names.get(requestId), encodedDataLength));
}

// From the start of the navigation to a frame that the app has drawn, its example's run in it.
async function open_meada(page, address) {
    await page.addInitScript(() => {
        const look = () => {
            if (!globalThis.meada || meada.frames() === 0) return requestAnimationFrame(look);
            globalThis.first_frame_ms = performance.now();
        };
        look();
    });
    await page.goto(address);
    await page.waitForFunction(() => globalThis.first_frame_ms);
    return page.evaluate(() => first_frame_ms);
}

// Only loadPyodide itself; its script is there before.
async function open_pyodide(page, address) {
    await page.goto(`${address}package.json`);
    return page.evaluate(async () => {
        const { loadPyodide } = await import('/pyodide.mjs');
        const from = performance.now();
        await loadPyodide({ indexURL: '/' });
        return performance.now() - from;
    });
}

const browser = await launch();
async function visit(open, folder, by_file) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    if (by_file) await count_bytes(page, by_file);
    const time = await open(page, await serve(folder));
    await page.waitForTimeout(200);  // what is told of the last file comes behind it
    await context.close();
    return time;
}

const by_file = new Map();
await visit(open_meada, undefined, by_file);
const bytes = [...by_file.values()].reduce((sum, size) => sum + size, 0);
for (const [file, size] of by_file) console.log(`${String(size).padStart(9)} bytes  ${file}`);
let missed = bytes > bytes_max;
console.log(`${String(bytes).padStart(9)} bytes in all  (at most ${bytes_max}) ` +
    (missed ? 'MISSED' : 'reached'));

const has_peer = existsSync(join(pyodide, 'pyodide.mjs'));
if (!has_peer) console.log(`no Pyodide at ${pyodide}: nothing to compare with`);
const own = [], peer = [];
for (let round = 0; round < rounds; ++round) {
    own.push(await visit(open_meada));
    if (has_peer) peer.push(await visit(open_pyodide, pyodide));
}
console.log(`first frame  ${median(own).toFixed(0)} ms`);
if (has_peer) {
    const late = median(own) > median(peer);
    missed ||= late;
    console.log(`loadPyodide  ${median(peer).toFixed(0)} ms  ` + (late ? 'MISSED' : 'reached'));
}
await browser.close();
await close();
process.exit(missed ? 1 : 0);
