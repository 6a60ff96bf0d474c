// format() of ints.
#include <algorithm>
#include <limits>

#include "vm/format_spec.h"
#include "vm/numbers.h"
#include "vm/repr.h"

namespace meada {

bool is_negative_int(const Vm& vm, Value value) {
    if (value.is_int()) return value.as_int() < 0;
    return vm.block.kind(value) == Kind::integer && vm.block.object(value).detail == 1;
}

std::string digits_in_base(const Vm& vm, Value value, uint32_t base, bool upper) {
    const uint32_t bits = base == 16 ? 4 : base == 8 ? 3 : 1;
    const char* letters = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    std::string out;
    if (vm.block.kind(value) != Kind::integer) {  // immediate or bool
        const int64_t number = *to_int64(vm, value);
        uint64_t rest =
            number < 0 ? ~static_cast<uint64_t>(number) + 1 : static_cast<uint64_t>(number);
        do out += letters[rest & (base - 1)];
        while ((rest >>= bits) != 0);
    } else {
        const uint32_t count = vm.block[value.as_ref<BigInt>()].digit_count;
        const auto* digits = vm.block.at<uint32_t>(value.offset() + BigInt::digits_offset);
        uint64_t pending = 0;
        uint32_t pending_bits = 0;
        for (uint32_t index = 0; index < count; ++index) {
            pending |= uint64_t{digits[index]} << pending_bits;
            pending_bits += 28;
            for (; pending_bits >= bits; pending_bits -= bits, pending >>= bits)
                out += letters[pending & (base - 1)];
        }
        out += letters[pending & (base - 1)];
        while (out.size() > 1 && out.back() == '0') out.pop_back();
    }
    std::reverse(out.begin(), out.end());
    return out;
}

namespace {

bool format_character(Vm& vm, TextBuilder& out, Value value, const FormatSpec& spec) {
    if (spec.sign) return raise_value(vm, "Sign not allowed with integer format specifier 'c'");
    if (spec.alternate)
        return raise_value(vm, "Alternate form (#) not allowed with integer format specifier 'c'");
    const auto number = to_int64(vm, value);
    if (!number || *number < 0 || *number > 0x10ffff) {
        const bool huge = !number;
        vm.raise(Root::OverflowError, huge ? "Python int too large to convert to C long"
                                           : "%c arg not in range(0x110000)");
        return false;
    }
    const char32_t character = static_cast<char32_t>(*number);
    FormatSpec padded = spec;
    const uint64_t padding = spec.width > 1 ? static_cast<uint64_t>(spec.width) - 1 : 0;
    const uint64_t left = spec.align == '<' ? 0 : spec.align == '^' ? padding / 2 : padding;
    out.append(padded.fill, left);
    out.append(character);
    out.append(padded.fill, padding - left);
    return true;
}

}  // namespace

bool format_int(Vm& vm, TextBuilder& out, Value value, const FormatSpec& spec,
                const std::string& type) {
    switch (spec.type) {
        case 'd':
        case 'n':
        case 'b':
        case 'o':
        case 'x':
        case 'X':
        case 'c':
            break;
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
        case '%': {
            const double number = to_double(vm, value);
            if (number - number != 0) {
                vm.raise(Root::OverflowError, "int too large to convert to float");
                return false;
            }
            return format_float(vm, out, number, spec, type);
        }
        default:
            return raise_format_code(vm, spec.type, type);
    }
    if (spec.precision >= 0)
        return raise_value(vm, "Precision not allowed in integer format specifier");
    if (spec.no_negative_zero)
        return raise_value(vm,
                           "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec.width > int64_t{block_size_bytes_max}) {
        raise_no_memory(vm);
        return false;
    }
    if (spec.type == 'c') return format_character(vm, out, value, spec);
    NumberText number;
    if (is_negative_int(vm, value))
        number.sign = '-';
    else if (spec.sign == '+' || spec.sign == ' ')
        number.sign = spec.sign;
    const uint32_t base = spec.type == 'b'                       ? 2
                          : spec.type == 'o'                     ? 8
                          : spec.type == 'x' || spec.type == 'X' ? 16
                                                                 : 10;
    if (base == 10) {
        if (!append_int(vm, number.digits, value)) return false;
        if (number.digits.starts_with('-')) number.digits.erase(0, 1);
    } else {
        number.digits = digits_in_base(vm, value, base, spec.type == 'X');
        if (spec.alternate) number.prefix = {'0', static_cast<char>(spec.type)};
    }
    append_number(out, number, spec);
    return true;
}

}  // namespace meada
