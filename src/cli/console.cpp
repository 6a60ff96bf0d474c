#include "cli/console.h"

#include <unistd.h>

#include <cstdio>

namespace meada {

constexpr size_t buffer_size = 8192;

Console::Console() : terminal_(isatty(1)) {}

void Console::record(const Event& event) {
    const auto* printed = event_as<event::printed>(event);
    if (!printed) return;
    if (printed->stream == Stream::error) {
        if (terminal_) flush();
        std::fwrite(printed->text.data(), 1, printed->text.size(), stderr);
        return;
    }
    held_ += printed->text;
    if (held_.size() >= buffer_size || (terminal_ && held_.ends_with('\n'))) flush();
}

void Console::flush() {
    std::fwrite(held_.data(), 1, held_.size(), stdout);
    std::fflush(stdout);
    held_.clear();
}

bool read_console(std::string& text) {
    char buffer[4096];
    if (!std::fgets(buffer, sizeof buffer, stdin)) return false;
    text += buffer;
    return true;
}

}  // namespace meada
