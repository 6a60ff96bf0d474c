// What bad input causes: a code, its arguments and the place. `text` words it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

enum class Reason : uint8_t {
#define REASON(name) name,
#include "base/reasons.def"
#undef REASON
};
// An argument that is words itself; `text` puts them in the reader's language.
std::string reason_argument(Reason);
// The reason that an argument is; null for any other argument.
std::optional<Reason> reason_of(std::string_view argument);

}  // namespace meada
