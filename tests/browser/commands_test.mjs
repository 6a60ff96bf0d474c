// Everything that one can ask for, by the keyboard only: the palette, the editor's keys, the tour;
// and as real buttons for a screen reader.
import { check, equal, test } from './support/harness.mjs';
import {
    clipboard, output, paste, press, select_script, settled, state, step, until
} from './support/person.mjs';

async function choose(page, typed) {
    await press(page, 'Control+k');
    await page.keyboard.type(typed, { delay: 20 });
    await page.waitForTimeout(120);
}

async function editor_text(page, text) {
    await press(page, 'Control+A');
    await press(page, 'Control+C');
    equal(await clipboard(page, text), text, 'the script');
}

test('the palette finds commands, places and examples by the keyboard', {},
    async ({ page, open, shot }) => {
        await open();
        await settled(page);
        const before = await settled(page);
        await choose(page, 'lost upd');
        await press(page, 'Escape');
        equal((await settled(page)).run, before.run, 'the run after Escape');
        await choose(page, 'deadlo');
        await shot('palette');
        await press(page, 'Enter');
        await until(page, 'the example', (now) => now.run > before.run && now.events > 0);
        const opened = await settled(page);
        check(JSON.stringify(opened.threads).length > 2, 'the example has threads');
        await choose(page, 'event 12');
        await press(page, 'Enter');
        await until(page, 'the event gone to', (now) => now.event === 12);
        await choose(page, 'to the start');
        await press(page, 'Enter');
        const start = await until(page, 'the start', (now) => now.instruction === 0);
        // In either language, and the last command first when nothing is typed.
        await choose(page, 'um passo adiante');
        await press(page, 'Enter');
        await until(page, 'a step', (now) => now.event > start.event);
        const stepped = await step(page, 'ArrowRight');
        await press(page, 'Control+k');
        await press(page, 'Enter');
        await until(page, 'the step again', (now) => now.event > stepped.event);
    });

test('a line is gone to, moved, copied, commented and deleted', {}, async ({ page, open }) => {
    await open();
    await settled(page);
    await select_script(page);
    await paste(page, 'a = 1\nb = 2\nc = 3\n');
    await choose(page, '2');
    await press(page, 'Enter');
    await press(page, 'Alt+ArrowUp');
    await editor_text(page, 'b = 2\na = 1\nc = 3\n');
    await choose(page, '1');
    await press(page, 'Enter');
    await press(page, 'Shift+Alt+ArrowDown');
    await press(page, 'Control+/');
    await editor_text(page, 'b = 2\n# b = 2\na = 1\nc = 3\n');
    await choose(page, '3');
    await press(page, 'Enter');
    await press(page, 'Control+Shift+K');
    await editor_text(page, 'b = 2\n# b = 2\nc = 3\n');
});

test('blocks are indented, brackets closed while one types', {}, async ({ page, open, shot }) => {
    await open();
    await settled(page);
    await select_script(page);
    await press(page, 'Delete');
    await page.keyboard.type('def f(x):', { delay: 20 });
    await press(page, 'Enter');
    await page.keyboard.type('return [x, "two"]', { delay: 20 });
    await press(page, 'Enter');
    await page.keyboard.type('print(f(1), f(2))', { delay: 20 });
    await shot('editor-typed');
    await press(page, 'Control+Enter');
    const now = await until(page, 'the end', (each) => each.ended && each.output.length === 1);
    equal(output(now), ["[1, 'two'] [2, 'two']"], 'output');
});

test('found words are replaced, one or all', {}, async ({ page, open, shot }) => {
    await open();
    await settled(page);
    await select_script(page);
    await paste(page, 'cat = 1\ncat += 1\nprint(cat)\n');
    await press(page, 'Control+h');
    await page.keyboard.type('cat', { delay: 20 });
    await press(page, 'Tab');
    await page.keyboard.type('dog', { delay: 20 });
    await shot('replace');
    await press(page, 'Alt+Enter');
    await press(page, 'Escape');
    await editor_text(page, 'dog = 1\ndog += 1\nprint(dog)\n');
});

test('the tour is shown, skipped and found again', {}, async ({ page, open, shot }) => {
    await open();
    await settled(page);
    await press(page, 'F1');
    const says = (words) =>
        page.locator('#live', { hasText: words }).waitFor({ state: 'attached' });
    await says('This is the script');
    await shot('tour');
    for (const title of ['Every thread and task has a lane', 'The needle is the moment',
        'Play, or go step by step', 'The machine is yours', 'A link holds all of it']) {
        await press(page, 'ArrowRight');
        await says(title);
    }
    await shot('tour-last');
    await press(page, 'Enter');
    const before = await settled(page);
    await step(page, 'ArrowRight');  // the keys are the run's again
    check((await state(page)).event !== before.event, 'a step after the tour');
    await press(page, 'F1');
    await says('This is the script');
    await press(page, 'Escape');
});

test('a screen reader finds the controls as buttons, in the language of the page', {},
    async ({ page, open }) => {
        await open();
        await settled(page);
        const bar = page.getByRole('toolbar', { name: 'Meada’s controls' });
        await bar.getByRole('button', { name: 'To the start' }).press('Enter');
        const start = await until(page, 'the start', (now) => now.instruction === 0);
        await bar.getByRole('button', { name: 'One step on' }).press('Enter');
        await until(page, 'a step', (now) => now.event > start.event);
        check(await bar.getByRole('button').count() > 20, 'the controls are many');
        await bar.getByRole('button', { name: 'Em português' }).press('Enter');
        const there = page.getByRole('toolbar', { name: 'Controles do Meada' });
        await there.getByRole('button', { name: 'Um passo adiante' }).waitFor();
        equal(await page.evaluate(() => document.documentElement.lang), 'pt-BR', 'language');
    });
