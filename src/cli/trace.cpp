// meada trace FILE: the run's events, or with --hash their hash.
#include <cinttypes>
#include <cstdio>

#include "cli/commands.h"
#include "cli/console.h"

namespace meada {
namespace {

void print_field(const char* name, const Text& text) {
    std::printf(" %s=\"", name);
    for (const char character : text) {
        if (character == '\n') std::printf("\\n");
        else if (character == '"' || character == '\\') std::printf("\\%c", character);
        else std::putchar(character);
    }
    std::putchar('"');
}
template <typename T>
void print_field(const char* name, T value) {
    const auto number = static_cast<uint64_t>(value);
    if (number == never_ns) std::printf(" %s=never", name);
    else std::printf(" %s=%" PRIu64, name, number);
}

struct Printer : Recorder {
    void record(const Event& event) override {
        std::printf("%" PRIu64 " thread=%u", event.time_ns, event.thread);
        if (event.task) std::printf(" task=%u", event.task);
        if (event.line) std::printf(" line=%u", event.line);
        const std::string_view name = name_of(event.detail);
        std::printf(" %.*s", static_cast<int>(name.size()), name.data());
        std::visit(
            [](const auto& detail) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(detail)>, std::monostate>)
                    each_field(detail, [](const char* field, const auto& value) {
                        print_field(field, value);
                    });
            },
            event.detail);
        std::putchar('\n');
    }
};

int trace_file(const Options& options) {
    Loaded loaded = load(options);
    if (!loaded.machine) return loaded.status;
    Machine& machine = *loaded.machine;
    Printer printer;
    if (!options.hash) {
        for (const Event& event : machine.first_events) printer.record(event);
        machine.recorder = &printer;
    }
    machine.more_input = read_console;
    run_to_end(machine);
    if (options.hash) std::printf("%016" PRIx64 "\n", machine.trace_hash());
    if (!options.stats.empty()) return write_stats(machine, options.stats);
    return 0;
}

}  // namespace

const SubCommand trace_sub_command{
    "trace", "prints what happens in a run, an event a line, or its hash",
    "meada trace [OPTIONS] FILE [-- ARGUMENTS]\n"
    "\n"
    "Runs the script without its output and prints every event of the run: its virtual time in\n"
    "nanoseconds, thread, task, line, name and fields.\n"
    "\n"
    "  --hash           prints only the hash over all of it: equal for equal runs, everywhere\n"
    "  --seed N, --machine K=V,…, --stats OUT, --chaos K: as `meada run --help` says\n",
    trace_file};

}  // namespace meada
