// Ints from text and to decimal digits.
#include <array>
#include <bit>
#include <charconv>

#include "vm/big_int.h"
#include "vm/strings.h"

namespace meada {
namespace {

uint32_t digit_value(char character) {
    if (character >= '0' && character <= '9') return static_cast<uint32_t>(character - '0');
    if (character >= 'a' && character <= 'z') return static_cast<uint32_t>(character - 'a') + 10;
    if (character >= 'A' && character <= 'Z') return static_cast<uint32_t>(character - 'A') + 10;
    return 99;
}

// "0x", "0o", "0b" where the base is that or 0; the base that holds afterwards.
int take_prefix(std::string_view& text, int base) {
    if (text.size() >= 2 && text[0] == '0') {
        const char letter = static_cast<char>(text[1] | 0x20);
        const int prefix = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
        if (prefix != 0 && (base == 0 || base == prefix)) {
            text.remove_prefix(2);
            if (!text.empty() && text[0] == '_') text.remove_prefix(1);
            return prefix;
        }
    }
    return base;
}

// Digits without the underscores between them; empty: not a number.
std::vector<uint8_t> take_digits(std::string_view text, uint32_t base) {
    std::vector<uint8_t> digits;
    bool after_digit = false;
    for (const char character : text) {
        if (character == '_') {
            if (!after_digit) return {};
            after_digit = false;
            continue;
        }
        const uint32_t value = digit_value(character);
        if (value >= base) return {};
        digits.push_back(static_cast<uint8_t>(value));
        after_digit = true;
    }
    if (!after_digit) return {};
    return digits;
}

std::vector<uint32_t> from_power_of_two(std::span<const uint8_t> digits, uint32_t bits) {
    std::vector<uint32_t> result;
    uint64_t pending = 0;
    uint32_t pending_bits = 0;
    for (size_t index = digits.size(); index-- > 0;) {
        pending |= uint64_t{digits[index]} << pending_bits;
        pending_bits += bits;
        if (pending_bits >= digit_bits) {
            result.push_back(static_cast<uint32_t>(pending & digit_mask));
            pending >>= digit_bits;
            pending_bits -= digit_bits;
        }
    }
    if (pending) result.push_back(static_cast<uint32_t>(pending));
    return result;
}

// A run of digits at a time: multiply by base**run, add the run. Quadratic; the limit on digits
// keeps it short.
std::vector<uint32_t> from_other_base(std::span<const uint8_t> digits, uint32_t base) {
    std::vector<uint32_t> result;
    size_t index = 0;
    while (index < digits.size()) {
        uint64_t scale = 1, run = 0;
        while (index < digits.size() && scale * base <= digit_mask) {
            scale *= base;
            run = run * base + digits[index++];
        }
        uint64_t carry = run;
        for (uint32_t& digit : result) {
            carry += digit * scale;
            digit = static_cast<uint32_t>(carry & digit_mask);
            carry >>= digit_bits;
        }
        if (carry) result.push_back(static_cast<uint32_t>(carry));
    }
    return result;
}

// What most texts are: up to 14 decimal digits and nothing else. -1: another one.
int64_t short_decimal(std::string_view text) {
    if (text.empty() || text.size() > 14) return -1;
    int64_t number = 0;
    for (const char character : text) {
        if (character < '0' || character > '9') return -1;
        number = number * 10 + (character - '0');
    }
    return number;
}

}  // namespace

Value parse_int(Vm& vm, std::string_view text, int base) {
    if (const int64_t number = short_decimal(text); base == 10 && number >= 0) {
        vm.charge(text.size());
        return Value::from_int(number);
    }
    bool negative = false;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        negative = text[0] == '-';
        text.remove_prefix(1);
    }
    const int found = take_prefix(text, base);
    const bool guessed = found == 0;
    const auto digits = take_digits(text, guessed ? 10 : static_cast<uint32_t>(found));
    if (digits.empty()) return {};
    if (guessed && digits[0] == 0)  // base 0: "0" and "00" are numbers, "01" is not
        for (const uint8_t digit : digits)
            if (digit != 0) return {};
    const uint32_t radix = guessed ? 10 : static_cast<uint32_t>(found);
    const bool power_of_two = std::has_single_bit(radix);
    const uint32_t limit = vm.block.header().digits_limit;
    if (!power_of_two && limit != 0 && digits.size() > limit)
        return vm.raise(Root::ValueError,
                        "Exceeds the limit (" + std::to_string(limit) +
                            " digits) for integer string conversion: value has " +
                            std::to_string(digits.size()) +
                            " digits; use sys.set_int_max_str_digits() to increase the limit");
    if (digits.size() * std::bit_width(radix - 1) > int_bits_max) return raise_too_large(vm);
    vm.charge(digits.size());
    const std::vector<uint32_t> result = power_of_two
                                             ? from_power_of_two(digits, std::bit_width(radix) - 1)
                                             : from_other_base(digits, radix);
    return new_int_digits(vm, negative, result);
}

// std::to_string is in libc++ itself, which Emscripten builds for size.
void append_decimal(std::string& out, int64_t value) {
    std::array<char, 20> text;
    const auto end = std::to_chars(text.begin(), text.end(), value);
    out.append(text.begin(), end.ptr);
}

Value new_decimal(Vm& vm, int64_t value) {
    std::array<char, 20> text;
    const auto end = std::to_chars(text.begin(), text.end(), value);
    return new_str(vm, {text.begin(), static_cast<size_t>(end.ptr - text.begin())});
}

std::string int_to_decimal(const Vm& vm, Value value) {
    if (value.is_int()) {
        std::string out;
        append_decimal(out, value.as_int());
        return out;
    }
    const IntView view(vm, value);
    std::vector<uint32_t> digits(view.get()->dp, view.get()->dp + view.count());
    constexpr uint32_t run_value = 100'000'000;
    std::vector<uint32_t> runs;  // of eight decimal digits, the last first
    while (!digits.empty()) {
        uint64_t rest = 0;
        for (size_t index = digits.size(); index-- > 0;) {
            rest = rest << digit_bits | digits[index];
            digits[index] = static_cast<uint32_t>(rest / run_value);
            rest %= run_value;
        }
        runs.push_back(static_cast<uint32_t>(rest));
        while (!digits.empty() && digits.back() == 0) digits.pop_back();
    }
    if (runs.empty()) return "0";
    std::string out = view.negative() ? "-" : "";
    out += std::to_string(runs.back());
    for (size_t index = runs.size() - 1; index-- > 0;) {
        const std::string run = std::to_string(runs[index]);
        out.append(8 - run.size(), '0');
        out += run;
    }
    return out;
}

}  // namespace meada
