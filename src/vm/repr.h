// repr() and str() of everything built in. Inside vm; others use operations.h and answers.h.
#pragma once

#include "vm/answers.h"
#include "vm/operations.h"

namespace meada {

struct Repr {
    Vm& vm;
    std::string& out;
    Answers& answers;
    std::vector<uint32_t> inside = {};  // containers around: a cycle shows as [...]

    Outcome repr(Value);
    Outcome str(Value);
    Outcome of_kind(Value);  // what its kind says, also of a class with its own __repr__

    Outcome items(uint32_t slots, uint32_t count);  // "a, b"; slots move with the block
    Outcome asked(Question, Value);

    // --- repr_objects.cpp ---
    Outcome object(Value);        // kinds that are no plain data
    Outcome plain_object(Value);  // <__main__.A object at 0x…>
    Outcome class_object(Value);  // <class '__main__.A'>
    Outcome exception(Value);
    Outcome exception_text(Value);
};

// CPython's limit on digits; false: raised ValueError.
bool append_int(Vm&, std::string& out, Value int_like);
std::string complex_repr(double real, double imaginary);
// The module that a type is shown with; empty for builtins.
std::string module_prefix(Vm&, Ref<Type>);

}  // namespace meada
