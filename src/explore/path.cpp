#include "explore/path.h"

namespace meada {

uint32_t PathRecorder::index_of(Serial serial) const {
    for (uint32_t index = 0; index < path.threads.size(); ++index)
        if (path.threads[index].serial == serial) return index;
    return 0;  // what happens in no thread is the first one's doing
}

void PathRecorder::use(uint32_t thread, const Part& part, bool writes) {
    if (path.threads.size() < 2) return;  // what comes before the second thread is ordered
    const size_t before = contended.size();
    path.contention.access(thread, part, writes, contended);
    found_more |= contended.size() > before;
}

void PathRecorder::record(const Event& event) {
    if (const auto* created = event_as<event::thread_created>(event)) {
        PathThread& made = path.threads.emplace_back();
        made.serial = created->created;
        made.name = created->name;
        if (event.thread != 0)
            path.contention.created(index_of(event.thread),
                                    static_cast<uint32_t>(path.threads.size()) - 1);
    } else if (const auto* printed = event_as<event::printed>(event)) {
        if (printed->stream != Stream::out) return;
        path.output += printed->text;
        const uint32_t thread = index_of(event.thread);
        const bool known = !printing.insert(path.threads[thread].place).second;
        found_more |= !known && contended.contains(output_part);
        use(thread, output_part, true);
    } else if (const auto* uncaught = event_as<event::exception_uncaught>(event)) {
        const PathThread& thread = path.threads[index_of(event.thread)];
        path.uncaught.push_back(thread.name + ": " + std::string(uncaught->type) + ": " +
                                std::string(uncaught->message));
    }
}

void PathRecorder::took(Serial thread, uint32_t, WaitReason reason, Serial on) {
    if (reason == WaitReason::join) path.contention.joined(index_of(thread), index_of(on));
}

}  // namespace meada
