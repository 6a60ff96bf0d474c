// meada trace FILE|LINK: the run's events, or with --hash their hash.
#include <cinttypes>
#include <cstdio>

#include "cli/commands.h"
#include "cli/straight_run.h"

namespace meada {
namespace {

void print_field(const char* name, Text text) {
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
    Printer printer;
    bool made = false;
    const int status = run_straight(options, options.hash ? nullptr : &printer, !options.hash,
                                    [&](const Machine& machine) {
                                        made = true;
                                        if (options.hash)
                                            std::printf("%016" PRIx64 "\n", machine.trace_hash());
                                        std::fflush(stdout);
                                    });
    return made ? 0 : status;  // how the script ended is in the trace
}

}  // namespace

const SubCommand trace_sub_command{"trace", TextId::cli_trace, TextId::cli_trace_help,
                                   option_measure | option_hash, trace_file};

}  // namespace meada
