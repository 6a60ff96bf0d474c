#include "session/change_search.h"

#include <algorithm>
#include <utility>

namespace meada {
namespace {

constexpr uint64_t look_instructions_max = 2'000;  // in one look
constexpr uint64_t look_evaluations_max = 20;      // likewise
constexpr uint64_t first_window = 500;             // instructions; then eight times as many, …

}  // namespace

ChangeSearch::ChangeSearch(History& history, Serial actor, std::string expression,
                           Direction direction)
    : direction_(direction), actor_(actor), start_instruction_(history.cursor_instruction()),
      window_(first_window) {
    found_.expression = std::move(expression);
    found_.direction = direction;
    // A run that has ended has no values: its last instruction has.
    const bool ended = history.cursor().ended();
    if (ended && direction == Direction::backward && start_instruction_ > 0) --start_instruction_;
    else
        begin(history.cursor());
}

void ChangeSearch::begin(Machine& where) {
    stand(where);
    pin_ = pin_frame(*machine_, actor_);
    if (!names_of_frame_in(*machine_, pin_, found_.expression)) pin_.frame = 0;
    found_.before = value_now();
    (void)line_begins();
    // It is no expression: no value to wait for.
    refused_ = found_.before.starts_with("SyntaxError");
}

// The machine that is asked stands where this one stands.
void ChangeSearch::stand(Machine& where) {
    undo_ = nullptr;
    machine_ = copy_of(where);
    machine_->asks_for_input = where.asks_for_input;
    undo_ = std::make_unique<Undo>(*machine_);
    begins_ = {};
}

std::string ChangeSearch::value_now() {
    ++evaluations_;
    if (!is_there(*machine_, pin_)) return {};
    undo_->keep();
    const Evaluated said = evaluate(*machine_, pin_, found_.expression);
    undo_->put_back();
    const bool known =
        said.state == Evaluated::State::value || said.state == Evaluated::State::raised;
    return known ? said.text : "…";
}

// Forward, of the run as far as it is recorded; backward nobody knows.
double ChangeSearch::part(const History& history) const {
    if (direction_ == Direction::backward) return 0;
    const auto all = static_cast<double>(history.end_instruction());
    if (all == 0 || !machine_) return 0;
    return std::min(1.0, static_cast<double>(machine_->user_instructions()) / all);
}

bool ChangeSearch::line_begins() { return begins_.at(place_of(*machine_)); }

bool ChangeSearch::enough() {
    return evaluations_ >= change_evaluations_max || instructions_ >= change_instructions_max;
}

bool ChangeSearch::end(ValueChange::End end) {
    found_.end = end;
    return false;
}

bool ChangeSearch::look(History& history) {
    if (!machine_) {
        if (!history.seek({Target::Kind::instruction, start_instruction_}, look_instructions_max))
            return true;
        begin(history.cursor());
    }
    if (refused_) return end(ValueChange::End::refused);
    return direction_ == Direction::forward ? forward(history) : backward(history);
}

bool ChangeSearch::forward(History&) {
    const uint64_t evaluations_end = evaluations_ + look_evaluations_max;
    for (uint64_t done = 0; done < look_instructions_max; ++done) {
        const Advanced why =
            advance(*machine_, {.any_instructions = look_instructions_max,
                                .user_instructions = machine_->user_instructions() + 1});
        if (why == Advanced::slice) return true;
        if (why != Advanced::instructions) return end(ValueChange::End::never);
        ++instructions_;
        if (line_begins()) {
            found_.after = value_now();
            if (found_.after != found_.before) {
                target_ = {Target::Kind::instruction, machine_->user_instructions()};
                return end(is_there(*machine_, pin_) ? ValueChange::End::changed
                                                     : ValueChange::End::left);
            }
        }
        if (enough()) return end(ValueChange::End::gave_up);
        if (evaluations_ >= evaluations_end) return true;
    }
    return true;
}

// Through a window that ends where the search began, keeping the last line that began with another
// value; where there is none, through a longer one.
bool ChangeSearch::backward(History& history) {
    if (in_line_) return to_instruction(history);
    if (!in_window_) {
        window_begin_ = start_instruction_ > window_ ? start_instruction_ - window_ : 0;
        if (!history.seek({Target::Kind::instruction, window_begin_}, look_instructions_max))
            return true;
        stand(history.cursor());
        in_window_ = true;
        last_other_.reset();
        if (line_begins() && window_begin_ == 0 && start_instruction_ > 0) (void)see_before();
    }
    const uint64_t evaluations_end = evaluations_ + look_evaluations_max;
    for (uint64_t done = 0; done < look_instructions_max; ++done) {
        const uint64_t next = machine_->user_instructions() + 1;
        if (next >= start_instruction_) return close_window();
        const Advanced why = advance(*machine_, {.any_instructions = look_instructions_max,
                                                 .user_instructions = next});
        if (why == Advanced::slice) return true;
        ASSERT(why == Advanced::instructions);  // the run has been beyond
        ++instructions_;
        if (line_begins()) (void)see_before();
        if (enough()) return end(ValueChange::End::gave_up);
        if (evaluations_ >= evaluations_end) return true;
    }
    return true;
}

// False: the value is the one that the search set out with.
bool ChangeSearch::see_before() {
    std::string value = value_now();
    if (value == found_.before) return false;
    last_other_ = machine_->user_instructions();
    found_.after = std::move(value);
    left_ = !is_there(*machine_, pin_);
    return true;
}

bool ChangeSearch::close_window() {
    if (last_other_) {
        in_line_ = true;
        in_window_ = false;
        return true;
    }
    if (window_begin_ == 0) return end(ValueChange::End::never);
    in_window_ = false;
    window_ *= 8;
    return true;
}

// Within the line, which may call others, on to right before the instruction that changes it.
bool ChangeSearch::to_instruction(History& history) {
    if (!in_window_) {
        if (!history.seek({Target::Kind::instruction, *last_other_}, look_instructions_max))
            return true;
        stand(history.cursor());
        in_window_ = true;
    }
    for (uint64_t done = 0; done < look_evaluations_max; ++done) {
        const uint64_t next = machine_->user_instructions() + 1;
        bool is_new = next >= start_instruction_ || enough();
        if (!is_new) {
            const Advanced why = advance(*machine_, {.any_instructions = look_instructions_max,
                                                     .user_instructions = next});
            if (why == Advanced::slice) return true;
            is_new = !see_before();
        }
        if (!is_new) continue;
        target_ = {Target::Kind::instruction, *last_other_};
        return end(left_ ? ValueChange::End::left : ValueChange::End::changed);
    }
    return true;
}

}  // namespace meada
