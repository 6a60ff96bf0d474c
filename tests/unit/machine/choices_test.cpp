// Which of many threads goes next: what is told of the choice, and what a decision leads to.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "history/history.h"
#include "library/library.h"

using namespace meada;

namespace {

struct Told {
    Decision made;
    ChoiceOptions options;
    std::string taken;  // who ran then
};
struct Choosing : Recorder {
    explicit Choosing(DecisionKind kind) : kind(kind) { hears_choices = true; }
    void record(const Event& event) override {
        if (const auto* made = event_as<event::thread_created>(event))
            names[made->created] = std::string(made->name);
        if (const auto* said = event_as<event::printed>(event)) output += said->text;
        if (const auto* switched = event_as<event::thread_switched>(event);
            switched && !told.empty() && told.back().taken.empty())
            told.back().taken = names.at(switched->to);
    }
    void chose(const Decision& made, ChoiceOptions options) override {
        if (made.kind == kind) told.push_back({made, std::move(options), {}});
    }
    std::vector<std::string> names_of(const ChoiceOptions& options) const {
        std::vector<std::string> found;
        for (const Serial serial : options.first) found.push_back(names.at(serial));
        return found;
    }
    DecisionKind kind;
    std::vector<Told> told;
    std::map<Serial, std::string> names = {{1, "main"}};
    std::string output;
};

std::unique_ptr<Machine> machine_of_source(const char* source, const char* knobs) {
    Scenario scenario;
    scenario.source = source;
    REQUIRE(set_knobs(scenario.spec, knobs));
    auto made = make_machine(scenario, linked_boot_image());
    REQUIRE(made);
    return std::move(*made);
}

Choosing run(const char* source, const char* knobs, DecisionKind kind,
             const std::vector<Decision>& decisions = {}) {
    const auto machine = machine_of_source(source, knobs);
    Choosing choosing(kind);
    machine->recorder = &choosing;
    for (const Decision& decision : decisions) machine->decisions.set(decision);
    REQUIRE(advance(*machine, {}) == Advanced::ended);
    machine->recorder = nullptr;
    return choosing;
}

// Twenty that are due at one time. (The first one is on its own, and 120 ns later.)
constexpr const char* sleepers_source = R"(
import threading, time
def work(number):
    time.sleep(1 - time.perf_counter())
    print(number, end=' ')
threads = [threading.Thread(target=work, args=(n,), name=str(n)) for n in range(21)]
for thread in threads: thread.start()
for thread in threads: thread.join()
)";

// As soon as the main thread waits, those that are ready go by their nice values, which it has set.
constexpr const char* ready_source = R"(
import os, threading, time
def work(number):
    time.sleep(1 - time.perf_counter())
    print(number, end=' ')
threads = [threading.Thread(target=work, args=(n,), name=str(n)) for n in range(20)]
for thread in threads: thread.start()
while time.perf_counter() < 1.1: pass
for number, thread in enumerate(threads):
    os.setpriority(os.PRIO_PROCESS, thread.native_id, number * 7 % 20)
os.setpriority(os.PRIO_PROCESS, threads[5].native_id, -1)
for thread in threads: thread.join()
)";
constexpr const char* by_priority =
    "cores=1,gil=none,policy=priority,context_switch_ns=0,instruction_ns=100";

}  // namespace

TEST_CASE("of many timers at one time all count, and the first are told in order") {
    const Choosing choosing = run(sleepers_source, "cores=1", DecisionKind::timer_tie);
    CHECK(choosing.output == "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 0 ");
    REQUIRE(choosing.told.size() == 19);
    for (uint32_t number = 0; number < 19; ++number) {
        const ChoiceOptions& options = choosing.told[number].options;
        CAPTURE(number);
        CHECK(options.count == 20 - number);
        CHECK(options.first.size() == std::min<size_t>(options.count, options_told_max));
        std::vector<std::string> expected;
        for (size_t each = 0; each < options.first.size(); ++each)
            expected.push_back(std::to_string(1 + number + each));
        CHECK(choosing.names_of(options) == expected);
    }
}

TEST_CASE("a decision may take any of the timers that are due, told of or not") {
    Decision decision = run(sleepers_source, "cores=1", DecisionKind::timer_tie).told[0].made;
    decision.option = 18;
    const Choosing other = run(sleepers_source, "cores=1", DecisionKind::timer_tie, {decision});
    CHECK(other.output == "19 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 20 0 ");
    decision.option = 20;  // there is no such
    CHECK(run(sleepers_source, "cores=1", DecisionKind::timer_tie, {decision}).output ==
          "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 0 ");
}

TEST_CASE("of many ready threads the policy's comes first, and the others as they came") {
    const Choosing choosing = run(ready_source, by_priority, DecisionKind::next_thread);
    CHECK(choosing.output == "5 0 3 6 9 12 15 18 1 4 7 10 13 16 19 2 8 11 14 17 ");
    const auto all = std::ranges::find(choosing.told, 20u, [](const Told& each) {
        return each.options.count;
    });
    REQUIRE(all != choosing.told.end());
    const std::vector<std::string> expected = {"5", "1",  "2",  "3",  "4",  "6",  "7",  "8",
                                               "9", "10", "11", "12", "13", "14", "15", "16"};
    CHECK(choosing.names_of(all->options) == expected);
    CHECK(all->taken == "5");

    Decision decision = all->made;
    const auto taken_by = [&](uint32_t option) {
        decision.option = option;
        const Choosing other =
            run(ready_source, by_priority, DecisionKind::next_thread, {decision});
        return other.told[static_cast<size_t>(all - choosing.told.begin())].taken;
    };
    CHECK(taken_by(3) == "3");
    CHECK(taken_by(5) == "6");
    CHECK(taken_by(18) == "19");
    CHECK(taken_by(19) == "0");
    CHECK(taken_by(20) == "5");  // there is no such
}

TEST_CASE("history keeps how many there were, and the first of them") {
    Scenario scenario;
    scenario.source = sleepers_source;
    const auto history = History::open(scenario, linked_boot_image());
    REQUIRE(history);
    while ((*history)->record(1'000'000)) {}
    const Choices& choices = (*history)->choices();
    const auto found = std::ranges::find(choices, DecisionKind::timer_tie,
                                         [](const Choice& each) { return each.taken.kind; });
    REQUIRE(found != choices.end());
    CHECK(found->option_count == 20);
    CHECK(found->options.size() == options_told_max);
}
