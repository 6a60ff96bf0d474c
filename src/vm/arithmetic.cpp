// The operators between built-in types: which pairs know each other, and who computes.
#include "vm/byte_strings.h"
#include "vm/containers.h"
#include "vm/numbers.h"
#include "vm/strings.h"

namespace meada {
namespace {

Computed give(Value value) { return {value.is_null() ? Outcome::raised : Outcome::yes, value}; }

bool is_number(const Vm& vm, Value value) {
    if (!value.is_ref()) return true;
    switch (vm.block.kind(value)) {
        case Kind::boolean:
        case Kind::integer:
        case Kind::floating:
        case Kind::complex: return true;
        default: return false;
    }
}

bool is_sequence(Kind kind) {
    switch (kind) {
        case Kind::str:
        case Kind::bytes:
        case Kind::bytearray:
        case Kind::list:
        case Kind::tuple: return true;
        default: return false;
    }
}

// Types whose operators are methods that the prelude looks up.
bool has_methods(const Vm& vm, Value value) {
    switch (vm.block.kind(value)) {
        case Kind::native_object:
        case Kind::instance:
        case Kind::exception:
        case Kind::type: return true;
        default: return false;
    }
}

Computed concat(Vm& vm, Value left, Value right) {
    const Kind kind = vm.block.kind(left), other = vm.block.kind(right);
    const std::string name = type_name(vm, left), other_name = type_name(vm, right);
    switch (kind) {
        case Kind::str:
            if (other == Kind::str) return give(str_concat(vm, left, right));
            break;
        case Kind::bytes:
        case Kind::bytearray:
            if (other == Kind::bytes || other == Kind::bytearray)
                return give(bytes_concat(vm, left, right));
            return raised(vm, Root::TypeError, "can't concat " + other_name + " to " + name);
        default:
            if (other == kind) return sequence_concat(vm, left, right);
            break;
    }
    return raised(vm, Root::TypeError, "can only concatenate " + name + " (not \"" + other_name +
                                           "\") to " + name);
}

// How often a sequence is repeated; needs_call: an object with a Python __index__.
struct Times {
    Outcome outcome;
    int64_t count = 0;
};
Times times_of(Vm& vm, Value value) {
    if (!is_int_like(vm, value)) {
        if (value.is_ref() && vm.special(value, Special::index_)) return {Outcome::needs_call};
        vm.raise(Root::TypeError,
                 "can't multiply sequence by non-int of type '" + type_name(vm, value) + "'");
        return {Outcome::raised};
    }
    const auto count = to_int64(vm, value);
    if (count) return {Outcome::yes, std::max<int64_t>(*count, 0)};
    if (is_negative(vm, value)) return {Outcome::yes, 0};
    vm.raise(Root::OverflowError,
             "cannot fit '" + type_name(vm, value) + "' into an index-sized integer");
    return {Outcome::raised};
}

Computed repeat(Vm& vm, Value sequence, Value factor) {
    const Times times = times_of(vm, factor);
    if (times.outcome != Outcome::yes) return {times.outcome};
    switch (vm.block.kind(sequence)) {
        case Kind::str: return give(str_repeat(vm, sequence, times.count));
        case Kind::bytes:
        case Kind::bytearray: return give(bytes_repeat(vm, sequence, times.count));
        default: return sequence_repeat(vm, sequence, times.count);
    }
}

bool is_set_operand(const Vm& vm, Value value) {
    const Kind kind = vm.block.kind(value);
    return kind == Kind::set || kind == Kind::dict_view;
}

bool is_dict_like(const Vm& vm, Value value) {
    const Kind kind = vm.block.kind(value);
    return kind == Kind::dict || kind == Kind::mapping_proxy;
}

Computed binary_of_methods(const Vm& vm, Value left, Value right) {
    return {has_methods(vm, left) || has_methods(vm, right) ? Outcome::needs_call : Outcome::no};
}

}  // namespace

Computed binary(Vm& vm, BinaryOperator operation, Value left, Value right) {
    if (is_number(vm, left) && is_number(vm, right))
        return number_binary(vm, operation, left, right);
    const Kind kind = vm.block.kind(left), other = vm.block.kind(right);
    if (has_methods(vm, left) || has_methods(vm, right)) return {Outcome::needs_call};
    switch (operation) {
        case BinaryOperator::add:
            if (is_sequence(kind)) return concat(vm, left, right);
            break;
        case BinaryOperator::multiply:
            if (is_sequence(kind)) return repeat(vm, left, right);
            if (is_sequence(other)) return repeat(vm, right, left);
            break;
        case BinaryOperator::remainder:
            if (kind == Kind::str) return str_percent(vm, left, right);
            if (kind == Kind::bytes || kind == Kind::bytearray)
                return bytes_percent(vm, left, right);
            break;
        case BinaryOperator::bit_or:
            if (is_dict_like(vm, left) && is_dict_like(vm, right))
                return dict_union(vm, left, right);
            [[fallthrough]];
        case BinaryOperator::bit_and:
        case BinaryOperator::bit_xor:
        case BinaryOperator::subtract:
            if (is_set_operand(vm, left) || is_set_operand(vm, right))
                return set_binary(vm, operation, left, right);
            break;
        default: break;
    }
    return binary_of_methods(vm, left, right);
}

Computed binary_in_place(Vm& vm, BinaryOperator operation, Value left, Value right) {
    const auto change = [&](Outcome outcome) { return Computed{outcome, left}; };
    switch (vm.block.kind(left)) {
        case Kind::list:
            if (operation == BinaryOperator::add)
                return change(list_extend(vm, left.as_ref<List>(), right));
            if (operation == BinaryOperator::multiply) {
                const Times times = times_of(vm, right);
                if (times.outcome != Outcome::yes) return {times.outcome};
                return change(list_repeat_in_place(vm, left.as_ref<List>(), times.count));
            }
            break;
        case Kind::bytearray:
            if (operation == BinaryOperator::add) {
                const Kind other = vm.block.kind(right);
                if (other != Kind::bytes && other != Kind::bytearray)
                    return {Outcome::needs_call};  // a memoryview, or TypeError
                if (left == right) {  // its own buffer is in use while it would grow
                    vm.raise(Root::BufferError,
                             "Existing exports of data: object cannot be re-sized");
                    return {Outcome::raised};
                }
                return change(bytearray_extend(vm, left.as_ref<ByteArray>(), right));
            }
            if (operation == BinaryOperator::multiply) {
                const Times times = times_of(vm, right);
                if (times.outcome != Outcome::yes) return {times.outcome};
                return change(
                    bytearray_repeat_in_place(vm, left.as_ref<ByteArray>(), times.count));
            }
            break;
        case Kind::set:
            if (vm.is_instance(left, Root::type_set)) {
                const Outcome outcome = set_binary_in_place(vm, operation, left, right);
                if (outcome != Outcome::no) return change(outcome);
            }
            break;
        case Kind::dict:
            if (operation == BinaryOperator::bit_or)
                return change(dict_union_in_place(vm, left, right));
            break;
        default: break;
    }
    return binary(vm, operation, left, right);
}

// left + right where the left one is a sequence: CPython asks the sequence last, and it complains.
Value meada_concat(Vm& vm, const Args& args) {
    if (!is_sequence(vm.block.kind(args[0]))) return vm.root(Root::not_implemented);
    const Computed joined = concat(vm, args[0], args[1]);
    return joined.outcome == Outcome::yes ? joined.result : Value{};
}

Computed unary(Vm& vm, Opcode opcode, Value value) {
    if (is_int_like(vm, value)) {
        switch (opcode) {
            case Opcode::UNARY_POSITIVE: return give(plain_int(vm, value));
            case Opcode::UNARY_NEGATIVE: return give(int_negate(vm, value));
            case Opcode::UNARY_INVERT: return give(int_invert(vm, value));
            default: return {Outcome::no};
        }
    }
    const bool negative = opcode == Opcode::UNARY_NEGATIVE;
    if (!negative && opcode != Opcode::UNARY_POSITIVE) return {Outcome::no};
    if (is_float_like(vm, value)) {
        const double number = float_of(vm, value);
        return give(Value::from_float(negative ? -number : number));
    }
    if (vm.block.kind(value) == Kind::complex) {
        const ComplexParts parts = *complex_parts(vm, value);
        return give(negative ? new_complex(vm, -parts.real, -parts.imaginary)
                             : new_complex(vm, parts.real, parts.imaginary));
    }
    return {Outcome::no};
}

}  // namespace meada
