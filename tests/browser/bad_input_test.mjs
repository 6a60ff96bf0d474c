// Broken scripts are shown with their error at its line while one types and when one runs; what
// grows without end stops at its limit. The page lives on, and the text stays.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { check, equal, test } from './support/harness.mjs';
import { clipboard, contains, output, paste, paste_and_run, press, select_script, settled, spoken,
    state, step, until } from './support/person.mjs';

const scripts = join(dirname(fileURLToPath(import.meta.url)), '../bad_input/scripts');
const script = (name) => readFileSync(join(scripts, `${name}.py`), 'utf8');

const broken = {
    'an unterminated string': [script('unterminated_string'), 'string'],
    'a bad indent': [script('bad_indent'), 'indent'],
    'an unclosed parenthesis': [script('unclosed_parenthesis'), 'never closed'],
    'mixed tabs': [script('mixed_tabs'), 'tab'],
    'python 2': [script('python2_print'), 'print'],
    'await outside': [script('await_outside_async'), 'await'],
    'an invalid character': [script('invalid_character'), 'invalid'],
    'a lone backslash': [script('lone_backslash'), 'eof'],
    'nesting by brackets': [`x = ${'('.repeat(5000)}1${')'.repeat(5000)}\n`, 'nested'],
    'nesting by signs': [`x = ${'-'.repeat(100000)}1\n`, 'nested'],
    'nesting by not': [`x = ${'not '.repeat(20000)}1\n`, 'nested'],
    'nesting by lambda': [`x = ${'lambda: '.repeat(20000)}1\n`, 'nested'],
    'nesting by blocks': [Array.from({ length: 200 },
        (_, i) => `${' '.repeat(i)}if 1:\n`).join('') + `${' '.repeat(200)}pass\n`, 'indent'],
    'a sum without end': [`x = ${'1 + '.repeat(100000)}1\n`, 'recursion'],
    'a line of a megabyte': [`x = "${'a'.repeat(1000000)}\n`, 'string'],
};

test('broken scripts name their error, and the page lives on', {}, async ({ page, open, shot }) => {
    await open();
    await paste_and_run(page, 'print("whole")\n');
    for (const [what, [source, words]] of Object.entries(broken)) {
        const before = await settled(page);
        await select_script(page);
        await page.evaluate(() => { document.getElementById('live').textContent = ''; });
        await paste(page, source);
        await page.waitForFunction((part) => document.getElementById('live').textContent
            .toLowerCase().includes(part), words, { timeout: 15000 }).catch(async () => {
            throw new Error(`${what}: the page says "${(await spoken(page)).slice(0, 200)}"`);
        });
        // CPython, too, knows no line of what is too deep to compile.
        if (words !== 'recursion') contains(await spoken(page), 'Line ', what);
        await press(page, 'Control+Enter');
        await page.waitForTimeout(200);
        equal((await state(page)).run, before.run, `${what}: the run that was open`);
        if (what === 'a bad indent') await shot('broken-script');
    }
    await press(page, 'Control+A');
    await paste(page, broken['a bad indent'][0]);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await press(page, 'Control+A');
    await press(page, 'Control+C');
    equal(await clipboard(page, broken['a bad indent'][0]), broken['a bad indent'][0], 'the text');
    const now = await paste_and_run(page, 'print("alive")\n');
    equal(output(now), ['alive'], 'after all of them');
});

const failing = {
    'an unknown module': ['import nowhere\n', 'ModuleNotFoundError'],
    'recursion without bound': ['def f(n):\n    return f(n + 1)\nf(0)\n',
        'RecursionError: maximum recursion depth exceeded'],
    'recursion in repr': ['class A:\n    def __repr__(self):\n        return repr(self)\n' +
        'print(A())\n', 'RecursionError'],
    'a list that grows': ['x = []\nwhile True:\n    x.append("a" * 1000)\n', 'MemoryError'],
    'a string that grows': ['x = "a"\nwhile True:\n    x += x\n', 'MemoryError'],
};

test('what grows without end stops at its limit, and can be stepped back', {},
    async ({ page, open, shot }) => {
        await open();
        for (const [what, [source, words]] of Object.entries(failing)) {
            const before = await settled(page);
            await paste_and_run(page, source, false);
            await until(page, `the end of ${what}`,
                (now) => now.run > before.run && now.ended, 90000);
            await settled(page);
            await press(page, 'End');
            const end = await until(page, `the last moment of ${what}`,
                (now) => now.event === now.events);
            contains(output(end).join('\n'), words, what);
            await step(page, 'ArrowLeft');
            await step(page, 'ArrowLeft');
            contains(await spoken(page), words.split(':')[0].slice(0, 11), `${what}: told`);
            if (what === 'a list that grows') await shot('memory-full');
        }
        equal(output(await paste_and_run(page, 'print("alive")\n')), ['alive'], 'after all');
        check((await state(page)).ended, 'the run');
    });
