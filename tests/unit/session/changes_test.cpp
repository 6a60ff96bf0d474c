// Running to where an expression changes, both ways.
#include <doctest/doctest.h>

#include "session/session.h"
#include "session/to_the_end.h"

using namespace meada;
using testing::open_recorded;
using testing::run;

namespace {

ValueChange change_of(Session& session, const std::string& expression, Direction direction) {
    run(session, command::RunUntilChange{expression, 0, direction});
    const auto found = session.take_change();
    REQUIRE(found);
    CHECK_FALSE(session.take_change());
    return *found;
}

uint32_t line_here(Session& session) {
    run(session, command::Step{StepKind::instruction, Direction::forward});
    run(session, command::Step{StepKind::instruction, Direction::backward});
    for (const ThreadState& thread : session.moment().state->threads)
        if (thread.serial == session.moment().state->running_thread)
            for (const FrameState& frame : thread.frames)
                if (!frame.library) return frame.range.line;
    return 0;
}

constexpr const char* there_and_back = R"(count = 0
items = []
def work(n):
    total = n
    for i in range(3):
        helper(i)
        if i == 1:
            total += 10
    return total
def helper(i):
    total = "other"
    items.append(i)
    return total
work(5)
count = 1
count = 0
print(items)
)";

using End = ValueChange::End;

}  // namespace

TEST_CASE("the run stops where a value has just changed, also where it changes back") {
    Session session;
    open_recorded(session, there_and_back);
    run(session, command::RunToLine{3, Direction::forward});
    ValueChange found = change_of(session, "count", Direction::forward);
    CHECK(found.end == End::changed);
    CHECK(found.before == "0");
    CHECK(found.after == "1");
    CHECK(line_here(session) == 16);
    found = change_of(session, "count", Direction::forward);
    CHECK(found.after == "0");
    CHECK(line_here(session) == 17);
    found = change_of(session, "count", Direction::forward);
    CHECK(found.end == End::never);
    CHECK(line_here(session) == 17);
    // Back: to the line that made it so.
    found = change_of(session, "count", Direction::backward);
    CHECK(found.end == End::changed);
    CHECK(found.after == "1");
    CHECK(line_here(session) == 16);
    found = change_of(session, "count", Direction::backward);
    CHECK(line_here(session) == 15);
    found = change_of(session, "count", Direction::backward);
    CHECK(found.after == "NameError: name 'count' is not defined");
    CHECK(line_here(session) == 1);
    found = change_of(session, "count", Direction::backward);
    CHECK(found.end == End::never);
    CHECK(line_here(session) == 1);
}

TEST_CASE("a name of a function is that of this call, whatever others call theirs") {
    Session session;
    open_recorded(session, there_and_back);
    run(session, command::RunToLine{5, Direction::forward});
    ValueChange found = change_of(session, "total", Direction::forward);
    CHECK(found.end == End::changed);
    CHECK(found.before == "5");
    CHECK(found.after == "15");
    CHECK(session.evaluate(0, "i").text == "1");
    CHECK(line_here(session) == 5);
    found = change_of(session, "total", Direction::forward);
    CHECK(found.end == End::left);
    CHECK(line_here(session) == 15);
    run(session, command::RunToLine{8, Direction::backward});
    found = change_of(session, "total", Direction::backward);
    CHECK(line_here(session) == 4);
    found = change_of(session, "total", Direction::backward);
    CHECK(found.end == End::left);
    CHECK(line_here(session) == 14);
}

TEST_CASE("a task's name is followed while others run, and a shared object by whoever changes it") {
    Session session;
    open_recorded(session, R"(import asyncio
done = []
async def work(name, n):
    step = 0
    for k in range(n):
        await asyncio.sleep(0.001)
        step = k // 2
    done.append(name)
async def main():
    await asyncio.gather(work("a", 4), work("b", 2))
asyncio.run(main())
)");
    run(session, command::RunToLine{5, Direction::forward});
    CHECK(session.evaluate(0, "name").text == "'a'");
    ValueChange found = change_of(session, "step", Direction::forward);
    CHECK(found.end == End::changed);
    CHECK(session.evaluate(0, "(name, k, step)").text == "('a', 2, 1)");
    CHECK(line_here(session) == 5);
    found = change_of(session, "done", Direction::backward);
    CHECK(found.after == "[]");
    CHECK(session.evaluate(0, "name").text == "'b'");
    CHECK(line_here(session) == 8);
}

TEST_CASE("what is no expression is refused, and the search leaves no trace in the run") {
    Session plain, session;
    open_recorded(plain, there_and_back);
    open_recorded(session, there_and_back);
    const uint64_t start = session.moment().cursor_event;
    const ValueChange found = change_of(session, "1 +", Direction::forward);
    CHECK(found.end == End::refused);
    CHECK(session.moment().cursor_event == start);
    (void)change_of(session, "items.append(1)", Direction::forward);
    run(session, command::Continue{Direction::forward});
    run(plain, command::Continue{Direction::forward});
    CHECK(session.moment().trace_hash == plain.moment().trace_hash);
    CHECK(session.moment().output->front().text == "[0, 1, 2]");
}

TEST_CASE("from the run's end one goes back to where a value was made what it was at last") {
    Session session;
    open_recorded(session, there_and_back);
    run(session, command::Continue{Direction::forward});
    const ValueChange found = change_of(session, "len(items)", Direction::backward);
    CHECK(found.end == End::changed);
    CHECK(found.before == "3");
    CHECK(found.after == "2");
    CHECK(line_here(session) == 12);
}
