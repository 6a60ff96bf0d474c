// What browser tests share: a server of build/web, one Chromium, `test(name, options, body)`.
//
//   test('a page rests', { scale: 2 }, async ({ page, open, shot }) => { … });
//
// options: width, height (points), scale (device pixel ratio), locale, dark, touch, permissions,
// args (more flags: the test gets a browser of its own). `open(fragment)` loads the page and waits
// for window.meada; `shot(name)` writes build/screenshots/NAME.png.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const home = process.env.MEADA_PLAYWRIGHT ?? `${process.env.HOME}/.cache/meada/browser`;
const { chromium } = createRequire(`${home}/`)('playwright-core');

// WebGL 2 without a graphics card, and no look-ups that cannot be answered.
const flags = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const executablePath = process.env.MEADA_CHROMIUM ?? '/usr/bin/chromium';

export const tests = [];
export function test(name, options, body) {
    tests.push({ name, options, body });
}

// Says where two long values part, not all of them.
export function equal(got, expected, what = 'value') {
    const [left, right] = [JSON.stringify(got), JSON.stringify(expected)];
    if (left === right) return;
    let at = 0;
    while (left?.[at] === right?.[at]) ++at;
    const part = (text = 'undefined') => (at > 60 ? '…' : '') +
        text.slice(at > 60 ? at - 40 : 0, at + 200) + (text.length > at + 200 ? '…' : '');
    throw new Error(`${what}: got ${part(left)}, expected ${part(right)}`);
}
export function check(condition, what) {
    if (!condition) throw new Error(what);
}

let browser = null;
const servers = new Map();  // folder -> { server, address }

// The address at which a folder is served, as people serve the page.
export async function serve(folder = join(root, 'build/web')) {
    if (!servers.has(folder)) {
        const server = spawn('node', [join(root, 'web/serve.mjs'), folder, '0'],
            { stdio: ['ignore', 'pipe', 'inherit'] });
        const address = await new Promise((resolve, reject) => {
            server.stdout.on('data', (data) => {
                const found = /http:\/\/\S+/.exec(String(data));
                if (found) resolve(found[0]);
            });
            server.on('exit', () => reject(new Error('the server ended')));
        });
        servers.set(folder, { server, address });
    }
    return servers.get(folder).address;
}

export const launch = (args = []) =>
    chromium.launch({ executablePath, args: [...flags, ...args] });

export async function close() {
    await browser?.close();
    for (const { server } of servers.values()) server.kill();
}

async function run_in(context, errors, { name, body }) {
    const page = await context.newPage();
    page.setDefaultTimeout(30000);
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
    });
    const url = await serve();
    const open = async (fragment = '') => {
        await page.goto(url + (fragment ? `#${fragment}` : ''));
        await page.waitForFunction(() => globalThis.meada);
    };
    // Without a GPU process Chromium sometimes has no frame to capture yet, and says so; the next
    // time it has.
    const shot = async (shotName) => {
        const picture = { path: join(root, `build/screenshots/${shotName}.png`) };
        for (let left = 3; ; --left) {
            try {
                return await page.screenshot(picture);
            } catch (error) {
                if (left === 0 || !error.message.includes('Unable to capture')) throw error;
                await page.waitForTimeout(500);
            }
        }
    };
    try {
        await body({ page, context, url, open, shot, errors });
        if (errors.length) throw new Error(`the page reported: ${errors.join('; ')}`);
    } catch (error) {
        await shot(`failed-${name.replace(/\W+/g, '-')}`).catch(() => {});
        throw error;
    }
}

// The page in a profile of its own, as another person has it. Close its context.
export async function fresh_page(context, address_there, options = {}) {
    const own = await context.browser().newContext({ viewport: { width: 1280, height: 720 },
        ...options });
    const page = await own.newPage();
    await page.goto(address_there);
    await page.waitForFunction(() => globalThis.meada);
    return page;
}

export async function run_test(one) {
    const { options } = one;
    const from = Date.now();
    const own = options.args ? await launch(options.args) : null;
    browser ??= await launch();
    const context = await (own ?? browser).newContext({
        viewport: { width: options.width ?? 1280, height: options.height ?? 720 },
        deviceScaleFactor: options.scale ?? 1,
        hasTouch: options.touch ?? false,
        locale: options.locale ?? 'en-US',
        colorScheme: options.dark ? 'dark' : 'light',
        permissions: options.permissions ?? ['clipboard-read', 'clipboard-write'],
    });
    let reason = '';
    try {
        await run_in(context, [], one);
    } catch (error) {
        reason = error.message.split('\n').slice(0, 6).join('\n    ');
    }
    await context.close();
    await own?.close();
    console.log(`${reason ? 'FAILED' : 'passed'}  ${one.name} (${Date.now() - from} ms)` +
        (reason ? `\n    ${reason}` : ''));
    return !reason;
}
