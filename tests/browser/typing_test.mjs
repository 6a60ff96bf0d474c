// Text comes into the editor as in any text field: composed, pasted, undone.
import { equal, test } from './support/harness.mjs';
import {
    clipboard, output, paste, press, select_script, settled, until
} from './support/person.mjs';

test('ação comes in by composition', {}, async ({ page, open, shot }) => {
    await open();
    await settled(page);
    await select_script(page);
    await press(page, 'Delete');
    await page.keyboard.type('print("a', { delay: 20 });
    const cdp = await page.context().newCDPSession(page);
    const compose = (text) => cdp.send('Input.imeSetComposition',
        { text, selectionStart: text.length, selectionEnd: text.length });
    // A dead key shows its accent until the letter comes; an input method shows the whole word.
    await compose('´');
    await compose('ç');
    await cdp.send('Input.insertText', { text: 'ç' });
    await compose('~');
    await page.waitForTimeout(200);
    await shot('composition');
    await compose('ã');
    await cdp.send('Input.insertText', { text: 'ã' });
    await page.keyboard.type('o, coraç', { delay: 20 });
    await compose('ão');
    await compose('');  // given up: nothing of it stays
    await page.keyboard.type('ão")', { delay: 20 });
    await press(page, 'Control+Enter');
    const now = await until(page, 'the end', (each) => each.ended && each.output.length === 1);
    equal(output(now), ['ação, coração'], 'what was printed');
});

test('undo brings the example back, redo the new text', {}, async ({ page, open }) => {
    await open();
    const before = await settled(page);
    await select_script(page);
    await paste(page, 'print("mine")\n');
    await press(page, 'Control+Z');
    await press(page, 'Control+Enter');
    await press(page, 'Escape');
    await until(page, 'its run', (now) => now.run > before.run && now.ended);
    await settled(page);
    await press(page, 'End');
    await until(page, 'the example', (now) => now.output.length === 13);
    await page.mouse.click(250, 300);
    await press(page, 'Control+Shift+Z');
    await press(page, 'Control+Enter');
    const now = await until(page, 'the new text', (each) => each.ended && each.output.length === 1);
    equal(output(now), ['mine'], 'output');
});

test('cut and copy reach the clipboard', {}, async ({ page, open }) => {
    await open();
    await settled(page);
    await select_script(page);
    await page.evaluate(() => navigator.clipboard.writeText('a = 1\nb = 2\n'));
    await press(page, 'Control+V');
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await press(page, 'Control+A');
    await press(page, 'Control+C');
    const twice = 'a = 1\nb = 2\na = 1\nb = 2\n';
    equal(await clipboard(page, 'a = 1\nb = 2\n'), 'a = 1\nb = 2\n', 'copied');
    await press(page, 'Control+X');
    await press(page, 'Control+V');
    await press(page, 'Control+V');
    await press(page, 'Control+A');
    await press(page, 'Control+C');
    equal(await clipboard(page, twice), twice, 'cut and pasted twice');
});
