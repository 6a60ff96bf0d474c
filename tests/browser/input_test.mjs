// input(): the page asks for the line that a script waits for.
import { check, equal, test } from './support/harness.mjs';

const source = `name = input("Name? ")
print("Hello,", name)
try:
    input()
except EOFError:
    print("no more")
`;

const state = (page) => page.evaluate(() => globalThis.meada.state());
const text_of = (moment) => moment.output.map((line) => line.text).join('|');

async function until(page, what, wanted) {
    for (let i = 0; i < 100; ++i) {
        const moment = await state(page);
        if (wanted(moment)) return moment;
        await page.waitForTimeout(50);
    }
    throw new Error(`${what}: ${JSON.stringify(await state(page)).slice(0, 300)}`);
}

for (const [locale, name] of [['en-US', 'en'], ['pt-BR', 'pt']])
    test(`a line is asked for and typed, ${name}`, { locale }, async ({ page, open, shot }) => {
        await open();
        await page.evaluate((text) => globalThis.meada.load(text), source);
        await page.keyboard.press('F5');
        await until(page, 'it waits', (moment) => moment.waits_for_input);
        await page.waitForTimeout(200);
        await shot(`input-asked-${name}`);
        await page.keyboard.type('Zoe');
        await page.waitForTimeout(200);
        await shot(`input-typed-${name}`);
        await page.keyboard.press('Enter');
        const again = await until(page, 'it waits again', (moment) =>
            moment.waits_for_input && moment.output.length === 1 &&
            moment.output[0].text.includes('Hello'));
        equal(text_of(again), 'Name? Hello, Zoe', 'the line came');
        await page.keyboard.press('Control+d');
        const ended = await until(page, 'it ends', (moment) => moment.ended);
        check(text_of(ended).includes('no more'), text_of(ended));
        // Back at the start, the same run is still there.
        await page.keyboard.press('Escape');
        await page.keyboard.press('Home');
        await until(page, 'at the start', (moment) => moment.instruction === 0);
        await page.keyboard.press('End');
        const last = await until(page, 'at the end', (moment) => moment.event === moment.events);
        equal(last.trace_hash, ended.trace_hash, 'the same trace');
    });
