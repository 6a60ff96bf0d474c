#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace meada {
namespace {
// The process-wide exception to "no mutable globals": set once by main, before any engine exists.
AssertionHook assertion_hook = nullptr;
}  // namespace

void set_assertion_hook(AssertionHook hook) { assertion_hook = hook; }

void assertion_failed(const char* condition, const char* file, int line) {
    if (assertion_hook) assertion_hook(condition, file, line);
    std::fprintf(stderr, "meada: internal error: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

}  // namespace meada
