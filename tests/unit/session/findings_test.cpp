// What is told of runs that have not ended, and never will.
#include <doctest/doctest.h>

#include "session/session.h"

using namespace meada;

namespace {

struct Found {
    std::vector<Stall> stalls;
    bool gave_up = false;
};

Found findings_of(const char* source, const char* knobs) {
    Scenario scenario;
    scenario.source = source;
    REQUIRE(set_knobs(scenario.spec, knobs));
    Session session;
    session.limit_all_work();
    REQUIRE(session.open(scenario));
    REQUIRE(session.apply(command::Run{false}));
    for (Progress progress{Progress::State::working};
         progress.state == Progress::State::working || progress.looks;)
        progress = session.advance(50'000'000);
    return {session.findings().stalls, session.gave_up()};
}

}  // namespace

TEST_CASE("a thread that gets no core starves while the run goes on for ever") {
    const Found found = findings_of(R"(import os, threading
def low():
    os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)
    for i in range(1_000_000):
        pass
def high():
    while True:
        pass
threads = [threading.Thread(target=low), threading.Thread(target=high)]
for thread in threads: thread.start()
for thread in threads: thread.join()
)", "cores=1,gil=none,policy=priority,instruction_ns=100");
    CHECK(found.gave_up);
    REQUIRE(found.stalls.size() == 2);  // the main thread, too: it would only wait
    for (const Stall& stall : found.stalls) {
        CHECK(stall.kind == StallKind::starvation);
        CHECK(stall.reason == WaitReason::ready);
        CHECK(stall.lasts);
        CHECK(stall.length_ns >= kept_from_core_ns);
        CHECK(stall.other == found.stalls[0].other);
        CHECK(stall.other != stall.actor);
    }
}

TEST_CASE("a thread that the program waits for in vain is told, a daemon and a main loop are not") {
    const auto loop_in = [](const char* start) {
        return std::string(R"(import threading
def work():
    while True:
        pass
)") + start;
    };
    const Found thread =
        findings_of(loop_in("threading.Thread(target=work).start()\n").c_str(), "cores=2");
    CHECK(thread.gave_up);
    REQUIRE(thread.stalls.size() == 1);
    CHECK(thread.stalls[0].kind == StallKind::endless_thread);
    CHECK((thread.stalls[0].line == 3 || thread.stalls[0].line == 4));

    const Found daemon = findings_of(
        loop_in("threading.Thread(target=work, daemon=True).start()\n").c_str(), "cores=2");
    CHECK(!daemon.gave_up);
    CHECK(daemon.stalls.empty());

    const Found main = findings_of(loop_in("work()\n").c_str(), "cores=2");
    CHECK(main.gave_up);
    CHECK(main.stalls.empty());
}
