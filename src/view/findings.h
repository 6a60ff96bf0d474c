// What is wrong with a run, in words: the verdict, the moments that lead to it, what it means.
#pragma once

#include "causality/stalls.h"
#include "explore/race_pass.h"
#include "view/narration.h"

namespace meada::view {

struct FindingMoment {
    std::vector<Piece> pieces;
    uint32_t line = 0;
    // Where to go: right after the event of this number, or right before this instruction.
    bool is_event = true;
    uint64_t number = 0;
    TimeNs time_ns = never_ns;  // never: not known
};

struct Finding {
    bool bad = true;            // it has gone wrong; else it can
    std::vector<Piece> title;   // the verdict
    std::vector<FindingMoment> moments;
    std::vector<Piece> meaning;
};

// The gravest first. `names`: of locks and the like, where the script gives them one.
std::vector<Finding> findings(const std::vector<Stall>&, const std::vector<Race>&,
                              const std::map<Serial, std::string>& names, const Actors&,
                              const Texts&);

}  // namespace meada::view
