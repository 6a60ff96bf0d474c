// Choosing who goes next: the run forks, and every branch is a decision log that replays.
#include <doctest/doctest.h>

#include "session/session.h"

using namespace meada;

namespace {

constexpr const char* waiters_at_a_lock = R"(
import threading, time
lock = threading.Lock()
order = []
def work(name):
    with lock:
        order.append(name)
        time.sleep(0.001)
lock.acquire()
threads = [threading.Thread(target=work, args=(name,), name=name) for name in ("ana", "rui", "lia")]
for t in threads: t.start()
time.sleep(0.01)
lock.release()
for t in threads: t.join()
print(*order)
)";

constexpr const char* lost_update_script = R"(
import threading
count = 0
def add():
    global count
    seen = count
    count = seen + 1
threads = [threading.Thread(target=add, name=name) for name in ("ana", "rui")]
for t in threads: t.start()
for t in threads: t.join()
print(count)
)";

void work_off(Session& session) {
    for (Progress now = session.advance(10'000'000);
         now.state == Progress::State::working || now.looks;)
        now = session.advance(10'000'000);
}

void run_to_end(Session& session) {
    (void)session.apply(command::Run{});
    work_off(session);
}

void open_script_in(Session& session, const char* source) {
    Scenario scenario;
    scenario.source = source;
    REQUIRE(session.open(scenario));
    run_to_end(session);
}

std::string printed(Session& session) {
    const Moment& moment = session.moment();
    return moment.output->empty() ? "" : moment.output->back().text;
}

// To the first choice of this kind; its index.
size_t go_to_choice(Session& session, DecisionKind kind) {
    for (size_t index = 0; index < session.next().count; ++index) {
        (void)session.apply(command::SeekChoice{index});
        work_off(session);
        const Next& next = session.next();
        REQUIRE(next.choice);
        if (next.choice->taken.kind == kind) return index;
    }
    FAIL("the run has no such choice");
    return 0;
}

}  // namespace

TEST_CASE("a waiter chosen by hand gets the lock, and the way back is the old run") {
    Session session;
    open_script_in(session, waiters_at_a_lock);
    const std::string usual = printed(session);
    const uint64_t usual_hash = session.moment().trace_hash;
    CHECK(usual == "ana rui lia");
    (void)go_to_choice(session, DecisionKind::hand_over);
    const Position here = session.moment().position;
    const uint64_t hash_here = session.moment().trace_hash;
    CHECK(session.next().choice->option_count == 3);
    REQUIRE(session.apply(command::Choose{2}));
    work_off(session);
    CHECK(session.moment().position == here);  // the cursor stays, and so does what was before it
    CHECK(session.moment().trace_hash == hash_here);
    CHECK(session.branches().all().size() == 2);
    CHECK(session.branches().here() == 1);
    run_to_end(session);
    CHECK(printed(session) == "lia ana rui");
    CHECK(session.moment().trace_hash != usual_hash);
    CHECK(session.branches().current().output == "lia ana rui\n");
    REQUIRE(session.apply(command::GoToBranch{0}));
    work_off(session);
    CHECK(session.moment().position == here);
    run_to_end(session);
    CHECK(printed(session) == usual);
    CHECK(session.moment().trace_hash == usual_hash);
    (void)session.apply(command::RemoveBranch{1});
    CHECK(session.branches().all().size() == 1);
}

TEST_CASE("choosing the usual option again is the first branch, not a new one") {
    Session session;
    open_script_in(session, waiters_at_a_lock);
    (void)go_to_choice(session, DecisionKind::hand_over);
    REQUIRE(session.apply(command::Choose{1}));
    work_off(session);
    REQUIRE(session.next().choice);
    CHECK(session.next().choice->taken.option == 1);
    REQUIRE(session.apply(command::Choose{0}));
    work_off(session);
    CHECK(session.branches().all().size() == 2);
    CHECK(session.branches().here() == 0);
    CHECK(session.scenario_here().decisions.empty());
}

TEST_CASE("a link carries what was chosen") {
    Session session;
    open_script_in(session, waiters_at_a_lock);
    (void)go_to_choice(session, DecisionKind::hand_over);
    REQUIRE(session.apply(command::Choose{1}));
    run_to_end(session);
    const auto linked = scenario_from_link(to_link(session.scenario_here()));
    REQUIRE(linked);
    Session other;
    REQUIRE(other.open(*linked));
    work_off(other);
    CHECK(other.anchor() == Anchor::exact);
    CHECK(printed(other) == "rui ana lia");
    CHECK(other.moment().trace_hash == session.moment().trace_hash);
}

TEST_CASE("each option is previewed by what its thread would do") {
    Session session;
    open_script_in(session, waiters_at_a_lock);
    (void)go_to_choice(session, DecisionKind::hand_over);
    const Next& next = session.next();
    REQUIRE(next.previews.size() == 3);
    for (const auto& preview : next.previews) {
        CHECK(preview->line == 6);
        REQUIRE(preview->told);
        CHECK(preview->log.events().front().thread == preview->thread);
        CHECK(event_is<event::sync_acquired>(preview->log.events().front()));
    }
}

TEST_CASE("every choice of a run can be stood at, and each option leads to another run") {
    Session session;
    open_script_in(session, waiters_at_a_lock);
    const size_t count = session.next().count;
    REQUIRE(count > 0);
    for (size_t index = 0; index < count; ++index) {
        (void)session.apply(command::SeekChoice{index});
        work_off(session);
        REQUIRE(session.next().index == index);
        const uint32_t other = session.next().choice->taken.option == 0 ? 1 : 0;
        const Serial thread = session.next().choice->options[other];
        REQUIRE(session.apply(command::Choose{other}));
        work_off(session);
        REQUIRE(session.next().choice);
        CHECK(session.next().choice->taken.option == other);
        CHECK(session.next().choice->options[other] == thread);
        REQUIRE(session.apply(command::GoToBranch{0}));
        run_to_end(session);
    }
}

TEST_CASE("every order of a lost update has two ends, and the failing one opens as a branch") {
    Session session;
    open_script_in(session, lost_update_script);
    REQUIRE(session.apply(command::ExploreOrders{}));
    work_off(session);
    const Orders& orders = session.orders();
    CHECK(orders.state == Orders::State::done);
    REQUIRE(orders.found);
    CHECK(orders.found->complete);
    REQUIRE(orders.found->outcomes.size() == 2);
    for (size_t i = 0; i < 2; ++i) {
        REQUIRE(session.apply(command::OpenOutcome{i}));
        run_to_end(session);
        CHECK(printed(session) + "\n" == orders.found->outcomes[i].output);
        CHECK(session.branches().current().found);
    }
    CHECK(session.branches().all().size() == 3);
}

TEST_CASE("a run beside the open one is compared with it") {
    Session session;
    open_script_in(session, waiters_at_a_lock);
    REQUIRE(session.apply(command::Compare{{.gil = uint64_t(GilMode::none), .cores = 2}}));
    work_off(session);
    REQUIRE(session.compared());
    CHECK(session.compared()->ended);
    CHECK(session.compared()->spec->cores == 2);
    CHECK(session.compared()->output->back().text == printed(session));
    (void)session.apply(command::StopComparing{});
    CHECK_FALSE(session.compared());
}
