// Threads at the cursor with their stacks and values, and the locks, queues and events that they
// and the tasks meet at.
#pragma once

#include <string>
#include <vector>

#include "view/actors.h"
#include "view/words.h"

namespace meada::view {

struct ValueRow {
    std::string name, text;
    bool changed = false;  // by the last step
};

struct FrameRow {
    std::string function;
    uint32_t line = 0;
    bool library = false;
    std::vector<ValueRow> values;
};

struct ThreadRow {
    Serial serial = 0;
    bool is_task = false;
    std::string name;
    uint32_t yarn = 0;
    Look look = Look::none;
    std::string words;
    bool holds_gil = false;
    int32_t core = -1;  // that it runs on, on a machine with several; else -1
    std::vector<FrameRow> frames;  // innermost first
};

struct SyncRow {
    Serial serial = 0;
    SyncKind kind = SyncKind::lock;
    std::string name, kind_words;
    Serial holder = 0;
    std::vector<Serial> waiters;  // longest first
    std::vector<std::string> waits;  // how long each has waited; empty: not known
    std::string words;               // "free", "3 items", "set"
    std::string items;               // of a queue: what lies in it, the next one first
    bool gil = false;                // it is no object of the script but a process's GIL
    bool free = true;
};

// The cursor stands behind all of a program that has come to its end.
bool program_has_ended(const Moment&);

struct Threads {
    bool ended = false;  // the program: nobody runs any more, and nothing is held
    std::vector<ThreadRow> rows;  // threads, each followed by its tasks
    std::vector<ValueRow> globals;
    std::vector<SyncRow> syncs;  // GILs first, where several threads share one
    Serial focus = 0;  // whose stack one wants to see: who runs, or ran last
};

// What the values looked like before the last step: made by the caller from the moment before,
// so that what changed can be marked. Name (prefixed by its owner) to text.
using ValueMemory = std::map<std::string, std::string>;
ValueMemory remember(const MachineState&);

Threads threads(const Moment&, const Actors&, const Texts&, const ValueMemory& before = {});

}  // namespace meada::view
