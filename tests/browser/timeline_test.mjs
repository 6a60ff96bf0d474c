// The timeline by hand: zoom, pan, a range and its sums, search, pinning; by mouse, keys, fingers.
import { check, equal, test } from './support/harness.mjs';
import { paste_and_run, press, settled, step } from './support/person.mjs';

const script = `import threading, time
desk = threading.Lock()
def work(name, pause):
    for i in range(100):
        with desk:
            time.sleep(pause)
    print(name, "is done")
threads = [threading.Thread(target=work, args=(name, 2e-5), name=name) for name in ("ana", "rui")]
for t in threads: t.start()
for t in threads: t.join()
`;
const said = (page) => page.evaluate(() => document.getElementById('live').textContent);

async function open_script(page, open) {
    await open();
    return paste_and_run(page, script);
}

// Where a click in the lanes leads, in virtual time.
async function time_at(page, x, y = 180) {
    await page.mouse.click(x, y);
    return (await settled(page)).time_ns;
}

for (const scale of [1, 1.5, 2]) {
    test(`the timeline zooms with keys and wheel, pans and fits, at ratio ${scale}`, { scale },
        async ({ page, open }) => {
            await open_script(page, open);
            const a_point = async () => await time_at(page, 950) - await time_at(page, 900);
            const whole = await a_point();
            await page.mouse.move(920, 200);
            for (let i = 0; i < 4; ++i) await press(page, 'w');
            const near = await a_point();
            check(near > 0 && near < whole / 3, `50 points were ${whole} ns, then ${near}`);
            const left = await time_at(page, 900);
            await press(page, 'd');
            check(await time_at(page, 900) > left, 'D moves on');
            await press(page, '0');
            const again = await a_point();
            check(Math.abs(again - whole) < whole / 20, `after 0: ${again}, before: ${whole}`);
            await page.mouse.move(920, 200);
            await page.mouse.wheel(0, -300);
            await settled(page);
            check(await a_point() < whole, 'the wheel zooms in');
        });
}

test('a range drawn with Shift is summed, goes with Escape', {}, async ({ page, open, shot }) => {
    await open_script(page, open);
    await page.keyboard.down('Shift');
    await page.mouse.move(640, 190);
    await page.mouse.down();
    for (const x of [700, 900, 1200]) await page.mouse.move(x, 190);
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await settled(page);
    const words = await said(page);
    check(/ana: running .*lock desk/.test(words) && /rui: running .*lock desk/.test(words), words);
    await shot('timeline-range');
    await press(page, 'Escape');
    // The same from the keyboard alone: from the first lock to the end.
    await press(page, 'Home');
    for (let i = 0; i < 12; ++i) await press(page, 'ArrowRight');
    await press(page, '[');
    await settled(page);
    check(/ana: running/.test(await said(page)), await said(page));
});

test('search goes to a wait and to what was printed', {}, async ({ page, open, shot }) => {
    await open_script(page, open);
    await press(page, 'Home');
    await press(page, '/');
    await page.keyboard.type('rui is done', { delay: 30 });
    await settled(page);
    equal(await said(page), '0 of 1', 'what is said of the search');
    const found = await step(page, 'Enter');
    equal(found.time_ns, found.output[1].time_ns, 'the moment of the print');
    await shot('timeline-search');
    for (let i = 0; i < 11; ++i) await press(page, 'Backspace');
    await page.keyboard.type('sleep', { delay: 30 });
    await settled(page);
    check(/^0 of \d+$/.test(await said(page)), await said(page));
    const first = await step(page, 'Enter');
    const second = await step(page, 'Enter');
    check(second.event !== first.event, 'to the second wait');
    equal((await step(page, 'Shift+Enter')).event, first.event, 'and back');
    await press(page, 'Escape');
});

test('a lane is pinned by its button and stays at the top', {}, async ({ page, open, shot }) => {
    await open_script(page, open);
    await page.mouse.move(560, 243);  // ana
    await page.waitForTimeout(200);
    await shot('timeline-pin');
    // Each picture with the pointer elsewhere, so that nothing but the lanes can differ.
    const picture = async () => {
        await page.mouse.move(250, 640);
        await page.waitForTimeout(200);
        return page.screenshot();
    };
    const before = await picture();
    await page.mouse.click(622, 243);
    const pinned = await picture();
    await shot('timeline-pinned');
    check(!before.equals(pinned), 'nothing is pinned');
    await page.mouse.click(622, 125);  // it is the first lane now, and its button lets it go
    check(before.equals(await picture()), 'the lane is not back in its place');
});

test('fingers: a tap goes there, one pans, two pinch', { touch: true },
    async ({ page, open, context, shot }) => {
        await open_script(page, open);
        const client = await context.newCDPSession(page);
        const touch = (type, points) => client.send('Input.dispatchTouchEvent', { type,
            touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
        const tap = async (x, y) => {
            await touch('touchStart', [[x, y]]);
            await page.waitForTimeout(40);
            await touch('touchEnd', []);
            return (await settled(page)).time_ns;
        };
        const a_point = async () => await tap(950, 190) - await tap(900, 190);
        const whole = await a_point();
        check(whole > 0, `a tap goes there: ${whole}`);
        await touch('touchStart', [[900, 190], [940, 190]]);
        for (const out of [10, 30, 60, 100]) {
            await touch('touchMove', [[900 - out, 190], [940 + out, 190]]);
            await page.waitForTimeout(40);
        }
        await touch('touchEnd', []);
        await settled(page);
        const near = await a_point();
        check(near > 0 && near < whole / 3, `50 points were ${whole} ns, then ${near}`);
        const there = await tap(900, 190);
        await touch('touchStart', [[1000, 190]]);
        for (const x of [980, 940, 900]) {
            await touch('touchMove', [[x, 190]]);
            await page.waitForTimeout(40);
        }
        await touch('touchEnd', []);
        await settled(page);
        check(await tap(900, 190) > there, 'a finger moved to the left shows what comes');
        await shot('timeline-touch');
    });
