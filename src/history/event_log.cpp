#include "history/event_log.h"

#include <algorithm>

namespace meada {
namespace {

// At most so many bytes of a text, whole characters.
std::string_view beginning(std::string_view text, size_t size_bytes) {
    if (text.size() <= size_bytes) return text;
    while (size_bytes > 0 && (text[size_bytes] & 0xc0) == 0x80) --size_bytes;
    return text.substr(0, size_bytes);
}

size_t printed_size(const Event& event) {
    const auto* printed = event_as<event::printed>(event);
    return printed ? printed->text.size() : 0;
}

}  // namespace

inline void EventLog::drop_oldest() {
    if (printed_bytes_ > 0) printed_bytes_ -= printed_size(events_.front());
    events_.pop_front();
    counts_.pop_front();
    ++first_;
    texts_.drop_before(first_);
    threads_.forget_before(first_);
}

void EventLog::add(uint64_t number, const Event& event) {
    if (number < end()) return;
    ASSERT(number == end());
    const bool ends = event_is<event::thread_ended>(event);
    counts_.push_back(threads_.count(event.thread, number, ends));
    // Its lines have all of the text, so they come before the cut; `event` may be what is kept.
    if (const auto* printed = event_as<event::printed>(event)) print(number, event, *printed);
    const bool texts = has_texts(event);
    Event& kept = events_.push_back(event);
    if (texts) keep_texts(number, kept);
    keep_within_limits();
}

void EventLog::keep_texts(uint64_t number, Event& kept) {
    each_text(kept, [&](Text& text) {
        text = texts_.keep(number, beginning(text, event_text_bytes_max));
    });
    printed_bytes_ += printed_size(kept);
}

void EventLog::keep_within_limits() {
    while (events_.size() > events_max || printed_bytes_ > text_bytes_max ||
           texts_.size_bytes() > kept_text_bytes_max)
        drop_oldest();
}

void EventLog::print(uint64_t number, const Event& event, const event::printed& printed) {
    const auto stream = static_cast<size_t>(printed.stream);
    std::string_view text = printed.text;
    while (!text.empty()) {
        const size_t feed = text.find('\n');
        if (!line_open_[stream]) {
            open_line_[stream] = output_.size();
            output_.push_back(
                {printed.stream, {}, number, event.time_ns, event.thread, event.task});
        }
        std::string& line = output_[open_line_[stream]].text;
        const size_t room = output_line_bytes_max - std::min(output_line_bytes_max, line.size());
        const std::string_view part = beginning(text.substr(0, feed), room);
        line.append(part);
        output_bytes_ += part.size();
        line_open_[stream] = feed == std::string_view::npos;
        text = line_open_[stream] ? std::string_view{} : text.substr(feed + 1);
        if (output_.size() > output_lines_max || output_bytes_ > text_bytes_max)
            drop_oldest_output();
    }
}

void EventLog::drop_oldest_output() {
    const size_t gone = (output_.size() + 3) / 4;
    for (size_t index = 0; index < gone; ++index) output_bytes_ -= output_[index].text.size();
    output_.erase(output_.begin(), output_.begin() + static_cast<std::ptrdiff_t>(gone));
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

Count EventLog::count_of_thread(Serial thread) const {
    return threads_.of(thread);
}

Count EventLog::count_in_thread(uint64_t number) const {
    ASSERT(number >= first_ && number < end());
    return counts_[number - first_];
}

uint64_t EventLog::first_at(TimeNs time_ns) const {
    const auto found = std::ranges::lower_bound(events_, time_ns, {}, &Event::time_ns);
    return first_ + static_cast<uint64_t>(found - events_.begin());
}

uint64_t EventLog::size_bytes() const {
    return events_.size_bytes() + counts_.size_bytes() + texts_.size_bytes() +
           output_.capacity() * sizeof(OutputLine) + output_bytes_;
}

}  // namespace meada
