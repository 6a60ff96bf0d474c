// Exceptions: making them, their context, their tracebacks.
#pragma once

#include "vm/vm.h"

namespace meada {

Value new_exception(Vm&, Ref<Type>, Value args_tuple);
Value raise_memory_error(Vm&);  // null: what natives hand back
// __context__: what the context is handling, without making a cycle.
void set_exception_context(Vm&, Value exception);
// The exception that the innermost except block of the running context handles; null: none.
Value handled_exception(const Vm&);
// Adds a frame at the front of its traceback.
void add_traceback(Vm&, Value exception, const FramePlace&);
// For a script's eyes.
Value show_traceback(Vm&, Ref<Traceback>);
// The entry that the traceback has for a frame keeps its values too, now that it is left.
void keep_in_traceback(Vm&, Value exception, const FramePlace&);
bool is_exception(const Vm&, Value);
// What an OSError keeps of its arguments: errno, strerror, filename.
void fill_os_error(Vm&, Ref<Exception>, Value args);
// `exception` matches `type` or a tuple of them; raised: not classes of exceptions.
Outcome exception_matches(Vm&, Value exception, Value type);

// One entry of a printed traceback: `  File "…", line N, in f`, the source line and its markers.
// `source_line` without its line feed; null: not known.
std::string traceback_entry(const Vm&, Ref<Traceback>, const std::string* source_line);

}  // namespace meada
