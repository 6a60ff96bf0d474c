// Natives that int, float, complex and bool have alike, made for one type from its operators.
// Inside vm.
#pragma once

#include "vm/builtins.h"

namespace meada {

using NumberOperator = Computed (*)(Vm&, BinaryOperator, Value left, Value right);

// left.__op__(right): NotImplemented where the operator does not know the other side.
inline Value number_method(Vm& vm, NumberOperator compute, BinaryOperator operation, Value left,
                           Value right) {
    const Computed computed = compute(vm, operation, left, right);
    if (computed.outcome == Outcome::no) return vm.root(Root::not_implemented);
    return computed.outcome == Outcome::yes ? computed.result : Value{};
}

#define NUMBER_METHODS(type, name, compute, operation)                                  \
    Value type##_##name(Vm& vm, const Args& args) {                                     \
        return number_method(vm, compute, BinaryOperator::operation, args[0], args[1]); \
    }                                                                                   \
    Value type##_r##name(Vm& vm, const Args& args) {                                    \
        return number_method(vm, compute, BinaryOperator::operation, args[1], args[0]); \
    }

// The text of a number: str or bytes-like, digits of any script as ASCII, blanks off both ends.
// Null: something else.
std::optional<std::string> number_text(Vm&, Value text);
bool is_plain_type(const Vm& vm, Value type, Root wanted);

inline bool is_text(const Vm& vm, Value value) {
    const Kind kind = vm.block.kind(value);
    return kind == Kind::str || kind == Kind::bytes || kind == Kind::bytearray;
}

// Whether a class made by a class statement gives it this method.
inline bool own_special(const Vm& vm, Value value, Special name) {
    return value.is_ref() && vm.block[vm.type_of(value)].flags & type_heap &&
           vm.block.kind(vm.special(value, name)) != Kind::native;
}

}  // namespace meada
