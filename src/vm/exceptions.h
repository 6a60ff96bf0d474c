// Exceptions: making them, their context, tracebacks, and how CPython prints them.
#pragma once

#include "vm/vm.h"

namespace meada {

Value new_exception(Vm&, Ref<Type>, Value args_tuple);
// __context__: what the context is handling, without making a cycle.
void set_exception_context(Vm&, Value exception);
// The exception that the innermost except block of the running context handles; null: none.
Value handled_exception(const Vm&);
// Adds a frame at the front of its traceback. `kept` may be 0.
void add_traceback(Vm&, Value exception, Ref<CodeObject>, uint32_t instruction, Ref<Values> kept);
bool is_exception(const Vm&, Value);
// `exception` matches `type` or a tuple of them; raised: not classes of exceptions.
Outcome exception_matches(Vm&, Value exception, Value type);

// Text of a traceback with its chain, groups and markers, as the interpreter prints it.
// needs_call where a message needs Python code (own __str__): `messages` then lacks it.
struct SourceLines {  // where lines of source text come from
    virtual ~SourceLines() = default;
    virtual std::optional<std::string> line(std::string_view file, uint32_t number) const = 0;
};

}  // namespace meada
