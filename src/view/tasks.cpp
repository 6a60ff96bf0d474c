#include "view/tasks.h"

#include "view/states.h"

namespace meada::view {

uint32_t user_line(const std::vector<FrameState>& frames) {
    for (const FrameState& frame : frames)
        if (!frame.library && frame.file.empty() && frame.range.line != 0) return frame.range.line;
    return 0;
}

std::string sync_name(const MachineState& state, const Actors& actors, const Texts& texts,
                      Serial serial) {
    for (const SyncState& sync : state.syncs)
        if (sync.serial == serial && !sync.name.empty()) return sync.name;
    const auto found = actors.syncs.find(serial);
    if (found == actors.syncs.end()) return {};
    if (!found->second.name.empty()) return found->second.name;
    return texts(TextId::name_sync, {texts[word_of(found->second.kind)], std::to_string(serial)});
}

std::string thing_name(const MachineState& state, const Actors& actors, const Texts& texts,
                       Serial serial) {
    if (const Actor* actor = actors.find(serial)) return actor->name;
    const std::string sync = sync_name(state, actors, texts, serial);
    if (!sync.empty()) return sync;
    if (serial == 0) return texts[TextId::name_something];
    return texts(TextId::name_future, {std::to_string(serial)});
}

namespace {

TaskRow row_of(const States& states, const Actors& actors, const Texts& texts,
               const std::map<Serial, TimeNs>& changes, const TaskState& task) {
    TaskRow row;
    row.serial = task.serial;
    row.name = task.name;
    row.coroutine = task.coroutine;
    if (const Actor* actor = actors.find(task.serial)) row.yarn = actor->yarn;
    row.look = look_of(states, task);
    row.running = task.state == RunState::running;
    row.line = user_line(task.frames);
    row.words = words_of(states, actors, texts, task);
    if (task.state == RunState::ended) {
        row.result = task.result;
        if (const auto ended = changes.find(task.serial); ended != changes.end())
            row.where = texts(TextId::task_at, {texts.time(ended->second)});
    } else if (row.line != 0) {
        row.where = texts(TextId::task_line, {std::to_string(row.line)});
    }
    return row;
}

}  // namespace

std::map<Serial, TimeNs> latest_changes(const Moment& moment) {
    std::map<Serial, TimeNs> changes;
    if (!moment.events) return changes;
    const uint64_t last = moment.cursor_event;
    for (uint64_t number = last; number > moment.first_event && last - number < look_back_max;
         --number) {
        const size_t index = number - 1 - moment.first_event;
        if (index >= moment.events->size()) continue;
        const Event& event = (*moment.events)[index];
        if (const auto* stepped = event_as<event::task_stepped>(event))
            changes.try_emplace(stepped->stepped, event.time_ns);
        else if (const auto* woken = event_as<event::task_woken>(event))
            changes.try_emplace(woken->woken, event.time_ns);
        else if (event_is<event::task_suspended>(event) || event_is<event::task_done>(event))
            changes.try_emplace(event.task, event.time_ns);
    }
    return changes;
}

Tasks tasks(const Moment& moment, const Actors& actors, const Texts& texts) {
    Tasks view;
    if (!moment.state) return view;
    const MachineState& state = *moment.state;
    const States states = states_of(state);
    const std::map<Serial, TimeNs> changes = latest_changes(moment);
    std::map<Serial, bool> ended;
    for (const TaskState& task : state.tasks) ended[task.serial] = task.state == RunState::ended;
    for (const TaskState& task : state.tasks) {
        const Actor* actor = actors.find(task.serial);
        if (actor && actor->behind) continue;
        view.rows.push_back(row_of(states, actors, texts, changes, task));
        ++(task.state == RunState::ended ? view.done_count : view.open_count);
        for (const Serial other : task.awaits) {
            const auto found = ended.find(other);
            view.edges.push_back(
                {task.serial, other, false, found != ended.end() && found->second});
        }
        if (task.awaits.empty() && task.state == RunState::waiting && task.waits_on != 0) {
            const bool is_task = ended.count(task.waits_on) > 0;
            const bool is_sync = actors.syncs.count(task.waits_on) > 0;
            // Else a future that somebody else will set.
            if (is_task || is_sync || task.wait_reason == WaitReason::await)
                view.edges.push_back({task.serial, task.waits_on, is_sync, false});
        }
    }
    return view;
}

}  // namespace meada::view
