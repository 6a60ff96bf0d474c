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

// Extends the totals over the spans that no event to come can change any more.
void extend_totals(Lane&);

}  // namespace meada::view
