// The page around the program: it starts, rests, is crisp at every ratio, and says what is missing.
import { check, equal, test } from './support/harness.mjs';
import { contains, output, paste_and_run, settled, spoken, state } from './support/person.mjs';

const frames = (page) => page.evaluate(() => globalThis.meada.frames());
const settle = async (page) => {
    for (let last = -1, now = 0; last !== now;) {
        last = now;
        await page.waitForTimeout(400);
        now = await frames(page);
    }
};

test('the page starts and hides its notice', {}, async ({ page, open }) => {
    await open();
    check(await page.locator('#notice').isHidden(), 'the notice is still there');
    equal(await page.evaluate(() => document.documentElement.lang), 'en', 'lang');
    equal(await page.evaluate(() => document.activeElement.id), 'text', 'focus');
});

test('the page says its language', { locale: 'pt-BR' }, async ({ page, open }) => {
    await open();
    equal(await page.evaluate(() => document.documentElement.lang), 'pt-BR', 'lang');
});

test('nothing moves: no frame is drawn', {}, async ({ page, open }) => {
    await open();
    await page.mouse.move(1279, 719);
    await settle(page);
    const before = await frames(page);
    await page.waitForTimeout(10000);
    equal(await frames(page) - before, 0, 'frames in ten seconds of rest');
    await page.mouse.move(600, 300);
    await page.waitForTimeout(300);
    check(await frames(page) > before, 'moving the pointer drew nothing');
});

for (const scale of [1, 1.25, 1.5, 2, 3]) {
    test(`the canvas has every pixel at ratio ${scale}`, { scale, width: 834, height: 613 },
        async ({ page, open }) => {
            await open();
            await settle(page);
            const size = () => page.evaluate(() => {
                const canvas = document.getElementById('canvas');
                return [canvas.width, canvas.height];
            });
            equal(await size(), [Math.round(834 * scale), Math.round(613 * scale)], 'size');
            await page.setViewportSize({ width: 701, height: 450 });
            const wanted = [Math.round(701 * scale), Math.round(450 * scale)];
            for (let left = 50; left && (await size())[0] !== wanted[0]; --left)
                await page.waitForTimeout(100);
            equal(await size(), wanted, 'resized');
        });
}

test('without WebGL 2 the page says so', { locale: 'pt-BR' }, async ({ page, url, shot }) => {
    await page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto(url);
    await page.getByRole('alert').waitFor();
    check((await page.locator('#notice').innerText()).includes('WebGL 2'), 'no word of WebGL 2');
    await shot('no-webgl-pt');
});

test('without WebAssembly the page says so', {}, async ({ page, url }) => {
    await page.addInitScript(() => {
        delete globalThis.WebAssembly;
    });
    await page.goto(url);
    await page.getByRole('alert').waitFor();
    check((await page.locator('#notice').innerText()).includes('WebAssembly'), 'no word of it');
});

test('a damaged file gives a message, not a blank page', {}, async ({ page, url, errors }) => {
    await page.route('**/meada-app.wasm', (route) => route.fulfill({ body: 'not wasm' }));
    await page.goto(url);
    await page.getByRole('alert').waitFor();
    errors.length = 0;  // the browser's own report of it is expected
});

test('the tables of characters are downloaded when a script asks for a name, and not before', {},
    async ({ page, open }) => {
        const asked = [];
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await open();
        await settled(page);
        check(!asked.includes('/character_tables.bin'), 'nothing asks for names yet');
        const now = await paste_and_run(page,
            'import unicodedata\nprint(unicodedata.name("é"), "\\N{SNOWMAN}")\n');
        equal(output(now), ['LATIN SMALL LETTER E WITH ACUTE ☃'], 'what it prints');
        check(asked.includes('/character_tables.bin'), 'the tables were asked for');
    });

test('modules that few scripts import are downloaded when one does, and not before', {},
    async ({ page, open, errors }) => {
        const asked = [];
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        let online = false;
        await page.route('**/rare_modules.bin',
            (route) => online ? route.continue() : route.abort());
        await open();
        await settled(page);
        check(!asked.includes('/rare_modules.bin'), 'nothing imports them yet');
        const source = 'from pathlib import PurePath\nprint(PurePath("a") / "b.txt")\n';
        await page.evaluate((text) => { meada.load(text); meada.run(); }, source);
        await settled(page);
        contains((await state(page)).output.map((line) => line.text).join('\n'),
            "No module named 'pathlib'; the rarer ones could not be downloaded", 'the error');
        contains(await spoken(page), 'run the script again once you are online', 'what to do');
        errors.length = 0;  // the browser says that a file did not come
        online = true;
        await page.evaluate((text) => { meada.load(text); meada.run(); }, source);
        await settled(page);
        equal((await state(page)).output.map((line) => line.text), ['a/b.txt'], 'output');
    });

test('without a network a script is told that names of characters are missing, the page lives on',
    {}, async ({ page, open, errors }) => {
        await open();
        let online = false;
        await page.route('**/character_tables.bin',
            (route) => online ? route.continue() : route.abort());
        const source = 'import unicodedata\nprint(unicodedata.name("é"))\n';
        await page.evaluate((text) => { meada.load(text); meada.run(); }, source);
        await settled(page);
        contains((await state(page)).output.map((line) => line.text).join('\n'),
            'OSError: the tables of characters could not be downloaded', 'the error');
        contains(await spoken(page), 'run the script again once you are online', 'what to do');
        errors.length = 0;  // the browser says that a file did not come
        online = true;
        await page.evaluate((text) => { meada.load(text); meada.run(); }, source);
        await settled(page);
        equal((await state(page)).output.map((line) => line.text),
            ['LATIN SMALL LETTER E WITH ACUTE'], 'output');
    });

test('letters that few scripts have bring their font along, and not before', {},
    async ({ page, open, shot }) => {
        const asked = [];
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await open();
        await settled(page);
        check(!asked.includes('/rare.font'), 'nothing needs it yet');
        const source = 'α, β = "Ωμέγα", "Привет"\nprint(α, β, "→ ✓ ═ ± ż")\n';
        const come = page.waitForResponse((answer) => answer.url().endsWith('/rare.font'));
        await page.evaluate((text) => { meada.load(text); meada.run(); }, source);
        check((await come).ok(), 'the font came');
        await settled(page);
        await shot('rare-letters');
    });
