// A module that comes with a script: what lies beside its file.
#pragma once

#include <string>

namespace meada {

struct ModuleSource {
    std::string name;       // as `import` names it: "shop.stock"
    std::string file_name;  // as tracebacks show it; empty: a package without __init__.py
    std::string source;
    bool package = false;

    bool operator==(const ModuleSource&) const = default;
};

}  // namespace meada
