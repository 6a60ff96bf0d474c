#include "view/event_loop.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "view/states.h"
#include "view/tasks.h"
#include "view/threads.h"

namespace meada::view {

namespace {

const LoopState* choose_loop(const MachineState& state, Serial wanted) {
    const LoopState* chosen = nullptr;
    for (const LoopState& loop : state.loops) {
        if (wanted != 0 ? loop.serial == wanted : loop.running) return &loop;
        if (!chosen) chosen = &loop;
    }
    return wanted == 0 ? chosen : nullptr;
}

// Who made each task of the ready queue ready, looked for backward from the cursor.
struct Origin {
    std::string words;
    uint64_t event = 0;
};
using Origins = std::map<Serial, Origin>;

// What one event tells of a task's becoming ready.
struct Readied {
    Serial task = 0;
    TextId words = TextId::chip_new;
    const Actor* by = nullptr;
};

std::optional<Readied> readied_by(const Moment& moment, const Actors& actors, size_t index) {
    const Event& event = (*moment.events)[index];
    if (const auto* woken = event_as<event::task_woken>(event)) {
        const Actor* by = actors.find(event.task);
        const bool due = !by || by->serial == woken->woken;
        return {{woken->woken, due ? TextId::chip_timer_due : TextId::chip_woken_by, by}};
    }
    if (const auto* soon = event_as<event::callback_scheduled>(event)) {
        const bool woken = event.task != 0 && event.task != soon->for_task;
        const Actor* by = woken ? actors.find(event.task) : nullptr;
        const bool first =
            index >= 1 && event_is<event::task_created>((*moment.events)[index - 1]);
        if (by && !first) return {{soon->for_task, TextId::chip_woken_by, by}};
    }
    if (const auto* made = event_as<event::task_created>(event))
        return {{made->created, TextId::chip_new, nullptr}};
    return {};
}

Origins origins_of(const Moment& moment, const Actors& actors, const Texts& texts,
                   const std::vector<HandleState>& ready) {
    Origins origins;
    size_t missing = 0;
    for (const HandleState& handle : ready)
        if (handle.task != 0) missing += origins.try_emplace(handle.task).second;
    const uint64_t last = moment.cursor_event;
    for (uint64_t number = last;
         missing > 0 && number > moment.first_event && last - number < look_back_max; --number) {
        const size_t index = number - 1 - moment.first_event;
        if (index >= moment.events->size()) continue;
        const auto readied = readied_by(moment, actors, index);
        if (!readied) continue;
        const auto wanted = origins.find(readied->task);
        if (wanted == origins.end() || !wanted->second.words.empty()) continue;
        wanted->second.words = readied->words == TextId::chip_woken_by
                                   ? texts(readied->words, {readied->by->name})
                                   : std::string(texts[readied->words]);
        wanted->second.event = number - 1;
        --missing;
    }
    return origins;
}

// A call-back of asyncio itself stands for the task that set a timer for it: asyncio.sleep() wakes
// its task by one. What else is ready stays as it is.
std::vector<HandleState> ready_as_seen(const Moment& moment, const LoopState& loop) {
    std::vector<HandleState> ready = loop.ready;
    std::map<Serial, HandleState*> plain;
    for (HandleState& handle : ready)
        if (handle.task == 0) plain[handle.serial] = &handle;
    const uint64_t last = moment.cursor_event;
    for (uint64_t number = last; !plain.empty() && number > moment.first_event &&
                                 last - number < look_back_max; --number) {
        const Event& event = (*moment.events)[number - 1 - moment.first_event];
        const auto* set = event_as<event::timer_set>(event);
        const auto found = set ? plain.find(set->handle) : plain.end();
        if (found == plain.end()) continue;
        if (set->for_task != 0 || set->name.starts_with('_'))
            found->second->task = set->for_task != 0 ? set->for_task : event.task;
        plain.erase(found);
    }
    return ready;
}

// A function's name out of its repr.
std::string bare_name(const std::string& repr) {
    constexpr std::string_view before = "<function ";
    if (!repr.starts_with(before) || !repr.ends_with('>')) return repr;
    return repr.substr(before.size(), repr.find_first_of(" >", before.size()) - before.size());
}

LoopItem item_of(const Actors& actors, const Texts& texts, const HandleState& handle) {
    LoopItem item;
    item.is_task = handle.task != 0;
    item.serial = item.is_task ? handle.task : handle.serial;
    if (const Actor* actor = actors.find(handle.task)) {
        item.name = actor->name;
        item.yarn = actor->yarn;
    } else {
        item.name = handle.name.empty() ? texts[TextId::name_callback] : bare_name(handle.name);
    }
    return item;
}

// The tasks that sleep, by when they are to be woken, then as the state has them.
using Sleepers = std::vector<std::pair<TimeNs, size_t>>;

Sleepers sleepers_of(const MachineState& state) {
    Sleepers sleepers;
    for (size_t index = 0; index < state.tasks.size(); ++index) {
        const TaskState& task = state.tasks[index];
        if (task.state == RunState::waiting && task.wait_reason == WaitReason::sleep)
            sleepers.push_back({task.deadline_ns, index});
    }
    std::ranges::sort(sleepers);
    return sleepers;
}

// asyncio.sleep() sets a timer for a future; what one wants to see is the task that awaits it.
HandleState sleeper_of(const MachineState& state, const Sleepers& sleepers, HandleState handle) {
    constexpr TimeNs rounding_ns = 1000;  // due times are floats of seconds
    if (handle.task != 0) return handle;
    const TimeNs least = handle.when_ns < rounding_ns ? 0 : handle.when_ns - rounding_ns + 1;
    std::optional<size_t> last;
    for (auto at = std::ranges::lower_bound(sleepers, std::pair(least, size_t{0}));
         at != sleepers.end() && (at->first < handle.when_ns ||
                                  at->first - handle.when_ns < rounding_ns); ++at)
        last = std::max(last.value_or(0), at->second);
    if (last) handle.task = state.tasks[*last].serial;
    return handle;
}

Place place_of_wait(WaitReason reason) {
    return reason == WaitReason::sleep ? Place::timers : Place::waiting;
}

void find_move(EventLoop& view, const Moment& moment) {
    if (moment.cursor_event <= moment.first_event) return;
    const Event& last = (*moment.events)[moment.cursor_event - 1 - moment.first_event];
    if (const auto* soon = event_as<event::callback_scheduled>(last)) {
        view.moved = soon->for_task;
        view.moved_from = last.task == 0 ? Place::timers : Place::waiting;
        view.moved_to = Place::ready;
    } else if (const auto* woken = event_as<event::task_woken>(last)) {
        view.moved = woken->woken;
        view.moved_from =
            last.task == 0 || last.task == woken->woken ? Place::timers : Place::waiting;
        view.moved_to = Place::ready;
    } else if (const auto* stepped = event_as<event::task_stepped>(last)) {
        view.moved = stepped->stepped;
        view.moved_from = Place::ready;
        view.moved_to = Place::running;
    } else if (const auto* suspended = event_as<event::task_suspended>(last)) {
        view.moved = last.task;
        view.moved_from = Place::running;
        view.moved_to = place_of_wait(suspended->reason);
    }
}

std::vector<LoopItem>& items_at(EventLoop& view, Place place) {
    switch (place) {
        case Place::ready:
            return view.ready;
        case Place::running:
            return view.now;
        case Place::timers:
            return view.timers;
        default:
            return view.waiting;
    }
}

bool holds(const std::vector<LoopItem>& items, Serial serial) {
    return std::any_of(items.begin(), items.end(),
                       [&](const LoopItem& item) { return item.serial == serial; });
}

void add_ghost(EventLoop& view, const Actors& actors, const Texts& texts) {
    if (view.moved == 0) return;
    const Actor* actor = actors.find(view.moved);
    if (!actor || !holds(items_at(view, view.moved_to), view.moved) ||
        holds(items_at(view, view.moved_from), view.moved)) {
        view.moved = 0;
        return;
    }
    LoopItem ghost{view.moved, true, actor->name, actor->yarn, texts[TextId::chip_just_left],
                   true,       0};
    std::vector<LoopItem>& items = items_at(view, view.moved_from);
    items.insert(items.begin(), ghost);
}

// The step is over, and the loop has not yet gone on to the next.
bool has_given_way(const Moment& moment) {
    if (moment.cursor_event <= moment.first_event) return false;
    const Event& last = (*moment.events)[moment.cursor_event - 1 - moment.first_event];
    return event_is<event::task_suspended>(last) || event_is<event::task_done>(last) ||
           event_is<event::callback_ended>(last);
}

constexpr TimeNs shown_ns = 500;  // less would read as 0.000 ms

void add_running(EventLoop& view, const LoopState& loop, const Moment& moment, const Actors& actors,
                 const Texts& texts) {
    const MachineState& state = *moment.state;
    if (loop.running_task == 0 && loop.running_handle == 0) return;
    if (loop.running_task == 0 && has_given_way(moment)) return;
    LoopItem item = item_of(actors, texts, {loop.running_handle, loop.running_task, {}, 0});
    for (const TaskState& task : state.tasks) {
        if (task.serial != loop.running_task) continue;
        if (const uint32_t line = user_line(task.frames))
            item.detail = texts(TextId::chip_line, {std::to_string(line)});
        const auto changes = latest_changes(moment);
        const auto began = changes.find(task.serial);
        if (began != changes.end() && moment.cursor_ns - began->second >= shown_ns)
            view.running_for =
                texts(TextId::loop_running_for, {texts.time(moment.cursor_ns - began->second)});
    }
    if (!item.is_task && !item.name.empty() && item.name != texts[TextId::name_callback])
        item.detail = texts[TextId::chip_callback];
    view.now.push_back(item);
}

void add_waiting(EventLoop& view, const LoopState& loop, const Moment& moment, const Actors& actors,
                 const Texts& texts) {
    const States states = states_of(*moment.state);
    std::set<Serial> timers;
    for (const LoopItem& item : view.timers) timers.insert(item.serial);
    for (const TaskState& task : moment.state->tasks) {
        if (task.loop != loop.serial || task.state != RunState::waiting) continue;
        const bool timed = timers.contains(task.serial);
        if (timed || task.wait_reason == WaitReason::sleep) continue;
        const Actor* actor = actors.find(task.serial);
        LoopItem item{task.serial, true, task.name, actor ? actor->yarn : 0, {}, false, 0};
        item.detail = words_of(states, actors, texts, task);
        view.waiting.push_back(item);
    }
}

}  // namespace

EventLoop event_loop(const Moment& moment, const Actors& actors, const Texts& texts,
                     Serial wanted) {
    EventLoop view;
    if (!moment.state) return view;
    const LoopState* loop = choose_loop(*moment.state, wanted);
    view.ended = program_has_ended(moment);
    if (!loop) return view;
    view.exists = true;
    view.loop = loop->serial;
    view.thread = loop->thread;
    view.iteration = loop->iteration;
    view.running = loop->running;
    if (const Actor* thread = actors.find(loop->thread)) view.thread_name = thread->name;
    const std::vector<HandleState> ready = ready_as_seen(moment, *loop);
    const Origins origins = origins_of(moment, actors, texts, ready);
    for (size_t i = 0; i < ready.size(); ++i) {
        LoopItem item = item_of(actors, texts, ready[i]);
        if (item.is_task && loop->ready[i].task == 0) {
            item.detail = texts[TextId::chip_timer_due];
        } else if (item.is_task) {
            const Origin& origin = origins.at(ready[i].task);
            item.detail = origin.words;
            item.event = origin.event;
        } else {
            item.detail = texts[TextId::chip_callback];
        }
        view.ready.push_back(item);
    }
    const Sleepers sleepers = sleepers_of(*moment.state);
    for (const HandleState& handle : loop->timers) {
        LoopItem item = item_of(actors, texts, sleeper_of(*moment.state, sleepers, handle));
        item.detail = texts.time(handle.when_ns);
        view.timers.push_back(item);
    }
    add_running(view, *loop, moment, actors, texts);
    add_waiting(view, *loop, moment, actors, texts);
    if (view.now.empty() && view.ready.empty() && !loop->timers.empty())
        view.idle_until = texts(TextId::loop_idle_until, {texts.time(loop->timers[0].when_ns)});
    find_move(view, moment);
    add_ghost(view, actors, texts);
    return view;
}

}  // namespace meada::view
