// Methods of int and bool.
#include <algorithm>
#include <bit>

#include "vm/big_int.h"
#include "vm/byte_strings.h"
#include "vm/characters.h"
#include "vm/containers.h"
#include "vm/number_natives.h"
#include "vm/repr.h"
#include "vm/strings.h"

namespace meada {

bool is_plain_type(const Vm& vm, Value type, Root wanted) {
    return type.as_ref<Type>() == vm.type(wanted);
}

std::optional<std::string> number_text(Vm& vm, Value text) {
    std::string out;
    if (is_str(vm, text)) {
        for (const char32_t character : to_code_points(vm, text)) {
            const int digit = decimal_value(character);
            if (digit >= 0)
                out += static_cast<char>('0' + digit);
            else if (is_space(character))
                out += ' ';
            else
                out += character < 128 ? static_cast<char>(character) : '?';
        }
    } else {
        const Kind kind = vm.block.kind(text);
        if (kind != Kind::bytes && kind != Kind::bytearray) return std::nullopt;
        for (const char each : bytes_view(vm, text))
            out += each == '\t' || (each >= '\n' && each <= '\r') ? ' ' : each;
    }
    const size_t first = out.find_first_not_of(' ');
    if (first == std::string::npos) return std::string();
    return out.substr(first, out.find_last_not_of(' ') - first + 1);
}

namespace {

// `value` as an instance of `type`, a class over int.
Value int_as(Vm& vm, Value type, Value value) {
    if (value.is_null() || is_plain_type(vm, type, Root::type_int_)) return value;
    return new_int_of_type(vm, type.as_ref<Type>(), value);
}

bool take_class(Vm& vm, Value type, Root base, const std::string& name) {
    const Kind kind = vm.block.kind(type);
    if (kind == Kind::type && vm.is_subtype(type.as_ref<Type>(), vm.type(base))) return true;
    if (kind != Kind::type) {
        vm.raise(Root::TypeError,
                 name + ".__new__(X): X is not a type object (" + type_name(vm, type) + ")");
        return false;
    }
    const std::string given = to_utf8(vm, Value::from_ref(vm.block[type.as_ref<Type>()].name));
    vm.raise(Root::TypeError,
             name + ".__new__(" + given + "): " + given + " is not a subtype of " + name);
    return false;
}

Value int_from_text(Vm& vm, Value type, Value text, int base) {
    const auto digits = number_text(vm, text);
    if (!digits) return {};
    const Value number = parse_int(vm, *digits, base);
    if (number) return int_as(vm, type, number);
    if (vm.has_exception()) return {};
    std::string shown;
    if (append_repr(vm, shown, text) == Outcome::raised) return {};
    return vm.raise(Root::ValueError,
                    "invalid literal for int() with base " + std::to_string(base) + ": " + shown);
}

}  // namespace

Value int_new(Vm& vm, const Args& args) {
    if (!take_class(vm, args[0], Root::type_int_, "int")) return {};
    if (!args.has(1)) {
        if (args.has(2)) return vm.raise(Root::TypeError, "int() missing string argument");
        return int_as(vm, args[0], Value::from_int(0));
    }
    const Value value = args[1];
    if (args.has(2)) {
        const Computed index = index_of(vm, args[2]);
        if (index.outcome == Outcome::raised) return {};
        if (index.outcome == Outcome::needs_call)
            return vm.call_prelude(Root::prelude_int_with_base, {args[0], value, args[2]});
        const auto base = to_int64(vm, index.result);
        if (!base || (*base != 0 && (*base < 2 || *base > 36)))
            return vm.raise(Root::ValueError, "int() base must be >= 2 and <= 36, or 0");
        if (!is_text(vm, value))
            return vm.raise(Root::TypeError, "int() can't convert non-string with explicit base");
        return int_from_text(vm, args[0], value, static_cast<int>(*base));
    }
    if (is_int_like(vm, value) && !own_special(vm, value, Special::int_))
        return int_as(vm, args[0], plain_int(vm, value));
    if (is_float_like(vm, value) && !own_special(vm, value, Special::int_))
        return int_as(vm, args[0], int_from_double(vm, float_of(vm, value)));
    const bool method = !vm.special(value, Special::int_).is_null() ||
                        !vm.special(value, Special::index_).is_null() ||
                        !vm.special(value, Special::trunc_).is_null();
    if (!method && is_text(vm, value)) return int_from_text(vm, args[0], value, 10);
    return vm.call_prelude(Root::prelude_int_from, {args[0], value});
}

NUMBER_METHODS(int, add, int_binary, add)
NUMBER_METHODS(int, sub, int_binary, subtract)
NUMBER_METHODS(int, mul, int_binary, multiply)
NUMBER_METHODS(int, floordiv, int_binary, floor_divide)
NUMBER_METHODS(int, truediv, int_binary, true_divide)
NUMBER_METHODS(int, mod, int_binary, remainder)
NUMBER_METHODS(int, lshift, int_binary, left_shift)
NUMBER_METHODS(int, rshift, int_binary, right_shift)
NUMBER_METHODS(int, and, int_binary, bit_and)
NUMBER_METHODS(int, or, int_binary, bit_or)
NUMBER_METHODS(int, xor, int_binary, bit_xor)

namespace {

Value power(Vm& vm, Value base, Value exponent, Value modulus) {
    if (!is_int_like(vm, base) || !is_int_like(vm, exponent)) return vm.root(Root::not_implemented);
    if (modulus.is_null() || modulus == vm.none())
        return number_method(vm, int_binary, BinaryOperator::power, base, exponent);
    if (!is_int_like(vm, modulus)) return vm.root(Root::not_implemented);
    return int_power_modulo(vm, base, exponent, modulus).result;
}

Value pair_or_not(Vm& vm, const Divided& divided) {
    if (divided.outcome == Outcome::no) return vm.root(Root::not_implemented);
    if (divided.outcome != Outcome::yes) return {};
    const Value parts[] = {divided.quotient, divided.remainder};
    return new_tuple(vm, parts);
}

Value int_divided(Vm& vm, Value left, Value right) {
    if (!is_int_like(vm, left) || !is_int_like(vm, right)) return vm.root(Root::not_implemented);
    return pair_or_not(vm, int_divmod(vm, left, right));
}

}  // namespace

Value int_pow(Vm& vm, const Args& args) { return power(vm, args[0], args[1], args[2]); }
Value int_rpow(Vm& vm, const Args& args) { return power(vm, args[1], args[0], args[2]); }
Value int_divmod_method(Vm& vm, const Args& args) { return int_divided(vm, args[0], args[1]); }
Value int_rdivmod(Vm& vm, const Args& args) { return int_divided(vm, args[1], args[0]); }

Value int_neg(Vm& vm, const Args& args) { return int_negate(vm, args[0]); }
Value int_pos(Vm& vm, const Args& args) { return plain_int(vm, args[0]); }
Value int_abs(Vm& vm, const Args& args) {
    return is_negative(vm, args[0]) ? int_negate(vm, args[0]) : plain_int(vm, args[0]);
}
Value int_inverted(Vm& vm, const Args& args) { return int_invert(vm, args[0]); }
Value int_bool(Vm& vm, const Args& args) { return vm.boolean(!IntView(vm, args[0]).is_zero()); }
Value int_float(Vm& vm, const Args& args) {
    const double number = to_double(vm, args[0]);
    if (number - number != 0)
        return vm.raise(Root::OverflowError, "int too large to convert to float");
    return Value::from_float(number);
}
Value int_hash(Vm& vm, const Args& args) {
    return new_int(vm, static_cast<int64_t>(hash_of_int_like(vm, args[0])));
}
Value int_repr(Vm& vm, const Args& args) {
    std::string text;
    if (vm.block.kind(args[0]) == Kind::boolean)
        return new_str(vm, vm.block.object(args[0]).detail ? "True" : "False");
    return append_int(vm, text, args[0]) ? new_str(vm, text) : Value{};
}

Value int_compare(Vm& vm, const Args& args, CompareOperator operation) {
    if (!is_int_like(vm, args[1])) return vm.root(Root::not_implemented);
    const Ordering order = compare_numbers(vm, args[0], args[1]);
    switch (operation) {
        case CompareOperator::less:
            return vm.boolean(order == Ordering::less);
        case CompareOperator::less_equal:
            return vm.boolean(order != Ordering::greater);
        case CompareOperator::equal:
            return vm.boolean(order == Ordering::equal);
        case CompareOperator::not_equal:
            return vm.boolean(order != Ordering::equal);
        case CompareOperator::greater:
            return vm.boolean(order == Ordering::greater);
        default:
            return vm.boolean(order != Ordering::less);
    }
}
Value int_lt(Vm& vm, const Args& args) { return int_compare(vm, args, CompareOperator::less); }
Value int_le(Vm& vm, const Args& args) {
    return int_compare(vm, args, CompareOperator::less_equal);
}
Value int_eq(Vm& vm, const Args& args) { return int_compare(vm, args, CompareOperator::equal); }
Value int_ne(Vm& vm, const Args& args) { return int_compare(vm, args, CompareOperator::not_equal); }
Value int_gt(Vm& vm, const Args& args) { return int_compare(vm, args, CompareOperator::greater); }
Value int_ge(Vm& vm, const Args& args) {
    return int_compare(vm, args, CompareOperator::greater_equal);
}

Value int_rounded(Vm& vm, const Args& args) {
    if (!args.has(1) || args[1] == vm.none()) return plain_int(vm, args[0]);
    const Computed index = index_of(vm, args[1]);
    if (index.outcome == Outcome::raised) return {};
    if (index.outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_round_to, {args[0], args[1]});
    const auto digits = to_int64(vm, index.result);
    if (!digits) return is_negative(vm, index.result) ? Value::from_int(0) : plain_int(vm, args[0]);
    return int_round(vm, args[0], *digits);
}

Value int_bit_length(Vm& vm, const Args& args) {
    return Value::from_int(static_cast<int64_t>(IntView(vm, args[0]).bit_count()));
}
Value int_bit_count(Vm& vm, const Args& args) {
    const IntView view(vm, args[0]);
    int64_t count = 0;
    for (uint32_t index = 0; index < view.count(); ++index)
        count += std::popcount(view.digit(index));
    return Value::from_int(count);
}
Value int_zero(Vm&, const Args&) { return Value::from_int(0); }
Value int_one(Vm&, const Args&) { return Value::from_int(1); }
Value int_ratio(Vm& vm, const Args& args) {
    const Value number = plain_int(vm, args[0]);
    if (number.is_null()) return {};
    const Value parts[] = {number, Value::from_int(1)};
    return new_tuple(vm, parts);
}
Value int_getnewargs(Vm& vm, const Args& args) {
    const Value number = plain_int(vm, args[0]);
    return number.is_null() ? Value{} : new_tuple(vm, {&number, 1});
}

namespace {

// "big" or "little"; nullopt: raised.
std::optional<bool> is_big_endian(Vm& vm, const Args& args, uint32_t index) {
    if (!args.has(index)) return true;
    if (is_str(vm, args[index]) && str_equals(vm, args[index], "big")) return true;
    if (is_str(vm, args[index]) && str_equals(vm, args[index], "little")) return false;
    if (!is_str(vm, args[index]))
        vm.raise(Root::TypeError,
                 "to_bytes() argument 'byteorder' must be str, not " + type_name(vm, args[index]));
    else
        vm.raise(Root::ValueError, "byteorder must be either 'little' or 'big'");
    return std::nullopt;
}

bool flag(Vm& vm, const Args& args, uint32_t index) {
    return args.has(index) && truth(vm, args[index]) == Outcome::yes;
}

}  // namespace

// (self, length=1, byteorder='big', *, signed=False)
Value int_to_bytes(Vm& vm, const Args& args) {
    int64_t length = 1;
    if (args.has(1)) {
        const Computed index = index_of(vm, args[1]);
        if (index.outcome == Outcome::needs_call)  // the call is made again with an int
            return vm.raise(Root::TypeError, "'" + type_name(vm, args[1]) +
                                                 "' object cannot be interpreted as an integer");
        if (index.outcome != Outcome::yes) return {};
        const auto given = to_int64(vm, index.result);
        if (!given)
            return vm.raise(Root::OverflowError, "Python int too large to convert to C ssize_t");
        length = *given;
    }
    const auto big = is_big_endian(vm, args, 2);
    if (!big) return {};
    const bool is_signed = flag(vm, args, 3);
    if (length < 0) return vm.raise(Root::ValueError, "length argument must be non-negative");
    if (length > int64_t{block_size_bytes_max}) return raise_too_large(vm);
    const bool negative = is_negative(vm, args[0]);
    if (negative && !is_signed)
        return vm.raise(Root::OverflowError, "can't convert negative int to unsigned");
    const Value bytes = allocate_bytes(vm, static_cast<uint64_t>(length));
    if (bytes.is_null()) return {};
    std::string out(static_cast<size_t>(length), '\0');
    const IntView view(vm, args[0]);
    uint64_t pending = 0;
    uint32_t pending_bits = 0, digit = 0, carry = 1;
    bool overflow = false;
    for (size_t at = 0; at < out.size(); ++at) {
        if (pending_bits < 8 && digit < view.count()) {
            pending |= uint64_t{view.digit(digit++)} << pending_bits;
            pending_bits += digit_bits;
        }
        auto byte = static_cast<uint32_t>(pending & 0xff);
        if (negative) {
            byte = (~byte & 0xff) + carry;
            carry = byte >> 8;
        }
        out[at] = static_cast<char>(byte);
        pending >>= 8;
        pending_bits = pending_bits > 8 ? pending_bits - 8 : 0;
    }
    for (; digit < view.count(); ++digit) overflow |= view.digit(digit) != 0;
    overflow |= pending != 0;
    const bool top = !out.empty() && static_cast<uint8_t>(out.back()) & 0x80;
    if (is_signed && !view.is_zero()) overflow |= top != negative;
    if (overflow) return vm.raise(Root::OverflowError, "int too big to convert");
    if (*big) std::reverse(out.begin(), out.end());
    if (length > 0)
        std::memcpy(vm.block.edit_bytes(bytes.offset() + ByteString::data_offset,
                                        static_cast<uint32_t>(length)),
                    out.data(), out.size());
    return bytes;
}

// (type, bytes, byteorder='big', *, signed=False)
Value int_from_bytes(Vm& vm, const Args& args) {
    const Kind kind = vm.block.kind(args[1]);
    if (kind != Kind::bytes && kind != Kind::bytearray) {
        const Value function = prelude_value(vm, "_int_from_bytes");
        return vm.call(function, {args[0], args[1], args.has(2) ? args[2] : intern(vm, "big"),
                                  vm.boolean(flag(vm, args, 3))});
    }
    const auto big = is_big_endian(vm, args, 2);
    if (!big) return {};
    std::string bytes(bytes_view(vm, args[1]));
    if (*big) std::reverse(bytes.begin(), bytes.end());
    const bool negative =
        flag(vm, args, 3) && !bytes.empty() && static_cast<uint8_t>(bytes.back()) & 0x80;
    std::vector<uint32_t> digits;
    uint64_t pending = 0;
    uint32_t pending_bits = 0, carry = 1;
    for (const char each : bytes) {
        uint32_t byte = static_cast<uint8_t>(each);
        if (negative) {
            byte = (~byte & 0xff) + carry;
            carry = byte >> 8;
        }
        pending |= uint64_t{byte & 0xff} << pending_bits;
        pending_bits += 8;
        if (pending_bits >= digit_bits) {
            digits.push_back(static_cast<uint32_t>(pending & digit_mask));
            pending >>= digit_bits;
            pending_bits -= digit_bits;
        }
    }
    if (negative && carry) pending |= uint64_t{1} << pending_bits;  // -256 ** n
    digits.push_back(static_cast<uint32_t>(pending & digit_mask));
    digits.push_back(static_cast<uint32_t>(pending >> digit_bits));
    const Value number = new_int_digits(vm, negative, digits);
    if (number.is_null() || is_plain_type(vm, args[0], Root::type_int_)) return number;
    return vm.call(args[0], {number});
}

// --- bool ---

Value bool_new(Vm& vm, const Args& args) {
    if (!args.has(1)) return vm.boolean(false);
    const Outcome outcome = truth(vm, args[1]);
    if (outcome == Outcome::raised) return {};
    if (outcome == Outcome::needs_call) return vm.call_prelude(Root::prelude_truth, {args[1]});
    return vm.boolean(outcome == Outcome::yes);
}

}  // namespace meada
