// Natives of builtins about numbers and characters.
#include "vm/big_int.h"
#include "vm/builtins.h"
#include "vm/byte_strings.h"
#include "vm/containers.h"
#include "vm/format_spec.h"
#include "vm/strings.h"

namespace meada {
namespace {

// A Python class over it may have methods of its own.
bool is_builtin_number(const Vm& vm, Value value) {
    const bool number = is_number_like(vm, value) || vm.block.kind(value) == Kind::complex;
    return number && (!value.is_ref() || !(vm.block[vm.type_of(value)].flags & type_heap));
}

// The builtin again, with ints for what has an __index__.
Value with_index(Vm& vm, const char* name, std::initializer_list<Value> arguments) {
    const Value args = new_tuple(vm, {arguments.begin(), arguments.size()});
    const Value function = intern(vm, name);
    if (args.is_null() || function.is_null()) return {};
    return vm.call_prelude(Root::prelude_again_with_index, {function, args});
}

Value in_base(Vm& vm, const Args& args, uint32_t base, const char* name, const char* prefix) {
    const Computed index = index_of(vm, args[0]);
    if (index.outcome == Outcome::raised) return {};
    if (index.outcome == Outcome::needs_call) return with_index(vm, name, {args[0]});
    const std::string digits = digits_in_base(vm, index.result, base, false);
    vm.charge(digits.size());
    return new_str(vm, std::string(is_negative(vm, index.result) ? "-" : "") + prefix + digits);
}

}  // namespace

Value builtin_bin(Vm& vm, const Args& args) { return in_base(vm, args, 2, "bin", "0b"); }
Value builtin_oct(Vm& vm, const Args& args) { return in_base(vm, args, 8, "oct", "0o"); }
Value builtin_hex(Vm& vm, const Args& args) { return in_base(vm, args, 16, "hex", "0x"); }

Value builtin_chr(Vm& vm, const Args& args) {
    const Computed index = index_of(vm, args[0]);
    if (index.outcome == Outcome::raised) return {};
    if (index.outcome == Outcome::needs_call) return with_index(vm, "chr", {args[0]});
    const auto number = to_int64(vm, index.result);
    if (!number || *number != static_cast<int32_t>(*number))
        return vm.raise(Root::OverflowError, !number ? "Python int too large to convert to C int"
                                             : *number < 0
                                                 ? "signed integer is less than minimum"
                                                 : "signed integer is greater than maximum");
    if (*number < 0 || *number > 0x10ffff)
        return vm.raise(Root::ValueError, "chr() arg not in range(0x110000)");
    const char32_t character = static_cast<char32_t>(*number);
    return new_str(vm, std::u32string_view(&character, 1));
}

Value builtin_ord(Vm& vm, const Args& args) {
    uint32_t length;
    const Kind kind = vm.block.kind(args[0]);
    if (kind == Kind::str) {
        length = str_length(vm, args[0]);
        if (length == 1) return Value::from_int(str_at(vm, args[0], 0));
    } else if (kind == Kind::bytes || kind == Kind::bytearray) {
        const std::string_view bytes = bytes_view(vm, args[0]);
        length = static_cast<uint32_t>(bytes.size());
        if (length == 1) return Value::from_int(static_cast<uint8_t>(bytes[0]));
    } else {
        return vm.raise(Root::TypeError, "ord() expected string of length 1, but " +
                                             type_name(vm, args[0]) + " found");
    }
    return vm.raise(Root::TypeError, "ord() expected a character, but string of length " +
                                         std::to_string(length) + " found");
}

Value builtin_abs(Vm& vm, const Args& args) {
    const Value method = vm.special(args[0], Special::abs_);
    if (method.is_null())
        return vm.raise(Root::TypeError,
                        "bad operand type for abs(): '" + type_name(vm, args[0]) + "'");
    return call_special(vm, method, args[0], {});
}

Value builtin_divmod(Vm& vm, const Args& args) {
    if (is_builtin_number(vm, args[0]) && is_builtin_number(vm, args[1])) {
        const Divided divided = number_divmod(vm, args[0], args[1]);
        if (divided.outcome == Outcome::raised) return {};
        if (divided.outcome == Outcome::yes) {
            const Value parts[] = {divided.quotient, divided.remainder};
            return new_tuple(vm, parts);
        }
    }
    return vm.call_prelude(Root::prelude_divmod, {args[0], args[1]});
}

Value builtin_pow(Vm& vm, const Args& args) {
    const Value modulus = args.has(2) ? args[2] : vm.none();
    const bool numbers = is_builtin_number(vm, args[0]) && is_builtin_number(vm, args[1]);
    if (numbers && modulus == vm.none()) {
        const Computed power = number_binary(vm, BinaryOperator::power, args[0], args[1]);
        return power.outcome == Outcome::yes ? power.result : Value{};
    }
    if (numbers && is_builtin_number(vm, modulus)) {
        if (is_int_like(vm, args[0]) && is_int_like(vm, args[1]) && is_int_like(vm, modulus))
            return int_power_modulo(vm, args[0], args[1], modulus).result;
        return vm.raise(Root::TypeError,
                        "pow() 3rd argument not allowed unless all arguments are integers");
    }
    return vm.call_prelude(Root::prelude_pow, {args[0], args[1], modulus});
}

Value builtin_round(Vm& vm, const Args& args) {
    const Value method = vm.special(args[0], Special::round_);
    if (method.is_null())
        return vm.raise(Root::TypeError,
                        "type " + type_name(vm, args[0]) + " doesn't define __round__ method");
    if (args.has(1) && args[1] != vm.none()) return call_special(vm, method, args[0], {args[1]});
    return call_special(vm, method, args[0], {});
}

}  // namespace meada
