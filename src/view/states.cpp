#include "view/states.h"

#include "view/tasks.h"

namespace meada::view {

namespace {

std::string reason_words(const MachineState& state, const Actors& actors, const Texts& texts,
                         WaitReason reason, Serial on) {
    const std::string word = texts[word_of(reason)];
    if (on == 0) return word;
    const std::string name = thing_name(state, actors, texts, on);
    // "lock desk", but not "lock lock 7".
    if (name.substr(0, word.size()) == word) return name;
    return word + " " + name;
}

std::string time_left(const MachineState& state, const Texts& texts, const std::string& word,
                      TimeNs deadline_ns) {
    if (deadline_ns == never_ns || deadline_ns < state.now_ns) return word;
    return texts(TextId::chip_for, {word, texts.time(deadline_ns - state.now_ns)});
}

// It could run but for the GIL: so the machine calls it ready. Where nobody has that, it is.
bool waits_for_gil(const States& states, const ThreadState& thread) {
    return thread.state == RunState::ready && thread.wait_reason == WaitReason::gil &&
           states.gil_held.contains(thread.process);
}

const ThreadState* stopped_thread(const States& states, const TaskState& task) {
    const auto found = states.stopped.find(task.serial);
    return found == states.stopped.end() ? nullptr : found->second;
}

}  // namespace

States states_of(const MachineState& state) {
    States states{state, {}, {}};
    for (const ThreadState& thread : state.threads) {
        if (thread.holds_gil) states.gil_held.insert(thread.process);
        const bool stopped = thread.state == RunState::ready || thread.state == RunState::waiting;
        if (thread.task != 0 && stopped) states.stopped[thread.task] = &thread;
    }
    return states;
}

Look look_of(const States& states, const ThreadState& thread) {
    if (thread.state != RunState::ready)
        return look_of(thread.state, thread.wait_reason, EndOutcome::returned);
    return waits_for_gil(states, thread) ? Look::gil : Look::ready;
}

Look look_of(const States& states, const TaskState& task) {
    if (const ThreadState* thread = stopped_thread(states, task)) return look_of(states, *thread);
    return look_of(task.state, task.wait_reason, task.outcome);
}

std::string words_of(const States& states, const Actors& actors, const Texts& texts,
                     const ThreadState& thread) {
    if (waits_for_gil(states, thread)) return texts[TextId::state_waits_for_gil];
    if (thread.state == RunState::ready) return texts[TextId::state_ready];
    if (thread.state != RunState::waiting)
        return texts[word_of(thread.state, thread.wait_reason, EndOutcome::returned)];
    if (thread.wait_reason == WaitReason::sleep)
        return time_left(states.state, texts, texts[TextId::wait_reason_sleep],
                         thread.deadline_ns);
    return reason_words(states.state, actors, texts, thread.wait_reason, thread.waits_on);
}

std::string words_of(const States& states, const Actors& actors, const Texts& texts,
                     const TaskState& task) {
    if (const ThreadState* thread = stopped_thread(states, task))
        return words_of(states, actors, texts, *thread);
    if (task.state != RunState::waiting)
        return texts[word_of(task.state, task.wait_reason, task.outcome)];
    if (task.awaits.size() > 1)
        return texts(TextId::task_await_count, {std::to_string(task.awaits.size())});
    if (task.awaits.size() == 1)
        return texts(TextId::task_await_one,
                     {thing_name(states.state, actors, texts, task.awaits[0])});
    if (task.wait_reason == WaitReason::sleep)
        return time_left(states.state, texts, texts[TextId::wait_reason_sleep], task.deadline_ns);
    return reason_words(states.state, actors, texts, task.wait_reason, task.waits_on);
}

}  // namespace meada::view
