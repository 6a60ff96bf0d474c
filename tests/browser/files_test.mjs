// Files come in by dialog and by drag and drop, and a script goes out as one.
import { readFileSync } from 'node:fs';

import { check, equal, test } from './support/harness.mjs';
import { output, paste_and_run, press, settled, until } from './support/person.mjs';

const script = 'for name in ("ana", "rui"):\n    print("hello", name)\n';

test('a file that is dropped on the page is the script then', {}, async ({ page, open, shot }) => {
    await open();
    await settled(page);
    // As the browser tells of a file from the desktop.
    const drop = (name, text) => page.evaluate(([file_name, bytes]) => {
        const data = new DataTransfer();
        data.items.add(new File([bytes], file_name, { type: 'text/x-python' }));
        const canvas = document.querySelector('canvas');
        for (const type of ['dragenter', 'dragover', 'drop'])
            canvas.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true,
                cancelable: true, clientX: 700, clientY: 300 }));
    }, [name, text]);
    await drop('greeting.py', script);
    const now = await until(page, 'its output', (there) => there.ended &&
        there.output.some((line) => line.text.startsWith('hello')));
    await settled(page);
    await press(page, 'End');
    equal(output(await settled(page)), ['hello ana', 'hello rui'], 'output');
    check(now.run > 0, 'it does not run');
    await shot('dropped');
    // A second one takes its place, also over the editor.
    await drop('other.py', 'print("another")\n');
    await until(page, 'the other', (there) => there.ended &&
        there.output.some((line) => line.text === 'another'));
});

test('a file is opened by the dialog, and the script is saved as one', {},
    async ({ page, open }) => {
        await open();
        await settled(page);
        const asks = page.waitForEvent('filechooser');
        await press(page, 'Control+O');
        await (await asks).setFiles({ name: 'chosen.py', mimeType: 'text/x-python',
            buffer: Buffer.from(script) });
        await until(page, 'its output', (there) => there.ended &&
            there.output.some((line) => line.text.startsWith('hello')));
        await paste_and_run(page, 'print("mine")\n');
        const saved = page.waitForEvent('download');
        await press(page, 'Control+K');
        await page.waitForTimeout(150);
        await page.keyboard.type('save', { delay: 30 });
        await press(page, 'Enter');
        const file = await saved;
        check(file.suggestedFilename().endsWith('.py'), `its name is ${file.suggestedFilename()}`);
        equal(readFileSync(await file.path(), 'utf8'), 'print("mine")\n', 'what is saved');
    });
