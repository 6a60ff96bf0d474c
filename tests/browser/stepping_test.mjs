// A pasted script is run and stepped, forward and backward; breakpoints stop it.
import { check, equal, test } from './support/harness.mjs';
import { output, paste_and_run, press, seen, settled, until } from './support/person.mjs';

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
        await press(page, 'Home');
        await settled(page);
        const forward = new Map();
        for (let i = 0; i < 110; ++i) {
            await press(page, 'ArrowRight');
            const now = await settled(page);
            if (now.event > 80) forward.set(now.event, seen(now));
            if (now.event > 120) break;
        }
        check(forward.size > 10, 'too few steps forward');
        await press(page, 'End');
        equal(seen(await until(page, 'the end', (now) => now.event === end.event)), seen(end), 'end');
        // Back to the middle: by the slider most of the way, the rest by the arrow key.
        const middle = [...forward.keys()].at(-1);
        await page.mouse.click(429 + 517 * (middle + 8) / end.events, 692);
        for (let now = await settled(page); now.event > middle;) {
            await press(page, 'ArrowLeft');
            now = await settled(page);
        }
        let met = 0;
        for (let i = 0; i < 60; ++i) {
            const now = await settled(page);
            if (now.event < 80) break;
            const before = forward.get(now.event);
            if (before) {
                equal(seen(now), before, `event ${now.event}`);
                ++met;
            }
            await press(page, 'ArrowLeft');
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
        await press(page, 'Home');
        await settled(page);
        const step = async (key, line, depth) => {
            await press(page, key);
            const now = await settled(page);
            equal([line_of(now), now.threads[0].frames.length], [line, depth], key);
            return now;
        };
        await press(page, 'F11');
        await settled(page);
        // From the first line on, whichever of the first two events the run begins with.
        while (line_of(await settled(page)) !== 4) await press(page, 'F10');
        await step('F10', 5, 1);
        await step('F10', 6, 1);
        const before = await step('F11', 2, 2);
        equal(before.threads[0].frames[0].locals, { x: '0' }, 'locals of inner');
        const inner = await step('F10', 3, 2);
        equal(inner.threads[0].frames[0].locals, { x: '0', y: '0' }, 'locals after a line');
        equal(seen(await step('Alt+F10', 2, 2)), seen(before), 'a line back');
        await step('F10', 3, 2);
        await press(page, 'Shift+F11');
        equal((await settled(page)).threads[0].frames.length, 1, 'out of the call');
        await press(page, 'Alt+F11');
        equal((await settled(page)).threads[0].frames.length, 2, 'back into it');
        await press(page, 'Alt+Shift+F11');
        equal(line_of(await settled(page)), 6, 'back out of the call');
        await shot('debugger-keys');
    });

test('a breakpoint stops the run, F5 goes from one to the next, Alt F5 back', {},
    async ({ page, open, shot }) => {
        await open();
        await paste_and_run(page, lines);
        // A click beside line 2, then Control+Enter: the run stops there.
        await page.mouse.click(24, 111);
        await page.waitForTimeout(100);
        await page.mouse.click(250, 400);
        await press(page, 'Control+Enter');
        await press(page, 'Escape');
        const x = async () => {
            const now = await settled(page);
            return [line_of(now), now.threads[0].frames[0]?.locals.x];
        };
        equal(await x(), [2, '0'], 'first stop');
        await shot('breakpoint');
        await press(page, 'F5');
        equal(await x(), [2, '1'], 'second stop');
        await press(page, 'F5');
        equal(await x(), [2, '2'], 'third stop');
        await press(page, 'Alt+F5');
        equal(await x(), [2, '1'], 'back to the second');
        await press(page, 'Alt+F5');
        await press(page, 'F5');
        await press(page, 'F5');
        await press(page, 'F5');
        const end = await until(page, 'the end', (now) => now.ended);
        equal(output(end), ['6'], 'output at the end');
    });
