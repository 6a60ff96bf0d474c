// What a person sees of a script of their own, and how what they see answers: the first moment,
// arrows of order, the pipeline under the pointer, Compare's machines, larger words, less motion.
import { check, equal, test } from './support/harness.mjs';
import { contains, paste_and_run, paste_and_see, press, select_script, settled, spoken,
    state, until } from './support/person.mjs';
import { lost_update } from './support/scripts.mjs';

const three_jobs = `import asyncio
async def job(seconds):
    await asyncio.sleep(seconds)
    return seconds
async def main():
    tasks = [asyncio.create_task(job(n), name=f"job {n}") for n in (1, 2, 3)]
    print(await asyncio.gather(*tasks))
asyncio.run(main())
`;
const handed_over = `import threading, queue
basket = queue.Queue()
def cook():
    for dish in ("soup", "bread", "tea"): basket.put(dish)
def eat():
    for i in range(3): print(basket.get())
threads = [threading.Thread(target=cook, name="cook"), threading.Thread(target=eat, name="eat")]
for thread in threads: thread.start()
for thread in threads: thread.join()
`;
const timeline = { x: 640, y: 104, width: 620, height: 200 };  // its lanes at 1280 by 720

const part = (page, clip) => page.screenshot({ clip });
async function asked(page, words) {
    await press(page, 'Control+K');
    await page.waitForTimeout(150);
    await page.keyboard.type(words, { delay: 30 });
    await press(page, 'Enter');
    await page.waitForTimeout(200);
    await settled(page);
}

test('a script of one\'s own is first seen where something can be seen', {},
    async ({ page, open, shot }) => {
        await open();
        const waits = await paste_and_see(page, three_jobs);
        equal(waits.tasks.map((each) => [each.name, each.state, each.waits_for]),
            [['Task-1', 'waiting', 'await'], ['job 1', 'waiting', 'sleep'],
                ['job 2', 'running', 'none'], ['job 3', 'ready', 'none']], 'who waits');
        contains(await spoken(page), 'job 2', 'the narration');
        await shot('own-script-first-seen');
        const fault = await paste_and_see(page,
            'def f(n):\n    return 1 // n\nprint(f(1))\nf(0)\n');
        contains(await spoken(page), 'ZeroDivisionError', 'the narration');
        equal(fault.output[0].text, '1', 'output before it');
        const stuck = await paste_and_see(page, `import threading
lock = threading.Lock()
lock.acquire()
threading.Thread(target=lock.acquire, name="ana").start()
lock.acquire()
`);
        equal(stuck.event, stuck.events, 'a deadlock is seen from its end');
        const plain = await paste_and_see(page, 'for n in range(3):\n    print(n)\n');
        equal(plain.output.map((line) => line.text), ['0'], 'without others: the first output');
    });

test('an edit runs again and keeps the place', {}, async ({ page, open }) => {
    await open();
    const before = await paste_and_see(page, three_jobs);
    await page.mouse.click(250, 400);
    await press(page, 'Control+End');
    await page.keyboard.type('print("bye")', { delay: 20 });
    await press(page, 'Control+Enter');
    await press(page, 'Escape');
    await until(page, 'the edited run', (now) => now.run > before.run && now.ended);
    const after = await settled(page);
    equal([after.event, after.time_ns], [before.event, before.time_ns], 'the moment');
    await press(page, 'End');
    contains((await settled(page)).output.at(-1).text, 'bye', 'its output');
});

test('happens-before shows what a queue puts in order, and hides it again', {},
    async ({ page, open, shot }) => {
        await open();
        await paste_and_run(page, handed_over);
        await page.mouse.move(400, 12);
        await settled(page);
        const without = await part(page, timeline);
        await page.mouse.click(1048, 61);
        await page.mouse.move(400, 12);
        await settled(page);
        await shot('happens-before');
        check(!without.equals(await part(page, timeline)), 'no arrow is drawn');
        await asked(page, 'happens');
        check(without.equals(await part(page, timeline)), 'the arrows stay');
        // Where nothing is handed over there is nothing to show.
        await paste_and_run(page, 'print(1)\n');
        const alone = await part(page, timeline);
        await asked(page, 'happens');
        check(alone.equals(await part(page, timeline)), 'arrows of a script without order');
    });

test('who wants less motion sees the needle jump, others see it glide', {},
    async ({ page, open }) => {
        await open();
        await paste_and_run(page, three_jobs);
        // From the frame that shows the next moment to the last one: in the page, as it draws.
        const shortest_move_ms = async () => {
            let shortest = 1e9;
            for (let move = 0; move < 3; ++move) {
                await press(page, 'Home');
                await settled(page);
                const moved = page.evaluate(() => new Promise((done) => {
                    const before = meada.place().event;
                    let from = 0;
                    const look = () => {
                        if (!from && meada.place().event !== before) from = performance.now();
                        if (from && meada.rests()) done(performance.now() - from);
                        else requestAnimationFrame(look);
                    };
                    look();
                }));
                await page.keyboard.press('End');
                shortest = Math.min(shortest, await moved);
            }
            return shortest;
        };
        const glides_ms = await shortest_move_ms();
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await settled(page);
        const jumps_ms = await shortest_move_ms();
        check(glides_ms > 100, `a glide takes ${glides_ms} ms`);
        check(jumps_ms < 100, `a jump takes ${jumps_ms} ms`);
    });

test('playing moves the needle over the lanes, and Space holds it', {}, async ({ page, open }) => {
    await open();
    await paste_and_run(page, three_jobs);
    await press(page, 'Home');
    await settled(page);
    const first = await part(page, timeline);
    await press(page, 'Space');
    await until(page, 'it to play', (now) => now.time_ns > now.end_ns / 10);
    check(!first.equals(await part(page, timeline)), 'the needle stands');
    await press(page, 'Space');
    const held = await settled(page);
    check(held.event < held.events, 'it has run to the end');
    await page.waitForTimeout(500);
    equal((await state(page)).event, held.event, 'the event once it is held');
});

test('words get larger and smaller by command, and stay so', {}, async ({ page, open, shot }) => {
    await open();
    await press(page, 'Home');
    await settled(page);
    const head = { x: 0, y: 0, width: 600, height: 44 };
    const usual = await part(page, head);
    const larger = async () => {
        await page.mouse.move(700, 12);
        await settled(page);
        return part(page, head);
    };
    await asked(page, 'larger');
    const once = await larger();
    check(!usual.equals(once), 'nothing got larger');
    await asked(page, 'larger');
    check(!once.equals(await larger()), 'not twice');
    await asked(page, 'smaller');
    check(once.equals(await larger()), 'not back by one');
    await shot('larger');
    await page.reload();
    await page.waitForFunction(() => globalThis.meada);
    await press(page, 'Home');
    check(once.equals(await larger()), 'not kept');
    await asked(page, 'normal size');
    check(usual.equals(await larger()), 'not as at first');
});

test('what the pointer is on lights up in source, tree and bytecode together',
    { width: 1920, height: 1080 }, async ({ page, open, shot }) => {
        await open();
        await paste_and_run(page, lost_update);
        await page.mouse.click(250, 192);  // the caret on line 6: count = seen + 1
        await settled(page);
        const source = { x: 545, y: 860, width: 300, height: 34 };
        const tree = { x: 545, y: 900, width: 300, height: 110 };
        const bytecode = { x: 860, y: 866, width: 300, height: 144 };
        const columns = async () => {
            await settled(page);
            const all = [];
            for (const each of [source, tree, bytecode]) all.push(await part(page, each));
            return all;
        };
        const differs = (left, right) => left.map((each, i) => !each.equals(right[i]));
        await page.mouse.move(1300, 820);
        const dark = await columns();
        await page.mouse.move(642, 880);  // seen, in the source
        equal(differs(await columns(), dark), [true, true, true], 'lit from the source');
        await shot('pipeline-hover');
        await page.mouse.move(1300, 820);
        equal(differs(await columns(), dark), [false, false, false], 'dark again');
        await page.mouse.move(900, 882);  // LOAD_GLOBAL or the like, in the bytecode
        const lit = differs(await columns(), dark);
        check(lit[0] && lit[2], `lit from the bytecode: ${lit}`);
    });

test('Compare offers the machines, and one of them runs the script beside the open run', {},
    async ({ page, open, shot }) => {
        await open();
        const here = await paste_and_run(page, three_jobs);
        await asked(page, 'compare');
        await shot('compare-machines');
        await page.mouse.click(125, 199);  // one core
        const now = await until(page, 'the other run', (each) => each.compared?.ended);
        equal(now.compared.machine.cores, 1, 'the other machine');
        equal([now.run, now.event], [here.run, here.event], 'the open run');
        await shot('compare-one-core');
        await press(page, 'Escape');
        check(!(await settled(page)).compared, 'Esc ends it');
    });

test('an empty editor offers examples, and one that is pressed opens', {},
    async ({ page, open, shot }) => {
        await open();
        await settled(page);
        await select_script(page);
        await press(page, 'Delete');
        await settled(page);
        await shot('empty-editor');
        await page.mouse.click(230, 347);  // the fourth: a deadlock
        const now = await until(page, 'the example', (each) =>
            each.findings.some((found) => found.kind === 'deadlock'));
        check(now.threads.length >= 2, 'its threads');
    });

test('another machine drops the branches, and that is said', {}, async ({ page, open, shot }) => {
    await open();
    await paste_and_run(page, lost_update);
    await page.mouse.click(1113, 22);
    await until(page, 'every order', (now) => now.orders.state === 'done');
    await page.waitForTimeout(300);
    await page.mouse.click(600, 284);
    await until(page, 'a branch', (now) => now.branches.length === 2 && now.ended);
    await settled(page);
    await press(page, 'F2');
    await page.waitForTimeout(200);
    await page.mouse.click(130, 135);  // free-threaded
    await until(page, 'the other machine', (now) => now.machine.gil === 'none');
    await page.waitForFunction(() =>
        document.getElementById('live').textContent.includes('branches'), null, { timeout: 5000 })
        .catch(async () => { throw new Error(`it says "${await spoken(page)}"`); });
    await shot('branches-dropped');
    equal((await state(page)).branches.length, 1, 'branches');
});

test('what an event moves in the event loop is seen on its way, unless one wants no motion', {},
    async ({ page, open, context, shot }) => {
        await open();
        const seen_first = await paste_and_see(page, three_jobs);
        const client = await context.newCDPSession(page);
        // The pictures that the page shows while it steps on by one event, as they are drawn.
        const pictures_of_a_step = async () => {
            const pictures = [];
            const take = async ({ data, sessionId }) => {
                pictures.push(data);
                await client.send('Page.screencastFrameAck', { sessionId });
            };
            client.on('Page.screencastFrame', take);
            await client.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
            await page.waitForTimeout(300);
            await page.keyboard.press('ArrowRight', { delay: 30 });
            await settled(page);
            await page.waitForTimeout(500);
            await client.send('Page.stopScreencast');
            client.off('Page.screencastFrame', take);
            return new Set(pictures).size;
        };
        // An event that moves a task and takes no time: the needle stands.
        let moved = 0, still = 0;
        for (let i = 0; i < 6 && moved < 4; ++i) moved = Math.max(moved,
            await pictures_of_a_step());
        await shot('loop-moved');
        check(moved >= 4, `${moved} pictures of a step`);
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await settled(page);
        while ((await state(page)).event > seen_first.event) await press(page, 'ArrowLeft');
        for (let i = 0; i < 6; ++i) still = Math.max(still, await pictures_of_a_step());
        check(still < 4 && still < moved, `${still} pictures of a step without motion`);
    });

test('colours and sizes stand in one menu, for the mouse and for the keyboard', {},
    async ({ page, open, shot }) => {
        await open();
        await press(page, 'Home');
        await settled(page);
        const head = { x: 0, y: 0, width: 300, height: 44 };
        const kept = (key) => page.evaluate((name) => localStorage.getItem(`meada.${name}`), key);
        const usual = await part(page, head);
        await page.mouse.click(1049, 22);
        await page.waitForTimeout(200);
        await shot('colours-and-sizes');
        await page.mouse.click(1120, 250);  // 110 %
        await settled(page);
        equal(await kept('ui_scale'), '110', 'the size');
        await page.mouse.move(700, 700);
        check(!usual.equals(await part(page, head)), 'nothing got larger');
        // By the keyboard: the fifth control of the bar; the dark colours, then the usual size.
        await page.reload();
        await page.waitForFunction(() => globalThis.meada);
        await settled(page);
        const choose = async (row) => {
            for (let i = 0; i < 5; ++i) await press(page, 'Tab');
            await press(page, 'Enter');
            for (let i = 0; i < row; ++i) await press(page, 'ArrowDown');
            await press(page, 'Enter');
            await settled(page);
            await press(page, 'Escape');
        };
        await choose(2);
        equal(await kept('theme'), 'dark', 'the colours');
        await page.reload();
        await page.waitForFunction(() => globalThis.meada);
        await settled(page);
        await choose(6);
        equal(await kept('ui_scale'), '100', 'the size');
        await shot('colours-and-sizes-dark');
    });

test('the library\'s frames are folded, and can be opened', {}, async ({ page, open, shot }) => {
    await open();
    await paste_and_see(page, handed_over);
    await press(page, 'Home');
    // To a moment at which the first thread waits inside of Thread.start().
    for (let i = 0; i < 40 && (await state(page)).threads[0]?.state !== 'waiting'; ++i) {
        await press(page, 'ArrowRight');
        await settled(page);
    }
    const panel = { x: 473, y: 475, width: 500, height: 138 };  // above the toast
    const calm = async () => {
        await page.mouse.move(700, 20);
        await page.waitForTimeout(200);
        return part(page, panel);
    };
    await page.mouse.click(584, 459);  // Threads
    const folded = await calm();
    await asked(page, 'library');
    const opened = await calm();
    check(!folded.equals(opened), 'no frame of the library is shown');
    await shot('library-frames');
    await asked(page, 'library');
    check(folded.equals(await calm()), 'they are not folded again');
});

test('lanes are folded into their thread by its button', {}, async ({ page, open, shot }) => {
    await open();
    await paste_and_see(page, three_jobs);
    const calm = async () => {
        await page.mouse.move(700, 20);
        await page.waitForTimeout(200);
        return part(page, { x: 473, y: 77, width: 790, height: 236 });
    };
    const before = await calm();
    await page.mouse.click(488, 155);  // beside MainThread
    const folded = await calm();
    await shot('lanes-folded');
    check(!before.equals(folded), 'nothing is folded');
    await page.mouse.click(488, 169);  // the lanes that are left are taller
    check(before.equals(await calm()), 'they are not back');
});

test('wake arrows are hidden and shown by their button', {}, async ({ page, open }) => {
    await open();
    await paste_and_see(page, handed_over);
    const calm = async () => {
        await page.mouse.move(700, 20);
        await page.waitForTimeout(200);
        return part(page, timeline);
    };
    const shown = await calm();
    await page.mouse.click(937, 61);
    check(!shown.equals(await calm()), 'the arrows stay');
    await page.mouse.click(937, 61);
    check(shown.equals(await calm()), 'they do not come back');
});

test('an object that two names reach is listed, and opens into its names', {},
    async ({ page, open, shot }) => {
        await open();
        await paste_and_see(page, `import threading
basket = []
def cook(dishes):
    dishes.append("soup")
    threading.Event().wait(1)
for name in ("ana", "rui"):
    threading.Thread(target=cook, args=(basket,), name=name).start()
`);
        await page.mouse.click(879, 459);  // Objects
        const calm = async () => {
            await page.mouse.move(700, 20);
            await page.waitForTimeout(200);
            return part(page, { x: 473, y: 475, width: 500, height: 178 });
        };
        const closed = await calm();
        await shot('objects');
        await page.mouse.click(540, 516);
        const opened = await calm();
        await shot('objects-open');
        check(!closed.equals(opened), 'no row opens');
        await page.mouse.click(540, 516);
        check(closed.equals(await calm()), 'it does not close');
    });
