// str.format and str.format_map.
#include "vm/characters.h"
#include "vm/format.h"
#include "vm/text_like.h"

namespace meada {
namespace {

struct Field {
    uint32_t name_start, name_end;
    uint32_t spec_start = 0, spec_end = 0;
    bool spec_nested = false;
    char32_t conversion = 0;
};

struct StrFormat {
    Vm& vm;
    Answers& answers;
    TextView text;   // outside the block
    Value args;      // tuple, or null for format_map
    Value keywords;  // dict or another mapping, or null
    enum class Numbering { unknown, automatic, manual } numbering = Numbering::unknown;
    int64_t next_index = 0;

    Outcome run(TextBuilder& out, uint32_t start, uint32_t end, uint32_t depth);

  private:
    bool parse_field(uint32_t& at, uint32_t end, Field& out);
    bool parse_conversion(uint32_t& at, uint32_t end, Field& out, bool& done);
    Outcome render(TextBuilder& out, const Field&, uint32_t depth);
    Outcome object_of(const Field&, Value& object);
    Outcome first_object(uint32_t start, uint32_t end, Value& object);
    Outcome step_into(uint32_t& at, uint32_t end, Value& object);
    Outcome item_of(Value& object, Value key);
    // -1: no number; -2: raised.
    int64_t number(uint32_t start, uint32_t end);
    Value piece(uint32_t start, uint32_t end) { return new_str_of(vm, text.part(start, end)); }
    bool fail(const std::string& message) {
        vm.raise(Root::ValueError, message);
        return false;
    }
    Outcome raised(const std::string& message) {
        fail(message);
        return Outcome::raised;
    }
};

Outcome StrFormat::run(TextBuilder& out, uint32_t start, uint32_t end, uint32_t depth) {
    if (depth == 0) return raised("Max string recursion exceeded");
    for (uint32_t at = start; at < end;) {
        uint32_t brace = at;
        while (brace < end && text[brace] != '{' && text[brace] != '}') ++brace;
        out.append(text.part(at, brace));
        if (brace == end) break;
        const char32_t which = text[brace];
        at = brace + 1;
        if (at < end && text[at] == which) {
            out.append(which);
            ++at;
            continue;
        }
        if (which == '}') return raised("Single '}' encountered in format string");
        if (at == end) return raised("Single '{' encountered in format string");
        Field field;
        if (!parse_field(at, end, field)) return Outcome::raised;
        const Outcome outcome = render(out, field, depth);
        if (outcome != Outcome::yes) return outcome;
        if (out.length() > block_size_bytes_max) return raise_no_memory(vm), Outcome::raised;
    }
    return Outcome::yes;
}

// `at` is behind the '{' and ends up behind the '}'.
bool StrFormat::parse_field(uint32_t& at, uint32_t end, Field& out) {
    out.name_start = at;
    char32_t stop = 0;
    for (; at < end && stop == 0; ++at) {
        const char32_t character = text[at];
        if (character == '{') return fail("unexpected '{' in field name");
        if (character == '[') {
            while (at < end && text[at] != ']') ++at;
            if (at == end) break;
        } else if (character == '}' || character == ':' || character == '!') {
            stop = character;
        }
    }
    out.name_end = stop ? at - 1 : at;
    if (stop == 0) return fail("expected '}' before end of string");
    if (stop == '}') return true;
    if (stop == '!') {
        bool done = false;
        if (!parse_conversion(at, end, out, done)) return false;
        if (done) return true;
    }
    out.spec_start = at;
    for (uint32_t open = 1; at < end; ++at) {
        if (text[at] == '{') {
            out.spec_nested = true;
            ++open;
        } else if (text[at] == '}' && --open == 0) {
            out.spec_end = at++;
            return true;
        }
    }
    return fail("unmatched '{' in format spec");
}

bool StrFormat::parse_conversion(uint32_t& at, uint32_t end, Field& out, bool& done) {
    if (at >= end) return fail("end of string while looking for conversion specifier");
    out.conversion = text[at++];
    if (at >= end) return fail("unmatched '{' in format spec");
    const char32_t next = text[at++];
    done = next == '}';
    if (!done && next != ':') return fail("expected ':' after conversion specifier");
    return true;
}

int64_t StrFormat::number(uint32_t start, uint32_t end) {
    if (start == end) return -1;
    int64_t found = 0;
    for (uint32_t at = start; at < end; ++at) {
        const int64_t digit = decimal_value(text[at]);
        if (digit < 0) return -1;
        if (found > (INT64_MAX - digit) / 10) {
            fail("Too many decimal digits in format string");
            return -2;
        }
        found = found * 10 + digit;
    }
    return found;
}

Outcome StrFormat::item_of(Value& object, Value key) {
    const Kind kind = vm.block.kind(object);
    const bool native = kind == Kind::dict || kind == Kind::list || kind == Kind::tuple ||
                        kind == Kind::str || kind == Kind::bytes || kind == Kind::bytearray;
    if (native && !(vm.block[vm.type_of(object)].flags & type_heap)) {
        const Computed found = get_item(vm, object, key);
        vm.request = {};
        if (found.outcome != Outcome::needs_call) {
            object = found.result;
            return found.outcome;
        }
    }
    return answers.ask(vm, Question::item, object, key, object);
}

Outcome StrFormat::first_object(uint32_t start, uint32_t end, Value& object) {
    int64_t index = number(start, end);
    if (index == -2) return Outcome::raised;
    if (start == end || index >= 0) {
        const Numbering now = start == end ? Numbering::automatic : Numbering::manual;
        if (numbering != Numbering::unknown && numbering != now)
            return raised(now == Numbering::automatic
                              ? "cannot switch from manual field specification to automatic field "
                                "numbering"
                              : "cannot switch from automatic field numbering to manual field "
                                "specification");
        numbering = now;
        if (start == end) index = next_index++;
        if (args.is_null()) return raised("Format string contains positional fields");
        if (index >= vm.block[args.as_ref<Tuple>()].count) {
            vm.raise(Root::IndexError, "Replacement index " + std::to_string(index) +
                                           " out of range for positional args tuple");
            return Outcome::raised;
        }
        object =
            vm.block.load(args.offset() + Tuple::items_offset + static_cast<uint32_t>(index) * 8);
        return Outcome::yes;
    }
    const Value key = piece(start, end);
    if (key.is_null()) return Outcome::raised;
    if (keywords.is_null()) {
        vm.raise(Root::KeyError, {key});
        return Outcome::raised;
    }
    object = keywords;
    return item_of(object, key);
}

// One ".name" or "[key]".
Outcome StrFormat::step_into(uint32_t& at, uint32_t end, Value& object) {
    const char32_t kind = text[at++];
    const uint32_t start = at;
    if (kind == '.') {
        while (at < end && text[at] != '.' && text[at] != '[') ++at;
        if (start == at) return raised("Empty attribute in format string");
        const Value made = piece(start, at);
        const Value name = made.is_null() ? made : intern(vm, made);
        if (name.is_null()) return Outcome::raised;
        return answers.ask(vm, Question::attribute, object, name, object);
    }
    if (kind != '[') return raised("Only '.' or '[' may follow ']' in format field specifier");
    while (at < end && text[at] != ']') ++at;
    if (at == end) return raised("Missing ']' in format string");
    const uint32_t stop = at++;
    if (start == stop) return raised("Empty attribute in format string");
    const int64_t index = number(start, stop);
    if (index == -2) return Outcome::raised;
    const Value key = index >= 0 ? new_int(vm, index) : piece(start, stop);
    return key.is_null() ? Outcome::raised : item_of(object, key);
}

Outcome StrFormat::object_of(const Field& field, Value& object) {
    uint32_t at = field.name_start;
    while (at < field.name_end && text[at] != '.' && text[at] != '[') ++at;
    Outcome outcome = first_object(field.name_start, at, object);
    while (outcome == Outcome::yes && at < field.name_end)
        outcome = step_into(at, field.name_end, object);
    return outcome;
}

Outcome StrFormat::render(TextBuilder& out, const Field& field, uint32_t depth) {
    Value object;
    Outcome outcome = object_of(field, object);
    if (outcome != Outcome::yes) return outcome;
    const char32_t conversion = field.conversion;
    if (conversion != 0) {
        if (conversion != 's' && conversion != 'r' && conversion != 'a') {
            std::string shown(1, static_cast<char>(conversion));
            if (conversion <= 32 || conversion >= 127) {
                shown = "\\x";
                for (int shift = 28; shift >= 0; shift -= 4)
                    if (conversion >> shift != 0)
                        shown += "0123456789abcdef"[conversion >> shift & 15];
            }
            return raised("Unknown conversion specifier " + shown);
        }
        TextBuilder converted;
        outcome = append_text(vm, converted, object, static_cast<char>(conversion), answers);
        if (outcome != Outcome::yes) return outcome;
        object = converted.finish(vm);
        if (object.is_null()) return Outcome::raised;
    }
    if (!field.spec_nested)
        return append_formatted(vm, out, object, text.part(field.spec_start, field.spec_end),
                                answers);
    TextBuilder spec;
    outcome = run(spec, field.spec_start, field.spec_end, depth - 1);
    return outcome == Outcome::yes ? append_formatted(vm, out, object, spec.view(), answers)
                                   : outcome;
}

Outcome format_text(Vm& vm, Answers& answers, Value text, Value args, Value keywords,
                    TextBuilder& out) {
    TextBuilder copy;
    copy.append(text_of(vm, text));
    vm.charge(copy.length());
    StrFormat format{vm, answers, copy.view(), args, keywords};
    return format.run(out, 0, static_cast<uint32_t>(copy.length()), 2);
}

Value format_or_hand_over(Vm& vm, Value text, Value args, Value keywords) {
    Answers nobody;
    TextBuilder out;
    const auto or_none = [&](Value value) { return value.is_null() ? vm.none() : value; };
    switch (format_text(vm, nobody, text, args, keywords, out)) {
        case Outcome::yes:
            return out.finish(vm);
        case Outcome::needs_call:
            return vm.call_prelude(Root::prelude_text_format,
                                   {text, or_none(args), or_none(keywords)});
        default:
            return {};
    }
}

}  // namespace

Value native_str_format(Vm& vm, const Args& args) {
    return format_or_hand_over(vm, args[0], args[1], args[2]);
}
Value native_str_format_map(Vm& vm, const Args& args) {
    return format_or_hand_over(vm, args[0], {}, args[1]);
}

// _meada.str_format_step(text, args or None, keywords or None, answers): see answers.h.
Value native_str_format_step(Vm& vm, const Args& args) {
    Answers answers{args[3]};
    const auto or_null = [&](Value value) { return value == vm.none() ? Value{} : value; };
    TextBuilder out;
    const Outcome outcome =
        format_text(vm, answers, args[0], or_null(args[1]), or_null(args[2]), out);
    return finish_asking(answers, outcome, outcome == Outcome::yes ? out.finish(vm) : Value{});
}

}  // namespace meada
