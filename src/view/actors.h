// Who takes part in a run: threads and tasks with their names and yarns, and the names of what
// they wait for. Read from the events, kept between frames as an explicit value and extended by
// what has been recorded since.
#pragma once

#include <algorithm>
#include <map>
#include <string>

#include "history/history.h"

namespace meada::view {

// A thread or task. Yarns are numbered from 1 in order of birth; a thread that runs an event
// loop has none (0), because its tasks are what one follows.
struct Actor {
    Serial serial = 0;
    bool is_task = false;
    bool runs_loop = false;  // a thread with an event loop
    bool behind = false;     // a task of asyncio's own, that tidies up: not shown
    Serial thread = 0;       // of a task: whose loop runs it
    Serial process = 0;      // of a thread; 0: the first one
    uint32_t yarn = 0;
    std::string name;
    std::string coroutine;
    TimeNs born_ns = 0;
};

struct Sync {
    SyncKind kind = SyncKind::lock;
    std::string name;  // empty: the script gives none
};

struct Actors {
    std::map<Serial, Actor> all;  // in order of birth, because serials are
    std::map<Serial, Sync> syncs;
    uint32_t yarn_count = 0;
    uint32_t thread_count = 0;

    const Actor* find(Serial serial) const {
        const auto found = all.find(serial);
        return found == all.end() ? nullptr : &found->second;
    }
    Serial process_of(Serial thread) const {
        const Actor* actor = find(thread);
        return actor ? actor->process : 0;
    }
    // Of a process its main thread; who else has this number.
    Serial main_of(Serial serial) const {
        const auto main = std::find_if(all.begin(), all.end(), [&](const auto& each) {
            return !each.second.is_task && each.second.process == serial;
        });
        return serial == 0 || main == all.end() ? serial : main->first;
    }
};

// Who there is at this moment, where the events that told of it are no longer kept.
void meet_all(Actors&, const MachineState&);

// Adds what one event tells about who there is.
void learn(Actors&, const Event&);

// The actor that an event happened in: the task if there is one, else the thread.
const Actor* actor_of(const Actors&, const Event&);

}  // namespace meada::view
