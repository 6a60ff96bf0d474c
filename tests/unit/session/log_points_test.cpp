// Log points say what they are asked to wherever the run passes them, whichever way one goes, and
// the run knows nothing of it; a breakpoint can count its passes.
#include <doctest/doctest.h>

#include "session/session.h"
#include "session/to_the_end.h"
#include "view/view.h"

using namespace meada;
using testing::open_recorded;
using testing::run;

namespace {

// Until nothing is looked for beside the run.
void look_on(Session& session) {
    for (Progress now; (now = session.advance(10'000'000)), now.looks;) {}
}

std::vector<std::string> texts_of(const Session& session) {
    std::vector<std::string> out;
    for (const LogLine& line : *session.moment().log)
        out.push_back(std::to_string(line.line) + " " + line.text);
    return out;
}

// The output panel, with | before what is logged and > where the cursor stands.
std::string panel_of(const Session& session) {
    const Moment& moment = session.moment();
    const view::Output output = view::output(moment);
    std::string out;
    for (size_t i = 0; i < output.total; ++i) {
        if (i == output.past) out += ">\n";
        const view::OutputRow row = view::output_row(moment, view::Actors{}, output, i);
        CHECK(row.future == (i >= output.past));
        out += (row.logged ? "|" : "") + row.text + "\n";
    }
    return out;
}

using Lines = std::vector<std::string>;

constexpr const char* adding = R"(import asyncio
def double(n):
    return n * 2
async def add(name, values):
    total = 0
    for value in values:
        total += double(value)
        await asyncio.sleep(0.001)
    print(name, total)
async def main():
    await asyncio.gather(add("a", [1, 2, 3]), add("b", [10, 20]))
asyncio.run(main())
)";

}  // namespace

TEST_CASE("a log point says its message at every pass, between what the script prints") {
    Session plain, logged;
    open_recorded(plain, adding);
    open_recorded(logged, adding);
    run(plain, command::Continue{Direction::forward});
    run(logged, command::Continue{Direction::forward});
    run(logged, command::SetBreakpoints{
                    {{7, {}, "{name} + {value:>3}"}, {9, {}, "{total!r} {{}}"}}});
    look_on(logged);
    CHECK(texts_of(logged) == Lines{"7 a +   1", "7 b +  10", "7 a +   2", "7 b +  20", "7 a +   3",
                                    "9 60 {}", "9 12 {}"});
    CHECK(logged.moment().log_end == LogEnd::whole);
    CHECK(panel_of(logged) == "|a +   1\n|b +  10\n|a +   2\n|b +  20\n|a +   3\n|60 {}\nb 60\n"
                              "|12 {}\na 12\n");
    CHECK(logged.moment().trace_hash == plain.moment().trace_hash);
    CHECK(logged.moment().output->size() == 2);
    // What is logged stands at its moment.
    run(logged, command::SeekInstruction{(*logged.moment().log)[2].instruction});
    CHECK(panel_of(logged) == "|a +   1\n|b +  10\n|a +   2\n>\n|b +  20\n|a +   3\n|60 {}\nb 60\n"
                              "|12 {}\na 12\n");
    CHECK(logged.evaluate(0, "(name, total, value)").text == "('a', 2, 2)");
    run(logged, command::Step{StepKind::line, Direction::backward});
    CHECK(panel_of(logged).starts_with("|a +   1\n|b +  10\n>\n"));
    // It stops nobody.
    run(logged, command::SeekEvent{0});
    run(logged, command::Continue{Direction::forward});
    CHECK(logged.moment().cursor_event == logged.moment().end_event);
}

TEST_CASE("a log point has a condition, and says what is wrong with its message") {
    Session session;
    open_recorded(session, adding);
    run(session, command::SetBreakpoints{{{7, "value > 2", "{value}"},
                                          {9, "name == 'b'", "{nothing}"},
                                          {2, "", "{1 +}"}}});
    look_on(session);
    const Lines said = texts_of(session);
    CHECK(said[0].starts_with("2 SyntaxError"));
    CHECK(said[1] == "7 10");
    CHECK(said[2] == "7 20");
    CHECK(said[3] == "7 3");
    CHECK(said[4] == "9 NameError: name 'nothing' is not defined");
    CHECK(said.size() == 5);
    CHECK((*session.moment().log)[4].state == Evaluated::State::raised);
}

TEST_CASE("where a log point would wait, and where it logs for ever") {
    Session session;
    open_recorded(session, "import time\nn = 0\nwhile n < 3000:\n    n += 1\nprint(n)\n");
    run(session, command::SetBreakpoints{{{4, {}, "{n}"}, {5, {}, "{time.sleep(1)}"}}});
    look_on(session);
    CHECK(session.moment().log->size() == 1'000);
    CHECK(session.moment().log_end == LogEnd::cut);
    run(session, command::SetBreakpoints{{{5, {}, "{time.sleep(1)}"}}});
    look_on(session);
    REQUIRE(session.moment().log->size() == 1);
    CHECK(session.moment().log->front().state == Evaluated::State::waits);
    // Another run of the script is logged as well.
    Scenario scenario = session.scenario_here();
    scenario.position = {};
    REQUIRE(session.open(scenario));
    run(session, command::Run{});
    look_on(session);
    CHECK(session.moment().log->size() == 1);
}

TEST_CASE("a breakpoint stops at its third pass, forward and backward") {
    Session session;
    open_recorded(session, adding);
    run(session, command::SetBreakpoints{{{7, {}, {}, 3}}});
    run(session, command::Continue{Direction::forward});
    CHECK(session.evaluate(0, "(name, value)").text == "('a', 2)");
    const uint64_t third = session.moment().cursor_instruction;
    run(session, command::Continue{Direction::forward});
    CHECK(session.moment().cursor_event == session.moment().end_event);
    run(session, command::Continue{Direction::backward});
    CHECK(session.moment().cursor_instruction == third);
    run(session, command::SetBreakpoints{{{7, "name == 'b'", {}, 2}}});
    run(session, command::Continue{Direction::forward});
    CHECK(session.evaluate(0, "(name, value)").text == "('b', 20)");
    run(session, command::SetBreakpoints{{{1, {}, {}, 9}, {12, {}, {}, 9}}});
    run(session, command::Continue{Direction::backward});
    CHECK(session.moment().cursor_instruction == 0);
}

TEST_CASE("a breakpoint stops once where its line begins, not again behind a call in it") {
    Session session;
    open_recorded(session, adding);
    run(session, command::SetBreakpoints{{{7, {}}}});
    Lines stops;
    for (;;) {
        run(session, command::Continue{Direction::forward});
        if (session.moment().cursor_event == session.moment().end_event) break;
        stops.push_back(session.evaluate(0, "name + str(value)").text);
    }
    CHECK(stops == Lines{"'a1'", "'b10'", "'a2'", "'b20'", "'a3'"});
    for (size_t left = stops.size(); left-- > 0;) {
        run(session, command::Continue{Direction::backward});
        CHECK(session.evaluate(0, "name + str(value)").text == stops[left]);
    }
}
