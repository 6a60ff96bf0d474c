#include "machine/output_buffers.h"

namespace meada {

namespace {
constexpr size_t buffer_size = 8192;
}

std::string OutputBuffers::after(const Event& event) {
    if (const auto* made = event_as<event::thread_created>(event)) {
        processes_[made->created] = process_of(event.thread);
    } else if (const auto* born = event_as<event::process_created>(event)) {
        processes_[born->main_thread] = born->created;
        // os.fork copies what is not written yet; multiprocessing leaves nothing.
        if (born->how == "fork") held_[born->created] = held_[process_of(event.thread)];
    } else if (const auto* left = event_as<event::process_exited>(event)) {
        held_.erase(left->exited);  // what it had not flushed is lost
    } else if (event_as<event::flushed>(event)) {
        return take(held_[process_of(event.thread)]);
    } else if (const auto* printed = event_as<event::printed>(event);
               printed && printed->stream == Stream::out) {
        std::string& held = held_[process_of(event.thread)];
        held += printed->text;
        if (held.size() >= buffer_size || (terminal_ && held.ends_with('\n'))) return take(held);
    }
    return {};
}

Serial OutputBuffers::process_of(Serial thread) const {
    const auto found = processes_.find(thread);
    return found == processes_.end() ? 0 : found->second;
}

}  // namespace meada
