#include "history/branches.h"

#include <algorithm>

namespace meada {

void Branches::restart(const Scenario& scenario) {
    Branch first;
    first.spec = scenario.spec;
    first.decisions = scenario.decisions;
    all_ = {first};
    here_ = 0;
    next_number_ = 1;
}

void Branches::enter(Branch branch) {
    const auto same = std::ranges::find_if(all_, [&](const Branch& other) {
        return other.spec == branch.spec && other.decisions == branch.decisions;
    });
    if (same != all_.end()) {
        here_ = static_cast<size_t>(same - all_.begin());
        return;
    }
    if (all_.size() >= branches_max) {
        const size_t oldest = here_ == 1 ? 2 : 1;
        if (here_ > oldest) --here_;
        all_.erase(all_.begin() + static_cast<std::ptrdiff_t>(oldest));
    }
    branch.number = next_number_++;
    branch.parent = all_[here_].number;
    all_.push_back(std::move(branch));
    here_ = all_.size() - 1;
}

bool Branches::remove(size_t index) {
    if (index == 0 || index >= all_.size() || index == here_) return false;
    const Branch gone = std::move(all_[index]);
    all_.erase(all_.begin() + static_cast<std::ptrdiff_t>(index));
    if (here_ > index) --here_;
    for (Branch& branch : all_)
        if (branch.parent == gone.number) branch.parent = gone.parent;
    return true;
}

void Branches::note(const History& history) {
    if (all_.empty() || !history.recorded_all() || history.waits_for_input()) return;
    Branch& branch = all_[here_];
    if (branch.ended) return;
    branch.ended = true;
    branch.stuck = history.stuck();
    branch.exit_status = history.head().root().exit_status;
    branch.end_ns = history.end_ns();
    branch.trace_hash = history.head().trace_hash();
    for (const Event& event : history.log().events())
        branch.failed |= event_is<event::exception_uncaught>(event);
    for (const OutputLine& line : history.log().output()) {
        if (branch.output.size() > branch_output_bytes_max) break;
        branch.output += line.text + "\n";
    }
}

}  // namespace meada
