// What a person does in the page, and what they see of it. Acting is clicks and keys; window.meada
// is only asked. Keys are pressed as long as fingers press them: a frame sees them go down.
import { check } from './harness.mjs';

const pressed_ms = 30;

export const state = (page) => page.evaluate(() => globalThis.meada.state());

// What was done before has been taken: the page reads its input when it draws a frame, a key's two
// halves in two of them, and a loaded machine draws late.
const frames_drawn = (page, count) => page.evaluate((left) => new Promise((done) => {
    const next = () => (left-- > 0 ? requestAnimationFrame(next) : done());
    next();
}), count);

// The state once the page rests: what was done is drawn, and nothing is under way.
export async function settled(page, within_ms = 20000) {
    await page.waitForFunction(() => globalThis.meada.rests(), null,
        { timeout: within_ms, polling: 'raf' });
    return state(page);
}

export async function until(page, what, holds, within_ms = 20000) {
    for (const end = Date.now() + within_ms; Date.now() < end;) {
        const now = await state(page);
        if (holds(now)) return now;
        await page.waitForTimeout(50);
    }
    throw new Error(`waited for ${what}; the state is ` +
        JSON.stringify(await state(page)).slice(0, 300));
}

export async function press(page, key) {
    await page.keyboard.press(key, { delay: pressed_ms });
    await frames_drawn(page, 4);
}

// A key after which the moment is another one; what it then is.
export async function step(page, key) {
    const place = (now) => `${now.run} ${now.event} ${now.instruction} ${now.trace_hash}`;
    const before = place(await state(page));
    await page.keyboard.press(key, { delay: pressed_ms });
    await until(page, `a move by ${key}`, (now) => place(now) !== before);
    return settled(page);
}

// Into the editor, and everything in it selected.
export async function select_script(page) {
    await page.mouse.click(250, 300);
    await page.waitForTimeout(80);
    await press(page, 'Control+A');
}

export async function paste(page, text) {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await press(page, 'Control+V');
    await page.waitForTimeout(150);
}

// A script from the clipboard in place of what stands there, run; out of the editor.
async function paste_and_start(page, source) {
    const before = await settled(page);
    await select_script(page);
    await paste(page, source);
    await press(page, 'Control+Enter');
    await press(page, 'Escape');
    return until(page, 'a run', (now) => now.run > before.run);
}

// What one sees when it has run: a moment that tells something.
export async function paste_and_see(page, source) {
    await paste_and_start(page, source);
    await until(page, 'the end of the run', (now) => now.ended);
    return settled(page);
}

// Seen at its end; `ends` false: one that need not have an end, as soon as it runs.
export async function paste_and_run(page, source, ends = true) {
    if (!ends) return paste_and_start(page, source);
    await paste_and_see(page, source);
    await press(page, 'End');
    await until(page, 'the end', (now) => now.event === now.events);
    return settled(page);
}

// What the clipboard holds, once it holds it.
export async function clipboard(page, expected) {
    let text = '';
    for (let i = 0; i < 40; ++i) {
        text = await page.evaluate(() => navigator.clipboard.readText());
        if (expected === undefined ? text : text === expected) break;
        await page.waitForTimeout(50);
    }
    return text;
}

export const output = (now) => now.output.map((line) => line.text);

// What two visits of one moment must agree in.
export function seen(now) {
    return {
        position: now.position, event: now.event, instruction: now.instruction,
        time_ns: now.time_ns, trace: now.trace_hash, output: now.output,
        globals: now.globals, threads: now.threads, tasks: now.tasks,
    };
}

// The words that the page says to a screen reader, or shows: they are drawn on the canvas.
export const spoken = (page) => page.locator('#live').textContent();

export function contains(text, part, what) {
    check(text.includes(part), `${what}: "${part}" is not in "${text}"`);
}
