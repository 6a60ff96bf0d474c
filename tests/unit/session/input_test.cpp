// A script that reads what nobody has typed yet waits, and then runs as if it had been there.
#include <doctest/doctest.h>

#include "session/session.h"
#include "session/to_the_end.h"

using namespace meada;
using testing::finish;
using testing::run;

namespace {

constexpr const char* asking =
    "import sys\n"
    "name = input('Name? ')\n"
    "print('Hello', name)\n"
    "try:\n"
    "    print(len(input()))\n"
    "except EOFError as error:\n"
    "    print('end:', error)\n";

std::string output(const Session& session) {
    std::string text;
    for (const OutputLine& line : *session.moment().output) text += line.text + "|";
    return text;
}

struct Asked {
    Session session;
    explicit Asked(const char* source) {
        Scenario scenario;
        scenario.source = source;
        session.ask_for_input();
        REQUIRE(session.open(scenario));
        finish(session);
    }
};

}  // namespace

TEST_CASE("the run stops where a line is missing, and goes on with it as if it had been there") {
    Asked asked(asking);
    Session& session = asked.session;
    run(session, command::Run{});
    CHECK(session.moment().waits_for_input);
    CHECK_FALSE(session.moment().ended);
    CHECK(output(session) == "Name? |");
    CHECK(session.moment().state->threads.at(0).state == RunState::waiting);
    CHECK(session.moment().state->threads.at(0).wait_reason == WaitReason::input);
    run(session, command::GiveInput{"Ana\n"});
    CHECK(session.moment().waits_for_input);
    CHECK(output(session) == "Name? Hello Ana|");
    run(session, command::GiveInput{"", false});
    CHECK_FALSE(session.moment().waits_for_input);
    CHECK(session.moment().ended);
    CHECK(session.moment().state->threads.at(0).wait_reason != WaitReason::input);
    CHECK(output(session) == "Name? Hello Ana|end: EOF when reading a line|");

    const uint64_t hash = session.moment().trace_hash;
    const Scenario scenario = session.scenario_here();
    CHECK(scenario.input == "Ana\n");
    CHECK(scenario.input_ends);
    Session given;
    given.ask_for_input();
    REQUIRE(given.open(scenario));
    run(given, command::Run{});
    CHECK(given.moment().ended);
    CHECK(given.moment().trace_hash == hash);
}

TEST_CASE("steps lead back from where the script waits, and on again behind the answer") {
    Asked asked("print('first')\nline = input()\nprint(line)\n");
    Session& session = asked.session;
    run(session, command::Run{});
    REQUIRE(session.moment().waits_for_input);
    const Count waiting = session.moment().cursor_instruction;
    run(session, command::Step{StepKind::line, Direction::backward});
    CHECK(session.moment().cursor_instruction < waiting);
    run(session, command::Step{StepKind::line, Direction::forward});
    run(session, command::Step{StepKind::line, Direction::forward});
    CHECK(session.moment().waits_for_input);
    run(session, command::GiveInput{"typed\n"});  // the step goes on
    CHECK(session.moment().state->threads.front().frames.front().range.line == 3);
    CHECK(session.moment().state->globals.back().text == "'typed'");
    run(session, command::Run{});
    CHECK(output(session) == "first|typed|");
}

TEST_CASE("without a breakpoint, to continue leads to where the script waits") {
    Asked asked("print('first')\nline = input()\nprint(line)\n");
    Session& session = asked.session;
    run(session, command::Continue{Direction::forward});
    REQUIRE(session.moment().waits_for_input);
    CHECK(session.moment().cursor_event == session.moment().end_event);
    run(session, command::GiveInput{"typed\n"});
    CHECK(session.moment().ended);
    CHECK(session.moment().cursor_event == session.moment().end_event);
    run(session, command::Continue{Direction::backward});
    CHECK(session.moment().cursor_instruction == 0);
}

TEST_CASE("where nobody is asked a script finds the end of its input") {
    Scenario scenario;
    scenario.source = asking;
    Session session;
    REQUIRE(session.open(scenario));
    finish(session);
    run(session, command::Run{});
    CHECK(session.moment().ended);
    CHECK_FALSE(session.moment().waits_for_input);
}
