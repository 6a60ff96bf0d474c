#include "base/error.h"

#include <iterator>

namespace meada {

const char* name_of(ErrorCode code) {
    static constexpr const char* names[] = {
#define ERROR(name) #name,
#include "base/errors.def"
#undef ERROR
    };
    return names[static_cast<size_t>(code)];
}

namespace {
constexpr char reason_mark = '\x01';  // no path or option begins with it
constexpr const char* reason_names[] = {
#define REASON(name) #name,
#include "base/reasons.def"
#undef REASON
};
}  // namespace

std::string reason_argument(Reason reason) {
    return reason_mark + std::string(reason_names[static_cast<size_t>(reason)]);
}

std::optional<Reason> reason_of(std::string_view argument) {
    if (argument.empty() || argument[0] != reason_mark) return std::nullopt;
    for (size_t index = 0; index < std::size(reason_names); ++index)
        if (argument.substr(1) == reason_names[index]) return static_cast<Reason>(index);
    return std::nullopt;
}

}  // namespace meada
