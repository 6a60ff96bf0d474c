#include "view/source_marks.h"

#include <algorithm>
#include <cctype>

#include "view/states.h"
#include "view/tasks.h"

namespace meada::view {

namespace {

SourceRange user_range(const std::vector<FrameState>& frames) {
    for (const FrameState& frame : frames)
        if (!frame.library && frame.file.empty() && frame.range.line != 0) return frame.range;
    return {};
}

void add(SourceMarks& marks, const Actors& actors, LineMark mark,
         const std::vector<FrameState>& frames) {
    const SourceRange range = user_range(frames);
    if (range.line == 0 || mark.look == Look::none) return;
    if (const Actor* actor = actors.find(mark.serial)) mark.yarn = actor->yarn;
    std::vector<LineMark>& line = marks.lines[range.line];
    if (mark.look != Look::running) {
        line.push_back(std::move(mark));
        return;
    }
    marks.running_line = range.line;
    marks.running_yarn = mark.yarn;
    marks.running_range = range;
    line.insert(line.begin(), std::move(mark));
}

bool over(RunState state) { return state == RunState::ended || state == RunState::created; }

}  // namespace

SourceMarks source_marks(const Moment& moment, const Actors& actors) {
    SourceMarks marks;
    if (!moment.state) return marks;
    const States states = states_of(*moment.state);
    for (const ThreadState& thread : moment.state->threads) {
        if (over(thread.state)) continue;
        const Actor* actor = actors.find(thread.serial);
        // A loop's thread stands where its task does, or inside asyncio.run().
        if (thread.task != 0 || (actor && actor->runs_loop)) continue;
        add(marks, actors, {thread.serial, thread.name, 0, look_of(states, thread)}, thread.frames);
    }
    for (const TaskState& task : moment.state->tasks) {
        if (over(task.state)) continue;
        add(marks, actors, {task.serial, task.name, 0, look_of(states, task)}, task.frames);
    }
    return marks;
}

namespace {

constexpr size_t line_value_bytes_max = 40, line_values_bytes_max = 120;

const std::vector<FrameState>* running_frames(const MachineState& state) {
    for (const TaskState& task : state.tasks)
        if (task.state == RunState::running) return &task.frames;
    for (const ThreadState& thread : state.threads)
        if (thread.serial == state.running_thread) return &thread.frames;
    return nullptr;
}

bool starts_name(char byte) { return std::isalpha(uint8_t(byte)) || byte == '_' || byte & 0x80; }
bool in_name(char byte) { return starts_name(byte) || std::isdigit(uint8_t(byte)); }

// Names that are read or bound, outside of strings and comments; attributes belong to others.
std::vector<std::string_view> names_in(std::string_view line) {
    std::vector<std::string_view> names;
    char quote = 0;
    for (size_t at = 0; at < line.size();) {
        const char byte = line[at];
        if (quote != 0) {
            if (byte == '\\') ++at;
            else if (byte == quote) quote = 0;
            ++at;
        } else if (byte == '#') {
            break;
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
            ++at;
        } else if (starts_name(byte)) {
            size_t end = at;
            while (end < line.size() && in_name(line[end])) ++end;
            const bool attribute = at > 0 && line[at - 1] == '.';
            const std::string_view name = line.substr(at, end - at);
            if (!attribute && std::ranges::find(names, name) == names.end()) names.push_back(name);
            at = end;
        } else {
            ++at;
        }
    }
    return names;
}

const VariableState* variable(const std::vector<VariableState>& all, std::string_view name) {
    const auto found = std::ranges::find(all, name, &VariableState::name);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::string values_on_line(const Moment& moment, std::string_view line) {
    if (!moment.state) return {};
    const std::vector<FrameState>* frames = running_frames(*moment.state);
    if (!frames) return {};
    const auto frame =
        std::ranges::find_if(*frames, [](const FrameState& each) { return !each.library; });
    if (frame == frames->end()) return {};
    std::string out;
    for (const std::string_view name : names_in(line)) {
        const VariableState* found = variable(frame->locals, name);
        if (!found) found = variable(moment.state->globals, name);
        if (!found || found->text.size() > line_value_bytes_max) continue;
        if (out.size() + name.size() + found->text.size() > line_values_bytes_max) break;
        out += (out.empty() ? "" : ", ") + std::string(name) + " = " + found->text;
    }
    return out;
}

}  // namespace meada::view
