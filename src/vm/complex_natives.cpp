// Methods of complex.
#include <meada_libm.h>

#include <cmath>

#include "vm/containers.h"
#include "vm/float_text.h"
#include "vm/number_natives.h"
#include "vm/repr.h"
#include "vm/strings.h"

namespace meada {
namespace {

Value complex_as(Vm& vm, Value type, double real, double imaginary) {
    const Value plain = new_complex(vm, real, imaginary);
    if (plain.is_null() || is_plain_type(vm, type, Root::type_complex_)) return plain;
    const Ref<Complex> made{
        vm.allocate_cell(Kind::complex, vm.block[type.as_ref<Type>()].root_shape, sizeof(Complex))};
    if (!made) return {};
    const ComplexParts parts = *complex_parts(vm, plain);
    vm.block.edit(made).real = parts.real;
    vm.block.edit(made).imaginary = parts.imaginary;
    return Value::from_ref(made);
}

// The longest start of `text` that is a float; its length, 0: none.
size_t take_float(std::string_view text, double& number) {
    for (size_t size = text.size(); size > 0; --size)
        if (const auto found = parse_float(text.substr(0, size));
            found && text[size - 1] != ' ' && text[0] != ' ') {
            number = *found;
            return size;
        }
    return 0;
}

// "1+2j", "j", "(3)": as complex(text).
std::optional<ComplexParts> parse_complex(std::string_view text) {
    if (text.size() >= 2 && text.front() == '(' && text.back() == ')') {
        text = text.substr(1, text.size() - 2);
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
        while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    }
    const auto ends_in_j = [](std::string_view rest) {
        return rest.size() == 1 && (rest[0] == 'j' || rest[0] == 'J');
    };
    const auto unit = [&](std::string_view rest) -> std::optional<double> {  // j, +j, -j
        if (ends_in_j(rest)) return 1;
        if (rest.size() == 2 && ends_in_j(rest.substr(1)) && (rest[0] == '+' || rest[0] == '-'))
            return rest[0] == '-' ? -1 : 1;
        return std::nullopt;
    };
    if (const auto alone = unit(text)) return ComplexParts{0, *alone};
    double first = 0, second = 0;
    const size_t size = take_float(text, first);
    if (size == 0) return std::nullopt;
    text.remove_prefix(size);
    if (text.empty()) return ComplexParts{first, 0};
    if (ends_in_j(text)) return ComplexParts{0, first};
    if (text[0] != '+' && text[0] != '-') return std::nullopt;
    if (const auto alone = unit(text)) return ComplexParts{first, *alone};
    const size_t more = take_float(text, second);
    if (more == 0 || !ends_in_j(text.substr(more))) return std::nullopt;
    return ComplexParts{first, second};
}

Value raise_part(Vm& vm, const char* complaint, Value value) {
    return vm.raise(Root::TypeError,
                    std::string("complex() ") + complaint + ", not '" + type_name(vm, value) + "'");
}

}  // namespace

// (cls, real=0, imag=0)
Value complex_new(Vm& vm, const Args& args) {
    const bool has_real = args.has(1), has_imaginary = args.has(2);
    const Value real = has_real ? args[1] : Value::from_int(0);
    const Value imaginary = has_imaginary ? args[2] : Value::from_int(0);
    if (is_str(vm, real)) {
        if (has_imaginary)
            return vm.raise(Root::TypeError,
                            "complex() can't take second arg if first is a string");
        const auto parts = parse_complex(*number_text(vm, real));
        if (!parts) return vm.raise(Root::ValueError, "complex() arg is a malformed string");
        return complex_as(vm, args[0], parts->real, parts->imaginary);
    }
    if (is_str(vm, imaginary))
        return vm.raise(Root::TypeError, "complex() second arg can't be a string");
    const auto a = complex_parts(vm, real), b = complex_parts(vm, imaginary);
    const auto convertible = [&](Value value) {
        return vm.special(value, Special::complex_) || vm.special(value, Special::float_) ||
               vm.special(value, Special::index_);
    };
    if (!a && !convertible(real))
        return raise_part(vm, "first argument must be a string or a number", real);
    if (!b && !convertible(imaginary))
        return raise_part(vm, "second argument must be a number", imaginary);
    if (!a || !b) return vm.call_prelude(Root::prelude_complex_from, {args[0], real, imaginary});
    for (const ComplexParts* parts : {&*a, &*b})
        if (parts->real - parts->real != 0 && is_int_like(vm, parts == &*a ? real : imaginary))
            return vm.raise(Root::OverflowError, "int too large to convert to float");
    if (!has_imaginary) return complex_as(vm, args[0], a->real, a->imaginary);
    // Only of complex ones, for 0.0 + -0.0 would lose its sign.
    const bool complex_real = vm.is_instance(real, Root::type_complex_);
    const bool complex_imaginary = vm.is_instance(imaginary, Root::type_complex_);
    return complex_as(vm, args[0], complex_imaginary ? a->real - b->imaginary : a->real,
                      complex_real ? a->imaginary + b->real : b->real);
}

NUMBER_METHODS(complex, add, complex_binary, add)
NUMBER_METHODS(complex, sub, complex_binary, subtract)
NUMBER_METHODS(complex, mul, complex_binary, multiply)
NUMBER_METHODS(complex, truediv, complex_binary, true_divide)

namespace {

Value complex_power_of(Vm& vm, Value base, Value exponent, Value modulus) {
    if (modulus && modulus != vm.none()) return vm.raise(Root::ValueError, "complex modulo");
    return number_method(vm, complex_binary, BinaryOperator::power, base, exponent);
}

// Complex numbers are equal to ints and floats exactly.
Outcome complex_equal(Vm& vm, Value left, Value right) {
    const ComplexParts a = *complex_parts(vm, left);
    if (is_number_like(vm, right))
        return a.imaginary == 0 &&
                       compare_numbers(vm, Value::from_float(a.real), right) == Ordering::equal
                   ? Outcome::yes
                   : Outcome::no;
    const auto b = complex_parts(vm, right);
    if (!b) return Outcome::needs_call;
    return a.real == b->real && a.imaginary == b->imaginary ? Outcome::yes : Outcome::no;
}

}  // namespace

Value complex_pow(Vm& vm, const Args& args) {
    return complex_power_of(vm, args[0], args[1], args[2]);
}
Value complex_rpow(Vm& vm, const Args& args) {
    return complex_power_of(vm, args[1], args[0], args[2]);
}
Value complex_eq(Vm& vm, const Args& args) {
    const Outcome outcome = complex_equal(vm, args[0], args[1]);
    if (outcome == Outcome::needs_call) return vm.root(Root::not_implemented);
    return vm.boolean(outcome == Outcome::yes);
}
Value complex_ne(Vm& vm, const Args& args) {
    const Outcome outcome = complex_equal(vm, args[0], args[1]);
    if (outcome == Outcome::needs_call) return vm.root(Root::not_implemented);
    return vm.boolean(outcome != Outcome::yes);
}
Value complex_neg(Vm& vm, const Args& args) {
    const ComplexParts parts = *complex_parts(vm, args[0]);
    return new_complex(vm, -parts.real, -parts.imaginary);
}
Value complex_self(Vm& vm, const Args& args) {
    const ComplexParts parts = *complex_parts(vm, args[0]);
    return new_complex(vm, parts.real, parts.imaginary);
}
Value complex_conjugate(Vm& vm, const Args& args) {
    const ComplexParts parts = *complex_parts(vm, args[0]);
    return new_complex(vm, parts.real, -parts.imaginary);
}
Value complex_abs(Vm& vm, const Args& args) {
    const ComplexParts parts = *complex_parts(vm, args[0]);
    const double size = meada_hypot(parts.real, parts.imaginary);
    if (std::isinf(size) && !std::isinf(parts.real) && !std::isinf(parts.imaginary))
        return vm.raise(Root::OverflowError, "absolute value too large");
    return Value::from_float(size);
}
Value complex_bool(Vm& vm, const Args& args) {
    const ComplexParts parts = *complex_parts(vm, args[0]);
    return vm.boolean(parts.real != 0 || parts.imaginary != 0);
}
Value complex_hash(Vm& vm, const Args& args) {
    const ComplexParts parts = *complex_parts(vm, args[0]);
    return new_int(vm, static_cast<int64_t>(hash_of_complex(parts.real, parts.imaginary)));
}
Value complex_repr_method(Vm& vm, const Args& args) {
    const ComplexParts parts = *complex_parts(vm, args[0]);
    return new_str(vm, complex_repr(parts.real, parts.imaginary));
}
Value complex_real(Vm& vm, const Args& args) {
    return Value::from_float(complex_parts(vm, args[0])->real);
}
Value complex_imaginary(Vm& vm, const Args& args) {
    return Value::from_float(complex_parts(vm, args[0])->imaginary);
}
Value complex_getnewargs(Vm& vm, const Args& args) {
    const ComplexParts parts = *complex_parts(vm, args[0]);
    const Value both[] = {Value::from_float(parts.real), Value::from_float(parts.imaginary)};
    return new_tuple(vm, both);
}

}  // namespace meada
