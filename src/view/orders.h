// What a search through every order has found, in words: the verdict, how far it can be trusted,
// and each outcome with its share.
#pragma once

#include <string>
#include <vector>

#include "explore/explore.h"
#include "text/text.h"

namespace meada::view {

struct OutcomeRow {
    size_t index = 0;      // as command::OpenOutcome counts
    std::string prints;    // its standard output, lines apart by " ⏎ "
    bool prints_nothing = false;
    std::string ends;      // exit status, exception or deadlock
    bool bad = false;
    double share = 0;      // of the orders that were run
    std::string count;     // "6 of 70"
};

struct OrdersView {
    bool any = false;        // there is a verdict
    bool looking = false;
    double part = 0;         // of the most that are tried
    bool bad = false, complete = false;
    std::string verdict, trust;
    std::string deadlocks, crashes;  // crashes: empty if there are none
    bool has_deadlock = false;
    std::vector<OutcomeRow> rows;    // the good ones first, then by share
};

OrdersView orders_view(const Orders&, const Texts&);

}  // namespace meada::view
