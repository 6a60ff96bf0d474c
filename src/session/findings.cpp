#include "session/findings.h"

#include "session/race_search.h"

namespace meada {

FindingSearch::FindingSearch() = default;
FindingSearch::~FindingSearch() = default;

void FindingSearch::restart() {
    stalls_ = {};
    findings_ = {};
    seen_ = 0;
    ended_ = false;
    threads_ = 0;
    threads_of_.clear();
    process_of_.clear();
    races_ = nullptr;
}

const Findings& FindingSearch::update(const History& history) {
    const EventLog& log = history.log();
    // Of a run that is longer than what history keeps, every event is seen as it is recorded, if
    // one asks often enough; else what is gone stays unseen.
    seen_ = std::max(seen_, log.first());
    bool is_new = seen_ < log.end();
    for (; seen_ < log.end(); ++seen_) {
        const Event& event = *log.find(seen_);
        stalls_.event(seen_, event);
        if (const auto* made = event_as<event::process_created>(event)) {
            process_of_[made->main_thread] = made->created;
            threads_ = std::max(threads_, ++threads_of_[made->created]);
        } else if (const auto* born = event_as<event::thread_created>(event)) {
            const auto own = process_of_.find(born->created);
            if (own != process_of_.end()) continue;  // a process's first
            const Serial process = process_of_[event.thread];
            process_of_[born->created] = process;
            threads_ = std::max(threads_, ++threads_of_[process]);
        }
    }
    const bool ends = history.recorded_all() && !history.waits_for_input();
    if (ends && !ended_) {
        ended_ = is_new = true;
        for (const SyncState& sync : inspect(history.head()).syncs)
            if (!sync.name.empty()) findings_.names[sync.serial] = sync.name;
        stalls_.ended(seen_, history.end_ns(), history.stuck());
        if (threads_ < 2) findings_.races_known = RacesKnown::nothing_shared;
    }
    if (is_new) findings_.stalls = stalls_.found();  // asked every frame
    return findings_;
}

bool FindingSearch::work(const History& history, const Scenario& scenario,
                         uint64_t budget_ns) {
    if (!history.recorded_all() || history.waits_for_input()) return false;
    update(history);
    if (findings_.races_known != RacesKnown::not_yet) return false;
    if (!races_) {
        auto opened = RaceSearch::open(scenario);
        if (!opened) {  // the run itself could be opened: there is no room for a second machine
            findings_.races_known = RacesKnown::part;
            return false;
        }
        races_ = std::move(*opened);
    }
    const bool more = races_->advance(budget_ns);
    const bool enough = races_->machine().user_instructions() >= race_instructions_max;
    findings_.races = races_->races();
    if (more && !enough) return true;
    findings_.races_known = more ? RacesKnown::part : RacesKnown::all;
    races_ = nullptr;
    return false;
}

}  // namespace meada
