// Two runs of one script beside each other: how long each takes, and whether they print the same.
#pragma once

#include <string>

#include "history/moment.h"
#include "text/text.h"

namespace meada::view {

struct Comparison {
    bool both_ended = false;
    double speed_up = 1;      // of the faster one over the other
    bool there_faster = false;
    bool same_output = false;
    std::string verdict, output;
};

Comparison compare(const Moment& here, const Moment& there, const Texts&);

}  // namespace meada::view
