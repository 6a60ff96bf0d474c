// Going about in time as a person does: from exception to exception, by log points, until a value
// changes, by bookmarks; and what the name under the pointer is at that moment.
import { check, equal, test } from './support/harness.mjs';
import { contains, output, paste, paste_and_run, press, settled, spoken, state, step, until } from
    './support/person.mjs';

const script = `def half(n):
    if n % 2:
        raise ValueError(f"{n} is odd")
    return n // 2
total = 0
for n in [4, 3, 8, 5]:
    try:
        total += half(n)
    except ValueError as error:
        print("skipped", error)
print("total", total)
`;
const line_y = (line) => 71 + 20 * line;
const code_x = 75, letter_w = 7.8;
const field = { x: 1100, y: 632 };
const log_line = { x: 200, y: 559 };  // "n=8", once all seven lines are there
const watch = { y: 599, back_x: 1203 };
const flag = { x: 405, y: 692 };

const locals = (now) => now.threads[0].frames[0]?.locals ?? {};
async function write(page, text) {
    for (const key of text) await page.keyboard.type(key, { delay: 30 });
    await page.waitForTimeout(60);
}
async function hears(page, part, what) {
    for (let left = 60; left && !(await spoken(page)).includes(part); --left)
        await page.waitForTimeout(50);
    contains(await spoken(page), part, what);
}

test('a key leads from exception to exception, and the words say who catches it', {},
    async ({ page, open, shot }) => {
        await open();
        const end = await paste_and_run(page, script);
        await press(page, 'Home');
        await settled(page);
        const first = await step(page, 'e');
        equal(locals(first).n, '3', 'the first exception');
        await hears(page, 'Next: MainThread raises ValueError: 3 is odd.', 'the narration');
        await shot('time-exception');
        await step(page, 'ArrowRight');
        await hears(page, 'raises ValueError: 3 is odd. Next: the except on line 9 catches it.',
            'the narration');
        const second = await step(page, 'e');
        equal(locals(second).n, '5', 'the second exception');
        equal(output(second), ['skipped 3 is odd'], 'what is printed by then');
        equal((await step(page, 'Shift+E')).instruction, first.instruction, 'back again');
        await press(page, 'End');
        equal((await settled(page)).trace_hash, end.trace_hash, 'the run');
    });

test('a log point speaks between the lines of the output, and its line leads to its moment', {},
    async ({ page, open, shot }) => {
        await open();
        await paste_and_run(page, script);
        await page.mouse.click(24, line_y(8), { button: 'right' });
        await page.waitForTimeout(100);
        await press(page, 'Tab');
        await write(page, 'n={n}, total={total}');
        await shot('time-log-fields');
        await press(page, 'Enter');
        const now = await until(page, 'the log', (here) => here.log.length === 4);
        equal(now.log.map((line) => line.text),
            ['n=4, total=0', 'n=3, total=2', 'n=8, total=2', 'n=5, total=6'], 'what it says');
        equal(output(now), ['skipped 3 is odd', 'skipped 5 is odd', 'total 6'], 'the output');
        await shot('time-log');
        await page.mouse.click(log_line.x, log_line.y);
        const there = await until(page, 'its moment',
            (here) => here.globals.n === '8' && here.log.length === 3);
        equal(there.threads[0].frames[0].line, 8, 'the line');
        equal(output(there), ['skipped 3 is odd'], 'what is printed by then');
        await shot('time-log-there');
    });

test('a breakpoint stops at its third pass', {}, async ({ page, open }) => {
    await open();
    await paste_and_run(page, script);
    await press(page, 'Home');
    await settled(page);
    await page.mouse.click(24, line_y(8), { button: 'right' });
    await page.waitForTimeout(100);
    await press(page, 'Shift+Tab');
    await write(page, '3');
    await press(page, 'Enter');
    await press(page, 'F5');
    const there = await until(page, 'the third pass', (now) => now.globals.n === '8');
    equal(there.threads[0].frames[0].line, 8, 'the line');
});

test('the run goes on until a watched value changes, and back to where it did', {},
    async ({ page, open, shot }) => {
        await open();
        await paste_and_run(page, script);
        await step(page, 'Alt+F11');
        await page.mouse.click(field.x, field.y);
        await page.waitForTimeout(150);
        await paste(page, 'total');
        await press(page, 'Enter');
        await hears(page, 'total = 6', 'the answer');
        await press(page, 'Escape');
        await press(page, 'Shift+C');
        const back = await until(page, 'the change', (now) => now.globals.total === '2');
        equal(back.threads[0].frames[0].line, 8, 'the line that makes it 6');
        await hears(page, 'Here total is still 2: this line makes it 6.', 'the words');
        await shot('time-change');
        await press(page, 'c');
        await until(page, 'the change', (now) => now.globals.total === '6');
        await hears(page, 'total was 2 and is now 6.', 'the words');
        await press(page, 'Shift+C');
        await until(page, 'the change', (now) => now.globals.total === '2');
        await page.mouse.click(watch.back_x, watch.y);
        await until(page, 'the first change', (now) => now.globals.total === '0');
    });

test('moments get names, are found again after the page was left, and go', {},
    async ({ page, open, shot }) => {
        await open();
        await paste_and_run(page, script);
        await press(page, 'Home');
        await settled(page);
        const there = await step(page, 'e');
        await press(page, 'b');
        await hears(page, 'Bookmark: line 3', 'the words');
        await page.waitForTimeout(200);
        await write(page, 'odd one');
        await shot('time-bookmark-name');
        await press(page, 'Enter');
        await press(page, 'End');
        await settled(page);
        equal((await step(page, 'Shift+N')).instruction, there.instruction, 'by its key');
        await page.mouse.click(flag.x, flag.y);
        await page.waitForTimeout(150);
        await shot('time-bookmarks');
        await press(page, 'Escape');
        await page.reload();
        await page.waitForFunction(() => globalThis.meada?.state);
        await until(page, 'the run', (now) => now.ended);
        await settled(page);
        await press(page, 'Control+K');
        await write(page, 'odd one');
        await press(page, 'Enter');
        await until(page, 'the bookmark', (now) => now.instruction === there.instruction);
        await settled(page);
        await press(page, 'b');
        await hears(page, 'Bookmark removed: odd one', 'the words');
    });

test('the name under the pointer shows its value at the moment', {},
    async ({ page, open, shot }) => {
        await open();
        await paste_and_run(page, script);
        await press(page, 'Home');
        await settled(page);
        await step(page, 'e');
        const over = (line, column) =>
            page.mouse.move(code_x + letter_w * (column + 0.5), line_y(line), { steps: 4 });
        await over(2, 7);
        await hears(page, 'n = 3', 'a name of the function that runs');
        await page.waitForTimeout(700);
        await shot('time-hover');
        await over(8, 9);
        await hears(page, 'total = 2', 'a name of the module');
        await step(page, 'e');
        await over(4, 11);
        await hears(page, 'n = 5', 'later');
        check((await state(page)).globals.total === '6', 'the moment');
    });
