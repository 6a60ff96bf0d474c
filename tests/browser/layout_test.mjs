// Panels are dragged, maximised and hidden, and stand where they stood on the next visit.
import { check, equal, test } from './support/harness.mjs';
import { press, settled, until } from './support/person.mjs';

const arrangement = (page) => page.evaluate(() => localStorage.getItem('meada.arrangement') ?? '');

test('the line between two panels is dragged, and stays there', {},
    async ({ page, open, shot }) => {
        await open();
        await press(page, 'Home');  // the first visit's words go
        await settled(page);
        await page.mouse.move(468, 300);
        await page.mouse.down();
        for (const x of [480, 520, 560]) await page.mouse.move(x, 300);
        await page.mouse.up();
        await page.waitForTimeout(150);
        const kept = await arrangement(page);
        const share = Number(/left_width=(\d+)/.exec(kept)?.[1]);
        check(share > 4100 && share < 4600, `kept as "${kept}"`);
        await shot('layout-dragged');
        await page.reload();
        await page.waitForFunction(() => globalThis.meada);
        await settled(page);
        // Where the timeline was there is the editor now: a click there and a key write into it.
        await page.mouse.click(540, 300);
        await press(page, 'Control+A');
        await page.keyboard.type('print(1)', { delay: 30 });
        await press(page, 'Control+Enter');
        await until(page, 'what was typed', (now) => now.ended && now.output.length === 1 &&
            now.output[0].text === '1');
    });

test('a panel is maximised by a double click and hidden by its menu', {},
    async ({ page, open, shot }) => {
        await open();
        await press(page, 'Home');
        await settled(page);
        const before = await page.screenshot();
        await page.mouse.dblclick(740, 61);  // the timeline's head
        await page.waitForTimeout(200);
        await shot('layout-maximised');
        check(!before.equals(await page.screenshot()), 'nothing is maximised');
        await page.waitForTimeout(500);  // or it is no second double click
        await page.mouse.dblclick(740, 61);
        await page.waitForTimeout(200);
        await page.mouse.click(446, 528);  // the menu of the output's head
        await page.waitForTimeout(150);
        await press(page, 'ArrowDown');
        await press(page, 'ArrowDown');
        await press(page, 'Enter');
        await page.waitForTimeout(200);
        equal(await arrangement(page), 'output=hidden', 'what is kept');
        await shot('layout-hidden');
    });
