#include "view/threads.h"

#include <algorithm>

#include "view/states.h"
#include "view/tasks.h"

namespace meada::view {

namespace {

std::string key_of(Serial owner, const FrameState& frame, const std::string& name) {
    return std::to_string(owner) + "/" + frame.function + "/" + name;
}

bool differs(const ValueMemory& before, const std::string& key, const std::string& text) {
    if (before.empty()) return false;
    const auto found = before.find(key);
    return found == before.end() || found->second != text;
}

std::vector<FrameRow> frames_of(Serial owner, const std::vector<FrameState>& frames,
                                const ValueMemory& before) {
    std::vector<FrameRow> rows;
    for (const FrameState& frame : frames) {
        FrameRow row{frame.function, frame.range.line, frame.library, {}};
        if (!frame.file.empty())
            row.function += " (" + frame.file.substr(frame.file.rfind('/') + 1) + ")";
        for (const VariableState& local : frame.locals)
            row.values.push_back({local.name, local.text,
                                  differs(before, key_of(owner, frame, local.name), local.text)});
        rows.push_back(std::move(row));
    }
    return rows;
}

// When they began to wait, by actor.
using Since = std::map<Serial, TimeNs>;

Since waiting_since(const Moment& moment) {
    Since since = latest_changes(moment);
    for (const ThreadState& thread : moment.state->threads) since[thread.serial] = thread.since_ns;
    return since;
}

// Who waits longest comes first; of whom it is not known, behind.
void order_waiters(SyncRow& row, const Since& since, TimeNs now_ns, const Texts& texts) {
    const auto began = [&](Serial serial) {
        const auto found = since.find(serial);
        return found == since.end() ? never_ns : found->second;
    };
    std::ranges::sort(row.waiters, [&](Serial left, Serial right) {
        return std::pair(began(left), left) < std::pair(began(right), right);
    });
    for (const Serial waiter : row.waiters) {
        const TimeNs at = began(waiter);
        const bool shows = at <= now_ns && now_ns - at >= 500;  // less reads as 0.000 ms
        row.waits.push_back(shows ? texts.time(now_ns - at) : std::string());
    }
}

// The GILs that several threads have to share.
void add_gils(Threads& view, const Moment& moment, const Actors& actors, const Texts& texts,
              const Since& since) {
    if (!moment.spec || moment.spec->gil_mode() == GilMode::none) return;
    std::map<Serial, SyncRow> gils;
    std::map<Serial, int> living;
    for (const ThreadState& thread : moment.state->threads) {
        if (thread.state == RunState::ended) continue;
        SyncRow& row = gils[thread.process];
        ++living[thread.process];
        if (thread.holds_gil) row.holder = thread.serial;
        // It could run but for the GIL: so the machine calls it ready.
        const bool waits = thread.state == RunState::ready && thread.wait_reason == WaitReason::gil;
        if (waits) row.waiters.push_back(thread.serial);
    }
    for (auto& [process, row] : gils) {
        if (living[process] < 2) continue;
        const Actor* main = actors.find(process);
        row.name = process == 0 || !main ? std::string(texts[TextId::lock_gil])
                                         : texts(TextId::lock_gil_of, {main->name});
        row.gil = true;
        row.free = row.holder == 0;
        if (row.free) row.words = texts[TextId::lock_free];
        order_waiters(row, since, moment.state->now_ns, texts);
        view.syncs.push_back(std::move(row));
    }
}

SyncRow sync_row(const MachineState& state, const Actors& actors, const Texts& texts,
                 const SyncState& sync) {
    SyncRow row;
    row.serial = sync.serial;
    row.kind = sync.kind;
    row.name = sync_name(state, actors, texts, sync.serial);
    row.kind_words = texts[word_of(sync.kind)];
    if (row.name.empty()) row.name = row.kind_words;
    row.holder = sync.holder;
    row.waiters = sync.waiters;
    row.free = sync.holder == 0;
    const std::string number = texts.count(sync.value);
    switch (sync.kind) {
        case SyncKind::queue:
        case SyncKind::async_queue:
            row.words = sync.limit == 0
                            ? texts(TextId::lock_items, {number})
                            : texts(TextId::lock_items_of, {number, texts.count(sync.limit)});
            for (const std::string& item : sync.items)
                row.items += (row.items.empty() ? "" : ", ") + item;
            if (sync.items.size() < sync.value && !sync.items.empty()) row.items += ", …";
            break;
        case SyncKind::barrier:
            row.words = texts(TextId::lock_parties, {number, texts.count(sync.limit)});
            break;
        case SyncKind::semaphore:
        case SyncKind::async_semaphore:
            row.words = texts(TextId::lock_permits, {number});
            break;
        case SyncKind::event:
        case SyncKind::async_event:
            row.words = texts[sync.value ? TextId::lock_set : TextId::lock_not_set];
            break;
        default:
            row.words = row.free ? texts[TextId::lock_free] : std::string();
            break;
    }
    return row;
}

// What nobody named, holds or waits for is mostly a part of the library's own objects.
bool is_of_interest(const SyncState& sync) {
    const bool counts = sync.kind == SyncKind::queue || sync.kind == SyncKind::async_queue ||
                        sync.kind == SyncKind::semaphore || sync.kind == SyncKind::async_semaphore;
    return counts || !sync.name.empty() || sync.holder != 0 || !sync.waiters.empty();
}

}  // namespace

ValueMemory remember(const MachineState& state) {
    ValueMemory memory;
    const auto add = [&](Serial owner, const std::vector<FrameState>& frames) {
        for (const FrameState& frame : frames)
            for (const VariableState& local : frame.locals)
                memory[key_of(owner, frame, local.name)] = local.text;
    };
    for (const ThreadState& thread : state.threads) add(thread.serial, thread.frames);
    for (const TaskState& task : state.tasks) add(task.serial, task.frames);
    for (const VariableState& global : state.globals) memory["/" + global.name] = global.text;
    return memory;
}

bool program_has_ended(const Moment& moment) {
    return moment.ended && moment.events && !moment.events->empty() &&
           moment.cursor_event >= moment.first_event + moment.events->size() &&
           event_is<event::process_ended>(moment.events->back());
}

Threads threads(const Moment& moment, const Actors& actors, const Texts& texts,
                const ValueMemory& before) {
    Threads view;
    if (!moment.state) return view;
    view.ended = program_has_ended(moment);
    const MachineState& state = *moment.state;
    const States states = states_of(state);
    for (const ThreadState& thread : state.threads) {
        ThreadRow row;
        row.serial = thread.serial;
        row.name = thread.name;
        if (const Actor* actor = actors.find(thread.serial)) row.yarn = actor->yarn;
        row.look = look_of(states, thread);
        row.words = words_of(states, actors, texts, thread);
        row.holds_gil = thread.holds_gil && !view.ended;
        if (view.ended) {
            row.look = Look::done;
            row.words = texts[word_of(EndOutcome::returned)];
        }
        const bool on_core = thread.core >= 0 && size_t(thread.core) < state.cores.size() &&
                             state.cores[size_t(thread.core)] == thread.serial;
        if (on_core && state.cores.size() > 1 && !view.ended) row.core = thread.core;
        row.frames = frames_of(thread.serial, thread.frames, before);
        if (thread.serial == state.running_thread)
            view.focus = thread.task != 0 ? thread.task : thread.serial;
        view.rows.push_back(std::move(row));
        for (const TaskState& task : state.tasks) {
            const Actor* actor = actors.find(task.serial);
            if (task.thread != thread.serial || (actor && actor->behind)) continue;
            ThreadRow of_task;
            of_task.serial = task.serial;
            of_task.is_task = true;
            of_task.name = task.name;
            if (actor) of_task.yarn = actor->yarn;
            of_task.look = look_of(states, task);
            of_task.words = words_of(states, actors, texts, task);
            of_task.frames = frames_of(task.serial, task.frames, before);
            view.rows.push_back(std::move(of_task));
        }
    }
    for (const VariableState& global : state.globals)
        view.globals.push_back(
            {global.name, global.text, differs(before, "/" + global.name, global.text)});
    const Since since = waiting_since(moment);
    if (!view.ended) add_gils(view, moment, actors, texts, since);
    for (const SyncState& sync : state.syncs) {
        if (!is_of_interest(sync)) continue;
        view.syncs.push_back(sync_row(state, actors, texts, sync));
        order_waiters(view.syncs.back(), since, state.now_ns, texts);
    }
    if (view.focus == 0 && moment.events && moment.cursor_event > moment.first_event) {
        const Event& last = (*moment.events)[moment.cursor_event - 1 - moment.first_event];
        view.focus = last.task != 0 ? last.task : last.thread;
    }
    if (view.focus == 0 && !view.rows.empty()) view.focus = view.rows[0].serial;
    return view;
}

}  // namespace meada::view
