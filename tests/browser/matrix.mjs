// Pictures to look at: five scripts in every size of window, both languages and themes, and the
// page's dialogs; as files and, many at once, as sheets. Judges nothing: people do, with the list
// of questions of the design.
//
//   node tests/browser/matrix.mjs [WORD…]     only pictures whose name has one of the words
//
// Needs build/web; writes build/screenshots/matrix.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { close, launch, serve } from './support/harness.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const out = join(root, 'build/screenshots/matrix');
const words = process.argv.slice(2);
const scripts = ['gather', 'lost_update', 'deadlock', 'picture', 'generators'];
const sizes = { small: [1280, 720], large: [1920, 1080], tablet: [1024, 768], tall: [820, 1180] };
const looks = [['en', 'light'], ['en', 'dark'], ['pt-BR', 'light'], ['pt-BR', 'dark']];
const touches = ['tablet', 'tall'];
const source_of = (script, locale) => readFileSync(join(root, 'src/scenario/examples',
    locale === 'pt-BR' ? 'pt' : '', `${script}.py`), 'utf8');

async function rest(page) {
    await page.waitForFunction(() => globalThis.meada && meada.rests(), null, { polling: 100 });
    await page.waitForTimeout(300);
}

// What is opened over the page, each from the page as a first visitor or as one who ran a script.
const dialogs = {
    first_visit: { first: true },
    tour: { open: async (page) => page.keyboard.press('F1', { delay: 50 }) },
    palette: { open: async (page) => page.keyboard.press('Control+k', { delay: 50 }) },
    machine: { open: async (page) => command(page, 'machine') },
    find: { open: async (page) => { await command(page, 'find'); } },
    orders: { script: 'lost_update', open: async (page) => command(page, 'every_order') },
    compare: { script: 'picture', open: async (page) => command(page, 'compare') },
    link: { open: async (page) => command(page, 'share') },
    empty: { source: '' },
    broken: { source: '', open: async (page) => {
        await command(page, 'new_script');
        await rest(page);
        await page.keyboard.type('import asyncio\nasync def main(:\n');
    } },
    plain: { source: 'total = 0\nfor n in range(5):\n    total += n\nprint(total)\n' },
    end: { script: 'generators', open: async (page) => page.keyboard.press('End') },
};
async function command(page, name) {
    await page.evaluate((each) => meada.call('command', { name: each }), name);
}

async function picture(browser, url, name, { size, locale, theme, script, dialog = {} }) {
    const [width, height] = sizes[size];
    const touch = touches.includes(size);
    const context = await browser.newContext({ viewport: { width, height }, locale,
        hasTouch: touch, colorScheme: theme, permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    if (!dialog.first) await page.addInitScript(() => localStorage.setItem('meada.visited', '1'));
    await page.goto(url);
    await rest(page);
    const source = dialog.source ?? source_of(script, locale);
    if (!dialog.first) {
        await page.evaluate((text) => { meada.load(text); if (text) meada.run(); }, source)
            .catch(() => {});  // a broken script says so on the page
        await rest(page);
        const length = await page.evaluate(() => meada.place().end_instruction);
        if (script !== 'deadlock' && script && length > 0) {
            // The slider's middle: on a narrow page it has a row of its own.
            await page.mouse.click(width * 0.5, height - (width < 900 ? 80 : 28));
            await rest(page);
        }
        await dialog.open?.(page);
        await rest(page);
    }
    await page.screenshot({ path: join(out, `${name}.png`) });
    await context.close();
}

// Several pictures beside and under each other.
async function sheet(browser, name, files, columns) {
    const page = await browser.newPage({ viewport: { width: 1900, height: 1000 } });
    const images = files.map((file) => {
        const bytes = readFileSync(join(out, file)).toString('base64');
        return `<figure><img src="data:image/png;base64,${bytes}">` +
            `<figcaption>${file}</figcaption></figure>`;
    });
    await page.setContent(`<style>body{margin:4px;display:grid;gap:6px;font:12px sans-serif;
        grid-template-columns:repeat(${columns},1fr)}img{width:100%}figure{margin:0}</style>` +
        images.join(''));
    await page.screenshot({ path: join(out, `sheet-${name}.png`), fullPage: true });
    await page.close();
}

mkdirSync(out, { recursive: true });
const url = await serve();
const browser = await launch();
const wanted = [];
for (const size of Object.keys(sizes))
    for (const [locale, theme] of looks)
        for (const script of scripts)
            wanted.push([`${size}-${locale}-${theme}-${script}`, { size, locale, theme, script }]);
for (const [name, dialog] of Object.entries(dialogs))
    for (const [kind, size, theme] of [['dialog', 'small', 'dark'], ['touch', 'tall', 'light']])
        wanted.push([`${kind}-${name}`, { size, locale: 'pt-BR', theme,
            script: dialog.script ?? 'gather', dialog }]);
const chosen = wanted.filter(([name]) =>
    !words.length || words.some((word) => name.includes(word)));
for (const [name, options] of chosen) {
    await picture(browser, url, name, options).catch((error) => console.log(name, error.message));
    console.log(name);
}
const made = new Set(readdirSync(out));
for (const group of [...Object.keys(sizes), 'dialog', 'touch']) {
    const files = chosen.map(([name]) => `${name}.png`)
        .filter((file) => file.startsWith(group) && made.has(file));
    for (let from = 0; from < files.length; from += 4)
        await sheet(browser, `${group}-${from / 4}`, files.slice(from, from + 4), 2);
}
writeFileSync(join(out, 'names.txt'), chosen.map(([name]) => name).join('\n') + '\n');
await browser.close();
await close();
