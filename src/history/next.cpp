#include "history/next.h"

namespace meada {

void NextSearch::restart() {
    next_ = {};
    copies_ = nullptr;
    no_copies_ = false;
    event_ = ~uint64_t{0};
}

const Next& NextSearch::update(const History& history) {
    const Machine& cursor = history.cursor();
    const Choices& choices = history.choices();
    const bool same = event_ == cursor.event_count() &&
                      instruction_ == cursor.user_instructions() && known_ == choices.size();
    if (same) return next_;
    restart();
    event_ = cursor.event_count();
    instruction_ = cursor.user_instructions();
    known_ = choices.size();
    next_.count = choices.size();
    next_.all_known = choices.size() < choices_max;
    const size_t at = next_choice(choices, cursor);
    if (at > 0) next_.before = at - 1;
    if (at == choices.size()) return next_;
    if (!is_next(choices[at], cursor)) {
        next_.after = at;
        return next_;
    }
    next_.choice = &choices[at];
    next_.index = at;
    if (at + 1 < choices.size()) next_.after = at + 1;
    return next_;
}

bool NextSearch::work(History& history, const Scenario& scenario) {
    (void)update(history);
    if (!next_.choice || no_copies_) return false;
    const size_t option = next_.previews.size();
    if (option >= next_.choice->options.size()) {
        copies_ = nullptr;
        return false;
    }
    if (!copies_) copies_ = Previews::open(scenario, history);
    if (!copies_) {
        no_copies_ = true;
        return false;
    }
    next_.previews.push_back(copies_->look(*next_.choice, static_cast<uint32_t>(option)));
    return true;
}

}  // namespace meada
