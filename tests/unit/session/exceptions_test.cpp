// exception_raised is told once where an exception comes into the script, and exception_caught
// where an except takes it; a step leads from one to the next, both ways.
#include <doctest/doctest.h>

#include "session/session.h"
#include "session/to_the_end.h"
#include "view/view.h"

using namespace meada;
using testing::open_recorded;
using testing::run;

namespace {

// "3 ValueError: bad", "4 caught ValueError", …
std::vector<std::string> told(const Session& session) {
    std::vector<std::string> out;
    for (const Event& event : *session.moment().events) {
        const std::string line = std::to_string(event.line) + " ";
        if (const auto* raised = event_as<event::exception_raised>(event))
            out.push_back(line + std::string(raised->type) +
                          (raised->message.empty() ? "" : ": " + std::string(raised->message)));
        if (const auto* caught = event_as<event::exception_caught>(event))
            out.push_back(line + "caught " + std::string(caught->type));
    }
    return out;
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("an exception is told once, where it is raised, and where it is caught") {
    Session session;
    open_recorded(session, R"(def inner():
    raise ValueError("bad")
def outer():
    try:
        inner()
    finally:
        print("passes")
for n in range(2):
    try:
        outer()
    except (TypeError, ValueError) as error:
        kept = error
try:
    {}["key"]
except:
    pass
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
except Exception:
    pass
try:
    raise kept
except ValueError:
    pass
raise OSError(2, "gone")
)");
    const Told expected = {"2 ValueError: bad",
                           "11 caught ValueError",
                           "2 ValueError: bad",
                           "11 caught ValueError",
                           "14 KeyError: 'key'",
                           "15 caught KeyError",
                           "19 ZeroDivisionError: division by zero",
                           "20 caught ZeroDivisionError",
                           "22 caught ZeroDivisionError",
                           "25 ValueError: bad",
                           "26 caught ValueError",
                           "28 FileNotFoundError: [Errno 2] gone"};
    CHECK(told(session) == expected);
}

TEST_CASE("what ends a loop or an await is no exception, nor is what the library keeps to itself") {
    Session session;
    open_recorded(session, R"(import asyncio, contextlib, json, queue
class Three:
    at = 0
    def __iter__(self): return self
    def __next__(self):
        if self.at == 3:
            raise StopIteration
        self.at += 1
        return self.at
    def __aiter__(self): return self
    async def __anext__(self):
        await asyncio.sleep(0)
        if self.at == 3:
            raise StopAsyncIteration
        self.at += 1
        return self.at
def count():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
async def numbers():
    yield 1
async def main():
    async for x in Three(): pass
    async for x in numbers(): pass
    await asyncio.gather(asyncio.sleep(0), asyncio.sleep(0.1))
for x in Three(): pass
print(list(Three()), sum(Three()), next(iter([]), 0), hasattr(Three, "nothing"))
for x in count(): break
del x
print(json.loads("[1, 2]"), json.dumps({"a": [1, None]}))
asyncio.run(main())
try:
    next(iter([]))
except StopIteration:
    pass
)");
    const Told expected = {"36 StopIteration", "37 caught StopIteration"};
    CHECK(told(session) == expected);
}

TEST_CASE("an exception that goes from task to task is told in each, and what it is called") {
    Session session;
    open_recorded(session, R"(import asyncio
from contextlib import contextmanager
class Odd(Exception):
    def __str__(self): return "odd"
@contextmanager
def guarded():
    try:
        yield
    finally:
        pass
async def fail():
    with guarded():
        raise Odd(1, 2)
async def late():
    await asyncio.sleep(9)
async def main():
    try:
        await asyncio.gather(fail(), asyncio.sleep(1))
    except Odd:
        pass
    task = asyncio.create_task(late())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
asyncio.run(main())
)");
    const Told expected = {"13 Odd",           "18 Odd",           "19 caught Odd",
                           "15 CancelledError", "25 CancelledError", "26 caught CancelledError"};
    CHECK(told(session) == expected);
}

TEST_CASE("steps lead from exception to exception, both ways, and are told in words") {
    Session session;
    open_recorded(session, R"(def half(n):
    if n == 1:
        raise ValueError("odd")
    return n // 2
for n in range(3):
    try:
        half(n)
    except ValueError:
        print("no")
half(1)
)");
    const auto words = [&](Language language) {
        const Moment& moment = session.moment();
        view::LaneCache cache;
        view::update(cache, moment);
        return view::plain(view::narration(moment, cache.actors, Texts{language}));
    };
    const auto step = [&](StepKind kind, Direction direction) {
        run(session, command::Step{kind, direction});
    };
    constexpr Direction forward = Direction::forward, backward = Direction::backward;
    // To right before it, where its function still has its values.
    step(StepKind::raised, forward);
    CHECK(session.evaluate(0, "n").text == "1");
    const uint64_t first = session.moment().cursor_instruction;
    CHECK(words(Language::en).ends_with("Next: MainThread raises ValueError: odd."));
    step(StepKind::event, forward);
    CHECK(words(Language::en) ==
          "MainThread raises ValueError: odd. Next: the except on line 8 catches it.");
    CHECK(words(Language::pt_br) ==
          "MainThread lança ValueError: odd. A seguir: o except da linha 8 a trata.");
    step(StepKind::event, forward);
    CHECK(words(Language::en) == "MainThread catches ValueError: the except on line 8 goes on. "
                                 "Next: MainThread prints.");
    step(StepKind::raised, forward);
    const uint64_t second = session.moment().cursor_instruction;
    CHECK(second > first);
    CHECK(session.evaluate(0, "n").text == "1");
    step(StepKind::event, forward);
    CHECK(words(Language::en) == "MainThread raises ValueError: odd. Next: nobody catches it.");
    step(StepKind::raised, backward);
    CHECK(session.moment().cursor_instruction == second);
    step(StepKind::raised, backward);
    CHECK(session.moment().cursor_instruction == first);
    step(StepKind::raised, backward);
    CHECK(session.moment().cursor_instruction == 0);
    step(StepKind::raised, forward);
    CHECK(session.moment().cursor_instruction == first);
}

TEST_CASE("before an exception that comes out of an await stands nothing of the task: it is told") {
    Session session;
    open_recorded(session, R"(import asyncio
async def late():
    await asyncio.sleep(9)
async def main():
    task = asyncio.create_task(late())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(1)
asyncio.run(main())
)");
    run(session, command::Step{StepKind::raised, Direction::forward});
    const Moment& moment = session.moment();
    CHECK(event_is<event::exception_raised>((*moment.events)[moment.cursor_event - 1]));
    run(session, command::Step{StepKind::raised, Direction::forward});
    CHECK(session.moment().cursor_event == session.moment().end_event);
}
