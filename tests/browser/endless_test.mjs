// A script that never ends is watched, paused, stepped both ways and stopped; the page answers all
// the while, and neither its memory nor its history grows without bound.
import { check, equal, test } from './support/harness.mjs';
import { paste_and_run, press, seen, settled, spoken, state, step, until } from
    './support/person.mjs';

const watched_ms = Number(process.env.MEADA_ENDLESS_MS ?? 6000);
const answer_ms_max = 100;
const memory_bytes_max = 500 * 2 ** 20;

// The program's memory, read from outside: the page itself does not tell.
const keep_memory = (page) => page.addInitScript(() => {
    const start = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...args) => {
        const made = await start.apply(WebAssembly, args);
        const { exports } = made.instance ?? made;
        globalThis.wasm_memory =
            Object.values(exports).find((each) => each instanceof WebAssembly.Memory);
        return made;
    };
});
const memory = (page) => page.evaluate(() => globalThis.wasm_memory.buffer.byteLength);

// How long the page's own thread keeps an event waiting. The events are posted from inside, so that
// the time of the browser's other processes is not counted. `alone`: beside tasks of 8 ms that do
// nothing, to know what this machine can do at the moment.
const worst_wait = (page, for_ms, alone = false) => page.evaluate(([wait_ms, busy]) =>
    new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
        for (const end = performance.now() + 8; performance.now() < end;);
        if (busy) channel.port2.postMessage(0);
    };
    if (busy) channel.port2.postMessage(0);
    const waits = [];
    const from = performance.now();
    let asked = from;
    const timer = setInterval(() => {
        const now = performance.now();
        waits.push(now - asked - 20);
        asked = now;
        if (now - from < wait_ms) return;
        clearInterval(timer);
        busy = false;
        waits.sort((a, b) => a - b);
        resolve(waits[Math.floor(waits.length * 0.98)]);
    }, 20);
}), [for_ms, alone]);

// The oldest lines of output go while a run is recorded on: only the last ones are compared.
const place = (now) => ({ ...seen(now), output: now.output.slice(-20) });

const scripts = {
    'while True: pass': 'while True:\n    pass\n',
    'run_forever': `import asyncio
async def tick(n):
    while True:
        await asyncio.sleep(0.1)
        n += 1
        print(n)
loop = asyncio.new_event_loop()
loop.create_task(tick(0))
loop.run_forever()
`,
    'two threads that print': `import threading, time
def work(name, pause):
    n = 0
    while True:
        n += 1
        print(name, n)
        time.sleep(pause)
threading.Thread(target=work, args=("a", 0.002)).start()
threading.Thread(target=work, args=("b", 0.003)).start()
`,
};

for (const [name, source] of Object.entries(scripts)) {
    test(`endless: ${name}`, { alone: true }, async ({ page, open, shot }) => {
        const machine_ms = await worst_wait(page, 2000, true);
        await keep_memory(page);
        await open();
        const begin = await paste_and_run(page, source, false);
        // Watched: the moment shown goes along.
        await until(page, 'time to pass', (now) => now.time_ns > begin.time_ns);
        const early = await state(page);
        const waited = await worst_wait(page, watched_ms);
        check(waited < Math.max(answer_ms_max, 2 * machine_ms), 'the page answered after ' +
            `${Math.round(waited)} ms, empty tasks after ${Math.round(machine_ms)} ms`);
        const late = await state(page);
        check(late.time_ns > early.time_ns && !late.ended, 'the run does not go on');
        await shot(`endless-${name.replace(/\W+/g, '-')}`);
        const used = await memory(page);
        check(used < memory_bytes_max, `${used >> 20} MB of memory`);

        await press(page, 'Escape');
        const paused = await settled(page);
        await page.waitForTimeout(500);
        equal(place(await state(page)), place(paused), 'after the pause');
        await press(page, 'F11');
        for (const key of ['F10', 'F11']) await step(page, key);
        const here = await settled(page);
        const back = await step(page, 'Alt+F11');
        check(back.time_ns <= here.time_ns, 'a step back went forward');
        await step(page, 'F11');
        equal(place(await settled(page)), place(here), 'back and forth');
        const event = await step(page, 'ArrowLeft');
        check(event.instruction < here.instruction || event.event < here.event, 'an event back');

        // On again, and stopped by the button.
        await press(page, 'End');
        await until(page, 'the run to go on', (now) => now.events > here.events ||
            now.instruction > here.instruction);
        await page.mouse.click(1232, 692);
        const stopped = await settled(page);
        await page.waitForTimeout(300);
        equal((await state(page)).end_ns, stopped.end_ns, 'time goes on after Stop');
        check((await spoken(page)).length > 10, 'nothing is said');
    });
}
