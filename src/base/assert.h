// What only a bug can cause. On in release builds too: a wrong answer is worse than a stop.
#pragma once

namespace meada {

// Prints what and where, then aborts. A front end may install a hook that saves the script first.
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

using AssertionHook = void (*)(const char* condition, const char* file, int line);
void set_assertion_hook(AssertionHook hook);

}  // namespace meada

#define ASSERT(condition)                                                       \
    (__builtin_expect(static_cast<bool>(condition), 1)                          \
         ? static_cast<void>(0)                                                 \
         : ::meada::assertion_failed(#condition, __FILE__, __LINE__))
