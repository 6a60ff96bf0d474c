// Objects that can change and that several names reach: two names for one list, and who has them.
#pragma once

#include <string>
#include <vector>

#include "view/actors.h"

namespace meada::view {

struct ObjectName {
    Serial owner = 0;      // thread or task; 0: the module, which everybody reaches
    std::string function;  // whose local it is; empty: the module's
    std::string path;
};

struct ObjectRow {
    uint64_t identity = 0;
    std::string type, text;
    std::vector<ObjectName> names;  // of the module first, then in the order of owners
    std::vector<Serial> owners;     // who has a name of its own for it
    bool global = false;            // the module names it, too
};

// Those of several owners first. What one thread alone reaches by several names comes last.
std::vector<ObjectRow> objects(const Moment&, const Actors&);

}  // namespace meada::view
