// What is wrong with the open run: what its events tell at once, and its data races, which a
// second machine looks for once the run has ended, in whatever time the front end gives.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "causality/stalls.h"
#include "explore/race_pass.h"
#include "history/history.h"

namespace meada {

class RaceSearch;

// A longer run is looked at up to here, in instructions of the script: it takes some ten times as
// long as running.
constexpr uint64_t race_instructions_max = 10'000'000;

enum class RacesKnown : uint8_t { nothing_shared, not_yet, all, part };

struct Findings {
    std::vector<Stall> stalls;
    std::vector<Race> races;
    RacesKnown races_known = RacesKnown::not_yet;
    std::map<Serial, std::string> names;  // of locks and the like, as the run knows them last
};

class FindingSearch {
  public:
    FindingSearch();
    ~FindingSearch();
    // Another run.
    void restart();
    // What the recording has brought since. `gave_up`: it goes no further, though the run does.
    const Findings& update(const History&, bool gave_up = false);
    // Looks for races for about this long (real time). True: there is more to do.
    bool work(const History&, const Scenario&, uint64_t budget_ns);

  private:
    Stalls stalls_;
    Findings findings_;
    void look_at_threads(const Machine&, bool gave_up);

    uint64_t seen_ = 0;  // events
    TimeNs looked_ns_ = never_ns;  // the end of the recording when its threads were looked at
    bool looked_for_endless_ = false;
    bool ended_ = false;
    uint32_t threads_ = 0;  // that share memory with others, at the most
    std::map<Serial, uint32_t> threads_of_;  // by process
    std::map<Serial, Serial> process_of_;    // by thread
    std::unique_ptr<RaceSearch> races_;
};

}  // namespace meada
