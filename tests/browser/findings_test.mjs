// What is wrong with a run is told at once, and leads to its moments by a click.
import { check, equal, test } from './support/harness.mjs';
import { paste_and_run, settled, state, step, until } from './support/person.mjs';

const lost_update = `import threading, time
count = 0
def add():
    global count
    for _ in range(3):
        seen = count
        time.sleep(0.001)
        count = seen + 1
threads = [threading.Thread(target=add, name=name) for name in ("ana", "rui")]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(count)
`;
const repaired = lost_update.replace('count = 0', 'count = 0\nlock = threading.Lock()')
    .replace(/        seen = count\n.*\n.*\n/,
        '        with lock:\n            seen = count\n            count = seen + 1\n');
const deadlock = `import threading, time
a, b = threading.Lock(), threading.Lock()
def work(first, second):
    with first:
        time.sleep(0.001)
        with second:
            pass
threads = [threading.Thread(target=work, args=(a, b), name="ana"),
           threading.Thread(target=work, args=(b, a), name="rui")]
for thread in threads: thread.start()
for thread in threads: thread.join()
`;

const looked = (page) => until(page, 'races to be looked for', (now) => now.races_looked_for);
// The rows of the report that stands in the event loop's place, from the first.
const row = (number) => ({ x: 560, y: 537 + 26 * number });

test('a race is told, each of its accesses is a click away, and a lock ends it', {},
    async ({ page, open, shot }) => {
        await open();
        await paste_and_run(page, lost_update);
        const { findings } = await looked(page);
        check(findings.length > 0 && findings.every((each) => each.kind === 'race' &&
            each.name === 'count'), `found ${JSON.stringify(findings)}`);
        await page.waitForTimeout(200);
        await shot('findings-race');
        const before = await settled(page);
        for (const number of [0, 1]) {
            await page.mouse.click(row(number).x, row(number).y);
            const now = await until(page, 'the access', (then) =>
                then.instruction === findings[0].instructions[number]);
            check(now.instruction !== before.instruction, 'the moment is another one');
            await settled(page);
        }
        await paste_and_run(page, repaired);
        equal((await looked(page)).findings, [], 'with a lock');
        await page.waitForTimeout(200);
        await shot('findings-none');
    });

test('a deadlock is told, with the way to where each lock was taken', {},
    async ({ page, open, shot }) => {
        await open();
        await paste_and_run(page, deadlock, false);
        const { findings } = await until(page, 'the report', (now) => now.findings.length > 0);
        equal(findings.map((each) => each.kind), ['deadlock'], 'findings');
        await settled(page);
        await page.waitForTimeout(200);
        await shot('findings-deadlock');
        const end = await state(page);
        await page.mouse.click(row(0).x, row(0).y);
        const taken = await until(page, 'the first lock', (now) => now.event < end.event);
        const waiting = (now) => now.threads.filter((each) => each.waits_for === 'lock').length;
        check(waiting(taken) < waiting(end), 'it is before the deadlock');
        await step(page, 'End');
        equal(waiting(await settled(page)), waiting(end), 'at the end again');
    });
