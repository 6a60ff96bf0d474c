#include "history/history.h"

#include <algorithm>
#include <chrono>

namespace meada {
namespace {

// So much is recorded between two looks at the clock.
constexpr uint64_t record_instructions = 20'000;
// A checkpoint costs as much as this many cards beside those that it copies.
constexpr uint64_t card_cost_fixed = 64;

uint64_t clock_ns() {
    return static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(
                                     std::chrono::steady_clock::now().time_since_epoch())
                                     .count());
}

}  // namespace

// Numbers events by the machine's own count, so that a replay records nothing twice.
struct History::HeadRecorder : Recorder {
    HeadRecorder(EventLog& log, Choices& choices, Machine& machine)
        : log(log), choices(choices), machine(machine) {
        room = log.room();
        hears_choices = true;
        machine.recorder = this;
    }
    // The listener first: the log cuts texts.
    void record(const Event& event) override {
        if (listener) listener->record(event);
        log.add(machine.event_count() - 1, event);
        room = log.room();
    }
    void chose(const Decision& made, ChoiceOptions options) override {
        if (choices.size() >= choices_max) {
            hears_choices = false;
            return;
        }
        choices.push_back({made, options.count, std::move(options.first), machine.event_count(),
                           machine.user_instructions(), machine.now_ns()});
    }
    EventLog& log;
    Choices& choices;
    Machine& machine;
    Recorder* listener = nullptr;
};

void History::listen(Recorder* listener) { recorder_->listener = listener; }

History::History() : checkpoints_(history_size_bytes_max) {}
History::~History() = default;

Result<std::unique_ptr<History>> History::open(const Scenario& scenario,
                                               std::span<const uint8_t> image) {
    std::unique_ptr<History> history(new History);
    auto head = make_machine(scenario, image);
    if (!head) return head.error();
    auto cursor = make_machine(scenario, image);
    if (!cursor) return cursor.error();
    history->head_ = std::move(*head);
    history->cursor_ = std::move(*cursor);
    for (const Event& event : history->head_->first_events)
        history->log_.add(history->log_.end(), event);
    history->recorder_ =
        std::make_unique<HeadRecorder>(history->log_, history->choices_, *history->head_);
    history->checkpoints_.begin(*history->head_, image);
    history->start_seek({Target::Kind::event, history->head_->event_count()});
    return history;
}

bool History::record(uint64_t any_instructions) {
    uint64_t from = clock_ns();  // asked once a part: a page asks the browser
    while (any_instructions > 0 && !ended_) {
        const uint64_t part = std::min(any_instructions, record_instructions);
        const Advanced why = advance(*head_, {.any_instructions = part});
        const uint64_t until = clock_ns();
        work_ns_ += until - from;
        from = until;
        any_instructions -= part;
        stuck_ = why == Advanced::stuck;
        waits_for_input_ = why == Advanced::input;
        ended_ = stuck_ || waits_for_input_ || why == Advanced::ended;
        if (checkpoint_due() || ended_) {
            take_checkpoint();
            from = clock_ns();
        }
    }
    return !ended_;
}

void History::ask_for_input(bool asks) {
    for (Machine* machine : {head_.get(), cursor_.get()}) machine->asks_for_input = asks;
}

void History::give_input(std::string_view text, bool more) {
    for (Machine* machine : {head_.get(), cursor_.get()}) machine->input += text;
    if (!more) ask_for_input(false);
    if (waits_for_input_) ended_ = waits_for_input_ = false;
}

// Which checkpoints there are changes nothing of what they hold: here real time may decide. What
// one would cost only grows while work goes on, so it is looked at again when it could be paid.
bool History::checkpoint_due() {
    const uint64_t collections = head_->vm.block.header().collection_count;
    const bool collected = collections != collections_;
    collections_ = collections;
    const uint64_t since = work_ns_ - checkpoint_at_ns_;
    const auto spacing_ns = [&] {
        return std::max(checkpoint_spacing_ns, checkpoint_cost_ns_ * checkpoint_share);
    };
    if (since < spacing_ns()) return false;
    checkpoint_cost_ns_ = (pending_cards(head_->vm.block) + card_cost_fixed) * card_cost_ns_;
    return since >= 2 * spacing_ns() || (since >= spacing_ns() && collected);
}

void History::take_checkpoint() {
    const uint64_t from = clock_ns();
    checkpoints_.set_size_bytes_max(history_size_bytes_max -
                                    std::min(history_size_bytes_max, log_.size_bytes()));
    const uint64_t cards = pending_cards(head_->vm.block) + card_cost_fixed;
    checkpoints_.take(*head_, work_ns_);
    // One that took long because the machine was busy does not count for much.
    const uint64_t cost = std::min((clock_ns() - from) / cards, 4 * card_cost_ns_);
    card_cost_ns_ = (cost > card_cost_ns_ ? (card_cost_ns_ + cost) / 2
                                          : (3 * card_cost_ns_ + cost) / 4) + 1;
    checkpoint_cost_ns_ = 0;
    checkpoint_at_ns_ = work_ns_;
}

// Between two events there may be much work: only its beginning is the event's own place.
bool History::right_after(uint64_t event_count) const {
    if (cursor_event() != event_count) return false;
    const Event* last = event_count > 0 ? log_.find(event_count - 1) : nullptr;
    return !last || cursor_instruction() == last->instruction;
}

bool History::at(const Target& target) const {
    switch (target.kind) {
        case Target::Kind::instruction: return cursor_instruction() == target.number;
        case Target::Kind::event: return right_after(target.number);
        case Target::Kind::end:
            return ended_ && cursor_event() == head_->event_count() &&
                   cursor_instruction() == end_instruction();
    }
    return false;
}

bool History::recorded(const Target& target) const {
    if (ended_) return true;
    switch (target.kind) {
        case Target::Kind::instruction: return target.number <= end_instruction();
        case Target::Kind::event: return target.number <= log_.end();
        case Target::Kind::end: break;
    }
    return false;
}

bool History::passed(const Target& target) const {
    switch (target.kind) {
        case Target::Kind::instruction: return cursor_instruction() > target.number;
        case Target::Kind::event:
            return cursor_event() > target.number ||
                   (cursor_event() == target.number && !right_after(target.number));
        case Target::Kind::end: return false;
    }
    return false;
}

// Looked for around the middle: there may be many checkpoints.
uint64_t History::soonest_in(EventRange range) const {
    if (range.most <= range.least) return std::max<uint64_t>(range.least, 1);
    range.least = std::max({range.least, log_.first(), uint64_t{1}});
    const uint64_t middle = range.least + (range.most - range.least) / 2;
    const size_t near = checkpoints_.last_before_event(middle);
    uint64_t soonest = range.least, least_way = ~uint64_t{0};
    for (size_t index = near; index < std::min(near + 2, checkpoints_.count()); ++index) {
        const Checkpoint& from = checkpoints_[index];
        const uint64_t count = std::max(from.event_count + 1, range.least);
        const Event* last = count <= range.most ? log_.find(count - 1) : nullptr;
        if (!last || last->instruction - from.user_instructions >= least_way) continue;
        soonest = count;
        least_way = last->instruction - from.user_instructions;
    }
    return soonest;
}

// From the nearest checkpoint before the target, or from where the cursor is if that is nearer.
void History::start_seek(const Target& target) {
    seeking_ = target;
    size_t nearest = checkpoints_.count() - 1;
    if (target.kind == Target::Kind::instruction)
        nearest = checkpoints_.last_before_instruction(target.number);
    if (target.kind == Target::Kind::event)
        nearest = checkpoints_.last_before_event(target.number);
    const Checkpoint& from = checkpoints_[nearest];
    const bool known = cursor_base_ != Checkpoints::npos;
    // The cursor may only go forward from where it is, and only if no checkpoint is nearer.
    const bool nearer = known && !passed(target) &&
                        cursor_->user_instructions() >= from.user_instructions &&
                        cursor_->event_count() >= from.event_count;
    if (nearer) return;
    if (cursor_dropped_ != checkpoints_.dropped()) {
        cursor_base_ = Checkpoints::npos;
        cursor_dropped_ = checkpoints_.dropped();
    }
    checkpoints_.restore(*cursor_, nearest, cursor_base_);
}

bool History::seek(const Target& target, uint64_t any_instructions) {
    if (!seeking_ || seeking_->kind != target.kind || seeking_->number != target.number) {
        if (at(target) && cursor_base_ != Checkpoints::npos) return true;
        if (!recorded(target)) {
            record(any_instructions);
            return false;
        }
        carefully_ = false;
        start_seek(target);
    }
    if (approach(target, any_instructions) == Advanced::slice) return false;
    seeking_.reset();
    return true;
}

// One part of the way. Events are counted exactly only one instruction at a time: up to the one
// before the event's own the cursor goes at full speed.
Advanced History::approach(const Target& target, uint64_t any_instructions) {
    AdvanceLimits limits{.any_instructions = any_instructions};
    if (target.kind == Target::Kind::instruction) limits.user_instructions = target.number;
    if (target.kind != Target::Kind::event) return advance(*cursor_, limits);
    if (at(target)) return Advanced::events;
    const Event* event = target.number > 0 ? log_.find(target.number - 1) : nullptr;
    if (event && cursor_instruction() + 1 < event->instruction && !carefully_) {
        limits.user_instructions = event->instruction - 1;
        advance(*cursor_, limits);
        if (passed(target)) {
            carefully_ = true;
            start_seek(target);
        }
        return Advanced::slice;
    }
    limits.events = target.number;
    return advance(*cursor_, limits);
}

Position History::position_of(const Machine& machine) const {
    const uint64_t event = machine.event_count();
    if (event == 0 || !log_.find(event - 1)) return {};
    const Event& last = *log_.find(event - 1);
    const uint64_t here = machine.user_instructions();
    return {last.thread, log_.count_in_thread(event - 1), here - std::min(here, last.instruction)};
}

std::optional<Target> History::target_of(const Position& position) const {
    if (position == Position{}) return Target{Target::Kind::event, log_.first()};
    const auto event = log_.event_of_thread(position.thread, position.event);
    if (!event) return std::nullopt;
    if (position.offset == 0) return Target{Target::Kind::event, *event + 1};
    return Target{Target::Kind::instruction, log_.find(*event)->instruction + position.offset};
}

}  // namespace meada
