#include "lang/compiler.h"

namespace meada::lang {

std::string unparse(const Expression*) { return ""; }

}  // namespace meada::lang
