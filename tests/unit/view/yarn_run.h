// yarn.py (the design's example) as it ran under CPython with a virtual clock, written down as a
// stream of events and, for any time, as a state: what the engine will give, for tests of views.
#pragma once

#include <algorithm>

#include "history/history.h"

namespace meada::testing {

struct YarnSpan {
    Serial task;
    TimeNs begin_ns, end_ns;
    char kind;  // r ready, x running, s sleep, l lock, a await
};
// In order of beginning. Tasks: 2 main, 3 wool, 4 silk, 5 flax, 6 jute; 1 is MainThread.
inline constexpr YarnSpan yarn_spans[] = {
    {2, 3000, 7000, 'r'},         {2, 7000, 18100, 'x'},        {3, 10100, 22100, 'r'},
    {4, 12600, 26600, 'r'},       {5, 15200, 31100, 'r'},       {6, 17700, 35700, 'r'},
    {2, 18100, 30723200, 'a'},    {3, 22100, 22600, 'x'},       {3, 22600, 8022500, 's'},
    {4, 26600, 27100, 'x'},       {4, 27100, 6027100, 's'},     {5, 31100, 31700, 'x'},
    {5, 31700, 8031600, 's'},     {6, 35700, 36200, 'x'},       {6, 36200, 15036100, 's'},
    {4, 6027100, 6031100, 'r'},   {4, 6031100, 8194200, 'x'},   {3, 8022500, 8198200, 'r'},
    {5, 8031600, 8204700, 'r'},   {4, 8194200, 12194200, 's'},  {3, 8198200, 8200700, 'x'},
    {3, 8200700, 12200500, 'l'},  {5, 8204700, 8207200, 'x'},   {5, 8207200, 18374000, 'l'},
    {4, 12194200, 12198200, 'r'}, {4, 12198200, 12202900, 'x'}, {3, 12200500, 12206900, 'r'},
    {3, 12206900, 14367700, 'x'}, {3, 14367700, 18367700, 's'}, {6, 15036100, 15040200, 'r'},
    {6, 15040200, 15042600, 'x'}, {6, 15042600, 24547400, 'l'}, {3, 18367700, 18371600, 'r'},
    {3, 18371600, 18376300, 'x'}, {5, 18374000, 18380300, 'r'}, {5, 18380300, 20541100, 'x'},
    {5, 20541100, 24541100, 's'}, {5, 24541100, 24545100, 'r'}, {5, 24545100, 24549800, 'x'},
    {6, 24547400, 24553800, 'r'}, {6, 24553800, 26714600, 'x'}, {6, 26714600, 30714500, 's'},
    {6, 30714500, 30718500, 'r'}, {6, 30718500, 30723200, 'x'}, {2, 30723200, 30727200, 'r'},
    {2, 30727200, 30729800, 'x'},
};
struct YarnPrint {
    Serial task;
    TimeNs time_ns;
    const char* text;
};
inline constexpr YarnPrint yarn_prints[] = {
    {4, 12203000, "silk 12000\n"}, {3, 18376000, "wool 22500\n"},
    {5, 24550000, "flax 21000\n"}, {6, 30723000, "jute 19500\n"},
    {2, 30730000, "all in: 75000\n"},
};
inline constexpr const char* yarn_source =
    "import asyncio\n\ndesk = asyncio.Lock()\nstock = {}\n\n\ndef parse(page):\n    total = 0\n"
    "    for letter in page:\n        total += ord(letter) % 7\n    return total\n\n\n"
    "async def fetch(name, delay):\n    # stands for the network\n    await asyncio.sleep(delay)\n"
    "    return name * 1_500\n\n\nasync def take_in(name, delay):\n"
    "    page = await fetch(name, delay)\n    async with desk:\n"
    "        stock[name] = parse(page)\n        await asyncio.sleep(0.004)\n"
    "    print(name, stock[name])\n\n\nasync def main():\n"
    "    yarns = dict(wool=0.008, silk=0.006,\n                 flax=0.008, jute=0.015)\n"
    "    async with asyncio.TaskGroup() as group:\n        for name, delay in yarns.items():\n"
    "            group.create_task(\n                take_in(name, delay), name=name)\n"
    "    print(\"all in:\", sum(stock.values()))\n\nasyncio.run(main())\n";
inline constexpr const char* yarn_names[] = {"",     "MainThread", "main", "wool",
                                             "silk", "flax",       "jute"};
constexpr Serial yarn_desk = 20, yarn_loop = 21;
constexpr TimeNs yarn_end_ns = 30'729'800;

inline uint32_t yarn_line(Serial task, char kind) {
    if (task == 2) return 31;
    return kind == 's' ? 16 : 22;
}

inline std::vector<Event> yarn_events() {
    std::vector<Event> out;
    const auto add = [&](TimeNs time_ns, Serial task, uint32_t line, EventDetail detail) {
        out.push_back({time_ns, out.size() * 40, 1, task, line, detail});
    };
    add(0, 0, 0, event::process_started{"yarn.py"});
    add(0, 0, 0, event::thread_switched{0, 1});
    add(1000, 0, 3, event::sync_created{yarn_desk, SyncKind::async_lock});
    add(1000, 0, 3, event::sync_named{yarn_desk, "desk"});
    add(2000, 0, 37, event::loop_started{yarn_loop});
    bool born[8] = {}, slept[8] = {};
    Serial holder = 0;
    for (const YarnSpan& span : yarn_spans) {
        const TimeNs at = span.begin_ns;
        if (span.kind == 'r' && !born[span.task]) {
            born[span.task] = true;
            add(at, span.task == 2 ? 0 : 2, span.task == 2 ? 37 : 33,
                event::task_created{span.task, yarn_names[span.task],
                                    span.task == 2 ? "main()" : "take_in()"});
        } else if (span.kind == 'r') {
            Serial by = 0;
            for (const YarnSpan& other : yarn_spans)
                if (other.kind == 'x' && other.begin_ns <= at && at <= other.end_ns &&
                    other.task != span.task)
                    by = other.task;
            if (by != 0 && holder == by) {
                add(at, by, 22, event::sync_released{yarn_desk});
                holder = 0;
            }
            add(at, by, by ? 22 : 0, event::task_woken{span.task, 0});
        } else if (span.kind == 'x') {
            add(at, 0, 0, event::task_stepped{span.task});
            if (slept[span.task] && holder == 0) {
                holder = span.task;
                add(at, span.task, 22, event::sync_acquired{yarn_desk, 0});
            }
        } else {
            const WaitReason reason = span.kind == 's'   ? WaitReason::sleep
                                      : span.kind == 'l' ? WaitReason::lock
                                                         : WaitReason::await;
            slept[span.task] = slept[span.task] || span.kind == 's';
            add(at, span.task, yarn_line(span.task, span.kind),
                event::task_suspended{reason, span.kind == 'l' ? yarn_desk : 0,
                                      span.kind == 's' ? span.end_ns : never_ns});
        }
    }
    for (const YarnPrint& print : yarn_prints)
        add(print.time_ns, print.task, print.task == 2 ? 35 : 25,
            event::printed{Stream::out, print.text});
    for (Serial task = 2; task <= 6; ++task) {
        TimeNs end = 0;
        for (const YarnSpan& span : yarn_spans)
            if (span.task == task) end = std::max(end, span.end_ns);
        add(end, task, task == 2 ? 35 : 25, event::task_done{EndOutcome::returned, "None"});
    }
    add(yarn_end_ns, 0, 37, event::process_ended{0});
    std::sort(out.begin(), out.end(), [](const Event& a, const Event& b) {
        return std::pair(a.time_ns, a.instruction) < std::pair(b.time_ns, b.instruction);
    });
    return out;
}

// The machine at a time, read off the spans.
inline MachineState yarn_state(TimeNs now_ns) {
    MachineState state;
    state.now_ns = now_ns;
    state.running_thread = 1;
    LoopState loop{yarn_loop, 1, 8, true, 0, 0, {}, {}};
    ThreadState thread;
    thread.serial = 1;
    thread.name = "MainThread";
    thread.state = RunState::running;
    thread.holds_gil = true;
    SyncState desk{yarn_desk, SyncKind::async_lock, "desk", 0, {}, 0};
    for (Serial serial = 2; serial <= 6; ++serial) {
        TaskState task;
        task.serial = serial;
        task.loop = yarn_loop;
        task.thread = 1;
        task.name = yarn_names[serial];
        task.coroutine = serial == 2 ? "main" : "take_in";
        for (const YarnSpan& span : yarn_spans) {
            if (span.task != serial || span.begin_ns > now_ns) continue;
            task.state = span.kind == 'r'   ? RunState::ready
                         : span.kind == 'x' ? RunState::running
                                            : RunState::waiting;
            task.wait_reason = WaitReason::none;
            if (span.kind == 's') task.wait_reason = WaitReason::sleep;
            if (span.kind == 'l') task.wait_reason = WaitReason::lock;
            if (span.kind == 'a') task.wait_reason = WaitReason::await;
            task.deadline_ns = span.kind == 's' ? span.end_ns : never_ns;
            task.waits_on = span.kind == 'l' ? yarn_desk : 0;
            if (span.end_ns < now_ns) task.state = RunState::ended;
            const uint32_t line = yarn_line(serial, span.kind);
            task.frames = {{task.coroutine,
                            false,
                            {},
                            {line, line, 4, 20},
                            0,
                            0,
                            {{"name", "'" + task.name + "'", 0}, {"delay", "0.008", 0}}}};
        }
        if (task.state == RunState::created) continue;
        if (task.state == RunState::running) {
            loop.running_task = serial;
            thread.task = serial;
            desk.holder = serial;
        }
        if (task.state == RunState::ready) loop.ready.push_back({serial + 100, serial, {}, 0});
        if (task.wait_reason == WaitReason::lock) desk.waiters.push_back(serial);
        if (task.wait_reason == WaitReason::sleep && task.state == RunState::waiting)
            loop.timers.push_back({serial + 100, serial, {}, task.deadline_ns});
        state.tasks.push_back(task);
    }
    if (!state.tasks.empty() && state.tasks[0].state == RunState::waiting)
        for (size_t i = 1; i < state.tasks.size(); ++i)
            if (state.tasks[i].state != RunState::ended)
                state.tasks[0].awaits.push_back(state.tasks[i].serial);
    state.threads.push_back(thread);
    state.loops.push_back(loop);
    state.syncs.push_back(desk);
    state.globals = {{"stock", "{'silk': 12000}", 31}, {"desk", "<asyncio.Lock [locked]>", 32}};
    return state;
}

// A whole recorded run with a cursor.
struct YarnRun {
    Events events;
    MachineState state;
    std::vector<OutputLine> output;
    Moment moment;

    YarnRun() {
        for (const Event& event : yarn_events()) events.push_back(event);
        for (size_t i = 0; i < events.size(); ++i)
            if (const auto* print = std::get_if<event::printed>(&events[i].detail))
                output.push_back({Stream::out, std::string(print->text, 0, print->text.size() - 1),
                                  i, events[i].time_ns, 1, events[i].task});
        go_to_time(0);
    }
    void go_to_event(uint64_t count) {
        count = std::min<uint64_t>(count, events.size());
        const TimeNs now_ns = count == 0 ? 0 : events[count - 1].time_ns;
        state = yarn_state(now_ns);
        moment.state = &state;
        moment.events = &events;
        moment.cursor_event = count;
        moment.cursor_ns = now_ns;
        moment.end_ns = yarn_end_ns;
        moment.ended = true;
        moment.output = &output;
        moment.run = 1;
    }
    void go_to_time(TimeNs now_ns) {
        uint64_t count = 0;
        while (count < events.size() && events[count].time_ns <= now_ns) ++count;
        go_to_event(count);
    }
};

}  // namespace meada::testing
