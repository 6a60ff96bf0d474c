// The machine: its panel opens by a click and by a key, machines and knobs are chosen there, the
// run is another one then, and the link says on which machine it was.
import { check, equal, fresh_page, test } from './support/harness.mjs';
import { clipboard, contains, paste_and_run, press, settled, spoken, state, until }
    from './support/person.mjs';

const script = `import threading

def crunch(name):
    total = 0
    for i in range(20_000):
        total += i * i
    print(name, total)

threads = [threading.Thread(target=crunch, args=(name,), name=name)
           for name in ("ana", "bia", "caio", "davi")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
`;

const button = { x: 375, y: 22 };        // of the top bar: the machine
const free_threaded = { x: 130, y: 135 };  // in the panel: the third of the machines

const run_on = (page, machine, what) => until(page, what, (now) => now.ended &&
    now.event === now.events && machine(now.machine));

// The most cores that are busy at once, asked all along the run.
async function busiest(page) {
    const { end_ns } = await settled(page);
    let most = 0;
    for (let part = 1; part < 20; ++part) {
        const now = await page.evaluate((time_ns) => globalThis.meada.seek({ time_ns }),
            Math.floor(end_ns * part / 20));
        most = Math.max(most, now.cores.filter((thread) => thread !== 0).length);
    }
    return most;
}

test('without a GIL several cores are busy, and the run is shorter', {},
    async ({ page, open, shot }) => {
        await open();
        const before = await paste_and_run(page, script);
        equal(before.machine.gil, 'cpython311', 'the GIL at first');
        await page.mouse.click(button.x, button.y);
        await page.waitForTimeout(200);
        await page.mouse.click(free_threaded.x, free_threaded.y);
        const after = await run_on(page, (machine) => machine.gil === 'none', 'the other machine');
        equal(after.machine.cores, 8, 'cores');
        check(after.end_ns < before.end_ns / 2, `${before.end_ns} ns, then ${after.end_ns} ns`);
        equal(after.output.map((line) => line.text).sort(),
            before.output.map((line) => line.text).sort(), 'what is printed');
        await settled(page);
        await shot('machine-free-threaded');
        check(await busiest(page) >= 4, 'not all threads ran at once');
        await page.evaluate(() => globalThis.meada.setMachine('laptop'));
        equal(await busiest(page), 1, 'busy cores under the GIL');
    });

test('knobs are turned by keyboard, and nonsense is refused', { locale: 'pt-BR', dark: true },
    async ({ page, open, shot }) => {
        await open();
        await paste_and_run(page, script);
        await press(page, 'F2');  // the ring is on the number of cores
        await press(page, 'ArrowLeft');
        await run_on(page, (machine) => machine.cores === 3, 'one core less');
        for (const key of ['Enter', '6', '5', 'Enter']) await press(page, key);
        contains(await spoken(page), 'de 1 a 64', 'what is said');
        equal((await state(page)).machine.cores, 3, 'cores after nonsense');
        await shot('machine-refused-pt-dark');
        for (const key of ['1', '2', 'Enter']) await press(page, key);
        await run_on(page, (machine) => machine.cores === 12, 'twelve cores');
        await press(page, 'Delete');
        await run_on(page, (machine) => machine.cores === 4, 'as many as by default');
        const { run } = await settled(page);
        await press(page, 'Escape');
        await press(page, 'ArrowLeft');  // steps the run again
        await until(page, 'a step back', (now) => now.event < now.events);
        equal((await state(page)).run, run, 'the run');
    });

test('a link keeps its machine', {}, async ({ page, context, open }) => {
    await open();
    await paste_and_run(page, script);
    await page.evaluate(() => globalThis.meada.setMachine({ cores: 2, gil: 'none',
        quantum_ns: '200us' }));
    const here = await run_on(page, (machine) => machine.cores === 2, 'the machine');
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await press(page, 'Control+S');
    const there = await fresh_page(context, await clipboard(page));
    const arrived = await run_on(there, (machine) => machine.cores === 2, 'the machine there');
    equal(arrived.machine, here.machine, 'machine');
    equal(arrived.trace_hash, here.trace_hash, 'trace');
    await there.context().close();
});

test('window.meada refuses what no machine can be', {}, async ({ page, open }) => {
    await open();
    const before = await settled(page);
    for (const [machine, words] of [[{ cores: 0 }, '1'], [{ cores: 65 }, '64'],
        [{ gil: 'sometimes' }, 'cpython311'], [{ wings: 2 }, 'wings'], ['toaster', 'laptop'],
        [{ cores: 4, slow_cores: 4 }, '3'], [{ wake_ns: -1 }, '-1'], [7, 'machine']]) {
        const said = await page.evaluate((given) => {
            try {
                globalThis.meada.setMachine(given);
            } catch (error) {
                return error.message;
            }
            return '';
        }, machine);
        contains(said, words, JSON.stringify(machine));
    }
    equal((await state(page)).machine, before.machine, 'the machine');
    equal((await state(page)).run, before.run, 'the run');
});

for (const [width, height] of [[1280, 720], [1920, 1080]])
    for (const locale of ['en', 'pt-BR'])
        for (const dark of [false, true])
            test(`the machine's panel at ${width} in ${locale}, ${dark ? 'dark' : 'light'}`,
                { width, height, locale, dark }, async ({ page, open, shot }) => {
                    await open();
                    await page.evaluate((source) => globalThis.meada.load(source), script);
                    await page.evaluate(() =>
                        globalThis.meada.setMachine({ cores: 4, gil: 'none' }));
                    await page.evaluate(() => globalThis.meada.run());
                    await press(page, 'F2');
                    const now = await settled(page);
                    equal(now.machine.gil, 'none', 'the GIL');
                    await page.waitForTimeout(300);
                    await shot(`machine-${width}-${locale}-${dark ? 'dark' : 'light'}`);
                });
