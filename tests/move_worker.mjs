// node tests/move_worker.mjs SAVED: sends a saved run to a worker thread; prints its final hash.
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const run = new Uint8Array(readFileSync(process.argv[2]));
const worker = new Worker(new URL('../build/web/worker.mjs', import.meta.url));
worker.on('message', ({ id, answer }) => {
    if (id === 'ready') {
        worker.postMessage({ id: 1, run }, [run.buffer]);
        return;
    }
    console.log(answer.trace_hash ?? answer.error);
    process.exit(answer.error ? 1 : 0);
});
worker.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
});
