// The scheduling policies, against the worked examples of a textbook: Silberschatz, Galvin and
// Gagne, "Operating System Concepts", chapter "CPU Scheduling". Bursts are in its milliseconds.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "library/library.h"

using namespace meada;

namespace {

struct Job {
    std::string name;
    uint32_t arrival, burst;
    int nice = 0;
};

// A burst is a loop without anything else; an iteration takes three instructions of 20 ns, and what
// comes before and behind it less than this.
constexpr uint64_t unit_ns = 300'000, iteration_ns = 60, around_ns = 2'000;

std::string script_of(const std::vector<Job>& jobs) {
    std::string source = "import os, threading, time\n"
                         "def job(arrival, burst, nice):\n"
                         "    os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), nice)\n"
                         "    time.sleep(0.1 + arrival - time.perf_counter())\n"
                         "    for step in range(burst):\n"
                         "        pass\n"
                         "threads = []\n";
    // Of those that arrive together, each comes a microsecond after the one before.
    uint64_t order_ns = 0;
    for (const Job& job : jobs)
        source += "threads.append(threading.Thread(target=job, name='" + job.name + "', args=(" +
                  std::to_string(job.arrival * unit_ns + (order_ns += 1'000)) + "e-9, " +
                  std::to_string((job.burst * unit_ns - around_ns) / iteration_ns) + ", " +
                  std::to_string(job.nice) + ")))\n";
    return source + "for thread in threads: thread.start()\n"
                    "for thread in threads: thread.join()\n";
}

// When each ended, in units after the common start.
struct Ends : Recorder {
    void record(const Event& event) override {
        if (const auto* made = event_as<event::thread_created>(event))
            names[made->created] = std::string(made->name);
        if (event_is<event::thread_ended>(event))
            units[names[event.thread]] =
                static_cast<uint32_t>((event.time_ns - 100'000'000 + unit_ns / 2) / unit_ns);
    }
    std::map<Serial, std::string> names;
    std::map<std::string, uint32_t> units;
};

// Waiting time: the end, less the arrival and the burst.
std::map<std::string, uint32_t> waiting_times(const std::vector<Job>& jobs,
                                              const std::string& settings) {
    MachineSpec spec;
    REQUIRE(set_knobs(spec, "cores=1,gil=none,context_switch_ns=0,wake_ns=0,thread_start_ns=0," +
                                settings));
    Script script;
    script.file_name = "jobs.py";
    script.source = script_of(jobs);
    auto made = make_machine(spec, linked_boot_image(), script);
    REQUIRE(made);
    Ends ends;
    (*made)->recorder = &ends;
    REQUIRE(advance(**made, {}) == Advanced::ended);
    std::map<std::string, uint32_t> waiting;
    for (const Job& job : jobs)
        waiting[job.name] = ends.units.at(job.name) - job.arrival - job.burst;
    return waiting;
}

const std::vector<Job> three = {{"P1", 0, 24}, {"P2", 0, 3}, {"P3", 0, 3}};
using Times = std::map<std::string, uint32_t>;

std::string quantum(uint32_t units) {
    return "quantum_ns=" + std::to_string(units * unit_ns);
}

}  // namespace

TEST_CASE("first come, first served: the textbook's 17 ms on average, and 3 in the other order") {
    CHECK(waiting_times(three, "policy=first_come") == Times{{"P1", 0}, {"P2", 24}, {"P3", 27}});
    const std::vector<Job> other = {three[1], three[2], three[0]};
    CHECK(waiting_times(other, "policy=first_come") == Times{{"P1", 6}, {"P2", 0}, {"P3", 3}});
}

TEST_CASE("round robin with a quantum of 4: the textbook's 6, 4 and 7 ms") {
    const Times expected = {{"P1", 6}, {"P2", 4}, {"P3", 7}};
    CHECK(waiting_times(three, "policy=round_robin," + quantum(4)) == expected);
}

TEST_CASE("priorities: the textbook's 8.2 ms on average") {
    const std::vector<Job> five = {
        {"P1", 0, 10, 3}, {"P2", 0, 1, 1}, {"P3", 0, 2, 4}, {"P4", 0, 1, 5}, {"P5", 0, 5, 2}};
    const Times expected = {{"P1", 6}, {"P2", 0}, {"P3", 16}, {"P4", 18}, {"P5", 1}};
    CHECK(waiting_times(five, "policy=priority") == expected);
}

TEST_CASE("a thread of higher priority takes the core at once") {
    const std::vector<Job> jobs = {{"low", 0, 10, 5}, {"high", 4, 3, 1}};
    CHECK(waiting_times(jobs, "policy=priority") == Times{{"low", 3}, {"high", 0}});
}

TEST_CASE("fair: who comes later catches up with nobody's past, and equals share") {
    // Alone until 10; then both half and half: the second has had its 5 at 20, the first 10 more.
    const std::vector<Job> jobs = {{"first", 0, 20}, {"second", 10, 5}};
    const Times waiting = waiting_times(jobs, "policy=fair," + quantum(1));
    CHECK(waiting.at("first") == 5);
    CHECK(waiting.at("second") == 5);
}

TEST_CASE("random: a seed is an order") {
    std::vector<Job> jobs;
    for (char name = 'a'; name < 'i'; ++name) jobs.push_back({std::string(1, name), 0, 4});
    const auto run = [&](const char* seed) {
        return waiting_times(jobs, "policy=random," + quantum(1) + ",seed=" + seed);
    };
    CHECK(run("1") == run("1"));
    CHECK(run("1") != run("2"));
}
