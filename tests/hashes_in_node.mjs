// `meada trace FILE --hash` of the web build for many files in one process: node
// tests/hashes_in_node.mjs, then paths on standard input, a line each; a line of JSON answers each:
// {out, err, status}. Every file gets an instance of its own of the module, which is compiled once:
// that takes longer than most scripts run.
import fs, { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const folder = fileURLToPath(new URL('../build/web/', import.meta.url));
const require = createRequire(import.meta.url);
const compiled = new WebAssembly.Module(readFileSync(`${folder}meada-command.wasm`));
const program = new Script(`(function (Module, require, __dirname, module) {
${readFileSync(`${folder}meada-command.js`, 'utf8')}
})`, { filename: 'meada-command.js' }).runInThisContext();

function run(path) {
    const answer = { out: '', err: '', status: -1 };
    const writeSync = (fd, bytes, from, length, at) => {
        if (fd !== 1 && fd !== 2) return fs.writeSync(fd, bytes, from, length, at);
        const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        answer[fd === 1 ? 'out' : 'err'] += text.subarray(from, from + length).toString();
        return length;
    };
    const readSync = (fd, ...rest) => (fd === 0 ? 0 : fs.readSync(fd, ...rest));  // nobody types
    const closeSync = (fd) => fd > 2 && fs.closeSync(fd);  // at its end it closes all that it has
    const files = { ...fs, readSync, writeSync, closeSync };
    const Module = {
        arguments: ['trace', path, '--hash'],
        thisProgram: 'meada',
        instantiateWasm: (imports, done) => done(new WebAssembly.Instance(compiled, imports)),
        onExit: (status) => { answer.status = status; },
    };
    try {
        program(Module, (name) => (name === 'fs' ? files : require(name)), folder, {});
    } catch (error) {
        answer.err += String(error);
    }
    return answer;
}


for await (const path of createInterface({ input: process.stdin }))
    console.log(JSON.stringify(run(path)));
