// A pasted script is run and stepped, forward and backward; breakpoints stop it.
import { check, equal, test } from './support/harness.mjs';
import { output, paste_and_run, press, seen, settled, step, until } from './support/person.mjs';

const workers = `import asyncio
results = {}
async def work(name, n):
    total = 0
    for i in range(n):
        total += i
        await asyncio.sleep(0.001)
        print(name, i, total)
    results[name] = total
    return total
async def main():
    print(await asyncio.gather(work("a", 4), work("b", 5)))
asyncio.run(main())
print(results)
`;

test('back from the end to the middle: the same moment as on the way forward', {},
    async ({ page, open, shot }) => {
        await open();
        const end = await paste_and_run(page, workers);
        equal(output(end).at(-1), "{'a': 6, 'b': 10}", 'last line');
        await step(page, 'Home');
        // Near the middle by the slider, then on by the arrow key, and each moment is noted.
        const middle = Math.round(end.events / 2);
        const slide_to = (event) => page.mouse.click(429 + 517 * event / end.events, 692);
        await slide_to(middle - 20);
        const forward = new Map();
        for (let i = 0; i < 25; ++i) {
            const now = await step(page, 'ArrowRight');
            forward.set(now.event, seen(now));
        }
        const last = Math.max(...forward.keys());
        equal(seen(await step(page, 'End')), seen(end), 'the end');
        for (const key of ['Alt+F11', 'Alt+F10', 'ArrowLeft']) await step(page, key);
        await slide_to(last + 6);
        let met = 0;
        for (let i = 0; i < 34; ++i) {
            const now = await step(page, 'ArrowLeft');
            const before = forward.get(now.event);
            if (!before) continue;
            equal(seen(now), before, `event ${now.event}`);
            ++met;
        }
        check(met > 10, `only ${met} moments were met again`);
        await shot('stepped-back');
    });

const lines = `def inner(x):
    y = x * 2
    return y
total = 0
for i in range(3):
    total += inner(i)
print(total)
`;
const line_of = (now) => now.threads[0].frames[0]?.line;

test('F5, F10, F11 and Shift F11 step as in a debugger, with Alt backward', {},
    async ({ page, open, shot }) => {
        await open();
        await paste_and_run(page, lines);
        await step(page, 'Home');
        const comes_to = async (key, line, depth) => {
            const now = await step(page, key);
            equal([line_of(now), now.threads[0].frames.length], [line, depth], key);
            return now;
        };
        await comes_to('F11', 1, 1);
        await comes_to('F10', 4, 1);
        await comes_to('F10', 5, 1);
        await comes_to('F10', 6, 1);
        const before = await comes_to('F11', 2, 2);
        equal(before.threads[0].frames[0].locals, { x: '0' }, 'locals of inner');
        const inner = await comes_to('F10', 3, 2);
        equal(inner.threads[0].frames[0].locals, { x: '0', y: '0' }, 'locals after a line');
        equal(seen(await comes_to('Alt+F10', 2, 2)), seen(before), 'a line back');
        await comes_to('F10', 3, 2);
        await comes_to('Shift+F11', 6, 1);
        await comes_to('Alt+F11', 3, 2);
        await comes_to('Alt+Shift+F11', 6, 1);
        await shot('debugger-keys');
    });

test('a breakpoint stops the run, F5 goes from one to the next, Alt F5 back', {},
    async ({ page, open, shot }) => {
        await open();
        const before = await paste_and_run(page, lines);
        // A click beside line 2, then Control+Enter: the run stops there.
        await page.mouse.click(24, 111);
        await page.waitForTimeout(100);
        await page.mouse.click(250, 400);
        await press(page, 'Control+Enter');
        await press(page, 'Escape');
        await until(page, 'the next run', (now) => now.run > before.run);
        const x = (now) => [line_of(now), now.threads[0].frames[0]?.locals.x];
        equal(x(await settled(page)), [2, '0'], 'first stop');
        await shot('breakpoint');
        equal(x(await step(page, 'F5')), [2, '1'], 'second stop');
        equal(x(await step(page, 'F5')), [2, '2'], 'third stop');
        equal(x(await step(page, 'Alt+F5')), [2, '1'], 'back to the second');
        equal(x(await step(page, 'Alt+F5')), [2, '0'], 'back to the first');
        for (let i = 0; i < 3; ++i) await step(page, 'F5');
        equal(output(await settled(page)), ['6'], 'output at the end');
    });

test('the run goes to the line of the caret, and back to it', {}, async ({ page, open }) => {
    await open();
    await paste_and_run(page, lines);
    await press(page, 'Home');
    await settled(page);
    await page.mouse.click(200, 131);  // line 3
    await press(page, 'Control+F10');
    await until(page, 'line 3', (now) => line_of(now) === 3);
    const first = await settled(page);
    await press(page, 'Escape');
    await press(page, 'End');
    await until(page, 'the end', (now) => now.event === now.events);
    await page.mouse.click(200, 131);
    await press(page, 'Control+Alt+F10');
    const last = await until(page, 'line 3 from behind', (now) => line_of(now) === 3);
    check(last.instruction > first.instruction, 'back to the first time, not to the last');
    equal(last.threads[0].frames[0].locals.x, '2', 'x, the last time');
});
