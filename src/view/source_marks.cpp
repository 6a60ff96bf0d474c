#include "view/source_marks.h"

#include <algorithm>

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
    for (const ThreadState& thread : moment.state->threads) {
        if (over(thread.state)) continue;
        const Actor* actor = actors.find(thread.serial);
        // A loop's thread stands where its task does, or inside asyncio.run().
        if (thread.task != 0 || (actor && actor->runs_loop)) continue;
        add(marks, actors,
            {thread.serial, thread.name, 0,
             look_of(thread.state, thread.wait_reason, EndOutcome::returned)},
            thread.frames);
    }
    for (const TaskState& task : moment.state->tasks) {
        if (over(task.state)) continue;
        add(marks, actors,
            {task.serial, task.name, 0, look_of(task.state, task.wait_reason, task.outcome)},
            task.frames);
    }
    return marks;
}

}  // namespace meada::view
