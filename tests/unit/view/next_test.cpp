// What "Who could go next" says where nobody has a choice.
#include "recorded.h"

using namespace meada;
using meada::testing::Recorded;

namespace {

constexpr auto two_busy = R"(
import sys
import threading

def busy():
    for number in range(20_000):
        pass

threads = [threading.Thread(target=busy) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
)";

// Why there is no choice at the first moment at which two threads could run.
std::string why_no_choice(const std::string& source, const MachineSpec& spec) {
    Recorded run(source.c_str(), spec);
    const Texts texts;
    for (uint64_t instruction = 50;; instruction += 50) {
        (void)run.session.apply(command::SeekInstruction{instruction});
        while (run.session.advance(1'000'000'000).state == Progress::State::working) {}
        const Moment moment = run.session.moment();
        REQUIRE(moment.cursor_event < moment.end_event);
        const auto could_run = std::ranges::count_if(
            moment.state->threads, [](const ThreadState& thread) {
                return thread.state == RunState::ready || thread.state == RunState::running;
            });
        if (could_run == 2 && !run.session.next().choice)
            return view::next_view(moment, run.session.next(), run.cache.actors, texts).why;
    }
}

}  // namespace

TEST_CASE("where the holder of the GIL runs on, the switch interval in force is named") {
    const auto named = [](TimeNs interval_ns) {
        return Texts()(TextId::next_why_gil, {Texts().time(interval_ns)});
    };
    CHECK(why_no_choice(two_busy, {}) == named(5'000'000));
    CHECK(why_no_choice(two_busy, {.switch_interval_ns = 2'000'000}) == named(2'000'000));
    const std::string asked = std::string("import sys\nsys.setswitchinterval(0.02)\n") + two_busy;
    CHECK(why_no_choice(asked, {}) == named(20'000'000));
    CHECK(named(5'000'000) != named(20'000'000));
}

TEST_CASE("after the last event no thread runs or holds the GIL") {
    Recorded run("import threading\nthreading.Thread(target=print).start()\n", {});
    const Moment moment = run.session.moment();
    REQUIRE(moment.ended);
    for (const ThreadState& thread : moment.state->threads) {
        CHECK(thread.state == RunState::ended);
        CHECK_FALSE(thread.holds_gil);
    }
}
