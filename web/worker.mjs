// The worker: an engine of its own that is sent packed runs and goes on with them, in a browser's
// Web Worker and in a thread of Node.
//
//   message {id, run: Uint8Array}  ->  {id, answer: {trace_hash, …} or {error}}
import create from './meada-worker.mjs';

const in_browser = typeof self !== 'undefined' && typeof self.postMessage === 'function';
const port = in_browser ? self : (await import('node:worker_threads')).parentPort;
const module = await create();

function finish(run) {
    const at = module._malloc(run.length);
    module.HEAPU8.set(run, at);
    const answer = JSON.parse(module.UTF8ToString(module._meada_worker_finish(at, run.length)));
    module._free(at);
    return answer;
}

function receive({ id, run }) {
    port.postMessage({ id, answer: finish(run) });
}

if (in_browser) port.onmessage = (event) => receive(event.data);
else port.on('message', receive);
port.postMessage({ id: 'ready' });
