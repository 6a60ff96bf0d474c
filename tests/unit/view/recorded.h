// A whole run of a script on a machine, and its lanes.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>

#include "session/session.h"
#include "view/view.h"

namespace meada::testing {

struct Recorded {
    Session session;
    view::LaneCache cache;

    Recorded(const char* source, const MachineSpec& spec) {
        Scenario scenario;
        scenario.source = source;
        scenario.spec = spec;
        REQUIRE(session.open(scenario));
        (void)session.apply(command::Run{});
        while (session.advance(1'000'000'000).state == Progress::State::working) {
        }
        view::update(cache, session.moment());
        for (const auto& [serial, lane] : cache.lanes) check_spans(lane, true);
        for (const view::Lane& core : cache.cores) check_spans(core, false);
        for (const auto& [process, gil] : cache.gils) check_spans(gil, false);
    }

    static void check_spans(const view::Lane& lane, bool whole) {
        size_t wrong = 0;
        for (size_t i = 0; i < lane.spans.size(); ++i) {
            const view::Span& here = lane.spans[i];
            wrong += here.end_ns == never_ns || here.begin_ns > here.end_ns;
            if (i == 0) continue;
            const TimeNs before_ns = lane.spans[i - 1].end_ns;
            wrong += whole ? here.begin_ns != before_ns : here.begin_ns < before_ns;
        }
        CHECK(wrong == 0);
    }
    static TimeNs time_in(const view::Lane& lane, RunState state, WaitReason reason) {
        TimeNs sum = 0;
        for (const view::Span& span : lane.spans)
            if (span.state == state && (state == RunState::running || span.reason == reason))
                sum += span.end_ns - span.begin_ns;
        return sum;
    }
    static TimeNs running(const view::Lane& lane) {
        return time_in(lane, RunState::running, WaitReason::none);
    }
    // Of one thread on all cores: what its own lane says, too.
    TimeNs on_cores(Serial thread) const {
        TimeNs sum = 0;
        for (const view::Lane& core : cache.cores)
            for (const view::Span& span : core.spans)
                if (span.owner == thread) sum += span.end_ns - span.begin_ns;
        return sum;
    }
    TimeNs most_at_once() const {
        TimeNs most = 0;
        for (const view::Lane& core : cache.cores)
            for (const view::Span& span : core.spans) {
                TimeNs busy = 0;
                for (const view::Lane& other : cache.cores)
                    busy += view::span_at(other, span.begin_ns) != nullptr;
                most = std::max(most, busy);
            }
        return most;
    }
};

}  // namespace meada::testing
