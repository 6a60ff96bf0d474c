#include "base/error.h"

namespace meada {

const char* name_of(ErrorCode code) {
    static constexpr const char* names[] = {
#define ERROR(name) #name,
#include "base/errors.def"
#undef ERROR
    };
    return names[static_cast<size_t>(code)];
}

}  // namespace meada
