// What stays with the page between visits: what was set up for a script comes back with it, but not
// with a link, which shows what its sender saw.
import { check, equal, test } from './support/harness.mjs';
import { clipboard, paste_and_run, press, settled, until } from './support/person.mjs';

const script = `total = 0
for n in [4, 3, 8, 5]:
    total += n
print("total", total)
`;
const line_y = (line) => 71 + 20 * line;
const says = ['n=4', 'n=3', 'n=8', 'n=5'];

test('a log point is there again on the next visit, and a link to the script has none', {},
    async ({ page, context, open }) => {
        await open();
        await paste_and_run(page, script);
        await page.mouse.click(24, line_y(3), { button: 'right' });
        await page.waitForTimeout(100);
        await press(page, 'Tab');
        for (const key of 'n={n}') await page.keyboard.type(key, { delay: 30 });
        await press(page, 'Enter');
        await until(page, 'the log', (now) => now.log.length === says.length);
        await press(page, 'Control+S');
        const link = await clipboard(page);
        check(link.includes('#'), 'a link in the clipboard');

        const again = await context.newPage();
        await again.goto(page.url().split('#')[0]);
        await again.waitForFunction(() => globalThis.meada);
        await settled(again);
        await press(again, 'End');
        const kept = await until(again, 'the log', (now) => now.log.length === says.length);
        equal(kept.log.map((line) => line.text), says, 'what it says');

        const linked = await context.newPage();
        await linked.goto(link);
        await linked.waitForFunction(() => globalThis.meada);
        equal((await settled(linked)).log, [], 'the log of a link');
        await again.reload();
        await again.waitForFunction(() => globalThis.meada);
        await settled(again);
        await press(again, 'End');
        await until(again, 'the log after a link', (now) => now.log.length === says.length);
    });

test('a screen reader finds the palette’s examples and machines as buttons, too', {},
    async ({ page, open }) => {
        await open();
        const before = await settled(page);
        const bar = page.getByRole('toolbar', { name: 'Meada’s controls' });
        await bar.getByRole('button', { name: /^Machine: Free-threaded/ }).press('Enter');
        await until(page, 'a machine without a GIL',
            (now) => now.run > before.run && now.machine.gil === 'none');
        const other = await settled(page);
        await bar.getByRole('button', { name: /^Open example: / }).first().press('Enter');
        await until(page, 'another script', (now) => now.run > other.run);
    });
