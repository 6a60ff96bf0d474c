#include "cli/console.h"

#include <unistd.h>

#include <cstdio>

namespace meada {
namespace {

void write_out(const std::string& text) {
    if (text.empty()) return;
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

}  // namespace

bool is_terminal() { return isatty(1); }

Console::Console() : buffers_(is_terminal()) {}

void Console::record(const Event& event) {
    write_out(buffers_.after(event));
    const auto* printed = event_as<event::printed>(event);
    if (!printed || printed->stream != Stream::error) return;
    if (buffers_.terminal()) flush();
    std::fwrite(printed->text.data(), 1, printed->text.size(), stderr);
}

void Console::flush(uint64_t lost) { write_out(buffers_.rest(lost)); }

bool read_console(std::string& text) {
    char buffer[4096];
    if (!std::fgets(buffer, sizeof buffer, stdin)) return false;
    text += buffer;
    return true;
}

}  // namespace meada
