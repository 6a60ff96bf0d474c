// What one asks of a moment, and breakpoints with conditions: the run knows nothing of it.
#include <doctest/doctest.h>

#include "session/session.h"
#include "session/to_the_end.h"

using namespace meada;
using testing::finish;
using testing::run;

namespace {

void open(Session& session, const std::string& source) {
    Scenario scenario;
    scenario.source = source;
    REQUIRE(session.open(scenario));
    finish(session);
}

uint32_t line_of(const Moment& moment) {
    for (const ThreadState& thread : moment.state->threads)
        if (thread.serial == moment.state->running_thread)
            for (const FrameState& frame : thread.frames)
                if (!frame.library) return frame.range.line;
    return 0;
}

constexpr const char* tasks_and_threads = R"(import asyncio, threading, time
class Jar:
    def __init__(self): self.items = []
    def __repr__(self): return f"<jar of {len(self.items)}>"
jar = Jar()
lock = threading.Lock()
def fill(count, factor=2):
    total = 0
    for i in range(count):
        total += i * factor
        jar.items.append(i)
    return total
print(fill(10))
async def work(name, pause):
    mine = name * 2
    await asyncio.sleep(pause)
    return mine
async def main():
    await asyncio.gather(work("a", 1), work("b", 2))
asyncio.run(main())
)";

std::string text(const Session& session, const std::string& source, Serial actor = 0) {
    const Evaluated said = session.evaluate(actor, source);
    return said.state == Evaluated::State::waits      ? "waits"
           : said.state == Evaluated::State::too_long ? "too long"
                                                      : said.text;
}

}  // namespace

TEST_CASE("a moment answers in the names of its frame, and the run stays what it is") {
    Session plain, asked;
    open(plain, tasks_and_threads);
    open(asked, tasks_and_threads);
    run(asked, command::SetBreakpoints{{{11, {}}}});
    run(asked, command::Continue{Direction::forward});
    run(asked, command::Continue{Direction::forward});
    CHECK(text(asked, "i") == "1");
    CHECK(text(asked, "total, factor, jar") == "(2, 2, <jar of 1>)");
    CHECK(text(asked, "[x * factor for x in range(count) if x > i][:2]") == "[4, 6]");
    CHECK(text(asked, "jar.items.append(99)") == "None");
    CHECK(text(asked, "jar.items") == "[0]");  // each on a copy of its own
    CHECK(text(asked, "total = 5").empty());
    CHECK(text(asked, "nothing") == "NameError: name 'nothing' is not defined");
    CHECK(text(asked, "1 +") == "SyntaxError: invalid syntax");
    CHECK(text(asked, "1 / 0") == "ZeroDivisionError: division by zero");
    CHECK(text(asked, "time.sleep(1)") == "waits");
    CHECK(text(asked, "(lock.acquire(), lock.acquire())") == "waits");
    CHECK(text(asked, "[0 for _ in iter(int, 1)]") == "too long");
    const Evaluated printed = asked.evaluate(0, "print('hello', i)");
    CHECK(printed.output == "hello 1\n");
    CHECK(asked.evaluate(0, "i == 1").truth);
    CHECK(!asked.evaluate(0, "i == 2").truth);
    run(asked, command::SetBreakpoints{});
    run(asked, command::Continue{Direction::forward});
    run(plain, command::Continue{Direction::forward});
    CHECK(asked.moment().ended);
    CHECK(asked.moment().trace_hash == plain.moment().trace_hash);
    CHECK(asked.moment().end_instruction == plain.moment().end_instruction);
}

TEST_CASE("a task that waits answers too, and a moment at which nobody runs") {
    Session session;
    open(session, tasks_and_threads);
    run(session, command::Continue{Direction::forward});
    run(session, command::SeekTime{500'000'000});
    const Moment& moment = session.moment();
    Serial b = 0;
    for (const TaskState& task : moment.state->tasks)
        if (!task.frames.empty() && task.coroutine == "work") b = task.serial;
    REQUIRE(b != 0);
    CHECK(text(session, "mine, pause", b) == "('bb', 2)");
    CHECK(text(session, "sum(jar.items)", b) == "45");
    CHECK(text(session, "len(jar.items)") == "10");
}

TEST_CASE("a condition stops at its iteration, forward and backward") {
    Session session;
    open(session, tasks_and_threads);
    run(session, command::SetBreakpoints{{{11, "i == 7"}}});
    run(session, command::Continue{Direction::forward});
    CHECK(line_of(session.moment()) == 11);
    CHECK(text(session, "i, total") == "(7, 56)");
    run(session, command::Continue{Direction::forward});
    CHECK(session.moment().ended);
    run(session, command::Continue{Direction::backward});
    CHECK(text(session, "i, total") == "(7, 56)");
    // One that raises stops, so that one sees that it is wrong.
    run(session, command::SetBreakpoints{{{11, "nothing"}}});
    run(session, command::SeekEvent{0});
    run(session, command::Continue{Direction::forward});
    CHECK(text(session, "i") == "0");
    run(session, command::RunToLine{12, Direction::forward});
    CHECK(line_of(session.moment()) == 12);
}

TEST_CASE("while the way back to a breakpoint is looked for, the moment stays where one stood") {
    Session session;
    open(session, "def far():\n    return 0\nfar()\nfor i in range(20_000):\n    i * i\n");
    run(session, command::Run{});
    run(session, command::SetBreakpoints{{{2}}});
    const Count end = session.moment().cursor_instruction;
    REQUIRE(session.apply(command::Continue{Direction::backward}));
    int looks = 0;
    for (; session.advance(0).state == Progress::State::working; ++looks)
        REQUIRE(session.moment().cursor_instruction == end);
    CHECK(looks > 10);
    CHECK(line_of(session.moment()) == 2);
}

TEST_CASE("a step leads to the exception that nobody catches, and back from it to its line") {
    Session session;
    open(session, R"(def risky(n):
    half = n / 2
    if n == 2:
        raise ValueError(n)
    return n
for n in range(3):
    risky(n)
)");
    run(session, command::Run{});
    run(session, command::SeekEvent{0});
    run(session, command::Step{StepKind::uncaught, Direction::forward});
    const Event& last = (*session.moment().events)[session.moment().cursor_event - 1];
    CHECK(event_is<event::exception_uncaught>(last));
    run(session, command::Step{StepKind::line, Direction::backward});
    CHECK(line_of(session.moment()) == 4);
    CHECK(text(session, "n, half") == "(2, 1.0)");
}
