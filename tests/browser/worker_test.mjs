// A run saved by the desktop build goes on in a Web Worker of the page, to the same final hash.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { equal, test } from './support/harness.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const meada = join(root, 'build/headless/meada');
const scripts = ['queue/several_workers_share_the_work', 'asyncio/gather_order_of_results',
    'lifetime/generator_kept_by_name'];

// The worker's answer to a packed run, or to bytes that are none.
function send(page, bytes) {
    return page.evaluate((text) => new Promise((resolve, reject) => {
        const run = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        const worker = new Worker('worker.mjs', { type: 'module' });
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = ({ data }) => {
            if (data.id === 'ready') return worker.postMessage({ id: 1, run }, [run.buffer]);
            worker.terminate();
            return resolve(data.answer);
        };
    }), bytes.toString('base64'));
}

test('a run moves into a Web Worker', {}, async ({ page, open }) => {
    const folder = mkdtempSync(join(tmpdir(), 'meada-'));
    try {
        await open();
        for (const name of scripts) {
            const script = join(root, `tests/conformance/${name}.py`);
            const saved = join(folder, 'saved');
            const hash = execFileSync(meada, ['trace', script, '--hash']).toString().trim();
            execFileSync(meada, ['save', script, '--instruction', '41', '--out', saved]);
            const answer = await send(page, readFileSync(saved));
            equal(answer.trace_hash, hash, name);
        }
        equal((await send(page, Buffer.from('nonsense'))).error, 'snapshot_damaged', 'nonsense');
    } finally {
        rmSync(folder, { recursive: true });
    }
});
