// The same script on another machine.
#include <doctest/doctest.h>

#include "session/session.h"
#include "session/to_the_end.h"

using namespace meada;
using testing::finish;

namespace {

constexpr const char* two_threads = R"(
import threading
def work(name):
    for i in range(20000):
        pass
    print(name)
threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
for t in threads: t.start()
for t in threads: t.join()
)";

void open_and_run(Session& session) {
    Scenario scenario;
    scenario.source = two_threads;
    REQUIRE(session.open(scenario));
    (void)session.apply(command::Run{});
    finish(session);
}

}  // namespace

TEST_CASE("another machine runs the script again, and one stays at the end") {
    Session session;
    open_and_run(session);
    const TimeNs before_ns = session.moment().end_ns;
    const uint64_t run = session.moment().run;
    REQUIRE(session.apply(command::SetMachine{{.gil = uint64_t(GilMode::none), .cores = 2}}));
    finish(session);
    const Moment& after = session.moment();
    CHECK(after.run != run);
    CHECK(after.ended);
    CHECK(after.cursor_event == after.end_event);
    CHECK(after.end_ns < before_ns * 3 / 4);
    CHECK(after.spec->cores == 2);
    CHECK(after.output->size() == 2);
    CHECK(session.scenario_here().spec == *after.spec);
}

TEST_CASE("on another machine one stays at the same event of the same thread") {
    Session session;
    open_and_run(session);
    (void)session.apply(command::SeekEvent{20});
    finish(session);
    const Position before = session.moment().position;
    REQUIRE(session.apply(command::SetMachine{{.instruction_ns = 40}}));
    finish(session);
    CHECK(session.moment().position == before);
    CHECK_FALSE(session.moment().ended);
}

TEST_CASE("a machine that cannot be is refused, and the run stays") {
    Session session;
    open_and_run(session);
    const uint64_t run = session.moment().run;
    for (const MachineSpec& spec : {MachineSpec{.cores = 0}, MachineSpec{.cores = 65},
                                    MachineSpec{.cores = 2, .slow_cores = 2}}) {
        const Result<bool> set = session.apply(command::SetMachine{spec});
        REQUIRE_FALSE(set);
        CHECK(set.error().code == ErrorCode::knob_range);
    }
    CHECK(session.moment().run == run);
    CHECK(*session.moment().spec == MachineSpec{});
}

TEST_CASE("a machine can be set before a script is open") {
    Session session;
    REQUIRE(session.apply(command::SetMachine{{.cores = 2}}));
    CHECK(session.scenario_here().spec.cores == 2);
    CHECK(session.moment().spec->cores == 2);
}
