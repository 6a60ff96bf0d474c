// text % values, for str and bytes.
#include <algorithm>
#include <limits>

#include "vm/attributes.h"
#include "vm/byte_strings.h"
#include "vm/float_text.h"
#include "vm/format.h"
#include "vm/repr.h"
#include "vm/text_like.h"

namespace meada {
namespace {

struct Conversion {
    bool left = false, plus = false, blank = false, alternate = false, zero = false;
    int64_t width = -1, precision = -1;
    char32_t type = 0;
    uint32_t at = 0;  // of the type, for messages
};

struct PercentFormat {
    Vm& vm;
    Answers& answers;
    bool bytes;
    TextView text;  // outside the block
    Value values;   // the right side
    TextBuilder out = {};
    uint32_t at = 0;
    bool mapping = false;
    // Where arguments come from: a tuple, or one value taken once (count -1, next -2).
    Value source = {};
    int64_t count = -1, next = -2;

    Outcome run();

  private:
    Outcome conversion();
    Outcome mapping_key();
    Outcome star(int64_t& number);
    bool digits(int64_t& number, const char* too_big);
    Value next_argument();  // null: raised
    Outcome write(const Conversion&, Value);
    Outcome write_text(const Conversion&, Value);
    Outcome write_bytes(const Conversion&, Value);
    Outcome write_character(const Conversion&, Value);
    Outcome write_int(const Conversion&, Value);
    Outcome write_float(const Conversion&, Value);
    void put(const Conversion&, const TextView& text);
    void put_number(const Conversion&, std::string digits, bool has_prefix);
    Outcome fail(Root type, const std::string& message) {
        vm.raise(type, message);
        return Outcome::raised;
    }
    char32_t peek() const { return at < text.length ? text[at] : 0; }
};

Value PercentFormat::next_argument() {
    if (next >= count) {
        vm.raise(Root::TypeError, "not enough arguments for format string");
        return {};
    }
    const int64_t index = next++;
    if (count < 0) return source;
    return vm.block.load(source.offset() + Tuple::items_offset + static_cast<uint32_t>(index) * 8);
}

bool is_mapping(const Vm& vm, Value value) {  // has __getitem__, but is no tuple or text
    if (!value.is_ref()) return false;
    switch (vm.block.kind(value)) {
        case Kind::tuple:
        case Kind::str:
            return false;
        case Kind::dict:
        case Kind::list:
        case Kind::bytes:
        case Kind::bytearray:
        case Kind::range:
            return true;
        default:
            return !vm.special(value, Special::getitem_).is_null();
    }
}

Outcome PercentFormat::run() {
    source = values;
    if (vm.block.kind(values) == Kind::tuple) {
        count = vm.block[values.as_ref<Tuple>()].count;
        next = 0;
    }
    mapping =
        is_mapping(vm, values) && !(bytes && (is_bytes_like(vm, values) || is_str(vm, values)));
    vm.charge(text.length);
    while (at < text.length) {
        const uint32_t found = find_character(text, '%', at, text.length);
        out.append(text.part(at, found == not_found ? text.length : found));
        if (found == not_found) break;
        at = found + 1;
        const Outcome outcome = conversion();
        if (outcome != Outcome::yes) return outcome;
        if (out.length() > block_size_bytes_max) return raise_no_memory(vm), Outcome::raised;
    }
    if (next < count && !mapping)
        return fail(Root::TypeError, std::string("not all arguments converted during ") +
                                         (bytes ? "bytes" : "string") + " formatting");
    return Outcome::yes;
}

Outcome PercentFormat::mapping_key() {
    if (!mapping) return fail(Root::TypeError, "format requires a mapping");
    const uint32_t start = ++at;
    for (uint32_t depth = 1; depth > 0; ++at) {
        if (at >= text.length) return fail(Root::ValueError, "incomplete format key");
        if (text[at] == '(') ++depth;
        if (text[at] == ')') --depth;
    }
    const Value key = new_like(vm, bytes ? Kind::bytes : Kind::str, text.part(start, at - 1));
    if (key.is_null()) return Outcome::raised;
    const Computed found = vm.block.kind(values) == Kind::dict ? get_item(vm, values, key)
                                                               : Computed{Outcome::needs_call};
    Outcome outcome = found.outcome;
    source = found.result;
    vm.request = {};  // the prelude asks once more
    if (outcome == Outcome::needs_call)
        outcome = answers.ask(vm, Question::item, values, key, source);
    count = -1, next = -2;
    return outcome;
}

Outcome PercentFormat::star(int64_t& number) {
    const Value given = next_argument();
    if (given.is_null()) return Outcome::raised;
    if (!is_int_like(vm, given)) return fail(Root::TypeError, "* wants int");
    const auto found = to_int64(vm, given);
    if (!found) return fail(Root::OverflowError, "Python int too large to convert to C ssize_t");
    number = *found;
    ++at;
    return Outcome::yes;
}

bool PercentFormat::digits(int64_t& number, const char* too_big) {
    for (; peek() >= '0' && peek() <= '9'; ++at) {
        number = std::max<int64_t>(number, 0);
        if (number > (std::numeric_limits<int32_t>::max() - 9) / 10) {
            vm.raise(Root::ValueError, too_big);
            return false;
        }
        number = number * 10 + static_cast<int64_t>(peek() - '0');
    }
    return true;
}

Outcome PercentFormat::conversion() {
    Conversion found;
    const uint32_t start = at;
    if (peek() == '(' && at < text.length) {
        const Outcome outcome = mapping_key();
        if (outcome != Outcome::yes) return outcome;
    }
    for (bool flag = true; flag;) {
        switch (peek()) {
            case '-':
                found.left = true;
                break;
            case '+':
                found.plus = true;
                break;
            case ' ':
                found.blank = true;
                break;
            case '#':
                found.alternate = true;
                break;
            case '0':
                found.zero = true;
                break;
            default:
                flag = false;
        }
        if (flag) ++at;
    }
    if (peek() == '*') {
        const Outcome outcome = star(found.width);
        if (outcome != Outcome::yes) return outcome;
        if (found.width < 0) found.left = true, found.width = -found.width;
    } else if (!digits(found.width, "width too big")) {
        return Outcome::raised;
    }
    if (peek() == '.') {
        ++at;
        found.precision = 0;
        if (peek() == '*') {
            const Outcome outcome = star(found.precision);
            if (outcome != Outcome::yes) return outcome;
            found.precision = std::max<int64_t>(found.precision, 0);
        } else if (!digits(found.precision, bytes ? "prec too big" : "precision too big")) {
            return Outcome::raised;
        }
    }
    if (peek() == 'h' || peek() == 'l' || peek() == 'L') ++at;
    if (at >= text.length) return fail(Root::ValueError, "incomplete format");
    found.at = at;
    found.type = text[at++];
    if (bytes && found.type == 'i') found.type = 'd';
    if (found.type == '%' && found.at == start) {
        out.append(U'%');
        return Outcome::yes;
    }
    if (found.width > int64_t{block_size_bytes_max} ||
        found.precision > int64_t{block_size_bytes_max})
        return raise_no_memory(vm), Outcome::raised;
    const Value value = next_argument();
    return value.is_null() ? Outcome::raised : write(found, value);
}

Outcome PercentFormat::write(const Conversion& how, Value value) {
    switch (how.type) {
        case 's':
            if (bytes) return write_bytes(how, value);
            [[fallthrough]];
        case 'r':
        case 'a':
            return write_text(how, value);
        case 'b':
            if (bytes) return write_bytes(how, value);
            break;
        case 'c':
            return write_character(how, value);
        case 'd':
        case 'i':
        case 'u':
        case 'o':
        case 'x':
        case 'X':
            return write_int(how, value);
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
            return write_float(how, value);
        default:
            break;
    }
    std::string code;
    for (uint32_t rest = how.type; rest > 0; rest >>= 4) code += "0123456789abcdef"[rest & 15];
    std::reverse(code.begin(), code.end());
    const bool visible = bytes || (how.type > 30 && how.type < 127);
    const char shown = visible ? static_cast<char>(how.type) : '?';
    return fail(Root::ValueError, std::string("unsupported format character '") + shown + "' (0x" +
                                      (code.empty() ? "0" : code) + ") at index " +
                                      std::to_string(how.at));
}

void PercentFormat::put(const Conversion& how, const TextView& whole) {
    const bool cut = how.precision >= 0 && how.precision < int64_t{whole.length};
    const TextView shown = cut ? whole.part(0, static_cast<uint32_t>(how.precision)) : whole;
    const uint64_t padding =
        how.width > int64_t{shown.length} ? static_cast<uint64_t>(how.width) - shown.length : 0;
    if (!how.left) out.append(U' ', padding);
    out.append(shown);
    if (how.left) out.append(U' ', padding);
}

Outcome PercentFormat::write_text(const Conversion& how, Value value) {
    if (how.type == 's' && is_exact_str(vm, value)) {
        put(how, text_of(vm, value));
        return Outcome::yes;
    }
    const auto code = static_cast<char>(bytes ? 'a' : how.type);
    TextBuilder shown;
    const Outcome outcome = append_text(vm, shown, value, code, answers);
    if (outcome == Outcome::yes) put(how, shown.view());
    return outcome;
}

Outcome PercentFormat::write_bytes(const Conversion& how, Value value) {
    if (!is_bytes_like(vm, value)) {
        if (!value.is_ref() || vm.special(value, Special::bytes_).is_null())
            return fail(Root::TypeError,
                        "%b requires a bytes-like object, or an object that implements "
                        "__bytes__, not '" +
                            type_name(vm, value) + "'");
        Value answer;
        const Outcome outcome = answers.ask(vm, Question::bytes, value, {}, answer);
        if (outcome != Outcome::yes) return outcome;
        value = answer;
    }
    put(how, view_of(vm, value));
    return Outcome::yes;
}

Outcome PercentFormat::write_character(const Conversion& how, Value value) {
    Conversion whole = how;
    whole.precision = -1;
    if (is_int_like(vm, value)) {
        const auto number = to_int64(vm, value);
        if (bytes && (!number || *number < 0 || *number > 255))
            return fail(Root::OverflowError, "%c arg not in range(256)");
        if (!number || *number < 0 || *number > 0x10ffff)
            return fail(Root::OverflowError, "%c arg not in range(0x110000)");
        TextBuilder shown;
        shown.append(static_cast<char32_t>(*number));
        put(whole, shown.view());
        return Outcome::yes;
    }
    const bool right_type = bytes ? is_bytes_like(vm, value) : is_str(vm, value);
    if (!right_type || view_of(vm, value).length != 1)
        return fail(Root::TypeError, bytes ? "%c requires an integer in range(256) or a single byte"
                                           : "%c requires int or char");
    put(whole, view_of(vm, value));
    return Outcome::yes;
}

void PercentFormat::put_number(const Conversion& how, std::string number, bool has_prefix) {
    std::string sign, prefix;
    if (number.starts_with('-') || number.starts_with('+')) {
        sign = number.substr(0, 1);
        number.erase(0, 1);
    } else if (how.plus || how.blank) {
        sign = how.plus ? "+" : " ";
    }
    if (has_prefix) {
        prefix = number.substr(0, 2);
        number.erase(0, 2);
    }
    const auto size = static_cast<int64_t>(sign.size() + prefix.size() + number.size());
    const uint64_t padding = how.width > size ? static_cast<uint64_t>(how.width - size) : 0;
    if (!how.left && !how.zero) out.append(U' ', padding);
    out.append_ascii(sign);
    out.append_ascii(prefix);
    if (!how.left && how.zero) out.append(U'0', padding);
    out.append_ascii(number);
    if (how.left) out.append(U' ', padding);
}

Outcome PercentFormat::write_int(const Conversion& how, Value value) {
    const bool decimal = how.type == 'd' || how.type == 'i' || how.type == 'u';
    if (decimal && is_float_like(vm, value)) {
        const double number = float_of(vm, value);
        if (number != number) return fail(Root::ValueError, "cannot convert float NaN to integer");
        if (number - number != 0)
            return fail(Root::OverflowError, "cannot convert float infinity to integer");
        std::string whole =
            float_to_text(number < 0 ? __builtin_ceil(number) : __builtin_floor(number), 'f', 0, 0);
        if (whole == "-0") whole = "0";
        const size_t sign = whole.starts_with('-') ? 1 : 0;
        const auto size = static_cast<int64_t>(whole.size() - sign);
        if (how.precision > size)
            whole.insert(sign, static_cast<size_t>(how.precision - size), '0');
        put_number(how, whole, false);
        return Outcome::yes;
    }
    if (!is_int_like(vm, value)) {
        const bool has_index = value.is_ref() && !vm.special(value, Special::index_).is_null();
        const bool has_int = value.is_ref() && !vm.special(value, Special::int_).is_null();
        const bool text_like = is_text_like(vm, value);
        if (text_like || !(has_index || (decimal && has_int))) {
            const std::string code =
                how.type < 128 ? std::string(1, static_cast<char>(how.type)) : std::string("?");
            return fail(Root::TypeError,
                        "%" + code + " format: " + (decimal ? "a real number" : "an integer") +
                            " is required, not " + type_name(vm, value));
        }
        Value answer;
        const Outcome outcome = answers.ask(
            vm, decimal && has_int ? Question::int_ : Question::index, value, {}, answer);
        if (outcome != Outcome::yes) return outcome;
        value = answer;
    }
    std::string number;
    if (decimal) {
        if (!append_int(vm, number, value)) return Outcome::raised;
    } else {
        if (is_negative_int(vm, value)) number = "-";
        number += digits_in_base(vm, value, how.type == 'o' ? 8 : 16, how.type == 'X');
    }
    const size_t sign = number.starts_with('-') ? 1 : 0;
    const auto size = static_cast<int64_t>(number.size() - sign);
    if (how.precision > size) number.insert(sign, static_cast<size_t>(how.precision - size), '0');
    const bool prefix = how.alternate && !decimal;
    if (prefix) number.insert(sign, {'0', static_cast<char>(how.type)});
    put_number(how, number, prefix);
    return Outcome::yes;
}

Outcome PercentFormat::write_float(const Conversion& how, Value value) {
    double number = 0;
    if (is_float_like(vm, value)) {
        number = float_of(vm, value);
    } else if (is_int_like(vm, value)) {
        number = to_double(vm, value);
        if (number - number != 0)
            return fail(Root::OverflowError, "int too large to convert to float");
    } else {
        const bool able = value.is_ref() && !is_text_like(vm, value) &&
                          (!vm.special(value, Special::float_).is_null() ||
                           !vm.special(value, Special::index_).is_null());
        if (!able)
            return fail(Root::TypeError,
                        (bytes ? "float argument required, not " : "must be real number, not ") +
                            type_name(vm, value));
        Value answer;
        const Outcome outcome = answers.ask(vm, Question::float_, value, {}, answer);
        if (outcome != Outcome::yes) return outcome;
        number = float_of(vm, answer);
    }
    const int64_t precision = how.precision < 0 ? 6 : how.precision;
    put_number(how,
               float_to_text(number, static_cast<char>(how.type), precision,
                             how.alternate ? float_keep : 0),
               false);
    return Outcome::yes;
}

Computed percent(Vm& vm, Value text, Value values, Answers& answers) {
    TextBuilder copy;  // outside the block
    copy.append(view_of(vm, text));
    const Kind kind = vm.block.kind(text);
    PercentFormat format{vm, answers, kind != Kind::str, copy.view(), values};
    const Outcome outcome = format.run();
    if (outcome != Outcome::yes) return {outcome};
    const Value made = new_like(vm, kind, format.out.view());
    return {made.is_null() ? Outcome::raised : Outcome::yes, made};
}

}  // namespace

Computed str_percent(Vm& vm, Value text, Value values) {
    Answers nobody;
    return percent(vm, text, values, nobody);
}
Computed bytes_percent(Vm& vm, Value text, Value values) { return str_percent(vm, text, values); }

// _meada.percent_step(text, values, answers): see answers.h.
Value native_percent_step(Vm& vm, const Args& args) {
    Answers answers{args[2]};
    const Computed computed = percent(vm, args[0], args[1], answers);
    return finish_asking(answers, computed.outcome, computed.result);
}

}  // namespace meada
