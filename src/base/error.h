// What bad input causes: a code, its arguments and the place. `text` words it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/source_range.h"

namespace meada {

enum class ErrorCode : uint16_t {
#define ERROR(name) name,
#include "base/errors.def"
#undef ERROR
};

struct Error {
    ErrorCode code;
    std::vector<std::string> arguments;
    SourceRange range;  // in the script; line 0 if the input is not a script
    std::string place;  // JSON path, byte offset or option, where the input is not a script
};

const char* name_of(ErrorCode code);

}  // namespace meada
