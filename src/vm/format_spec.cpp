#include "vm/format_spec.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "vm/characters.h"
#include "vm/float_text.h"
#include "vm/strings.h"

namespace meada {
namespace {

bool is_align(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

struct Reader {
    const TextView& spec;
    uint32_t at = 0;

    char32_t peek(uint32_t ahead = 0) const {
        return at + ahead < spec.length ? spec[at + ahead] : 0;
    }
    bool take(char32_t wanted) {
        if (at >= spec.length || spec[at] != wanted) return false;
        ++at;
        return true;
    }
    // -1: none; -2: too large.
    int64_t number() {
        int64_t found = -1;
        for (; at < spec.length && decimal_value(spec[at]) >= 0; ++at) {
            const int64_t digit = decimal_value(spec[at]);
            found = std::max<int64_t>(found, 0);
            if (found > (std::numeric_limits<int64_t>::max() - digit) / 10) return -2;
            found = found * 10 + digit;
        }
        return found;
    }
};

std::string shown_code(char32_t code) {
    if (code > 32 && code < 128) return std::string(1, static_cast<char>(code));
    std::string digits;
    for (uint32_t rest = code; rest > 0; rest >>= 4) digits += "0123456789abcdef"[rest & 15];
    std::reverse(digits.begin(), digits.end());
    return "\\x" + digits;
}

bool check_grouping(Vm& vm, const FormatSpec& spec) {
    const char32_t type = spec.type;
    const bool number = type == 0 || type == 'd' || type == 'e' || type == 'f' || type == 'g' ||
                        type == 'E' || type == 'G' || type == '%' || type == 'F';
    const bool base = type == 'b' || type == 'o' || type == 'x' || type == 'X';
    if (spec.grouping == 0 || number || (base && spec.grouping == '_')) return true;
    return raise_value(
        vm, std::string("Cannot specify '") + spec.grouping + "' with '" + shown_code(type) + "'.");
}

}  // namespace

bool raise_format_code(Vm& vm, char32_t code, const std::string& type_name) {
    return raise_value(vm, "Unknown format code '" + shown_code(code) + "' for object of type '" +
                               type_name + "'");
}

bool parse_format_spec(Vm& vm, const TextView& text, const std::string& type_name,
                       char default_align, char default_type, FormatSpec& out) {
    Reader reader{text};
    out.align = default_align;
    out.type = static_cast<uint8_t>(default_type);
    if (text.length >= 2 && is_align(text[1])) {
        out.fill = text[0];
        out.fill_given = true;
        reader.at = 1;
    }
    if (is_align(reader.peek())) {
        out.align = static_cast<char>(reader.peek());
        out.align_given = true;
        ++reader.at;
    }
    const char32_t sign = reader.peek();
    if (sign == ' ' || sign == '+' || sign == '-') {
        out.sign = static_cast<char>(sign);
        ++reader.at;
    }
    out.no_negative_zero = reader.take('z');
    out.alternate = reader.take('#');
    if (!out.fill_given && reader.take('0')) {
        out.fill = '0';
        if (!out.align_given && default_align == '>') out.align = '=';
    }
    out.width = reader.number();
    if (out.width == -2) return raise_value(vm, "Too many decimal digits in format string");
    if (reader.take(',')) out.grouping = ',';
    if (reader.take('_')) {
        if (out.grouping) return raise_value(vm, "Cannot specify both ',' and '_'.");
        out.grouping = '_';
    }
    if (out.grouping && reader.peek() == ',') {
        if (out.grouping == '_') return raise_value(vm, "Cannot specify both ',' and '_'.");
    }
    if (reader.take('.')) {
        out.precision = reader.number();
        if (out.precision == -2) return raise_value(vm, "Too many decimal digits in format string");
        if (out.precision == -1) return raise_value(vm, "Format specifier missing precision");
    }
    const uint32_t left = text.length - reader.at;
    if (left > 1) {
        TextBuilder spec;
        spec.append(text);
        const Value whole = spec.finish(vm);
        if (whole.is_null()) return false;
        return raise_value(vm, "Invalid format specifier '" + to_utf8(vm, whole) +
                                   "' for object of type '" + type_name + "'");
    }
    if (left == 1) out.type = text[reader.at];
    return check_grouping(vm, out);
}

// --- layout ---
namespace {

uint64_t left_padding(uint64_t padding, char align) {
    return align == '>' ? padding : align == '^' ? padding / 2 : 0;
}

// Puts separators between groups from the right, and zeros before until `least` characters;
// never starts with a separator.
std::string grouped(const std::string& digits, char separator, uint32_t group, int64_t least) {
    if (separator == 0) {
        const auto size = static_cast<int64_t>(digits.size());
        return size < least ? std::string(static_cast<size_t>(least - size), '0') + digits : digits;
    }
    std::string reversed;
    auto left = static_cast<int64_t>(digits.size());
    bool first = true;
    while (true) {
        const int64_t size = std::min<int64_t>(group, std::max({left, least, int64_t{1}}));
        const int64_t taken = std::max<int64_t>(0, std::min(left, size));
        if (!first) reversed += separator;
        first = false;
        for (int64_t index = 0; index < taken; ++index)
            reversed += digits[static_cast<size_t>(left - 1 - index)];
        reversed.append(static_cast<size_t>(size - taken), '0');
        left -= taken;
        least -= size;
        if (left <= 0 && least <= 0) break;
        --least;
    }
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

}  // namespace

void append_number(TextBuilder& out, const NumberText& number, const FormatSpec& spec) {
    const bool base = spec.type == 'b' || spec.type == 'o' || spec.type == 'x' || spec.type == 'X';
    const auto around =
        static_cast<int64_t>((number.sign ? 1 : 0) + number.prefix.size() + number.rest.size());
    const bool zeros = spec.fill == '0' && spec.align == '=';
    const std::string digits =
        number.digits.empty()
            ? std::string()
            : grouped(number.digits, spec.grouping, base ? 4 : 3, zeros ? spec.width - around : 0);
    const int64_t size = around + static_cast<int64_t>(digits.size());
    const uint64_t padding = spec.width > size ? static_cast<uint64_t>(spec.width - size) : 0;
    const uint64_t left = left_padding(padding, spec.align);
    const uint64_t middle = spec.align == '=' ? padding : 0;
    out.append(spec.fill, left);
    if (number.sign) out.append(static_cast<char32_t>(number.sign));
    out.append_ascii(number.prefix);
    out.append(spec.fill, middle);
    out.append_ascii(digits);
    out.append_ascii(number.rest);
    out.append(spec.fill, padding - left - middle);
}

void append_padded(TextBuilder& out, const TextView& text, const FormatSpec& spec) {
    const uint64_t padding =
        spec.width > int64_t{text.length} ? static_cast<uint64_t>(spec.width) - text.length : 0;
    const uint64_t left = left_padding(padding, spec.align);
    out.append(spec.fill, left);
    out.append(text);
    out.append(spec.fill, padding - left);
}

bool format_str(Vm& vm, TextBuilder& out, Value str, const FormatSpec& spec) {
    const char* refused =
        spec.sign == ' '        ? "Space not allowed in string format specifier"
        : spec.sign             ? "Sign not allowed in string format specifier"
        : spec.no_negative_zero ? "Negative zero coercion (z) not allowed in string "
                                  "format specifier"
        : spec.alternate        ? "Alternate form (#) not allowed in string format specifier"
        : spec.align == '='     ? "'=' alignment not allowed in string format specifier"
                                : nullptr;
    if (refused != nullptr) return raise_value(vm, refused);
    const TextView text = text_of(vm, str);
    const bool cut = spec.precision >= 0 && spec.precision < int64_t{text.length};
    append_padded(out, cut ? text.part(0, static_cast<uint32_t>(spec.precision)) : text, spec);
    return true;
}

// --- floats ---
namespace {

bool is_float_code(char32_t type) {
    return type == 'e' || type == 'E' || type == 'f' || type == 'F' || type == 'g' || type == 'G' ||
           type == 'n' || type == '%';
}

struct FloatForm {
    char code;
    int64_t precision;
    uint32_t flags;
};

void drop_sign_of_zero(std::string& text) {
    if (!text.starts_with('-')) return;
    const size_t end = text.find_first_of("eE");
    for (const char letter : text.substr(0, end))
        if (letter >= '1' && letter <= '9') return;
    if (text.find_first_of("nN") == std::string::npos) text.erase(0, 1);  // inf has no digits
}

NumberText split_float(std::string text, char sign_option) {
    NumberText out;
    if (text.starts_with('-')) {
        out.sign = '-';
        text.erase(0, 1);
    } else if (sign_option == '+' || sign_option == ' ') {
        out.sign = sign_option;
    }
    size_t whole = 0;
    while (whole < text.size() && text[whole] >= '0' && text[whole] <= '9') ++whole;
    out.digits = text.substr(0, whole);
    out.rest = text.substr(whole);
    return out;
}

bool check_precision(Vm& vm, const FormatSpec& spec) {
    if (spec.precision > std::numeric_limits<int32_t>::max())
        return raise_value(vm, "precision too big");
    if (spec.precision > int64_t{block_size_bytes_max} ||
        spec.width > int64_t{block_size_bytes_max}) {
        raise_no_memory(vm);
        return false;
    }
    return true;
}

}  // namespace

bool format_float(Vm& vm, TextBuilder& out, double number, const FormatSpec& spec,
                  const std::string& type) {
    if (!check_precision(vm, spec)) return false;
    if (spec.type != 0 && !is_float_code(spec.type)) return raise_format_code(vm, spec.type, type);
    FloatForm form{static_cast<char>(spec.type), spec.precision, 0};
    if (spec.alternate) form.flags |= float_keep;
    if (spec.type == 0) {
        form.flags |= float_dot_0;
        form.code = spec.precision < 0 ? 'r' : 'g';
    }
    if (spec.type == 'n') form.code = 'g';
    if (spec.type == '%') {
        form.code = 'f';
        number *= 100;
    }
    if (form.precision < 0) form.precision = 6;
    std::string text = float_to_text(number, form.code, form.precision, form.flags);
    if (spec.no_negative_zero) drop_sign_of_zero(text);
    if (spec.type == '%') text += '%';
    vm.charge(text.size());
    append_number(out, split_float(std::move(text), spec.sign), spec);
    return true;
}

bool format_complex(Vm& vm, TextBuilder& out, double real, double imaginary, const FormatSpec& spec,
                    const std::string& type) {
    if (!check_precision(vm, spec)) return false;
    if (spec.type == '%' || (spec.type != 0 && !is_float_code(spec.type)))
        return raise_format_code(vm, spec.type, type);
    if (spec.fill == '0')
        return raise_value(vm, "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=')
        return raise_value(vm, "'=' alignment flag is not allowed in complex format specifier");
    FloatForm form{static_cast<char>(spec.type), spec.precision, 0};
    if (spec.alternate) form.flags |= float_keep;
    if (spec.type == 0) form.code = spec.precision < 0 ? 'r' : 'g';
    if (spec.type == 'n') form.code = 'g';
    if (form.precision < 0) form.precision = 6;
    std::string first = float_to_text(real, form.code, form.precision, form.flags);
    std::string second = float_to_text(imaginary, form.code, form.precision, form.flags);
    if (spec.no_negative_zero) {
        drop_sign_of_zero(first);
        drop_sign_of_zero(second);
    }
    const bool bare = spec.type == 0 && real == 0 && !std::signbit(real);
    FormatSpec inner = spec;
    inner.width = -1;
    TextBuilder both;
    if (spec.type == 0 && !bare) both.append(U'(');
    if (!bare) append_number(both, split_float(std::move(first), spec.sign), inner);
    append_number(both, split_float(std::move(second), bare ? spec.sign : '+'), inner);
    both.append(U'j');
    if (spec.type == 0 && !bare) both.append(U')');
    append_padded(out, both.view(), spec);
    return true;
}

}  // namespace meada
