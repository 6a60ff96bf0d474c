#include "explore/path.h"

#include <algorithm>

#include "base/hash.h"
#include "vm/strings.h"

namespace meada {

CodePlace place_of(const Vm& vm, Ref<CodeObject> code, uint32_t instruction) {
    const std::string file = to_utf8(vm, Value::from_ref(vm.block[code].file_name));
    const uint64_t hash = hash_bytes(hash_start, {reinterpret_cast<const uint8_t*>(file.data()),
                                                  file.size()});
    return {hash, vm.block[code].unit_index, instruction};
}

bool PathRecorder::shares_at(const CodePlace& place) const {
    const auto found = touching.find(place);
    return found != touching.end() &&
           std::ranges::any_of(found->second, [&](const Part& part) {
               return contended.contains(part);
           });
}

void PathRecorder::touched(const SharedTouch& touch) {
    const uint32_t index = index_of(touch.thread);
    PathThread& thread = path.threads[index];
    const auto note = [&](const Part& part, bool writes) {
        thread.touched.push_back({part, writes});
        found_more |= touching[thread.place].insert(part).second && contended.contains(part);
        use(index, part, writes);
    };
    // Of a pipe both sides are apart: who gets and who puts wait for each other anyhow.
    const Part puts{touch.object, AccessPart::operation, 1};
    const Part gets{touch.object, AccessPart::operation, 2};
    const Part ends{touch.object, AccessPart::operation, 3};
    switch (touch.use) {
        case SharedUse::reads:
        case SharedUse::writes: {
            std::vector<Part> parts;
            std::vector<Pieces::Cut> cuts;
            pieces.touch(touch.object, touch.begin, touch.end, parts, cuts);
            for (const Pieces::Cut& cut : cuts) found_more |= contended.contains(cut.from);
            for (const Part& part : parts) note(part, touch.use == SharedUse::writes);
            thread.gave |= touch.use == SharedUse::writes;
            return;
        }
        case SharedUse::puts: note(puts, true); thread.gave = true; return;
        case SharedUse::closes: note(ends, true); thread.gave = true; return;
        case SharedUse::gets: note(gets, true); return;
        case SharedUse::looks:
            for (const Part& part : {puts, gets, ends}) note(part, false);
            return;
        case SharedUse::asks_object:
        case SharedUse::changes_object:
            note({touch.object, AccessPart::operation, 0, thread.process},
                 touch.use == SharedUse::changes_object);
            return;
        case SharedUse::asks_life:
            for (const PathThread& other : path.threads) {
                if (touch.object != 0 ? other.serial != touch.object
                                      : other.process != thread.process)
                    continue;
                note(life_of_thread(other.serial), false);
                if (touch.object == 0) note(begun_by_thread(other.serial), false);
            }
            return;
        case SharedUse::begins_life:
            thread.started = true;
            note(begun_by_thread(thread.serial), true);
            return;
        case SharedUse::asks_process: note(life_of_process(touch.object), false); return;
    }
}

void PathRecorder::saw_end(Serial thread, Serial process) {
    for (uint32_t index = 0; index < path.threads.size(); ++index)
        if (path.threads[index].process == process)
            path.contention.joined(index_of(thread), index);
}

void PathRecorder::came_between(Intrusion what) {
    (what == Intrusion::kill ? kills : signals) = true;
}

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
    path.output += path.buffers.after(event);
    if (const auto* created = event_as<event::thread_created>(event)) {
        PathThread& made = path.threads.emplace_back();
        made.serial = created->created;
        made.name = created->name;
        const Ref<Thread> thread = find_thread(machine, made.serial);
        if (thread)
            made.process = machine.vm.block[process_of(machine.vm.block, thread)].serial;
        if (event.thread != 0)
            path.contention.created(index_of(event.thread),
                                    static_cast<uint32_t>(path.threads.size()) - 1);
    } else if (const auto* printed = event_as<event::printed>(event)) {
        if (printed->stream != Stream::out) return;
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
