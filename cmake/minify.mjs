// Shortens the names in FILE.mjs, in place: node minify.mjs FILE. The library terser does it, where
// node finds one (cmake/setup installs it); without it the page is 6 KB larger.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [file] = process.argv.slice(2);
let terser = null;
try {
    terser = createRequire(import.meta.url)('terser');
} catch {
    console.log('no terser: the page\'s names stay long');
}
if (terser) {
    const options = { module: true, compress: { passes: 2 }, mangle: true };
    writeFileSync(file, (await terser.minify(readFileSync(file, 'utf8'), options)).code);
}
