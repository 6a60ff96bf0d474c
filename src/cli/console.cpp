#include "cli/console.h"

#include <unistd.h>

#include <cstdio>

namespace meada {

constexpr size_t buffer_size = 8192;
constexpr Serial first_process_serial = 0;

Console::Console() : terminal_(isatty(1)) {}

void Console::record(const Event& event) {
    if (const auto* made = event_as<event::thread_created>(event)) {
        processes_[made->created] = process_of(event.thread);
    } else if (const auto* born = event_as<event::process_created>(event)) {
        processes_[born->main_thread] = born->created;
        // os.fork copies what is not written yet; multiprocessing leaves nothing.
        if (born->how == "fork") held_[born->created] = held_[process_of(event.thread)];
    } else if (const auto* left = event_as<event::process_exited>(event)) {
        held_.erase(left->exited);  // what it had not flushed is lost
    } else if (event_as<event::flushed>(event)) {
        write_out(held_[process_of(event.thread)]);
    } else if (const auto* printed = event_as<event::printed>(event)) {
        print(*printed, held_[process_of(event.thread)]);
    }
}

void Console::print(const event::printed& printed, std::string& held) {
    if (printed.stream == Stream::error) {
        if (terminal_) flush();
        std::fwrite(printed.text.data(), 1, printed.text.size(), stderr);
        return;
    }
    held += printed.text;
    if (held.size() >= buffer_size || (terminal_ && held.ends_with('\n'))) write_out(held);
}

Serial Console::process_of(Serial thread) const {
    const auto found = processes_.find(thread);
    return found == processes_.end() ? first_process_serial : found->second;
}

void Console::write_out(std::string& held) {
    std::fwrite(held.data(), 1, held.size(), stdout);
    std::fflush(stdout);
    held.clear();
}

void Console::flush() { write_out(held_[first_process_serial]); }

bool read_console(std::string& text) {
    char buffer[4096];
    if (!std::fgets(buffer, sizeof buffer, stdin)) return false;
    text += buffer;
    return true;
}

}  // namespace meada
