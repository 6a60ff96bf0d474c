// Methods of str and bytes about letters: upper, title, isalpha, …
#include "vm/characters.h"
#include "vm/text_like.h"

namespace meada {
namespace {

constexpr bool ascii_lower(char32_t c) { return c >= 'a' && c <= 'z'; }
constexpr bool ascii_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
constexpr bool ascii_letter(char32_t c) { return ascii_lower(c) || ascii_upper(c); }

// Bytes and ASCII strs: one character becomes one.
template <typename Convert>
Value convert_simply(Vm& vm, Value self, Convert convert) {
    const TextView text = view_of(vm, self);
    vm.charge(text.length);
    if (text.length == 0) return whole_like(vm, self);
    const Value made =
        allocate_like(vm, vm.block.kind(self), text.length, text.ascii ? 0x7f : 0xff);
    if (made.is_null()) return {};
    const uint8_t* from = view_of(vm, self).data;
    uint8_t* to = characters_of(vm, made);
    const uint32_t length = view_of(vm, made).length;
    for (uint32_t index = 0; index < length; ++index) to[index] = convert(from[index], index, from);
    return made;
}

bool is_simple(const Vm& vm, Value self) { return !is_str(vm, self) || text_of(vm, self).ascii; }

uint8_t simple_upper(uint8_t c) { return ascii_lower(c) ? c ^ 0x20 : c; }
uint8_t simple_lower(uint8_t c) { return ascii_upper(c) ? c ^ 0x20 : c; }

void append_mapped(TextBuilder& out, const Mapped& mapped) {
    out.append(mapped[0]);
    if (mapped[1] != 0) out.append(mapped[1]);
    if (mapped[2] != 0) out.append(mapped[2]);
}

// A sigma at the end of a word has a form of its own: a cased character before, none after,
// looking past what is case-ignorable (Unicode, Final_Sigma).
bool is_final_sigma(const TextView& text, uint32_t at) {
    const auto ignorable = [&](uint32_t index) {
        return (class_of_character(text[index]) & character_case_ignorable) != 0;
    };
    uint32_t before = at;
    while (before > 0 && ignorable(before - 1)) --before;
    if (before == 0 || !is_cased(text[before - 1])) return false;
    uint32_t after = at + 1;
    while (after < text.length && ignorable(after)) ++after;
    return after == text.length || !is_cased(text[after]);
}

void append_lower(TextBuilder& out, const TextView& text, uint32_t at) {
    if (text[at] == 0x3a3)
        out.append(is_final_sigma(text, at) ? U'\u03c2' : U'\u03c3');
    else
        append_mapped(out, map_lower(text[at]));
}

template <typename Append>
Value convert_fully(Vm& vm, Value self, Append append) {
    const TextView text = text_of(vm, self);
    vm.charge(text.length);
    TextBuilder out;
    for (uint32_t index = 0; index < text.length; ++index) append(out, text, index);
    return out.finish(vm);
}

// --- is… ---

// Every character passes and there is at least one.
template <typename Test>
Value all_pass(Vm& vm, Value self, Test test) {
    const TextView text = view_of(vm, self);
    for (uint32_t index = 0; index < text.length; ++index)
        if (!test(text[index])) return vm.boolean(false);
    return vm.boolean(text.length > 0);
}

uint32_t case_of(Kind kind, char32_t character) {
    if (kind == Kind::str) return class_of_character(character) & character_case_mask;
    return ascii_lower(character) ? character_lower : ascii_upper(character) ? character_upper : 0;
}

Value all_in_case(Vm& vm, Value self, uint32_t wanted) {
    const TextView text = view_of(vm, self);
    const Kind kind = vm.block.kind(self);
    bool any = false;
    for (uint32_t index = 0; index < text.length; ++index) {
        const uint32_t found = case_of(kind, text[index]);
        if (found != 0 && found != wanted) return vm.boolean(false);
        any |= found != 0;
    }
    return vm.boolean(any);
}

bool passes(const Vm& vm, Value self, char32_t character, uint32_t mask, uint32_t least) {
    if (!is_str(vm, self) && character >= 0x80) return false;
    return (class_of_character(character) & mask) >= least;
}

}  // namespace

Value native_text_upper(Vm& vm, const Args& args) {
    const Value self = args[0];
    if (is_simple(vm, self))
        return convert_simply(vm, self,
                              [](uint8_t c, uint32_t, const uint8_t*) { return simple_upper(c); });
    return convert_fully(vm, self, [](TextBuilder& out, const TextView& text, uint32_t at) {
        append_mapped(out, map_upper(text[at]));
    });
}

Value native_text_lower(Vm& vm, const Args& args) {
    const Value self = args[0];
    if (is_simple(vm, self))
        return convert_simply(vm, self,
                              [](uint8_t c, uint32_t, const uint8_t*) { return simple_lower(c); });
    return convert_fully(vm, self, append_lower);
}

Value native_str_casefold(Vm& vm, const Args& args) {
    if (is_simple(vm, args[0])) return native_text_lower(vm, args);
    return convert_fully(vm, args[0], [](TextBuilder& out, const TextView& text, uint32_t at) {
        append_mapped(out, map_fold(text[at]));
    });
}

Value native_text_swapcase(Vm& vm, const Args& args) {
    const Value self = args[0];
    if (is_simple(vm, self))
        return convert_simply(vm, self, [](uint8_t c, uint32_t, const uint8_t*) {
            return static_cast<uint8_t>(ascii_letter(c) ? c ^ 0x20 : c);
        });
    return convert_fully(vm, self, [](TextBuilder& out, const TextView& text, uint32_t at) {
        switch (class_of_character(text[at]) & character_case_mask) {
            case character_upper:
                append_lower(out, text, at);
                break;
            case character_lower:
                append_mapped(out, map_upper(text[at]));
                break;
            default:
                out.append(text[at]);
        }
    });
}

Value native_text_capitalize(Vm& vm, const Args& args) {
    const Value self = args[0];
    if (is_simple(vm, self))
        return convert_simply(vm, self, [](uint8_t c, uint32_t index, const uint8_t*) {
            return index == 0 ? simple_upper(c) : simple_lower(c);
        });
    return convert_fully(vm, self, [](TextBuilder& out, const TextView& text, uint32_t at) {
        if (at == 0)
            append_mapped(out, map_title(text[at]));
        else
            append_lower(out, text, at);
    });
}

Value native_text_title(Vm& vm, const Args& args) {
    const Value self = args[0];
    if (is_simple(vm, self))
        return convert_simply(vm, self, [](uint8_t c, uint32_t index, const uint8_t* text) {
            return index > 0 && ascii_letter(text[index - 1]) ? simple_lower(c) : simple_upper(c);
        });
    return convert_fully(vm, self, [](TextBuilder& out, const TextView& text, uint32_t at) {
        if (at > 0 && is_cased(text[at - 1]))
            append_lower(out, text, at);
        else
            append_mapped(out, map_title(text[at]));
    });
}

Value native_text_isalpha(Vm& vm, const Args& args) {
    const Value self = args[0];
    return all_pass(vm, self, [&](char32_t c) { return passes(vm, self, c, character_alpha, 1); });
}
Value native_text_isalnum(Vm& vm, const Args& args) {
    const Value self = args[0];
    return all_pass(vm, self, [&](char32_t c) {
        return passes(vm, self, c, character_alpha | character_number_mask, 1);
    });
}
Value native_text_isdigit(Vm& vm, const Args& args) {
    const Value self = args[0];
    return all_pass(vm, self, [&](char32_t c) {
        return passes(vm, self, c, character_number_mask, character_digit);
    });
}
Value native_str_isdecimal(Vm& vm, const Args& args) {
    const Value self = args[0];
    return all_pass(vm, self, [&](char32_t c) {
        return passes(vm, self, c, character_number_mask, character_decimal);
    });
}
Value native_str_isnumeric(Vm& vm, const Args& args) {
    const Value self = args[0];
    return all_pass(vm, self, [&](char32_t c) {
        return passes(vm, self, c, character_number_mask, character_numeric);
    });
}
Value native_text_isspace(Vm& vm, const Args& args) {
    const Kind kind = vm.block.kind(args[0]);
    return all_pass(vm, args[0], [&](char32_t c) { return is_space_like(kind, c); });
}
Value native_text_islower(Vm& vm, const Args& args) {
    return all_in_case(vm, args[0], character_lower);
}
Value native_text_isupper(Vm& vm, const Args& args) {
    return all_in_case(vm, args[0], character_upper);
}

Value native_text_istitle(Vm& vm, const Args& args) {
    const TextView text = view_of(vm, args[0]);
    const Kind kind = vm.block.kind(args[0]);
    bool any = false, inside = false;
    for (uint32_t index = 0; index < text.length; ++index) {
        const uint32_t found = case_of(kind, text[index]);
        if (found != 0 && inside != (found == character_lower)) return vm.boolean(false);
        inside = found != 0;
        any |= inside;
    }
    return vm.boolean(any);
}

Value native_text_isascii(Vm& vm, const Args& args) {
    const TextView text = view_of(vm, args[0]);
    if (is_str(vm, args[0])) return vm.boolean(text.ascii);
    for (uint32_t index = 0; index < text.length; ++index)
        if (text[index] >= 0x80) return vm.boolean(false);
    return vm.boolean(true);
}

Value native_str_isprintable(Vm& vm, const Args& args) {
    const TextView text = text_of(vm, args[0]);
    for (uint32_t index = 0; index < text.length; ++index)
        if (!is_printable(text[index])) return vm.boolean(false);
    return vm.boolean(true);
}

Value native_str_isidentifier(Vm& vm, const Args& args) {
    const TextView text = text_of(vm, args[0]);
    for (uint32_t index = 0; index < text.length; ++index) {
        const uint16_t mask =
            index == 0 ? character_identifier_start : character_identifier_continue;
        if (!(class_of_character(text[index]) & mask)) return vm.boolean(false);
    }
    return vm.boolean(text.length > 0);
}

}  // namespace meada
