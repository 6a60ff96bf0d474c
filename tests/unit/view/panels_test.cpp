// Event loop, tasks, threads, output and source marks at moments of one recorded run.
#include <doctest/doctest.h>

#include "session/session.h"
#include "view/view.h"
#include "view/yarn_run.h"

using namespace meada;
using testing::YarnRun;

namespace {

constexpr TimeNs silk_frees_ns = 12'200'500;

struct At {
    YarnRun run;
    view::LaneCache cache;
    Texts texts;

    explicit At(TimeNs now_ns, Language language = Language::en) {
        texts.language = language;
        run.go_to_time(now_ns);
        view::update(cache, run.moment);
    }
};

}  // namespace

TEST_CASE("the event loop shows who is ready, who runs and who waits, with reasons") {
    const At at(silk_frees_ns);
    const view::EventLoop loop = view::event_loop(at.run.moment, at.cache.actors, at.texts);
    REQUIRE(loop.exists);
    REQUIRE(loop.ready.size() == 1);
    CHECK(loop.ready[0].name == "wool");
    CHECK(loop.ready[0].detail == "woken by silk");
    REQUIRE(loop.now.size() == 1);
    CHECK(loop.now[0].name == "silk");
    REQUIRE(loop.timers.size() == 1);
    CHECK(loop.timers[0].name == "jute");
    CHECK(loop.timers[0].detail == "15.036\u00a0ms");
}

TEST_CASE("what the last event moved leaves a ghost where it was") {
    const At at(silk_frees_ns);
    const view::EventLoop loop = view::event_loop(at.run.moment, at.cache.actors, at.texts);
    CHECK(loop.moved == 3);
    CHECK(loop.moved_from == view::Place::waiting);
    CHECK(loop.moved_to == view::Place::ready);
    REQUIRE(!loop.waiting.empty());
    CHECK(loop.waiting[0].ghost);
    CHECK(loop.waiting[0].name == "wool");
}

TEST_CASE("tasks say their state in words, and whom they await") {
    const At at(silk_frees_ns);
    const view::Tasks tasks = view::tasks(at.run.moment, at.cache.actors, at.texts);
    REQUIRE(tasks.rows.size() == 5);
    CHECK(tasks.rows[0].words == "await 4 tasks");
    CHECK(tasks.rows[3].words == "lock desk");
    CHECK(tasks.rows[4].words == "sleep 2.835\u00a0ms");
    CHECK(tasks.rows[2].running);
    CHECK(tasks.rows[2].line == 22);
    bool flax_wants_desk = false;
    for (const view::AwaitEdge& edge : tasks.edges)
        flax_wants_desk |= edge.from == 5 && edge.to == testing::yarn_desk && edge.to_sync;
    CHECK(flax_wants_desk);
}

TEST_CASE("every thread and task stands on its line; who runs comes first") {
    const At at(silk_frees_ns);
    const view::SourceMarks marks = view::source_marks(at.run.moment, at.cache.actors);
    CHECK(marks.running_line == 22);
    CHECK(marks.running_yarn == 3);
    REQUIRE(marks.lines.at(22).size() == 3);
    CHECK(marks.lines.at(22)[0].name == "silk");
    CHECK(marks.lines.at(16).size() == 1);
    CHECK(marks.lines.at(31)[0].name == "main");
}

TEST_CASE("threads: the stack of who runs, what changed, locks with holder and waiters") {
    const At before(11'000'000), at(silk_frees_ns);
    view::ValueMemory memory = view::remember(*before.run.moment.state);
    memory["/stock"] = "{}";
    const view::Threads threads = view::threads(at.run.moment, at.cache.actors, at.texts, memory);
    CHECK(threads.focus == 4);
    REQUIRE(threads.globals.size() == 2);
    CHECK(threads.globals[0].changed);
    CHECK_FALSE(threads.globals[1].changed);
    REQUIRE(threads.syncs.size() == 1);
    CHECK(threads.syncs[0].name == "desk");
    CHECK(threads.syncs[0].holder == 4);
    REQUIRE(!threads.rows.empty());
    CHECK(threads.rows[0].holds_gil);
}

TEST_CASE("output knows what has been printed at the cursor, and what is still to come") {
    const At at(18'376'500);
    const view::Output output = view::output(at.run.moment);
    CHECK(output.total == 5);
    CHECK(output.past == 2);
    CHECK_FALSE(view::output_row(at.run.moment, at.cache.actors, output, 1).future);
    const view::OutputRow next = view::output_row(at.run.moment, at.cache.actors, output, 2);
    CHECK(next.future);
    CHECK(next.text == "flax 21000");
    CHECK(next.yarn == 4);
}

TEST_CASE("an empty moment gives empty views") {
    const Moment moment;
    const view::Actors actors;
    const Texts texts;
    CHECK_FALSE(view::event_loop(moment, actors, texts).exists);
    CHECK(view::tasks(moment, actors, texts).rows.empty());
    CHECK(view::threads(moment, actors, texts).rows.empty());
    CHECK(view::source_marks(moment, actors).lines.empty());
    CHECK(view::output(moment).total == 0);
    CHECK(view::narration(moment, actors, texts).pieces.empty());
}

TEST_CASE("since when a task is in its state comes from the events before the cursor") {
    Events events = {{10, 0, 1, 0, 0, event::task_stepped{5}},
                     {20, 0, 1, 5, 0, event::task_suspended{WaitReason::sleep, 0, 70}},
                     {70, 0, 1, 0, 0, event::task_woken{5, 0}},
                     {80, 0, 1, 0, 0, event::task_stepped{5}},
                     {95, 0, 1, 5, 0, event::task_done{EndOutcome::returned, "1"}}};
    Moment moment;
    moment.events = &events;
    const TimeNs times[] = {10, 20, 70, 80, 95};
    for (uint64_t cursor = 1; cursor <= events.size(); ++cursor) {
        moment.cursor_event = cursor;
        CHECK(view::latest_changes(moment).at(5) == times[cursor - 1]);
    }
    moment.cursor_event = 0;
    CHECK(view::latest_changes(moment).empty());
}

TEST_CASE("the names on a line show what they are, but no attributes, strings and comments") {
    MachineState state;
    state.running_thread = 1;
    ThreadState thread;
    thread.serial = 1;
    FrameState frame;
    frame.locals = {{"total", "6", 0}, {"i", "3", 0}, {"items", "[1, 2]", 0}};
    thread.frames = {frame};
    state.threads = {thread};
    state.globals = {{"jar", "<Jar>", 0}, {"i", "'hidden'", 0}};
    Moment moment;
    moment.state = &state;
    CHECK(view::values_on_line(moment, "    total += i * jar.items[0]  # items") ==
          "total = 6, i = 3, jar = <Jar>");
    CHECK(view::values_on_line(moment, "print(\"total\", i, f'{items}')") == "i = 3");
    CHECK(view::values_on_line(moment, "pass").empty());
}

namespace {

// Everybody's look at a moment in the panels, and what their lanes say then.
struct Standing {
    Session session;
    view::LaneCache cache;
    Texts texts;

    explicit Standing(const char* source) {
        Scenario scenario;
        scenario.source = source;
        REQUIRE(session.open(scenario));
        run(command::Run{});
        view::update(cache, session.moment());
    }
    void run(const Command& command) {
        (void)session.apply(command);
        while (session.advance(1'000'000'000).state == Progress::State::working) {
        }
    }
    view::Threads threads() const {
        return view::threads(session.moment(), cache.actors, texts, {});
    }
};

}  // namespace

TEST_CASE("who waits for the GIL says so in the panel, in its tag and in its lane") {
    Standing at(R"(
import threading
def work():
    total = 0
    for n in range(1_000_000):
        total += n
for name in "ab":
    threading.Thread(target=work, name=name).start()
)");
    at.run(command::SeekTime{12'000'000});
    size_t waiting = 0;
    const view::SourceMarks marks = view::source_marks(at.session.moment(), at.cache.actors);
    for (const view::ThreadRow& row : at.threads().rows) {
        if (row.look != view::Look::gil) continue;
        ++waiting;
        CHECK(row.words == "waits for the GIL");
        const view::Span* span = view::span_at(at.cache.lanes.at(row.serial), 12'000'000);
        REQUIRE(span);
        CHECK(view::look_of(*span) == view::Look::gil);
        bool tagged = false;
        for (const auto& [line, on_line] : marks.lines)
            for (const view::LineMark& mark : on_line)
                tagged |= mark.serial == row.serial && mark.look == view::Look::gil;
        CHECK(tagged);
    }
    CHECK(waiting > 0);
}

TEST_CASE("a task whose thread blocks shows the thread's wait in every panel") {
    Standing at(R"(
import asyncio, time
async def blocks():
    time.sleep(0.01)
asyncio.run(blocks())
)");
    at.run(command::SeekTime{5'000'000});
    const view::Tasks tasks = view::tasks(at.session.moment(), at.cache.actors, at.texts);
    REQUIRE(tasks.rows.size() == 1);
    CHECK(tasks.rows[0].look == view::Look::sleep);
    CHECK(tasks.rows[0].words.starts_with("sleep"));
    const view::Span* span = view::span_at(at.cache.lanes.at(tasks.rows[0].serial), 5'000'000);
    REQUIRE(span);
    CHECK(view::look_of(*span) == view::Look::sleep);
}

TEST_CASE("a process that is being started is new, in its lane too") {
    Standing at(R"(
import multiprocessing
def work():
    pass
if __name__ == "__main__":
    child = multiprocessing.Process(target=work, name="child")
    child.start()
    child.join()
)");
    at.run(command::SeekTime{500'000});
    bool found = false;
    for (const view::ThreadRow& row : at.threads().rows) {
        if (row.name != "child") continue;
        found = true;
        CHECK(row.words == "new");
        const view::Span* span = view::span_at(at.cache.lanes.at(row.serial), 500'000);
        REQUIRE(span);
        CHECK(span->state == RunState::created);
    }
    CHECK(found);
}

TEST_CASE("a timer that is due stands for the task that sleeps, not for a call-back") {
    Standing at("import asyncio\nasyncio.run(asyncio.sleep(0.001))\n");
    bool due = false;
    const Moment& moment = at.session.moment();
    const uint64_t last = moment.first_event + moment.events->size();
    for (uint64_t number = moment.first_event; number < last; ++number) {
        at.run(command::SeekEvent{number});
        const view::EventLoop loop =
            view::event_loop(at.session.moment(), at.cache.actors, at.texts);
        for (const view::LoopItem& item : loop.ready) {
            CHECK(item.name.find("function") == std::string::npos);
            due |= item.name == "Task-1" && item.detail == "time is up";
        }
    }
    CHECK(due);
}
