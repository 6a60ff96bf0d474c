// The events of a run, as they were recorded: once each, however often the run is replayed. Keeps
// the newest `events_max`, fewer where they print much; what a thread's n-th event is stays known
// for those. It owns the texts of its events. Inside history.
#pragma once

#include <optional>
#include <vector>

#include "history/moment.h"
#include "history/thread_counts.h"

namespace meada {

constexpr size_t events_max = 200'000;
constexpr size_t output_lines_max = 20'000;
constexpr size_t output_line_bytes_max = 10'000;  // of one line; the rest is cut
constexpr size_t event_text_bytes_max = 10'000;   // of one text of an event; likewise
constexpr size_t text_bytes_max = 8u << 20;       // of all that was printed, as events and as lines
constexpr size_t kept_text_bytes_max = 16u << 20; // of all texts of events: names, results, …

class EventLog {
  public:
    // `number`: of this event in the run, from 0. Numbers come in order; known ones are passed
    // over.
    void add(uint64_t number, const Event&);
    // Where the next event will be kept: made there, it need not be copied.
    Event* room() { return events_.room(); }

    const Events& events() const { return events_; }
    uint64_t first() const { return first_; }
    uint64_t end() const { return first_ + events_.size(); }
    const Event* find(uint64_t number) const {
        return number >= first_ && number < end() ? &events_[number - first_] : nullptr;
    }
    const std::vector<OutputLine>& output() const { return output_; }

    // Number of the n-th event (from 1) of a thread, if it has happened and is still kept.
    std::optional<uint64_t> event_of_thread(Serial thread, Count n) const;
    Count count_of_thread(Serial) const;  // of its events so far
    // n, such that event `number` is the n-th of its thread.
    Count count_in_thread(uint64_t number) const;
    // The first event at or after this time; end() if there is none.
    uint64_t first_at(TimeNs) const;

    uint64_t size_bytes() const;  // about what all of it takes

  private:
    void print(uint64_t number, const Event&, const event::printed&);
    void keep_texts(uint64_t number, Event&);
    void keep_within_limits();
    void drop_oldest();
    void drop_oldest_output();

    Events events_;
    ChunkedQueue<Count> counts_;  // of the same index: n-th of its thread
    uint64_t first_ = 0;
    KeptTexts texts_;
    ThreadCounts threads_;
    size_t printed_bytes_ = 0;   // in events_
    std::vector<OutputLine> output_;
    size_t output_bytes_ = 0;    // in output_
    bool line_open_[2] = {false, false};  // by stream: the last line of it goes on
    size_t open_line_[2] = {0, 0};
};

}  // namespace meada
