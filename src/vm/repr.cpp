#include "vm/repr.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "vm/byte_strings.h"
#include "vm/characters.h"
#include "vm/containers.h"
#include "vm/float_text.h"
#include "vm/numbers.h"
#include "vm/text_like.h"
#include "vm/sequences.h"
#include "vm/views.h"

namespace meada {
namespace {

constexpr uint32_t repr_depth_max = 980;  // as CPython under its recursion limit

void append_hexadecimal(std::string& out, uint32_t number, int digits) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        out += "0123456789abcdef"[number >> shift & 15];
}

void append_escaped(std::string& out, char32_t character) {
    if (character < 0x100) {
        out += "\\x";
        append_hexadecimal(out, character, 2);
    } else if (character < 0x10000) {
        out += "\\u";
        append_hexadecimal(out, character, 4);
    } else {
        out += "\\U";
        append_hexadecimal(out, character, 8);
    }
}

}  // namespace

void append_str_repr(const Vm& vm, std::string& out, Value str) {
    const TextView text = text_of(vm, str);
    const bool single = find_character(text, '\'', 0, text.length) != not_found;
    const bool both = single && find_character(text, '"', 0, text.length) != not_found;
    const char32_t quote = single && !both ? '"' : '\'';
    out += static_cast<char>(quote);
    for (uint32_t index = 0; index < text.length; ++index) {
        const char32_t character = text[index];
        if (character == quote || character == '\\') {
            out += '\\';
            out += static_cast<char>(character);
        } else if (character >= ' ' && character < 0x7f) {
            out += static_cast<char>(character);
        } else if (character == '\n') {
            out += "\\n";
        } else if (character == '\t') {
            out += "\\t";
        } else if (character == '\r') {
            out += "\\r";
        } else if (is_printable(character)) {
            append_utf8(out, character);
        } else {
            append_escaped(out, character);
        }
    }
    out += static_cast<char>(quote);
}

std::string ascii_escaped(std::string_view utf8) {
    std::string out;
    for (size_t offset = 0; offset < utf8.size();) {
        const auto byte = static_cast<uint8_t>(utf8[offset]);
        if (byte < 0x80) {
            out += utf8[offset++];
        } else if (const auto found = decode_utf8(utf8, offset)) {
            append_escaped(out, *found);
        } else {  // a lone surrogate
            append_escaped(out, 0xd000u | (static_cast<uint8_t>(utf8[offset + 1]) & 0x3fu) << 6 |
                                    (static_cast<uint8_t>(utf8[offset + 2]) & 0x3fu));
            offset += 3;
        }
    }
    return out;
}

bool append_int(Vm& vm, std::string& out, Value value) {
    if (value.is_int()) {
        append_decimal(out, value.as_int());
        return true;
    }
    if (vm.block.kind(value) == Kind::boolean) {
        out += vm.block.object(value).detail ? "1" : "0";
        return true;
    }
    const uint32_t limit = vm.block.header().digits_limit;
    const auto raise = [&] {
        vm.raise(Root::ValueError,
                 "Exceeds the limit (" + std::to_string(limit) +
                     " digits) for integer string conversion; use sys.set_int_max_str_digits() "
                     "to increase the limit");
        return false;
    };
    const uint64_t bits = uint64_t{vm.block[value.as_ref<BigInt>()].digit_count} * 28;
    if (limit != 0 && bits > (limit + 1) * uint64_t{10} / 3 + 28) return raise();
    const std::string digits = int_to_decimal(vm, value);
    const size_t sign = digits.starts_with('-') ? 1 : 0;
    if (limit != 0 && digits.size() - sign > limit) return raise();
    vm.charge(digits.size());
    out += digits;
    return true;
}

std::string complex_repr(double real, double imaginary) {
    if (real == 0 && !std::signbit(real)) return float_to_text(imaginary, 'r', 0, 0) + "j";
    return "(" + float_to_text(real, 'r', 0, 0) + float_to_text(imaginary, 'r', 0, float_sign) +
           "j)";
}

Outcome Answers::ask(Vm& vm, Question question, Value object, Value argument, Value& answer) {
    if (list.is_null()) return Outcome::needs_call;
    const List& known = vm.block[list.as_ref<List>()];
    if (used < known.count) {
        answer = vm.block.load(known.items.offset + Values::first_offset + used++ * 8);
        return Outcome::yes;
    }
    const Value parts[] = {Value::from_int(static_cast<int64_t>(question)), object,
                           argument.is_null() ? vm.none() : argument};
    request = new_tuple(vm, parts);
    return request.is_null() ? Outcome::raised : Outcome::needs_call;
}

Outcome Repr::asked(Question question, Value object) {
    Value answer, around;
    if (question == Question::repr && !inside.empty()) {
        // As numbers: references would keep mortals alive.
        std::vector<Value> containers;
        for (const uint32_t offset : inside) containers.push_back(Value::from_int(offset));
        around = new_tuple(vm, containers);
        if (around.is_null()) return Outcome::raised;
    }
    const Outcome outcome = answers.ask(vm, question, object, around, answer);
    if (outcome == Outcome::yes) append_utf8_of(vm, out, answer);
    return outcome;
}

Outcome Repr::items(uint32_t slots, uint32_t count) {
    for (uint32_t index = 0; index < count; ++index) {
        if (index > 0) out += ", ";
        const Outcome outcome = repr(vm.block.load(slots + index * 8));
        if (outcome != Outcome::yes) return outcome;
    }
    return Outcome::yes;
}

namespace {

Outcome repr_dict_items(Repr& repr, Ref<Dict> dict, DictViewForm form) {
    uint32_t position = 0;
    Value key, value;
    for (bool first = true; dict_next(repr.vm, dict, position, key, value); first = false) {
        if (!first) repr.out += ", ";
        if (form == DictViewForm::items) repr.out += '(';
        if (form != DictViewForm::values) {
            const Outcome outcome = repr.repr(key);
            if (outcome != Outcome::yes) return outcome;
        }
        if (form == DictViewForm::proxy) repr.out += ": ";
        if (form == DictViewForm::items) repr.out += ", ";
        if (form != DictViewForm::keys) {
            const Outcome outcome = repr.repr(value);
            if (outcome != Outcome::yes) return outcome;
        }
        if (form == DictViewForm::items) repr.out += ')';
    }
    return Outcome::yes;
}

Outcome repr_set(Repr& repr, Value set) {
    Vm& vm = repr.vm;
    const bool plain = vm.type_of(set) == vm.type(Root::type_set);
    const bool empty = vm.block[set.as_ref<Set>()].count == 0;
    if (!plain || empty) repr.out += type_name(vm, set) + "(";
    if (!empty) repr.out += '{';
    uint32_t position = 0;
    Value key;
    for (bool first = true; set_next(vm, set.as_ref<Set>(), position, key); first = false) {
        if (!first) repr.out += ", ";
        const Outcome outcome = repr.repr(key);
        if (outcome != Outcome::yes) return outcome;
    }
    if (!empty) repr.out += '}';
    if (!plain || empty) repr.out += ')';
    return Outcome::yes;
}

Outcome repr_view(Repr& repr, Value view) {
    constexpr const char* names[] = {"dict_keys([", "dict_values([", "dict_items([",
                                     "mappingproxy({"};
    const auto form = static_cast<DictViewForm>(repr.vm.block.object(view).detail);
    repr.out += names[static_cast<size_t>(form)];
    const Ref<Dict> dict = repr.vm.block[view.as_ref<DictView>()].dict;
    const Outcome outcome = repr_dict_items(repr, dict, form);
    repr.out += form == DictViewForm::proxy ? "})" : "])";
    return outcome;
}

Outcome repr_container(Repr& repr, Value value) {
    const Block& block = repr.vm.block;
    Outcome outcome = Outcome::yes;
    switch (block.kind(value)) {
        case Kind::list: {
            const List& list = block[value.as_ref<List>()];
            repr.out += '[';
            outcome = repr.items(list.items.offset + Values::first_offset, list.count);
            repr.out += ']';
            return outcome;
        }
        case Kind::tuple: {
            const uint32_t count = block[value.as_ref<Tuple>()].count;
            repr.out += '(';
            outcome = repr.items(value.offset() + Tuple::items_offset, count);
            repr.out += count == 1 ? ",)" : ")";
            return outcome;
        }
        case Kind::dict:
            repr.out += '{';
            outcome = repr_dict_items(repr, value.as_ref<Dict>(), DictViewForm::proxy);
            repr.out += '}';
            return outcome;
        case Kind::set:
            return repr_set(repr, value);
        default:
            return repr_view(repr, value);
    }
}

const char* cycle_mark(Kind kind) {
    switch (kind) {
        case Kind::list:
            return "[...]";
        case Kind::tuple:
            return "(...)";
        case Kind::dict:
            return "{...}";
        default:
            return "...";
    }
}

// Those around that the repr of an object of Python's own came from.
void begin_inside(Repr& repr) {
    const Vm& vm = repr.vm;
    const Value shown = vm.context ? vm.block[vm.context].shown : Value{};
    if (shown.is_null()) return;
    const auto containers = shown.as_ref<Tuple>();
    for (uint32_t index = 0; index < vm.block[containers].count; ++index)
        repr.inside.push_back(static_cast<uint32_t>(
            vm.block.load(containers.offset + Tuple::items_offset + index * 8).as_int()));
}

Outcome repr_guarded(Repr& repr, Value value) {
    auto& inside = repr.inside;
    if (inside.empty()) begin_inside(repr);
    if (std::find(inside.begin(), inside.end(), value.offset()) != inside.end()) {
        const Kind kind = repr.vm.block.kind(value);
        repr.out += kind == Kind::set ? type_name(repr.vm, value) + "(...)" : cycle_mark(kind);
        return Outcome::yes;
    }
    if (inside.size() >= repr_depth_max) {
        repr.vm.raise(Root::RecursionError,
                      "maximum recursion depth exceeded while getting the repr of an object");
        return Outcome::raised;
    }
    inside.push_back(value.offset());
    const Outcome outcome = repr_container(repr, value);
    inside.pop_back();
    return outcome;
}

Outcome repr_parts(Repr& repr, const char* name, std::initializer_list<Value> parts) {
    repr.out += name;
    bool first = true;
    for (const Value part : parts) {
        if (!first) repr.out += ", ";
        first = false;
        const Outcome outcome = repr.repr(part);
        if (outcome != Outcome::yes) return outcome;
    }
    repr.out += ')';
    return Outcome::yes;
}

// What the type of a class made by a script or by the library says about __repr__ or __str__.
enum class Say { built_in, plain_object, python };

Say who_says(const Vm& vm, Value value, Special special) {
    const Value method = vm.special(value, special);
    if (method.is_null()) return Say::plain_object;
    if (vm.block.kind(method) != Kind::native) return Say::python;
    const Ref<Type> object = vm.type(Root::type_object);
    if (method == vm.block[object].specials[static_cast<uint32_t>(special)])
        return Say::plain_object;
    if (method != built_in_special(vm, vm.type_of(value), special)) return Say::python;
    const Kind kind = vm.block.kind(value);
    // A native of the library in one of its own classes: called like a Python function.
    const bool library = vm.block[method.as_ref<NativeFunction>()].owner == object;
    return library || kind == Kind::native_object || kind == Kind::instance ? Say::python
                                                                            : Say::built_in;
}

bool may_differ(const Vm& vm, Value value, Kind kind) {  // from what the kind does
    return kind == Kind::native_object || kind == Kind::instance ||
           (vm.block[vm.type_of(value)].flags & type_heap);
}

}  // namespace

Outcome Repr::repr(Value value) {
    if (value.is_int()) {
        append_decimal(out, value.as_int());
        return Outcome::yes;
    }
    if (value.is_float()) {
        out += float_repr(value.as_float());
        return Outcome::yes;
    }
    const Kind kind = vm.block.kind(value);
    if (may_differ(vm, value, kind)) {
        const Say say = who_says(vm, value, Special::repr_);
        if (say == Say::python) return asked(Question::repr, value);
        if (say == Say::plain_object) return plain_object(value);
    }
    return of_kind(value);
}

Outcome Repr::of_kind(Value value) {
    const Kind kind = vm.block.kind(value);
    switch (kind) {
        case Kind::none:
            out += "None";
            return Outcome::yes;
        case Kind::ellipsis:
            out += "Ellipsis";
            return Outcome::yes;
        case Kind::not_implemented:
            out += "NotImplemented";
            return Outcome::yes;
        case Kind::boolean:
            out += vm.block.object(value).detail ? "True" : "False";
            return Outcome::yes;
        case Kind::integer:
            return append_int(vm, out, value) ? Outcome::yes : Outcome::raised;
        case Kind::floating:
            out += float_repr(float_of(vm, value));
            return Outcome::yes;
        case Kind::complex: {
            const Complex number = vm.block[value.as_ref<Complex>()];
            out += complex_repr(number.real, number.imaginary);
            return Outcome::yes;
        }
        case Kind::str:
            append_str_repr(vm, out, value);
            return Outcome::yes;
        case Kind::bytes:
            append_bytes_repr(out, bytes_view(vm, value));
            return Outcome::yes;
        case Kind::bytearray:
            out += type_name(vm, value) + "(";
            append_bytes_repr(out, bytes_view(vm, value), true);
            out += ')';
            return Outcome::yes;
        case Kind::list:
        case Kind::tuple:
        case Kind::dict:
        case Kind::set:
        case Kind::dict_view:
        case Kind::mapping_proxy:
            return repr_guarded(*this, value);
        case Kind::range: {
            const Range range = vm.block[value.as_ref<Range>()];
            return range.step == Value::from_int(1)
                       ? repr_parts(*this, "range(", {range.start, range.stop})
                       : repr_parts(*this, "range(", {range.start, range.stop, range.step});
        }
        case Kind::slice: {
            const Slice slice = vm.block[value.as_ref<Slice>()];
            return repr_parts(*this, "slice(", {slice.start, slice.stop, slice.step});
        }
        default:
            return object(value);
    }
}

Outcome Repr::str(Value value) {
    const Kind kind = vm.block.kind(value);
    if (value.is_ref() && may_differ(vm, value, kind)) {
        const Say say = who_says(vm, value, Special::str_);
        if (say == Say::python) return asked(Question::str, value);
        if (say == Say::plain_object) return repr(value);
    }
    if (kind == Kind::str) {
        append_utf8_of(vm, out, value);
        return Outcome::yes;
    }
    if (kind == Kind::exception) return exception_text(value);
    if (kind == Kind::mapping_proxy) return str(vm.block.value_of(view_dict(vm, value)));
    return repr(value);
}

Outcome append_repr(Vm& vm, std::string& out, Value value, Answers& answers) {
    return Repr{vm, out, answers}.repr(value);
}
Outcome append_plain_repr(Vm& vm, std::string& out, Value value, Answers& answers) {
    return Repr{vm, out, answers}.of_kind(value);
}
Outcome append_str(Vm& vm, std::string& out, Value value, Answers& answers) {
    return Repr{vm, out, answers}.str(value);
}
Outcome append_ascii(Vm& vm, std::string& out, Value value, Answers& answers) {
    std::string text;
    const Outcome outcome = append_repr(vm, text, value, answers);
    if (outcome == Outcome::yes) out += ascii_escaped(text);
    return outcome;
}

Outcome append_repr(Vm& vm, std::string& out, Value value) {
    Answers nobody;
    return append_repr(vm, out, value, nobody);
}
Outcome append_default_repr(Vm& vm, std::string& out, Value value) {
    Answers nobody;
    Repr repr{vm, out, nobody};
    return vm.block.kind(value) == Kind::type ? repr.class_object(value) : repr.plain_object(value);
}
Outcome append_str(Vm& vm, std::string& out, Value value) {
    Answers nobody;
    return append_str(vm, out, value, nobody);
}

}  // namespace meada
