// A small static server for the built page, on localhost only: node web/serve.mjs FOLDER [PORT]
// Without a port: 8100 or the next free one. Prints the address once it answers.
// Where the build has compressed a file (FILE.br, FILE.gz), a browser that takes it gets that.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
    '.html': 'text/html; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.json': 'application/json',
    '.wasm': 'application/wasm',
    '.ttf': 'font/ttf',
    '.svg': 'image/svg+xml',
    '.py': 'text/plain; charset=utf-8',
};
const encodings = { br: '.br', gzip: '.gz' };  // the smaller first
const [folder, chosen] = process.argv.slice(2);
let port = Number(chosen ?? 8100);

// The size of a file of the folder; -1: there is none.
function size_of(file) {
    try {
        const found = statSync(file);
        return found.isFile() && file.startsWith(folder) ? found.size : -1;
    } catch {
        return -1;
    }
}

const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    if (size_of(file) < 0) {
        response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
        return;
    }
    const taken = (request.headers['accept-encoding'] ?? '').split(/[,;\s]+/);
    const encoding = Object.keys(encodings)
        .find((name) => taken.includes(name) && size_of(file + encodings[name]) >= 0);
    const sent = encoding ? file + encodings[encoding] : file;
    response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-length': size_of(sent),
        'cache-control': 'no-cache',
        vary: 'accept-encoding',
        ...(encoding && { 'content-encoding': encoding }),
    });
    createReadStream(sent).pipe(response);
});
server.on('error', (error) => {
    if (error.code === 'EADDRINUSE' && chosen === undefined && port < 8200) {
        server.listen(++port, '127.0.0.1');
        return;
    }
    console.error(error.code === 'EADDRINUSE'
        ? `port ${port} is taken: choose another with --port N` : error.message);
    process.exit(1);
});
server.on('listening', () =>
    console.log(`Meada is at http://localhost:${server.address().port}/  (Ctrl+C ends)`));
server.listen(port, '127.0.0.1');
