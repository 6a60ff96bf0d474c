// How long a lane was in which state between two times: exactly, and in logarithmic time however
// many spans lie between, by running totals (prefix sums) kept for every sixteenth span.
#pragma once

#include <array>

#include "view/lanes.h"

namespace meada::view {

// Nanoseconds by Look: from none to gil.
struct LookTimes {
    std::array<TimeNs, look_count> ns{};

    TimeNs of(Look look) const { return ns[size_t(look)]; }
    TimeNs all() const;
};

Look look_of(const Span&);

// What has been recorded of [from, to); an open span lasts until `now_ns`.
LookTimes look_times(const Lane&, TimeNs from_ns, TimeNs to_ns, TimeNs now_ns);

// The same for one range after the other from left to right: each costs what lies between.
class LookSweep {
  public:
    LookSweep(const Lane& lane, TimeNs from_ns, TimeNs now_ns);
    LookTimes up_to(TimeNs to_ns);  // since the last call, or the start
    // Where very many spans lie between: up to one a little before, which costs less. Gives its
    // beginning, or `to_ns`.
    TimeNs up_to_about(TimeNs to_ns, LookTimes& found);
    size_t index() const { return index_; }  // of the first span that ends after that

  private:
    LookTotals totals_until(TimeNs time_ns);
    LookTimes since_last(const LookTotals&);

    const Lane& lane_;
    TimeNs now_ns_;
    size_t index_;
    LookTotals done_;
};

// Extends the totals over the spans that no event to come can change any more.
void extend_totals(Lane&);

}  // namespace meada::view
