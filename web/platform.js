// The page's half of src/platform (web.cpp): keys, text with composition, clipboard, files,
// storage, the address, the canvas's exact size. Linked into the module by --js-library.
//
// Text: a <textarea> lies at the caret, invisible, and always has the keyboard. So dead keys,
// input methods, a phone's keyboard and the clipboard all work as in any text field; what it
// receives goes to ImGui and it is emptied again, but for one space that lets a phone's
// backspace be noticed.

addToLibrary({
    $meadaPage__deps: ['$stringToNewUTF8', '$UTF8ToString', '$lengthBytesUTF8', 'malloc', 'free'],
    $meadaPage: {
        area: null,
        active: false,       // an editor has the keyboard
        composing: false,
        frameAsked: false,
        workAsked: false,
        channel: null,       // brings the next slice of long work
        timer: 0,
        width: 0,
        height: 0,
        keysDown: {},  // code -> key, so that no key stays down when the page loses focus

        give(text, use) {
            const pointer = stringToNewUTF8(text);
            try {
                return use(pointer);
            } finally {
                _free(pointer);
            }
        },

        modifiers(event) {
            return (event.ctrlKey ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey ? 4 : 0) |
                (event.metaKey ? 8 : 0);
        },

        key(event, down) {
            const code = event.code || event.key;
            if (down) meadaPage.keysDown[code] = event.key;
            else delete meadaPage.keysDown[code];
            meadaPage.give(code, (codeAt) => meadaPage.give(event.key, (keyAt) =>
                _meada_web_key(codeAt, keyAt, down ? 1 : 0, meadaPage.modifiers(event))));
        },

        press(name) {
            const event = { code: name, key: name };
            meadaPage.key(event, true);
            meadaPage.key(event, false);
        },

        text(text) {
            if (text) meadaPage.give(text, (at) => _meada_web_text(at));
        },

        compose(text) {
            const bytes = lengthBytesUTF8(text);
            meadaPage.give(text, (at) => _meada_web_composition(at, bytes));
        },

        // Keys that stay the browser's: its own tabs, address, zoom, reload and tools.
        isBrowsers(event) {
            const command = event.ctrlKey || event.metaKey;
            if (event.key === 'F12') return true;
            if (!command) return false;
            if (/^[rtnwlq+=\-0-9]$/i.test(event.key) && !event.altKey) return true;
            return event.shiftKey && /^[ijc]$/i.test(event.key);
        },

        // Keys that the text area must see itself, so that text follows.
        isTexts(event) {
            const altGr = event.getModifierState && event.getModifierState('AltGraph');
            if ((event.ctrlKey || event.metaKey) && !altGr) return false;
            return [...event.key].length === 1 || event.key === 'Dead' ||
                event.key === 'Process' || event.key === 'Unidentified';
        },

        reset() {
            meadaPage.area.value = ' ';
            meadaPage.area.setSelectionRange(1, 1);
        },

        keydown(event) {
            if (event.isComposing || event.keyCode === 229) return;
            if (meadaPage.isBrowsers(event)) return;
            const command = event.ctrlKey || event.metaKey;
            if (command && /^v$/i.test(event.key)) return;  // the paste event follows
            meadaPage.key(event, true);
            if (!meadaPage.isTexts(event)) event.preventDefault();
        },

        keyup(event) {
            if (event.isComposing) return;
            meadaPage.key(event, false);
        },

        beforeinput(event) {
            if (meadaPage.composing) return;
            if (event.inputType === 'insertText' && event.data) {
                meadaPage.text(event.data);
                event.preventDefault();
            } else if (event.inputType === 'insertLineBreak') {
                meadaPage.press('Enter');
                event.preventDefault();
            } else if (event.inputType.startsWith('deleteContentBackward')) {
                meadaPage.press('Backspace');
                event.preventDefault();
            }
        },

        // What could not be prevented (replacement by a phone's keyboard) arrives here.
        input(event) {
            if (meadaPage.composing || event.isComposing) return;
            const value = meadaPage.area.value;
            if (value.length > 1) meadaPage.text(value.startsWith(' ') ? value.slice(1) : value);
            meadaPage.reset();
        },

        compositionstart() {
            meadaPage.composing = true;
        },

        compositionupdate(event) {
            meadaPage.compose(event.data || '');
        },

        compositionend(event) {
            meadaPage.composing = false;
            meadaPage.compose('');
            meadaPage.text(event.data || '');
            meadaPage.reset();
        },

        paste(event) {
            const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n');
            event.preventDefault();
            meadaPage.give(text, (at) => _meada_web_paste(at));
        },

        blur() {
            for (const [code, key] of Object.entries(meadaPage.keysDown))
                meadaPage.key({ code, key }, false);
            meadaPage.keysDown = {};
            _meada_web_focus(0);
        },

        arrived(file) {
            file.arrayBuffer().then((buffer) => {
                const bytes = new Uint8Array(buffer);
                const at = _malloc(bytes.length || 1);
                HEAPU8.set(bytes, at);
                meadaPage.give(file.name, (name) => _meada_web_file(name, at, bytes.length));
                _free(at);
            });
        },

        observe(canvas) {
            const exact = (entries) => {
                // The exact box, unless it knows nothing of the page's ratio: emulated devices.
                const box = entries[0].devicePixelContentBoxSize?.[0];
                const fit = (exactSize, client) => {
                    const rounded = Math.round(client * devicePixelRatio);
                    return Math.abs(exactSize - rounded) <= 1 ? exactSize : rounded;
                };
                meadaPage.width = fit(box?.inlineSize, canvas.clientWidth);
                meadaPage.height = fit(box?.blockSize, canvas.clientHeight);
                _meada_web_wake();
            };
            const observer = new ResizeObserver(exact);
            try {
                observer.observe(canvas, { box: 'device-pixel-content-box' });
            } catch {
                observer.observe(canvas);  // Safari
            }
        },
    },

    // Before SDL asks for it: what is drawn stays, so a frame draws only what differs.
    meada_js_prepare() {
        Module['canvas'].getContext('webgl2', { alpha: false, antialias: false, depth: false,
            preserveDrawingBuffer: true });
    },

    meada_js_start__deps: ['$meadaPage'],
    meada_js_start() {
        const canvas = Module['canvas'];
        const area = Module['textArea'];
        meadaPage.area = area;
        for (const name of ['keydown', 'keyup', 'beforeinput', 'input', 'compositionstart',
            'compositionupdate', 'compositionend', 'paste', 'blur']) {
            area.addEventListener(name, meadaPage[name]);
        }
        area.addEventListener('focus', () => _meada_web_focus(1));
        // A press on the canvas must not take the keyboard away; on a phone it shows it.
        canvas.addEventListener('mousedown', (event) => {
            event.preventDefault();
            area.focus({ preventScroll: true });
        });
        // Before it is due with the next frame, and at the same place: SDL knows whole units only.
        canvas.addEventListener('pointerrawupdate', (event) => {
            if (event.buttons === 1)
                _meada_web_dragged(Math.trunc(event.offsetX) * devicePixelRatio);
        });
        canvas.addEventListener('touchend', () => {
            if (meadaPage.active) area.focus({ preventScroll: true });
        });
        canvas.addEventListener('contextmenu', (event) => event.preventDefault());
        for (const name of ['dragover', 'drop'])
            canvas.addEventListener(name, (event) => event.preventDefault());
        canvas.addEventListener('drop', (event) => {
            for (const file of event.dataTransfer.files) meadaPage.arrived(file);
        });
        canvas.addEventListener('webglcontextlost', (event) => {
            event.preventDefault();
            _meada_web_closing();
            Module['onContextLost']?.();
        });
        addEventListener('hashchange', () =>
            meadaPage.give(location.hash.slice(1), (at) => _meada_web_fragment(at)));
        addEventListener('pagehide', () => _meada_web_closing());
        for (const query of ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'])
            matchMedia(query).addEventListener('change', () => _meada_web_wake());
        meadaPage.channel = new MessageChannel();
        meadaPage.channel.port1.onmessage = () => {
            meadaPage.workAsked = false;
            _meada_web_work();
        };
        meadaPage.observe(canvas);
        meadaPage.reset();
        area.focus({ preventScroll: true });
    },

    meada_js_request_frame__deps: ['$meadaPage'],
    meada_js_request_frame() {
        if (meadaPage.frameAsked) return;
        meadaPage.frameAsked = true;
        requestAnimationFrame(() => {
            meadaPage.frameAsked = false;
            _meada_web_frame();
        });
    },

    // A message comes as soon as input and frames have had their turn; a timer would wait 4 ms.
    meada_js_request_work__deps: ['$meadaPage'],
    meada_js_request_work() {
        if (meadaPage.workAsked) return;
        meadaPage.workAsked = true;
        meadaPage.channel.port2.postMessage(0);
    },

    meada_js_request_frame_at__deps: ['$meadaPage'],
    meada_js_request_frame_at(delay) {
        clearTimeout(meadaPage.timer);
        meadaPage.timer = setTimeout(() => _meada_web_timer(), Math.max(0, delay));
    },

    meada_js_canvas_size__deps: ['$meadaPage'],
    meada_js_canvas_size(out) {
        const canvas = Module['canvas'];
        const width = meadaPage.width || Math.round(canvas.clientWidth * devicePixelRatio);
        const height = meadaPage.height || Math.round(canvas.clientHeight * devicePixelRatio);
        if (canvas.width !== width) canvas.width = width;
        if (canvas.height !== height) canvas.height = height;
        HEAPF64[out >> 3] = width;
        HEAPF64[(out >> 3) + 1] = height;
        HEAPF64[(out >> 3) + 2] = devicePixelRatio;
    },

    meada_js_text_input__deps: ['$meadaPage'],
    meada_js_text_input(active, x, y, height) {
        const style = meadaPage.area.style;
        meadaPage.active = !!active;
        meadaPage.area.inputMode = active ? 'text' : 'none';
        if (!active) return;
        style.left = `${x / devicePixelRatio}px`;
        style.top = `${y / devicePixelRatio}px`;
        style.height = `${height / devicePixelRatio}px`;
    },

    meada_js_copy__deps: ['$meadaPage', '$UTF8ToString'],
    meada_js_copy(at, size) {
        const text = UTF8ToString(at, size);
        // Within a press of a key or button the page may write; where not, the old way may.
        const oldWay = () => {
            const area = meadaPage.area;
            area.value = text;
            area.select();
            const done = document.execCommand('copy');
            meadaPage.reset();
            return done;
        };
        if (!navigator.clipboard) return oldWay() ? 1 : 0;
        navigator.clipboard.writeText(text).catch(oldWay);
        return 1;
    },

    meada_js_pick_file__deps: ['$meadaPage', '$UTF8ToString'],
    meada_js_pick_file(accept) {
        const input = document.createElement('input');
        input.type = 'file';
        input.accept = UTF8ToString(accept);
        input.onchange = () => { for (const file of input.files) meadaPage.arrived(file); };
        input.click();
    },

    meada_js_save_file__deps: ['$UTF8ToString'],
    meada_js_save_file(name, at, size) {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([HEAPU8.slice(at, at + size)]));
        link.download = UTF8ToString(name);
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    },

    meada_js_open_url__deps: ['$UTF8ToString'],
    meada_js_open_url(url) {
        open(UTF8ToString(url), '_blank', 'noopener');
    },

    meada_js_announce__deps: ['$UTF8ToString'],
    meada_js_announce(words) {
        const live = document.getElementById('live');
        if (live) live.textContent = UTF8ToString(words);
    },

    // Buttons that are read and pressed, not seen; the page's language is the program's.
    meada_js_offer_controls__deps: ['$meadaPage', '$UTF8ToString'],
    meada_js_offer_controls(at) {
        const { language, label, controls } = JSON.parse(UTF8ToString(at));
        const bar = document.getElementById('controls');
        document.documentElement.lang = language;
        if (!bar) return;
        bar.setAttribute('aria-label', label);
        bar.replaceChildren(...controls.map((each) => {
            const button = document.createElement('button');
            button.type = 'button';
            button.tabIndex = -1;  // Tab goes through what is drawn
            button.textContent = each.label;
            if (each.key) button.title = each.key;
            button.onclick = () => {
                meadaPage.give(JSON.stringify({ method: 'command', name: each.name }),
                    (call) => _meada_web_call(call));
            };
            return button;
        }));
    },

    // At once: a script that asks for a character's name or a rare module waits for it, like for
    // any other. 0: it could not be had.
    meada_js_download__deps: ['malloc'],
    meada_js_download(file) {
        const request = new XMLHttpRequest();
        try {
            request.open('GET', ['character_tables', 'rare_modules'][file] + '.bin', false);
            request.overrideMimeType('text/plain; charset=x-user-defined');  // a byte a letter
            request.send();
        } catch {
            return 0;  // no network
        }
        if (request.status !== 200) return 0;
        const letters = request.responseText;
        const at = _malloc(letters.length);
        for (let i = 0; i < letters.length; ++i) HEAPU8[at + i] = letters.charCodeAt(i) & 255;
        return at;
    },

    // Until it is there its letters are drawn as what cannot be shown; without a network the next
    // frame that wants it tries again.
    meada_js_fetch_rare_font__deps: ['$meadaPage', 'malloc', 'free'],
    meada_js_fetch_rare_font() {
        if (meadaPage.rareFontAsked) return;
        meadaPage.rareFontAsked = true;
        fetch('rare.font').then((answer) => {
            if (!answer.ok) throw new Error(`rare.font: ${answer.status}`);
            return answer.arrayBuffer();
        }).then((bytes) => {
            const at = _malloc(bytes.byteLength);
            HEAPU8.set(new Uint8Array(bytes), at);
            _meada_web_rare_font(at, bytes.byteLength);
            _free(at);
        }).catch((error) => {
            console.warn(error);
            meadaPage.rareFontAsked = false;
        });
    },

    meada_js_ready() {
        Module['onReady']?.();
    },

    meada_js_fragment__deps: ['$stringToNewUTF8'],
    meada_js_fragment: () => stringToNewUTF8(location.hash.slice(1)),

    meada_js_set_fragment__deps: ['$UTF8ToString'],
    meada_js_set_fragment(fragment) {
        history.replaceState(null, '', `#${UTF8ToString(fragment)}`);
    },

    meada_js_base__deps: ['$stringToNewUTF8'],
    meada_js_base: () => stringToNewUTF8(location.href.replace(/#.*/, '')),

    // Storage may be forbidden (a private window, an embedded page): then nothing is kept.
    meada_js_read_setting__deps: ['$stringToNewUTF8', '$UTF8ToString'],
    meada_js_read_setting(key) {
        let value = '';
        try {
            value = localStorage.getItem(`meada.${UTF8ToString(key)}`) || '';
        } catch { /* nothing is kept */ }
        return stringToNewUTF8(value);
    },

    meada_js_write_setting__deps: ['$UTF8ToString'],
    meada_js_write_setting(key, value) {
        try {
            localStorage.setItem(`meada.${UTF8ToString(key)}`, UTF8ToString(value));
        } catch { /* nothing is kept */ }
    },

    meada_js_language__deps: ['$stringToNewUTF8'],
    meada_js_language: () => stringToNewUTF8(navigator.language || 'en'),

    meada_js_prefers(what) {
        // Asked in every frame: the answer is kept up to date by the browser.
        const asks = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)',
            '(pointer: coarse)'];
        const answers = meadaPage.answers ??= asks.map((each) => matchMedia(each));
        if (what < answers.length) return answers[what].matches ? 1 : 0;
        return /Mac|iPhone|iPad/.test(navigator.platform) ? 1 : 0;
    },
});
