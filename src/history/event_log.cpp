#include "history/event_log.h"

#include <algorithm>

namespace meada {

void EventLog::add(uint64_t number, const Event& event) {
    if (number < end()) return;
    ASSERT(number == end());
    events_.push_back(event);
    counts_.push_back(++thread_counts_[event.thread]);
    if (const auto* printed = std::get_if<event::printed>(&event.detail))
        print(number, event, *printed);
    if (events_.size() > events_max) drop_oldest();
}

void EventLog::drop_oldest() {
    const size_t gone = events_max / 4;
    events_.erase(events_.begin(), events_.begin() + gone);
    counts_.erase(counts_.begin(), counts_.begin() + gone);
    first_ += gone;
}

void EventLog::print(uint64_t number, const Event& event, const event::printed& printed) {
    const auto stream = static_cast<size_t>(printed.stream);
    std::string_view text = printed.text;
    while (!text.empty()) {
        const size_t feed = text.find('\n');
        if (!line_open_[stream]) {
            open_line_[stream] = output_.size();
            output_.push_back({printed.stream, {}, number, event.time_ns, event.thread, event.task});
        }
        std::string& line = output_[open_line_[stream]].text;
        const size_t room = output_line_bytes_max - std::min(output_line_bytes_max, line.size());
        line.append(text.substr(0, std::min(feed, room)));
        line_open_[stream] = feed == std::string_view::npos;
        text = line_open_[stream] ? std::string_view{} : text.substr(feed + 1);
    }
    if (output_.size() <= output_lines_max) return;
    const size_t gone = output_lines_max / 4;
    output_.erase(output_.begin(), output_.begin() + gone);
    for (size_t each = 0; each < 2; ++each) {
        line_open_[each] = line_open_[each] && open_line_[each] >= gone;
        open_line_[each] -= std::min(open_line_[each], gone);
    }
}

std::optional<uint64_t> EventLog::event_of_thread(Serial thread, Count n) const {
    for (size_t index = 0; index < events_.size(); ++index)
        if (events_[index].thread == thread && counts_[index] == n) return first_ + index;
    return std::nullopt;
}

Count EventLog::count_in_thread(uint64_t number) const {
    ASSERT(number >= first_ && number < end());
    return counts_[number - first_];
}

uint64_t EventLog::first_at(TimeNs time_ns) const {
    const auto found = std::ranges::lower_bound(events_, time_ns, {}, &Event::time_ns);
    return first_ + static_cast<uint64_t>(found - events_.begin());
}

}  // namespace meada
