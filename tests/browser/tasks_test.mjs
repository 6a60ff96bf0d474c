// Twelve things that a person wants from the page, with nothing but what can be seen in it; each
// says how many actions (clicks, keys, drags) it took, and more than five are a failure. What is
// drawn on the canvas is read where a screen reader reads it, or from the state that it shows.
import { check, equal, fresh_page, test } from './support/harness.mjs';
import { clipboard, contains, output, paste, paste_and_see, press, select_script, settled, spoken,
    step, until } from './support/person.mjs';
import { lost_update } from './support/scripts.mjs';

const most = 5;  // actions of a task
function task(number, name, options, body) {
    test(`task ${number}: ${name}`, options, async (there) => {
        let actions = 0;
        const act = (done) => { ++actions; return done; };
        await there.open();
        await body({ ...there, act });
        console.log(`        task ${number}: ${actions} actions`);
        check(actions <= most, `${actions} actions, ${most} at most`);
    });
}

const drag = async (page, from, to, key) => {
    if (key) await page.keyboard.down(key);
    await page.mouse.move(...from);
    await page.mouse.down();
    for (const part of [0.3, 0.7, 1])
        await page.mouse.move(from[0] + (to[0] - from[0]) * part,
            from[1] + (to[1] - from[1]) * part);
    await page.mouse.up();
    if (key) await page.keyboard.up(key);
    await settled(page);
};

const two_waits = `import asyncio
async def job(seconds):
    await asyncio.sleep(seconds)
    print("slept", seconds)
async def main():
    await asyncio.gather(asyncio.create_task(job(1), name="short"),
                         asyncio.create_task(job(2), name="long"))
asyncio.run(main())
`;
const failing = `def half(number):
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number // 2
total = 0
for number in (8, 6, 4, 7, 2):
    total += half(number)
print(total)
`;
const desk = `import threading, time
desk = threading.Lock()
def work():
    with desk:
        time.sleep(0.01)
threads = [threading.Thread(target=work, name=name) for name in ("ana", "rui")]
for thread in threads: thread.start()
for thread in threads: thread.join()
`;
const repaired = lost_update.replace('count = 0', 'count = 0\nlock = threading.Lock()')
    .replace('    seen = count\n    count = seen + 1',
        '    with lock:\n        seen = count\n        count = seen + 1');
const blocking = `import asyncio, time
async def tick():
    for i in range(5):
        await asyncio.sleep(0.01)
async def report():
    time.sleep(0.2)
    print("reported")
async def main():
    await asyncio.gather(tick(), report())
asyncio.run(main())
`;
const counting = (kind, module) => `import ${module}
def count():
    total = 0
    for i in range(20000):
        total += i
if __name__ == "__main__":
    jobs = [${module}.${kind}(target=count) for i in range(4)]
    for job in jobs: job.start()
    for job in jobs: job.join()
`;

task(1, 'say what the page is', {}, async ({ page, shot }) => {
    await until(page, 'an example', (now) => now.ended);
    await settled(page);
    contains(await spoken(page), 'concurrent Python', 'what is read first');
    await shot('task-1');
});

task(2, 'paste an own script and run it', {}, async ({ page, act }) => {
    await settled(page);
    await act(page.mouse.click(250, 300));
    await act(press(page, 'Control+A'));
    await act(paste(page, two_waits));
    await act(press(page, 'Control+Enter'));
    await until(page, 'its run', (each) => each.ended && each.tasks.length === 3);
    await settled(page);
    await act(page.mouse.click(240, 692));  // to the end: what it has printed
    const now = await until(page, 'its output', (each) => each.output.length === 2);
    equal(output(now), ['slept 1', 'slept 2'], 'what it prints');
});

task(3, 'find why a gather took 2 s and not 3', {}, async ({ page, act, shot }) => {
    await paste_and_see(page, two_waits);
    await act(drag(page, [642, 200], [1245, 200], 'Shift'));
    const words = await spoken(page);
    check(/short: .*sleep (9\d\d|1,0\d\d)\./.test(words), words);
    check(/long: .*sleep (1,9\d\d|2,0\d\d)\./.test(words), words);
    await shot('task-3');
});

task(4, 'find which task ran when a line was printed', {}, async ({ page, act }) => {
    await paste_and_see(page, two_waits);
    await act(page.mouse.click(150, 581));  // it is yet to come
    await until(page, 'the first print', (now) => now.time_ns < 1.5e9);
    await settled(page);
    contains(await spoken(page), 'short', 'the narration');
});

task(5, 'step back to just before an exception and read a variable', {},
    async ({ page, act, shot }) => {
        // One is there at first sight already; from the end it is a step.
        const first = await paste_and_see(page, failing);
        equal(first.threads[0].frames[0].locals, { number: '7' }, 'what is first seen');
        await act(step(page, 'End'));
        const there = await act(step(page, 'Shift+E'));
        equal(there.threads[0].frames[0].locals, { number: '7' }, 'the variables');
        await shot('task-5');
    });

task(6, 'see who holds the lock and who waits', {}, async ({ page, act, shot }) => {
    await paste_and_see(page, desk);
    await act(page.mouse.click(900, 200));
    const now = await settled(page);
    equal(now.threads.map((each) => [each.name, each.waits_for]),
        [['MainThread', 'join'], ['ana', 'sleep'], ['rui', 'lock']], 'who waits for what');
    const threads = await page.screenshot();
    await act(page.mouse.click(873, 459));  // the tab of locks: who holds each, who waits
    await page.waitForTimeout(200);
    check(!threads.equals(await page.screenshot()), 'the locks are not shown');
    await shot('task-6');
});

task(7, 'show that threads do not speed up work, and processes do', {}, async ({ page, act }) => {
    const threads = await paste_and_see(page, counting('Thread', 'threading'));
    await act(select_script(page));
    await act(paste(page, counting('Process', 'multiprocessing')));
    await act(press(page, 'Control+Enter'));
    const processes = await until(page, 'processes', (now) => now.run > threads.run && now.ended);
    check(processes.end_ns < threads.end_ns * 0.6,
        `${processes.end_ns} ns with processes, ${threads.end_ns} with threads`);
});

task(8, 'make a race fail', {}, async ({ page, act, shot }) => {
    await paste_and_see(page, lost_update);
    await act(page.mouse.click(1113, 22));
    await until(page, 'every order', (now) => now.orders.state === 'done');
    await page.waitForTimeout(300);
    await act(page.mouse.click(600, 284));
    const failed = await until(page, 'a failing order', (now) => now.branches.length === 2 &&
        now.ended && now.event === now.events);
    equal(output(failed)[0], 'count: 1', 'what it prints then');
    await shot('task-8');
});

task(9, 'repair it, and no report is left', {}, async ({ page, act }) => {
    await paste_and_see(page, lost_update);
    const before = await until(page, 'the report', (now) => now.races_looked_for);
    check(before.findings.length > 0, 'no race was found');
    await act(select_script(page));
    await act(paste(page, repaired));
    await act(press(page, 'Control+Enter'));
    const now = await until(page, 'the other run', (each) => each.run > before.run &&
        each.ended && each.races_looked_for);
    equal(now.findings, [], 'the report');
});

task(10, 'find the call that blocks the loop', {}, async ({ page, act, shot }) => {
    await paste_and_see(page, blocking);
    const { findings } = await until(page, 'the report', (now) => now.findings.length > 0);
    equal(findings.map((each) => each.kind), ['blocked_loop'], 'the report');
    await act(page.mouse.click(560, 537));
    const now = await settled(page);
    equal(now.threads[0].frames[0].line, 6, 'the line');
    await shot('task-10');
});

task(11, 'send the moment as a link and open it elsewhere', {}, async ({ page, context, act }) => {
    await paste_and_see(page, desk);
    await act(page.mouse.click(900, 200));
    const here = await settled(page);
    await act(press(page, 'Control+S'));
    const link = await clipboard(page);
    const there = await act(fresh_page(context, link));
    const now = await until(there, 'the moment', (each) => each.trace_hash === here.trace_hash);
    equal([now.event, now.time_ns], [here.event, here.time_ns], 'the moment');
    await there.context().close();
});

test('task 12: do 2 to 5 with the keyboard only', {}, async ({ page, open }) => {
    await open();
    await settled(page);
    let count = 0;
    const act = (done) => { ++count; return done; };
    const told = (what) => {
        console.log(`        task 12, ${what}: ${count} actions`);
        check(count <= most, `${what}: ${count} actions, ${most} at most`);
        count = 0;
    };
    const open_by_keys = async (source) => {
        const before = await settled(page);
        await act(press(page, 'Control+K'));
        await page.waitForTimeout(200);
        await act(page.keyboard.type('new script', { delay: 30 }));
        await act(press(page, 'Enter'));
        await settled(page);
        await act(paste(page, source));
        await act(press(page, 'Control+Enter'));
        await until(page, 'its run', (now) => now.ended && now.run > before.run);
        await settled(page);
    };
    await open_by_keys(failing);
    told('a script of one\'s own');
    await press(page, 'Escape');
    await act(step(page, 'End'));
    equal((await act(step(page, 'Shift+E'))).threads[0].frames[0].locals, { number: '7' },
        'the variables');
    told('a variable before an exception');
    await open_by_keys(two_waits);
    await press(page, 'Escape');
    count = 0;
    await act(press(page, 'Home'));
    await act(press(page, '/'));
    await act(page.keyboard.type('slept 1', { delay: 30 }));
    await settled(page);
    await act(step(page, 'Enter'));
    await press(page, 'Escape');
    contains(await spoken(page), 'short', 'the narration');
    told('who printed a line');
    await act(press(page, 'Home'));
    await act(press(page, '['));
    await settled(page);
    check(/short: .*sleep 1,0\d\d\./.test(await spoken(page)), await spoken(page));
    told('why a gather took 2 s');
});
