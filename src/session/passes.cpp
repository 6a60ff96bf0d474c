#include "session/passes.h"

#include <chrono>

#include "library/library.h"

namespace meada {
namespace {

constexpr uint64_t pass_slice_instructions = 2'000;  // between two looks at the clock

// The message is the inside of an f-string, so that {expressions} may have formats; null: it has
// all the quotes that could stand around it.
std::optional<std::string> as_f_string(const std::string& message) {
    for (const char* quotes : {"\"\"\"", "'''"})
        if (message.find(quotes) == std::string::npos && message.back() != quotes[0])
            return std::string("rf") + quotes + message + quotes;
    return std::nullopt;
}

}  // namespace

void PassSearch::restart(std::vector<command::Breakpoint> breakpoints) {
    looked_.clear();
    for (command::Breakpoint& each : breakpoints)
        if (each.hit != 0 || !each.message.empty())
            looked_.push_back(Looked{.breakpoint = std::move(each)});
    restart();
}

void PassSearch::restart() {
    for (Looked& each : looked_) {
        each.passes = 0;
        each.counted_at.reset();
    }
    undo_ = nullptr;
    machine_ = nullptr;
    begins_ = {};
    log_.clear();
    seen_to_ = 0;
    ended_ = no_room_ = false;
}

bool PassSearch::gave_up() const {
    return no_room_ || seen_to_ >= pass_instructions_max || log_.size() >= log_lines_max;
}

LogEnd PassSearch::log_end() const {
    return gave_up() ? LogEnd::cut : ended_ || looked_.empty() ? LogEnd::whole : LogEnd::open;
}

bool PassSearch::has_seen(uint64_t instruction) const {
    return ended_ || gave_up() || seen_to_ > instruction;
}

std::optional<uint64_t> PassSearch::counted_pass(const command::Breakpoint& breakpoint) const {
    for (const Looked& each : looked_)
        if (each.breakpoint == breakpoint) return each.counted_at;
    return std::nullopt;
}

void PassSearch::pass(Looked& looked, const Place& place) {
    const command::Breakpoint& breakpoint = looked.breakpoint;
    if (looked.counted_at) return;
    const auto ask = [&](const std::string& source, AnswerForm form) {
        undo_->keep();
        Evaluated said = meada::evaluate(*machine_, place.thread, source, form);
        undo_->put_back();
        return said;
    };
    if (!breakpoint.condition.empty()) {
        const Evaluated said = ask(breakpoint.condition, AnswerForm::repr);
        if (said.state == Evaluated::State::value && !said.truth) return;
    }
    ++looked.passes;
    if (breakpoint.hit != 0 && looked.passes < breakpoint.hit) return;
    const Machine& machine = *machine_;
    if (breakpoint.hit != 0) looked.counted_at = machine.user_instructions();
    if (breakpoint.message.empty()) return;
    LogLine line;
    line.line = place.line;
    line.event = machine.event_count();
    line.instruction = machine.user_instructions();
    line.time_ns = machine.now_ns();
    line.thread = place.thread;
    const Ref<Thread> thread = find_thread(machine, place.thread);
    if (thread) line.task = machine.vm.block[thread].task_serial;
    const auto source = as_f_string(breakpoint.message);
    const Evaluated said = source ? ask(*source, AnswerForm::str) : Evaluated{};
    line.state = said.state;
    line.text = source ? said.text : breakpoint.message;
    log_.push_back(std::move(line));
}

bool PassSearch::work(const History& history, const Scenario& scenario, uint64_t budget_ns) {
    if (looked_.empty() || ended_ || gave_up()) return false;
    if (!machine_) {
        auto made = make_machine(scenario, linked_boot_image());
        if (!made) {  // the run itself could be opened: there is no room for another machine
            no_room_ = true;
            return false;
        }
        machine_ = std::move(*made);
        machine_->asks_for_input = history.head().asks_for_input;
        undo_ = std::make_unique<Undo>(*machine_);
    }
    machine_->input = history.head().input;
    machine_->asks_for_input = history.head().asks_for_input;
    const uint64_t end = history.end_instruction();
    const auto until = std::chrono::steady_clock::now() + std::chrono::nanoseconds(budget_ns);
    do {
        for (uint64_t done = 0; done < pass_slice_instructions; ++done) {
            if (seen_to_ >= end && !history.recorded_all()) return false;
            const Advanced why = advance(
                *machine_, {.any_instructions = pass_slice_instructions * 10,
                            .user_instructions = seen_to_});
            if (why == Advanced::slice) continue;
            if (why == Advanced::input) return false;
            if (why != Advanced::instructions) {
                ended_ = true;
                return false;
            }
            const std::optional<Place> here = place_of(*machine_);
            if (begins_.at(here))
                for (Looked& each : looked_)
                    if (each.breakpoint.line == here->line) pass(each, *here);
            ++seen_to_;
            if (gave_up()) return false;
        }
    } while (std::chrono::steady_clock::now() < until);
    return true;
}

}  // namespace meada
