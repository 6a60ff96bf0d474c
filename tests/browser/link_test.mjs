// A link carries script and moment: copied by its key here, opened in a fresh profile there. A
// damaged one says what is wrong with it, and nothing is lost.
import { check, equal, fresh_page, test } from './support/harness.mjs';
import { clipboard, output, paste_and_run, press, seen, settled, spoken, state, step, until }
    from './support/person.mjs';

const script = `import asyncio
async def ação(nome, vezes):
    for vez in range(vezes):
        await asyncio.sleep(0.002)
        print(nome, vez)
async def main():
    await asyncio.gather(ação("é", 3), ação("ü", 4))
asyncio.run(main())
`;

async function copied_link(page) {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await press(page, 'Control+S');
    return clipboard(page);
}

test('a link opens in a fresh profile at the same moment', {}, async ({ page, context, open }) => {
    await open();
    const end = await paste_and_run(page, script);
    await page.mouse.click(429 + 517 * 0.6, 692);
    await until(page, 'the middle', (now) => now.event < end.events - 10);
    // At an event, and in the middle of the work between two.
    for (const key of ['ArrowLeft', 'F11', 'F10']) {
        const here = await step(page, key);
        const link = await copied_link(page);
        check(link.includes('#m1'), `no link: ${link}`);
        equal(await page.evaluate(() => location.href), link, 'the address');
        const there = await fresh_page(context, link, { locale: 'pt-BR' });
        await until(there, 'the moment', (now) => now.trace_prefix === here.trace_prefix);
        const arrived = await settled(there);
        equal(seen(arrived), seen(here), `after ${key}`);
        equal(arrived.events, end.events, 'the whole run is known there, too');
        await there.context().close();
    }
});

test('damaged links say so, and the open script stays', {}, async ({ page, open, shot }) => {
    await open();
    await paste_and_run(page, script);
    const link = await copied_link(page);
    const payload = link.slice(link.indexOf('#') + 1);
    const before = seen(await settled(page));
    let seed = 7;
    const random = (below) => {
        seed = (seed * 1103515245 + 12345) % 2 ** 31;
        return Math.floor(seed / 2 ** 31 * below);
    };
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const damages = [
        (text) => text.slice(0, 3 + random(text.length - 3)),
        (text) => { const at = 2 + random(text.length - 2); return text.slice(0, at) +
            digits[(digits.indexOf(text[at]) + 1 + random(62)) % 64] + text.slice(at + 1); },
        (text) => { const at = 2 + random(text.length - 4); return text.slice(0, at) +
            text.slice(at + 1 + random(3)); },
        (text) => text + 'A'.repeat(1 + random(5)),
        () => 'm1' + 'A'.repeat(random(2000)),
        () => 'm9' + payload.slice(2),
        (text) => text.replace(/.(?=.{4}$)/, '%'),
    ];
    for (let i = 0; i < 21; ++i) {
        const damaged = damages[i % damages.length](payload);
        await page.evaluate(() => { document.getElementById('live').textContent = ''; });
        await page.evaluate((to) => { location.hash = to; }, damaged);
        await page.waitForFunction(() => document.getElementById('live').textContent,
            null, { timeout: 5000 }).catch(() => {
            throw new Error(`nothing is said of ${damaged.slice(0, 80)}`);
        });
        check(/link/i.test(await spoken(page)), `${damaged.slice(0, 60)}: ${await spoken(page)}`);
        equal(seen(await settled(page)), before, 'the moment');
    }
    await shot('damaged-link');
    await press(page, 'Control+Enter');
    const again = await until(page, 'a run',
        (now) => now.run > 2 && now.ended && now.output.length > 0);
    equal(output(again), output(before), 'the script');
});

test('a damaged link on a first visit leaves the page alive', { locale: 'pt-BR' },
    async ({ page, open, shot }) => {
        await open('m1AAAA');
        await until(page, 'an example', (now) => now.events > 100);
        await page.waitForTimeout(500);
        await shot('damaged-link-first-visit');
        await press(page, 'ArrowRight');
        check((await state(page)).threads.length > 0, 'no run');
    });
