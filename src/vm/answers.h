// Text made by a native out of objects that only Python code can turn into text: the native runs
// until it needs such an answer, returns a request, and a prelude function calls it again with one
// more answer. What it did before comes out the same each time. Inside vm.
#pragma once

#include "vm/vm.h"

namespace meada {

enum class Question : uint8_t {
    str,
    repr,
    ascii,
    format,
    attribute,
    item,
    int_,
    float_,
    index,
    bytes
};

struct Answers {
    Value list = {};  // of answers; null: nobody to ask, the outcome is needs_call
    uint32_t used = 0;
    Value request = {};  // tuple (question, object, argument) once one is missing

    // yes: `answer`. needs_call: not known yet. raised: MemoryError.
    Outcome ask(Vm&, Question, Value object, Value argument, Value& answer);
};

// How a native with an Answers ends: with its result, its request, or raised.
inline Value finish_asking(const Answers& answers, Outcome outcome, Value result) {
    return outcome == Outcome::needs_call ? answers.request : result;
}

// As append_repr and append_str of operations.h, with someone to ask.
Outcome append_repr(Vm&, std::string& out, Value, Answers&);
// What a built-in type's own __repr__ gives, also of a class that has another one.
Outcome append_plain_repr(Vm&, std::string& out, Value, Answers&);
Outcome append_str(Vm&, std::string& out, Value, Answers&);
Outcome append_ascii(Vm&, std::string& out, Value, Answers&);
// repr of a str.
void append_str_repr(const Vm&, std::string& out, Value str);
// Everything but ASCII in a repr as \x.., \u...., \U........
std::string ascii_escaped(std::string_view utf8);

}  // namespace meada
