// Arithmetic and comparisons: steps of the loop.
#include "vm/loop.h"

#include "vm/arithmetic.h"

namespace meada {

static bool both_strs(const uint8_t* base, const Vm& vm, Value left, Value right) {
    return left.is_ref() && right.is_ref() && shape_at(base, left) == vm.loop.shapes.str &&
           shape_at(base, right) == vm.loop.shapes.str;
}

STEP(BINARY_ADD) {
    const Value right = TOP, left = SECOND;
    Value result;
    if (both_ints(left, right)) {
        if (!add_ints(left, right, result)) SLOW();
        --sp;
        TOP = result;
        NEXT();
    }
    if (is_number(left) && is_number(right)) {
        result = Value::from_float(number_of(left) + number_of(right));
        --sp;
        TOP = result;
        NEXT();
    }
    GO(concatenate);
}
STEP(concatenate) {
    const Value right = TOP, left = SECOND;
    if (!both_strs(base, vm, left, right)) SLOW();
    const Value result = str_concat(vm, left, right);
    REBASE();
    if (result.is_null()) RAISED();
    --sp;
    TOP = result;
    NEXT_IF_CALM();
}

#define INT_BITS(name_, operator_)                                              \
    STEP(name_) {                                                               \
        const Value right = TOP, left = SECOND;                                 \
        if (!both_ints(left, right)) SLOW();                                    \
        --sp;                                                                   \
        TOP = Value::from_int(left.as_int() operator_ right.as_int());          \
        NEXT();                                                                 \
    }
INT_BITS(BINARY_AND, &)
INT_BITS(BINARY_OR, |)
INT_BITS(BINARY_XOR, ^)
#undef INT_BITS
STEP(BINARY_RSHIFT) {
    const Value right = TOP, left = SECOND;
    if (!both_ints(left, right) || right.as_int() < 0) SLOW();
    --sp;
    TOP = Value::from_int(left.as_int() >> std::min<int64_t>(right.as_int(), 63));
    NEXT();
}
STEP(BINARY_LSHIFT) {
    const Value right = TOP, left = SECOND;
    if (!both_ints(left, right) || right.as_int() < 0 || right.as_int() > 46)
        SLOW();
    Value result;
    if (!multiply_ints(left, Value::from_int(int64_t{1} << right.as_int()), result))
        SLOW();
    --sp;
    TOP = result;
    NEXT();
}

#define INT_OR_FLOAT(name_, int_function_, operator_)                                       \
    STEP(name_) {                                                                           \
        const Value right = TOP, left = SECOND;                                             \
        if (both_ints(left, right)) {                                                       \
            Value result;                                                                   \
            if (!int_function_(left, right, result)) SLOW();                                \
            --sp;                                                                           \
            TOP = result;                                                                   \
            NEXT();                                                                         \
        }                                                                                   \
        if (!is_number(left) || !is_number(right)) SLOW();                                  \
        --sp;                                                                               \
        TOP = Value::from_float(number_of(left) operator_ number_of(right));                \
        NEXT();                                                                             \
    }
INT_OR_FLOAT(BINARY_SUBTRACT, subtract_ints, -)
INT_OR_FLOAT(BINARY_MULTIPLY, multiply_ints, *)
#undef INT_OR_FLOAT
STEP(BINARY_REMAINDER) {
    Value result;
    if (!both_ints(SECOND, TOP) || !remainder_ints(SECOND, TOP, result))
        SLOW();
    --sp;
    TOP = result;
    NEXT();
}
STEP(BINARY_FLOOR_DIVIDE) {
    Value result;
    if (!both_ints(SECOND, TOP) || !floor_divide_ints(SECOND, TOP, result))
        SLOW();
    --sp;
    TOP = result;
    NEXT();
}
STEP(BINARY_TRUE_DIVIDE) {
    const Value right = TOP, left = SECOND;
    if (!is_number(left) || !is_number(right) || number_of(right) == 0)
        SLOW();
    --sp;
    TOP = Value::from_float(number_of(left) / number_of(right));
    NEXT();
}

// A step that compares and, behind it, the one that then jumps if that is false; strs apart.
#define COMPARE(name_, operator_, of_strs_)                                                     \
    static inline Outcome is_##name_(Value left, Value right) {                               \
        const auto said = [](bool truth) { return truth ? Outcome::yes : Outcome::no; };      \
        if (both_ints(left, right)) return said(shifted(left) operator_ shifted(right));      \
        if (is_number(left) && is_number(right))                                              \
            return said(number_of(left) operator_ number_of(right));                          \
        return Outcome::needs_call;                                                           \
    }                                                                                         \
    static LOOP_CONVENTION Leave strs_are_##name_(LOOP_PARAMETERS) {                              \
        const Value left = SECOND, right = TOP;                                               \
        if (!both_strs(base, vm, left, right)) SLOW();                                        \
        --sp;                                                                                 \
        TOP = (of_strs_) ? vm.loop.true_value : vm.loop.false_value;                             \
        NEXT();                                                                               \
    }                                                                                         \
    STEP(COMPARE_##name_) {                                                                   \
        const Outcome truth = is_##name_(SECOND, TOP);                                        \
        if (truth == Outcome::needs_call)                                                     \
            [[clang::musttail]] return strs_are_##name_(LOOP_ARGUMENTS);                          \
        --sp;                                                                                 \
        TOP = truth == Outcome::yes ? vm.loop.true_value : vm.loop.false_value;               \
        NEXT();                                                                               \
    }                                                                                         \
    STEP(COMPARE_##name_##_JUMP) {                                                            \
        const Outcome truth = is_##name_(SECOND, TOP);                                        \
        if (truth == Outcome::needs_call) /* and the jump comes by itself */                  \
            [[clang::musttail]] return strs_are_##name_(LOOP_ARGUMENTS);                          \
        sp -= 2;                                                                              \
        ++ip;                                                                                 \
        if (truth == Outcome::no) JUMP();                                                     \
        NEXT();                                                                               \
    }
COMPARE(LESS, <, str_compare(vm, left, right) < 0)
COMPARE(LESS_EQUAL, <=, str_compare(vm, left, right) <= 0)
COMPARE(EQUAL, ==, light_str_equal(base, left, right))
COMPARE(NOT_EQUAL, !=, !light_str_equal(base, left, right))
COMPARE(GREATER, >, str_compare(vm, left, right) > 0)
COMPARE(GREATER_EQUAL, >=, str_compare(vm, left, right) >= 0)
#undef COMPARE
STEP(IS_OP) {
    const Value right = *--sp, left = TOP;
    if (left.is_mortal() || right.is_mortal()) {
        ++sp;
        SLOW();
    }
    TOP = (left == right) != (ARGUMENT != 0) ? vm.loop.true_value : vm.loop.false_value;
    NEXT();
}
STEP(UNARY_NOT) {
    const Outcome truth = TOP == vm.loop.true_value    ? Outcome::yes
                          : TOP == vm.loop.false_value ? Outcome::no
                          : TOP == vm.loop.none        ? Outcome::no
                                                       : light_truth(base, vm.loop.shapes, TOP);
    if (truth == Outcome::needs_call) SLOW();
    TOP = truth == Outcome::yes ? vm.loop.false_value : vm.loop.true_value;
    NEXT();
}

}  // namespace meada
