// The mini language of format(): "[[fill]align][sign][z][#][0][width][grouping][.precision][type]".
// Inside vm.
#pragma once

#include <string>

#include "vm/text_view.h"

namespace meada {

struct FormatSpec {
    char32_t fill = ' ';
    char align = 0;  // '<', '>', '^', '='; the type's own if not given
    bool align_given = false, fill_given = false;
    char sign = 0;
    bool no_negative_zero = false, alternate = false;
    int64_t width = -1, precision = -1;
    char grouping = 0;  // ',' or '_'
    char32_t type = 0;
};

// `type_name` for the message. False: raised ValueError.
bool parse_format_spec(Vm&, const TextView& spec, const std::string& type_name, char default_align,
                       char default_type, FormatSpec& out);
inline bool raise_value(Vm& vm, const std::string& message) {
    vm.raise(Root::ValueError, message);
    return false;
}
bool raise_format_code(Vm&, char32_t code, const std::string& type_name);  // false

// The parts of a number as text, all ASCII.
struct NumberText {
    char sign = 0;
    std::string prefix;  // 0x
    std::string digits;  // of the whole part: grouped
    std::string rest;    // point, fraction, exponent, %
};
// Lays out sign, prefix, zeros or fill, groups.
void append_number(TextBuilder& out, const NumberText&, const FormatSpec&);
void append_padded(TextBuilder& out, const TextView& text, const FormatSpec&);

// Each appends format(value, spec); false: raised.
bool format_str(Vm&, TextBuilder& out, Value str, const FormatSpec&);
bool format_int(Vm&, TextBuilder& out, Value int_like, const FormatSpec&, const std::string& type);
bool format_float(Vm&, TextBuilder& out, double number, const FormatSpec&, const std::string& type);
bool format_complex(Vm&, TextBuilder& out, double real, double imaginary, const FormatSpec&,
                    const std::string& type);

// Digits of an int in base 2, 8 or 16 without sign and prefix.
std::string digits_in_base(const Vm&, Value int_like, uint32_t base, bool upper);
bool is_negative_int(const Vm&, Value int_like);

}  // namespace meada
