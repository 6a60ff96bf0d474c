#include "view/actors.h"

namespace meada::view {

namespace {

Actor& add(Actors& actors, Serial serial) {
    Actor& actor = actors.all[serial];
    actor.serial = serial;
    return actor;
}

// The main thread is in no thread_created event: it is met as the thread of the first one.
void meet_thread(Actors& actors, const Event& event) {
    if (event.thread == 0 || actors.all.count(event.thread)) return;
    Actor& actor = add(actors, event.thread);
    actor.name = actors.thread_count == 0 ? "MainThread" : "Thread";
    actor.yarn = ++actors.yarn_count;
    actor.born_ns = event.time_ns;
    ++actors.thread_count;
}

// From here on its tasks carry the colours; everybody born after it moves up by one yarn.
void start_loop(Actors& actors, Serial thread) {
    Actor& actor = add(actors, thread);
    if (actor.runs_loop) return;
    actor.runs_loop = true;
    if (actor.yarn == 0) return;
    for (auto& [serial, other] : actors.all)
        if (other.yarn > actor.yarn) --other.yarn;
    actor.yarn = 0;
    --actors.yarn_count;
}

// What asyncio.run() does when the script's own coroutine has ended.
bool tidies_up(std::string_view coroutine) {
    return coroutine.ends_with("shutdown_asyncgens") ||
           coroutine.ends_with("shutdown_default_executor");
}

struct Learn {
    Actors& actors;
    const Event& event;

    template <typename Detail>
    void operator()(const Detail&) {}

    void operator()(const event::thread_created& detail) {
        Actor& actor = add(actors, detail.created);
        actor.name = detail.name;
        if (actor.yarn == 0) actor.yarn = ++actors.yarn_count;
        actor.born_ns = event.time_ns;
        actor.process = actors.process_of(event.thread);
        ++actors.thread_count;
    }
    void operator()(const event::process_created& detail) {
        add(actors, detail.main_thread).process = detail.created;
    }
    void operator()(const event::task_created& detail) {
        start_loop(actors, event.thread);
        Actor& actor = add(actors, detail.created);
        actor.is_task = true;
        actor.thread = event.thread;
        actor.name = detail.name;
        actor.coroutine = detail.coroutine;
        actor.behind = tidies_up(detail.coroutine);
        if (!actor.behind) actor.yarn = ++actors.yarn_count;
        actor.born_ns = event.time_ns;
    }
    void operator()(const event::task_renamed& detail) {
        add(actors, detail.renamed).name = detail.name;
    }
    void operator()(const event::loop_started&) { start_loop(actors, event.thread); }
    void operator()(const event::sync_created& detail) {
        actors.syncs[detail.created].kind = detail.kind;
    }
    void operator()(const event::sync_named& detail) {
        actors.syncs[detail.named].name = detail.name;
    }
};

}  // namespace

void meet_all(Actors& actors, const MachineState& state) {
    for (const ThreadState& thread : state.threads) {
        Actor& actor = add(actors, thread.serial);
        actor.name = thread.name;
        actor.process = thread.process;
        actor.yarn = ++actors.yarn_count;
        ++actors.thread_count;
    }
    for (const TaskState& task : state.tasks) {
        start_loop(actors, task.thread);
        Actor& actor = add(actors, task.serial);
        actor.is_task = true;
        actor.thread = task.thread;
        actor.name = task.name;
        actor.coroutine = task.coroutine;
        actor.behind = tidies_up(task.coroutine);
        if (!actor.behind) actor.yarn = ++actors.yarn_count;
    }
    for (const SyncState& sync : state.syncs) {
        actors.syncs[sync.serial].kind = sync.kind;
        actors.syncs[sync.serial].name = sync.name;
    }
}

void learn(Actors& actors, const Event& event) {
    if (!event_is<event::thread_created>(event) || event.thread != 0)
        meet_thread(actors, event);
    std::visit(Learn{actors, event}, event.detail);
}

const Actor* actor_of(const Actors& actors, const Event& event) {
    if (const Actor* task = actors.find(event.task)) return task;
    return actors.find(event.thread);
}

}  // namespace meada::view
