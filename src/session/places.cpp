#include "session/places.h"

#include <algorithm>
#include <utility>

namespace meada {
namespace {

constexpr uint64_t look_instructions = 10'000;  // of a way to go, in one look

}  // namespace

std::optional<Place> place_of(const Machine& machine) {
    const Value running = machine.root().running;
    if (running.is_null()) return std::nullopt;
    const Vm& vm = machine.vm;
    const Ref<Thread> thread = running.as_ref<Thread>();
    const auto context = vm.block[thread].context.as_ref<Context>();
    Place place;
    place.thread = vm.block[thread].serial;
    for (const FrameView& frame : frames_of(vm, context)) {
        if (frame.library || vm.block[frame.code].flags & code_elsewhere) continue;
        if (place.depth++ > 0) continue;
        place.frame_serial = vm.block.at<Frame>(frame.frame)->serial;
        place.instruction = frame.instruction;
        if (in_prologue(vm, frame.code, frame.instruction)) continue;
        place.line = range_of(vm, frame.code, frame.instruction).line;
        place.first_of_line =
            frame.instruction == 0 || in_prologue(vm, frame.code, frame.instruction - 1) ||
            range_of(vm, frame.code, frame.instruction - 1).line != place.line;
    }
    if (place.depth == 0) return std::nullopt;
    return place;
}

bool LineBegins::at(const std::optional<Place>& here) {
    if (!here) return false;
    const auto [found, is_new] = last_.try_emplace(here->thread, *here);
    const Place before = std::exchange(found->second, *here);
    if (here->line == 0) return false;
    if (is_new || !here->same_frame(before)) return here->first_of_line;
    return here->line != before.line || here->instruction < before.instruction;
}

Search::Search(const History& history, bool forward, Depth depth, std::vector<uint32_t> lines,
               uint64_t look_back_instructions)
    : forward_(forward),
      depth_(depth),
      lines_(std::move(lines)),
      start_(place_of(history.cursor())),
      before_(start_),
      start_instruction_(history.cursor_instruction()),
      window_(look_back_instructions) {
    (void)begins_.at(start_);
}

// A step by line ends where another line than that of the instruction before goes on, or one of
// another frame; a breakpoint stops where its line begins.
bool Search::wanted(const std::optional<Place>& here, const std::optional<Place>& before) {
    if (!lines_.empty())
        return begins_.at(here) &&
               std::find(lines_.begin(), lines_.end(), here->line) != lines_.end();
    if (!here || here->line == 0) return false;
    if (before && here->same_line(*before)) return false;
    if (depth_ == Depth::any || !start_) return true;
    if (here->thread != start_->thread) return false;
    return depth_ == Depth::outer ? here->depth < start_->depth : here->depth <= start_->depth;
}

Search::Look Search::look(History& history) {
    return forward_ ? look_forward(history) : look_backward(history);
}

Search::Look Search::look_forward(History& history) {
    const uint64_t next = history.cursor_instruction() + 1;
    if (!history.seek({Target::Kind::instruction, next}, look_instructions))
        return Look::again;
    if (history.cursor_instruction() < next) {  // the run ended
        target_ = {Target::Kind::end, 0};
        return Look::seek;
    }
    const std::optional<Place> here = place_of(history.cursor());
    const bool found = wanted(here, before_);
    before_ = here;
    return found ? Look::found : Look::again;
}

// Forward through a window that ends here, keeping the last place that fits; if there is none, a
// window eight times as long before it.
Search::Look Search::look_backward(History& history) {
    if (!in_window_) {
        window_begin_ = start_instruction_ > window_ ? start_instruction_ - window_ : 0;
        if (!history.seek({Target::Kind::instruction, window_begin_}, look_instructions))
            return Look::again;
        in_window_ = true;
        last_.reset();
        before_ = window_begin_ == 0 ? std::nullopt : place_of(history.cursor());
        begins_ = {};
        if (wanted(place_of(history.cursor()), before_) && window_begin_ == 0 &&
            start_instruction_ > 0)
            last_ = 0;
        before_ = place_of(history.cursor());
        return Look::again;
    }
    const uint64_t next = history.cursor_instruction() + 1;
    if (next < start_instruction_) {
        if (!history.seek({Target::Kind::instruction, next}, look_instructions))
            return Look::again;
        const std::optional<Place> here = place_of(history.cursor());
        if (wanted(here, before_)) last_ = history.cursor_instruction();
        before_ = here;
        return Look::again;
    }
    if (last_ || window_begin_ == 0) {
        target_ = last_ ? Target{Target::Kind::instruction, *last_}
                        : Target{Target::Kind::event, 1};
        return Look::seek;
    }
    in_window_ = false;
    window_ *= 8;
    return Look::again;
}

}  // namespace meada
