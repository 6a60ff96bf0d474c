// What fingers do outside of the timeline: buttons, breakpoints, long lists, panels, menus; and
// two of them in the editor break nothing.
import { check, equal, test } from './support/harness.mjs';
import { clipboard, output, paste_and_run, press, settled, state, until }
    from './support/person.mjs';

const tablet = { touch: true, width: 1024, height: 768 };
const many_lines = `def inner(x):
    y = x * 2
    return y
for i in range(40):
    print("line", inner(i))
`;

// Fingers on the screen, as the browser hands them to the page.
async function fingers(page, context) {
    const client = await context.newCDPSession(page);
    const touch = (type, points) => client.send('Input.dispatchTouchEvent', { type,
        touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    const tap = async (x, y) => {
        await touch('touchStart', [[x, y]]);
        await page.waitForTimeout(60);
        await touch('touchEnd', []);
        await page.waitForTimeout(100);
        return settled(page);
    };
    // Each way is a list of places, one for each finger.
    const drag = async (...ways) => {
        await touch('touchStart', ways[0]);
        for (const points of ways.slice(1)) {
            await page.waitForTimeout(40);
            await touch('touchMove', points);
        }
        await page.waitForTimeout(40);
        await touch('touchEnd', []);
        await page.waitForTimeout(150);
        return settled(page);
    };
    return { touch, tap, drag };
}

test('fingers: the buttons under the timeline step forward and backward', tablet,
    async ({ page, open, context }) => {
        await open();
        await paste_and_run(page, many_lines);
        await press(page, 'Home');
        const { tap } = await fingers(page, context);
        const first = await settled(page);
        const second = await tap(198, 740);
        check(second.event > first.event, 'the step button does nothing');
        const third = await tap(198, 740);
        check(third.event > second.event, 'not twice');
        equal((await tap(112, 740)).event, second.event, 'one step back');
        const end = await tap(239, 740);
        equal(end.event, end.events, 'to the end');
    });

test('fingers: a tap beside a line sets a breakpoint, and takes it away', tablet,
    async ({ page, open, context, shot }) => {
        await open();
        const before = await paste_and_run(page, many_lines);
        const { tap } = await fingers(page, context);
        await tap(24, 111);  // line 2
        await press(page, 'Control+Enter');
        await until(page, 'the next run', (now) => now.run > before.run);
        const stopped = await settled(page);
        equal(stopped.threads[0].frames[0].line, 2, 'the line where it stops');
        await shot('touch-breakpoint');
        await tap(24, 111);
        await press(page, 'Control+Enter');
        await until(page, 'a run to the end', (now) => now.run > stopped.run && now.ended);
    });

test('fingers: a long list is moved, and what is tapped is the row that one sees', tablet,
    async ({ page, open, context, shot }) => {
        await open();
        const end = await paste_and_run(page, many_lines);
        equal(output(end).length, 40, 'lines');
        const { tap, drag } = await fingers(page, context);
        const list = { x: 13, y: 583, width: 358, height: 120 };
        const last = await page.screenshot({ clip: list });
        await drag([[200, 600]], [[200, 640]], [[200, 690]], [[200, 745]]);
        check(!last.equals(await page.screenshot({ clip: list })), 'the list does not move');
        equal((await state(page)).event, end.event, 'a finger that moves taps nothing');
        await shot('touch-list');
        const there = await tap(200, 640);
        const line = there.output.at(-1).text;
        check(there.event < end.event && /^line \d+$/.test(line), `the moment is at "${line}"`);
        check(there.output.length < 40 && there.output.length > 25,
            `line ${there.output.length} was in sight`);
    });

test('fingers: two of them in the editor change nothing and leave it alive', tablet,
    async ({ page, open, context }) => {
        await open();
        const before = await paste_and_run(page, many_lines);
        const { drag, tap } = await fingers(page, context);
        await drag([[120, 200], [220, 200]], [[90, 200], [260, 200]], [[50, 200], [320, 200]]);
        await drag([[50, 200], [320, 200]], [[120, 200], [220, 200]]);
        equal((await state(page)).event, before.event, 'the moment');
        // One finger there puts the caret, as before, and the script is what it was.
        await tap(200, 300);
        await press(page, 'Control+A');
        await press(page, 'Control+C');
        equal(await clipboard(page, many_lines), many_lines, 'the script');
        await page.keyboard.type('print(1)', { delay: 30 });
        await press(page, 'Control+Enter');
        await until(page, 'its run', (now) => now.run > before.run && now.ended);
        await press(page, 'Escape');
        await press(page, 'End');
        equal(output(await settled(page)), ['1'], 'what was typed');
    });

test('fingers: the line between two panels is dragged', tablet,
    async ({ page, open, context, shot }) => {
        await open();
        await press(page, 'Home');
        await settled(page);
        const { drag } = await fingers(page, context);
        await drag([[377, 300]], [[400, 300]], [[430, 300]], [[460, 300]]);
        const kept = await page.evaluate(() => localStorage.getItem('meada.arrangement') ?? '');
        const share = Number(/left_width=(\d+)/.exec(kept)?.[1]);
        check(share > 4200 && share < 4700, `kept as "${kept}"`);
        await shot('touch-splitter');
    });

test('fingers: the menu of colours and sizes makes everything larger', tablet,
    async ({ page, open, context, shot }) => {
        await open();
        await press(page, 'Home');
        await settled(page);
        const { tap } = await fingers(page, context);
        const head = { x: 0, y: 0, width: 300, height: 44 };
        const usual = await page.screenshot({ clip: head });
        await tap(793, 22);
        await shot('touch-sizes');
        await tap(830, 280);  // 125 %
        await page.waitForTimeout(300);
        check(!usual.equals(await page.screenshot({ clip: head })), 'nothing got larger');
        equal(await page.evaluate(() => localStorage.getItem('meada.ui_scale')), '125', 'kept');
        await shot('touch-larger');
    });
