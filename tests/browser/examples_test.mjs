// The examples, each opened by the menu at a moment worth looking at; in both languages and
// themes, as pictures in build/screenshots.
import { check, equal, test } from './support/harness.mjs';
import { output, settled, state, step, until } from './support/person.mjs';

const names = ['callbacks', 'futures', 'gather', 'blocking', 'producer', 'lost_update', 'deadlock',
    'generators'];
const more = ['words', 'search', 'picture', 'numbers', 'downloads', 'queries'];
const looks = [
    { locale: 'en-US', width: 1280, height: 720, menu: 290, all: true },
    { locale: 'pt-BR', width: 1280, height: 720, menu: 290, dark: true },
    { locale: 'en-US', width: 1920, height: 1080, menu: 290, dark: true },
    { locale: 'pt-BR', width: 1920, height: 1080, menu: 290, all: true },
];

for (const look of looks) {
    const name = `${look.width}-${look.locale.slice(0, 2)}-${look.dark ? 'dark' : 'light'}`;
    test(`examples ${name}`, look, async ({ page, open, shot }) => {
        await open();
        const first = await until(page, 'an interesting moment',
            (now) => now.ended && now.event > 20 && now.event < now.events);
        await shot(`first-visit-${name}`);
        let run = first.run;
        const wanted = look.all ? [...names, ...more] : names;
        for (const [i, example] of wanted.entries()) {
            await page.mouse.click(look.menu, 22);
            await page.waitForTimeout(250);
            if (i === 0) await shot(`menu-${name}`);
            await page.mouse.click(look.menu + 40, 69 + 46 * i);
            const now = await until(page, example, (each) => each.run > run && each.ended &&
                each.event > 6 && each.threads.length > 0);
            run = now.run;
            await settled(page);
            await page.waitForTimeout(300);
            await shot(`${example}-${name}`);
        }
        const before = await state(page);
        await step(page, 'ArrowLeft');
        equal((await step(page, 'ArrowRight')).event, before.event, 'a step back and forth');
        check(before.run >= first.run + wanted.length, 'a run each');
    });
}

test('an untouched example follows the language to the same moment', {}, async ({ page, open }) => {
    await open();
    const english = await until(page, 'the example', (now) => now.ended && now.event > 20);
    check(output(english).some((line) => line.startsWith('baked')), 'English texts');
    await page.mouse.click(1000, 22);
    const other = await until(page, 'the other language', (now) => now.run > english.run &&
        now.ended && now.event === english.event &&
        output(now).some((line) => line.startsWith('assou')));
    equal(output(other).length, output(english).length, 'lines');
    await page.reload();  // and the next visit still has the language
    await page.waitForFunction(() => globalThis.meada);
    await until(page, 'the next visit', (now) => now.ended &&
        output(now).some((line) => line.startsWith('assou')));
});
