// What a person asks of a moment: an expression in its frame, a breakpoint with a condition, the
// line before an exception that nobody caught.
import { check, equal, test } from './support/harness.mjs';
import { contains, paste_and_run, press, settled, spoken, state, step, until } from
    './support/person.mjs';

const script = `def risky(values):
    total = 0
    for i in range(10):
        total += values[i]
    return total
print(risky([3, 1, 2]))
`;
const line_y = (line) => 71 + 20 * line;
const field = { x: 1100, y: 632 };

const locals = (now) => now.threads[0].frames[0]?.locals ?? {};
async function write(page, text) {
    for (const key of text) await page.keyboard.type(key, { delay: 30 });
    await page.waitForTimeout(60);
}

test('an expression is evaluated at the moment, beside the run', {},
    async ({ page, open, shot }) => {
        await open();
        await paste_and_run(page, script);
        const end = await settled(page);
        await step(page, 'Alt+F11');  // back from the exception to the line that raised it
        const here = await until(page, 'the line', (now) => locals(now).i === '3');
        equal(here.threads[0].frames[0].line, 4, 'the line');
        await page.mouse.click(field.x, field.y);
        await write(page, '[i, len(values), total]');
        await press(page, 'Enter');
        await page.waitForTimeout(200);
        contains(await spoken(page), '[i, len(values), total] = [3, 3, 6]', 'the answer');
        await press(page, 'Escape');
        await shot('evaluate');
        const asked = await page.evaluate(() => globalThis.meada.evaluate('values.append(9)'));
        equal(asked, { output: '', state: 'value', text: 'None' }, 'by window.meada');
        equal(locals(await state(page)).values, '[3, 1, 2]', 'the run does not know');
        await press(page, 'End');
        equal((await settled(page)).trace_hash, end.trace_hash, 'the run');
    });

test('a breakpoint with a condition stops where it holds', {}, async ({ page, open, shot }) => {
    await open();
    await paste_and_run(page, script);
    await press(page, 'Home');
    await settled(page);
    await page.mouse.click(24, line_y(4), { button: 'right' });
    await page.waitForTimeout(100);
    await write(page, 'i == 2');
    await shot('evaluate-condition');
    await press(page, 'Enter');
    await press(page, 'F5');
    const there = await until(page, 'the breakpoint', (now) => locals(now).i === '2');
    equal(there.threads[0].frames[0].line, 4, 'the line');
    check(!there.output.length, 'nothing is printed yet');
});
