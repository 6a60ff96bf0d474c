// Starts the page: checks what the browser can do, loads the program, shows how far it is, and
// offers window.meada. The program itself is meada-app.mjs and meada-app.wasm.

const words = {
    en: {
        loading: 'Loading…',
        no_wasm: ['This browser cannot run Meada',
            'Meada needs WebAssembly. A current Firefox, Chrome, Edge or Safari has it.'],
        no_webgl: ['This browser shows no WebGL 2',
            'Meada draws with WebGL 2. It may be switched off in the browser’s settings, ' +
            'or the graphics driver may be blocked.'],
        lost: ['The graphics device was lost', 'Your script is saved. Reload to go on.'],
        failed: ['Meada could not start',
            'A file of the page is missing or damaged. Reload to try again.'],
        crashed: ['Meada stopped because of a fault of its own',
            'Your script is saved. Reload to go on.'],
        again: 'Reload',
    },
    pt: {
        loading: 'Carregando…',
        no_wasm: ['Este navegador não consegue executar o Meada',
            'O Meada precisa de WebAssembly. Um Firefox, Chrome, Edge ou Safari atual tem.'],
        no_webgl: ['Este navegador não mostra WebGL 2',
            'O Meada desenha com WebGL 2. Ele pode estar desligado nas configurações do ' +
            'navegador, ou o driver de vídeo pode estar bloqueado.'],
        lost: ['O dispositivo gráfico foi perdido',
            'Seu script está salvo. Recarregue para continuar.'],
        failed: ['O Meada não conseguiu iniciar',
            'Um arquivo da página falta ou está danificado. Recarregue para tentar de novo.'],
        crashed: ['O Meada parou por uma falha própria',
            'Seu script está salvo. Recarregue para continuar.'],
        again: 'Recarregar',
    },
};
const portuguese = (navigator.language || 'en').toLowerCase().startsWith('pt');
const say = words[portuguese ? 'pt' : 'en'];
document.documentElement.lang = portuguese ? 'pt-BR' : 'en';

const element = (id) => document.getElementById(id);
const notice = element('notice');

function progress(share) {
    element('yarn').firstElementChild.style.width = `${Math.round(share * 100)}%`;
}

function stop([title, text], reload = true) {
    element('title').textContent = title;
    element('words').textContent = text;
    element('yarn').hidden = true;
    element('again').hidden = !reload;
    element('again').textContent = say.again;
    element('again').onclick = () => location.reload();
    notice.setAttribute('role', 'alert');
    notice.hidden = false;
}

function has_webgl2() {
    try {
        return !!document.createElement('canvas').getContext('webgl2');
    } catch {
        return false;
    }
}

// The bytes as they come, with progress; a server that gives no length shows no share.
async function received(answer) {
    const compressed = answer.headers.get('content-encoding');
    const total = compressed ? 0 : Number(answer.headers.get('content-length')) || 0;
    const reader = answer.body.getReader();
    const parts = [];
    let size = 0;
    for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        parts.push(value);
        size += value.length;
        if (total) progress(0.95 * size / total);
    }
    return new Blob(parts).arrayBuffer();
}

// Compiles the program while it arrives; where the server does not call it application/wasm, when
// all of it is there.
async function compile_program(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    const bytes = received(answer.clone());
    return WebAssembly.compileStreaming(answer)
        .catch(async () => WebAssembly.compile(await bytes));
}

// window.meada: each method is one JSON call of the session; an answer's `error` is thrown.
function offer(module) {
    const call = (method, args = {}) => {
        const at = module.stringToNewUTF8(JSON.stringify({ method, ...args }));
        const answer = JSON.parse(module.UTF8ToString(module._meada_web_call(at)) || 'null');
        module._free(at);
        if (answer && answer.error) throw new Error(answer.error);
        return answer;
    };
    globalThis.meada = {
        call,
        load: (source) => call('load', { source }),
        run: () => call('run'),
        input: (text) => call('input', { text }),
        step: (kind = 'line', direction = 'forward') => call('step', { kind, direction }),
        seek: (position) => call('seek', { position }),
        // {cores: 8, gil: "none"}, the knobs of `meada run --help`; or the name of a machine.
        setMachine: (machine) => call('machine', { machine }),
        // Choices and branches by their numbers, from 0, as state() lists them; an option likewise.
        goToChoice: (index) => call('goToChoice', { index }),
        choose: (option) => call('choose', { index: option }),
        goToBranch: (index) => call('goToBranch', { index }),
        removeBranch: (index) => call('removeBranch', { index }),
        // Looked for beside the run: state().orders tells how far it is.
        everyOrder: () => call('everyOrder'),
        openOutcome: (index) => call('openOutcome', { index }),
        // At the moment, in the frame of a thread or task (0: of whoever runs), on a copy.
        evaluate: (expression, actor = 0) => call('evaluate', { expression, actor }),
        state: () => call('state'),
        place: () => call('place'),  // a small part of it
        link: () => call('link'),
        frames: () => module._meada_web_frame_count(),
        rests: () => module._meada_web_rests() !== 0,
    };
}

async function start() {
    element('words').textContent = say.loading;
    if (typeof WebAssembly !== 'object') return stop(say.no_wasm, false);
    if (!has_webgl2()) return stop(say.no_webgl);
    const [{ default: create }, program] =
        await Promise.all([import('./meada-app.mjs'), compile_program('meada-app.wasm')]);
    let ready = false;
    const module = await new Promise((resolve, reject) => create({
        canvas: element('canvas'),
        textArea: element('text'),
        instantiateWasm: (imports, receive) => {
            WebAssembly.instantiate(program, imports)
                .then((instance) => receive(instance, program)).catch(reject);
            return {};
        },
        onReady: () => { ready = true; },
        onContextLost: () => stop(say.lost),
        onAbort: () => stop(say.crashed),
    }).then(resolve, reject));
    if (!ready) return stop(say.no_webgl);
    offer(module);
    progress(1);
    notice.hidden = true;
}

start().catch((error) => {
    console.error(error);
    stop(say.failed);
});
