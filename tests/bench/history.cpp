// history-bench FILE.py [--instructions N] [--rounds N] [--seeks N] [--json OUT]
//
// Records a run as the page does, next to the same run without recording, then goes to
// pseudo-random positions of it, and says what that took: README.md beside this file.
#include <algorithm>
#include <chrono>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "history/history.h"
#include "library/library.h"

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
EM_JS(double, process_cpu_us, (), {
    const usage = process.cpuUsage();
    return usage.user + usage.system;
});
#endif

namespace meada {
namespace {

// As session does it: between two looks at the clock.
constexpr uint64_t slice_instructions = 10'000;
constexpr double overhead_max = 0.20;
#ifdef __EMSCRIPTEN__
constexpr double seek_ms_max = 33;
#else
constexpr double seek_ms_max = 16;
#endif

struct Bench {
    std::string file;
    uint64_t instructions = 100'000'000;  // of any code, the library's too
    uint32_t rounds = 3, seeks = 400;
    std::string json;
};

struct Seek {
    const char* kind;
    Target target;
    double ms;
};

struct Figures {
    std::vector<double> plain_s, recording_s;  // a round each
    double overhead = 0;
    std::vector<Seek> seeks;
    double p50_ms = 0, p99_ms = 0, max_ms = 0;
    uint64_t user_instructions = 0, events = 0, checkpoints = 0, dropped = 0;
    uint64_t block_bytes = 0, history_bytes = 0;
};

// CPU time of this process: other programs of the machine do not count.
double cpu_s() {
#ifdef __EMSCRIPTEN__
    return process_cpu_us() / 1e6;
#else
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
#endif
}

[[noreturn]] void fail(const std::string& why) {
    std::fprintf(stderr, "history-bench: %s\n", why.c_str());
    std::exit(2);
}

Scenario read_script(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) fail("no such file: " + path);
    Scenario scenario;
    scenario.file_name = path.substr(path.find_last_of('/') + 1);
    char buffer[65536];
    for (size_t count; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
        scenario.source.append(buffer, count);
    std::fclose(file);
    return scenario;
}

std::unique_ptr<History> record(const Scenario& scenario, uint64_t instructions, double& seconds) {
    auto opened = History::open(scenario, linked_boot_image());
    if (!opened) fail("the script does not compile");
    History& history = **opened;
    const double from = cpu_s();
    for (uint64_t done = 0; done < instructions; done += slice_instructions)
        if (!history.record(slice_instructions)) break;
    seconds = cpu_s() - from;
    return std::move(*opened);
}

// To the same instruction, with nobody listening.
double run_plainly(const Scenario& scenario, uint64_t user_instructions) {
    auto machine = make_machine(scenario, linked_boot_image());
    if (!machine) fail("the script does not compile");
    const double from = cpu_s();
    advance(**machine, {.user_instructions = user_instructions});
    return cpu_s() - from;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

// Each round one after the other, so that a machine that grows slow or quick does so for both.
std::unique_ptr<History> measure_recording(const Bench& bench, const Scenario& scenario,
                                           Figures& figures) {
    double seconds = 0;
    std::unique_ptr<History> history = record(scenario, bench.instructions, seconds);  // warms up
    const uint64_t end = history->end_instruction();
    std::vector<double> ratios;
    for (uint32_t round = 0; round < bench.rounds; ++round) {
        figures.plain_s.push_back(run_plainly(scenario, end));
        history.reset();  // first, so that two never take memory at a time
        history = record(scenario, bench.instructions, seconds);
        figures.recording_s.push_back(seconds);
        ratios.push_back(seconds / figures.plain_s.back());
    }
    if (history->end_instruction() != end) fail("two recordings of one run differ");
    figures.overhead = bench.rounds > 0 ? median(ratios) - 1 : 0;
    figures.user_instructions = end;
    figures.events = history->log().end();
    figures.checkpoints = history->checkpoints().count();
    figures.dropped = history->checkpoints().dropped();
    figures.block_bytes = history->head().vm.block.size_bytes();
    figures.history_bytes = history->size_bytes();
    return history;
}

// Some of each kind: anywhere; near the last one; one instruction back from it (the step that
// people take most); the moment after an event; and both ends of the run.
std::vector<Seek> places(const History& history, uint32_t count) {
    std::mt19937_64 random(20240607);  // its numbers are the same everywhere, unlike distributions
    const uint64_t end = history.end_instruction();
    const EventLog& log = history.log();
    std::vector<Seek> seeks = {{"last", {Target::Kind::end, 0}, 0}};
    if (!history.recorded_all()) seeks[0].target = {Target::Kind::instruction, end};
    uint64_t last = end;
    while (seeks.size() + 1 < count) {
        const auto at = [&](const char* kind, uint64_t instruction) {
            last = std::min(instruction, end);
            seeks.push_back({kind, {Target::Kind::instruction, last}, 0});
        };
        switch (seeks.size() % 4) {
            case 0: at("near", last + random() % 40'000 - std::min<uint64_t>(last, 20'000)); break;
            case 1: at("back", last - std::min<uint64_t>(last, 1)); break;
            case 2: {
                const uint64_t number = log.first() + random() % log.events().size();
                last = log.find(number)->instruction;
                seeks.push_back({"event", {Target::Kind::event, number + 1}, 0});
                break;
            }
            default: at("far", random() % (end + 1));
        }
    }
    seeks.push_back({"first", {Target::Kind::event, std::max<uint64_t>(log.first(), 1)}, 0});
    return seeks;
}

void measure_seeks(const Bench& bench, History& history, Figures& figures) {
    figures.seeks = places(history, std::max(bench.seeks, 8u));
    std::vector<double> sorted;
    for (Seek& seek : figures.seeks) {
        const double from = cpu_s();
        while (!history.seek(seek.target, slice_instructions)) {}
        const MachineState state = inspect(history.cursor());  // what a person sees there
        seek.ms = (cpu_s() - from) * 1000;
        if (!history.at(seek.target) && seek.target.kind != Target::Kind::event)
            fail("a seek (" + std::string(seek.kind) + ") did not come to its place: " +
                 std::to_string(seek.target.number) + " but " +
                 std::to_string(history.cursor_instruction()));
        sorted.push_back(seek.ms);
    }
    std::ranges::sort(sorted);
    figures.p50_ms = sorted[sorted.size() / 2];
    figures.p99_ms = sorted[sorted.size() * 99 / 100];
    figures.max_ms = sorted.back();
}

const char* reached(bool yes) { return yes ? "reached" : "MISSED"; }

void print_histogram(const Figures& figures) {
    static constexpr double bounds[] = {0.5, 1, 2, 4, 8, 16, 33, 66, 132, 1e9};
    double low = 0;
    for (const double high : bounds) {
        const auto count = std::ranges::count_if(figures.seeks, [&](const Seek& seek) {
            return seek.ms >= low && seek.ms < high;
        });
        const std::string bar(static_cast<size_t>(count) * 60 / figures.seeks.size(), '#');
        if (high < 1e9) std::printf("    under %5g ms %5ld %s\n", high, long(count), bar.c_str());
        else if (count > 0) std::printf("    longer         %5ld %s\n", long(count), bar.c_str());
        low = high;
    }
    for (const char* kind : {"far", "near", "back", "event", "last", "first"}) {
        std::vector<double> of_kind;
        for (const Seek& seek : figures.seeks)
            if (std::string(seek.kind) == kind) of_kind.push_back(seek.ms);
        std::ranges::sort(of_kind);
        std::printf("    %-6s %4zu: median %.2f ms, longest %.2f ms\n", kind, of_kind.size(),
                    of_kind[of_kind.size() / 2], of_kind.back());
    }
}

void print(const Bench& bench, const Figures& figures) {
    std::printf("%s: %.0f million instructions of any code, %.1f of the script's, %" PRIu64
                " events; block %.1f MB\n",
                bench.file.c_str(), static_cast<double>(bench.instructions) / 1e6,
                static_cast<double>(figures.user_instructions) / 1e6, figures.events,
                static_cast<double>(figures.block_bytes) / 1e6);
    if (bench.rounds > 0)
        std::printf("  recording: %.2f s, without %.2f s: %+.1f %% (at most 20 %%) %s\n",
                    median(figures.recording_s), median(figures.plain_s), figures.overhead * 100,
                    reached(figures.overhead <= overhead_max));
    std::printf("  memory: %.1f MB (cap %.1f MB) in %" PRIu64 " checkpoints (%" PRIu64
                " more were dropped) %s\n",
                static_cast<double>(figures.history_bytes) / (1 << 20),
                static_cast<double>(history_size_bytes_max) / (1 << 20), figures.checkpoints,
                figures.dropped, reached(figures.history_bytes <= history_size_bytes_max));
    std::printf("  %zu seeks: median %.2f ms, 99 %% within %.2f ms (at most %g ms) %s, longest "
                "%.2f ms\n",
                figures.seeks.size(), figures.p50_ms, figures.p99_ms, seek_ms_max,
                reached(figures.p99_ms <= seek_ms_max), figures.max_ms);
    print_histogram(figures);
}

void write_json(const Bench& bench, const Figures& figures) {
    std::FILE* out = std::fopen(bench.json.c_str(), "wb");
    if (!out) fail("cannot write " + bench.json);
    std::fprintf(out,
                 "{\"overhead\": %.4f, \"p50_ms\": %.3f, \"p99_ms\": %.3f, \"max_ms\": %.3f, "
                 "\"history_bytes\": %" PRIu64 ", \"cap_bytes\": %" PRIu64
                 ", \"seek_ms_max\": %g, \"checkpoints\": %" PRIu64 ", \"dropped\": %" PRIu64
                 ", \"user_instructions\": %" PRIu64 "}\n",
                 figures.overhead, figures.p50_ms, figures.p99_ms, figures.max_ms,
                 figures.history_bytes, history_size_bytes_max, seek_ms_max, figures.checkpoints,
                 figures.dropped, figures.user_instructions);
    std::fclose(out);
}

Bench parse(int count, char** words) {
    Bench bench;
    for (int index = 1; index < count; ++index) {
        const std::string word = words[index];
        if (!word.starts_with("--")) {
            bench.file = word;
            continue;
        }
        if (index + 1 == count) fail(word + " wants a value");
        const char* value = words[++index];
        if (word == "--instructions") bench.instructions = std::strtoull(value, nullptr, 10);
        else if (word == "--rounds") bench.rounds = uint32_t(std::strtoul(value, nullptr, 10));
        else if (word == "--seeks") bench.seeks = uint32_t(std::strtoul(value, nullptr, 10));
        else if (word == "--json") bench.json = value;
        else fail("no such option: " + word);
    }
    if (bench.file.empty()) fail("which script?");
    return bench;
}

}  // namespace
}  // namespace meada

int main(int count, char** words) {
    using namespace meada;
    const Bench bench = parse(count, words);
    const Scenario scenario = read_script(bench.file);
    Figures figures;
    const std::unique_ptr<History> history = measure_recording(bench, scenario, figures);
    measure_seeks(bench, *history, figures);
    print(bench, figures);
    if (!bench.json.empty()) write_json(bench, figures);
    return 0;
}
