// Every order of a script's threads, the way to a failing one, and a thread chosen by hand.
import { check, equal, test } from './support/harness.mjs';
import { contains, paste_and_run, press, settled, spoken, state, until }
    from './support/person.mjs';
import { lost_update } from './support/scripts.mjs';

const queue_at_a_lock = `import threading, time
lock = threading.Lock()
order = []
def work(name):
    with lock:
        order.append(name)
        time.sleep(0.001)
lock.acquire()
threads = [threading.Thread(target=work, args=(name,), name=name) for name in ("ana", "rui", "lia")]
for thread in threads: thread.start()
time.sleep(0.01)
lock.release()
for thread in threads: thread.join()
print(*order)
`;
const printed = (now) => now.output.filter((line) => line.stream === 'out')
    .map((line) => line.text);
// Of the panel in the timeline's place: the rows under the verdict.
const outcome_row = (number) => ({ x: 600, y: 248 + 36 * number });
const next_tab = { x: 740, y: 459 };
const every_order_button = { x: 1113, y: 22 };

test('every order of a lost update tells how often it fails, and opens a failing order', {},
    async ({ page, open, shot }) => {
        await open();
        await paste_and_run(page, lost_update);
        equal(printed(await state(page)), ['count: 2'], 'the usual run');
        await page.mouse.click(every_order_button.x, every_order_button.y);
        const found = await until(page, 'the search to end',
            (now) => now.orders.state === 'done');
        check(found.orders.complete, 'the search is complete');
        equal(found.orders.outcomes.map((each) => each.output).sort(),
            ['count: 1\n', 'count: 2\n'], 'outcomes');
        await page.waitForTimeout(300);
        await shot('orders-verdict');
        await page.mouse.click(outcome_row(1).x, outcome_row(1).y);
        const there = await until(page, 'the failing order',
            (now) => now.branches.length === 2 && now.ended && now.event === now.events);
        await settled(page);
        equal(printed(there), ['count: 1'], 'what the failing order prints');
        await page.waitForTimeout(300);
        await shot('orders-failing-branch');
        await page.evaluate(() => globalThis.meada.goToBranch(0));
        await page.evaluate(() => globalThis.meada.run());
        await until(page, 'the first run', (now) => printed(now).join() === 'count: 2');
    });

test('a thread chosen by hand goes next, the other runs stay as branches, a link leads there', {},
    async ({ page, open, shot }) => {
        await open();
        await paste_and_run(page, queue_at_a_lock);
        const usual = await settled(page);
        equal(printed(usual), ['ana rui lia'], 'the usual run');
        let at = 0;
        for (; at < usual.next.choices; ++at) {
            const now = await page.evaluate((index) => globalThis.meada.goToChoice(index), at);
            if (now.next.kind === 'hand_over') break;
        }
        const choice = await settled(page);
        equal(choice.next.options.length, 3, 'waiters at the lock');
        await page.waitForTimeout(400);
        await shot('next-choice');
        await press(page, '3');
        const chosen = await until(page, 'the choice', (now) => now.branches.length === 2);
        equal(chosen.position, choice.position, 'the moment');
        await settled(page);
        await shot('next-chosen');
        await page.keyboard.press('End', { delay: 30 });
        const end = await until(page, 'the end', (now) => now.ended && now.event === now.events);
        equal(printed(end), ['lia ana rui'], 'the branch');
        const link = await page.evaluate(() => globalThis.meada.link());
        await page.goto('about:blank');
        await page.goto(link);
        await page.waitForFunction(() => globalThis.meada);
        const linked = await until(page, 'the link', (now) => now.trace_hash === end.trace_hash);
        equal(printed(linked), ['lia ana rui'], 'the linked run');
    });

test('two branches are seen side by side, with what differs', {}, async ({ page, open, shot }) => {
    await open();
    const usual = await paste_and_run(page, queue_at_a_lock);
    for (let at = 0; at < usual.next.choices; ++at) {
        const now = await page.evaluate((index) => globalThis.meada.goToChoice(index), at);
        if (now.next.kind === 'hand_over') break;
    }
    await settled(page);
    await press(page, '3');
    await until(page, 'the choice', (now) => now.branches.length === 2);
    await page.mouse.click(next_tab.x, next_tab.y);
    await page.mouse.move(720, 580);
    await page.mouse.wheel(0, 2000);
    const here = await settled(page);
    await page.mouse.click(924, 589);  // beside the first run: compare with it
    const now = await until(page, 'the other branch', (each) => each.compared?.ended);
    equal([now.run, now.event], [here.run, here.event], 'the open run');
    contains(await spoken(page), 'nearly the same time', 'what is said of it');
    await shot('branches-side-by-side');
    await press(page, 'Escape');
    check(!(await settled(page)).compared, 'Esc ends it');
});
