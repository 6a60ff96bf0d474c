// format(value, spec), FORMAT_VALUE, and the __format__ of the built-in types.
#include "vm/format.h"
#include "vm/answers.h"
#include "vm/numbers.h"
#include "vm/operations.h"
#include "vm/strings.h"

namespace meada {
namespace {

enum class Family : uint8_t { str, integer, floating, complex, other, python };

// Whose __format__ it is. Classes of scripts inherit one of these or have their own.
Family family_of(const Vm& vm, Value value) {
    if (value.is_int()) return Family::integer;
    if (value.is_float()) return Family::floating;
    const Kind kind = vm.block.kind(value);
    const bool heap = (vm.block[vm.type_of(value)].flags & type_heap) != 0;
    if (heap || kind == Kind::native_object) {
        const Value method = vm.special(value, Special::format_);
        if (!method.is_null()) {
            if (vm.block.kind(method) != Kind::native) return Family::python;
            if (vm.block[method.as_ref<NativeFunction>()].owner == vm.type(Root::type_object))
                return Family::other;
        }
        if (kind == Kind::native_object && !method.is_null()) return Family::python;
    }
    switch (kind) {
        case Kind::str:
            return Family::str;
        case Kind::integer:
        case Kind::boolean:
            return Family::integer;
        case Kind::floating:
            return Family::floating;
        case Kind::complex:
            return Family::complex;
        default:
            return Family::other;
    }
}

bool format_built_in(Vm& vm, TextBuilder& out, Value value, const TextView& spec_text,
                     Family family) {
    const std::string type = type_name(vm, value);
    FormatSpec spec;
    const char align = family == Family::str ? '<' : '>';
    const char code = family == Family::str ? 's' : family == Family::integer ? 'd' : 0;
    if (!parse_format_spec(vm, spec_text, type, align, code, spec)) return false;
    switch (family) {
        case Family::str:
            if (spec.type != 's') return raise_format_code(vm, spec.type, type);
            if (spec.width > int64_t{block_size_bytes_max}) return raise_no_memory(vm), false;
            return format_str(vm, out, value, spec);
        case Family::integer:
            return format_int(vm, out, value, spec, type);
        case Family::floating:
            return format_float(vm, out, float_of(vm, value), spec, type);
        default: {
            const Complex number = vm.block[value.as_ref<Complex>()];
            return format_complex(vm, out, number.real, number.imaginary, spec, type);
        }
    }
}

Outcome append_answer(Vm& vm, TextBuilder& out, Answers& answers, Question question, Value value,
                      Value argument) {
    Value answer;
    const Outcome outcome = answers.ask(vm, question, value, argument, answer);
    if (outcome == Outcome::yes) out.append(text_of(vm, answer));
    return outcome;
}

}  // namespace

Outcome append_text(Vm& vm, TextBuilder& out, Value value, char conversion, Answers& answers) {
    if (conversion == 's' && is_exact_str(vm, value)) {
        out.append(text_of(vm, value));
        return Outcome::yes;
    }
    std::string text;
    const Outcome outcome = conversion == 's'   ? append_str(vm, text, value, answers)
                            : conversion == 'r' ? append_repr(vm, text, value, answers)
                            : conversion == 'p' ? append_plain_repr(vm, text, value, answers)
                                                : append_ascii(vm, text, value, answers);
    if (outcome == Outcome::yes) {
        out.append_utf8(text);
        vm.charge(text.size());
    }
    return outcome;
}

// `spec` does not lie in the block.
Outcome append_formatted(Vm& vm, TextBuilder& out, Value value, const TextView& spec,
                         Answers& answers) {
    const Family family = family_of(vm, value);
    if (family == Family::python) {
        const Value given = new_str_of(vm, spec);
        if (given.is_null()) return Outcome::raised;
        return append_answer(vm, out, answers, Question::format, value, given);
    }
    if (spec.length == 0) return append_text(vm, out, value, 's', answers);
    if (family == Family::other) {
        vm.raise(Root::TypeError,
                 "unsupported format string passed to " + type_name(vm, value) + ".__format__");
        return Outcome::raised;
    }
    return format_built_in(vm, out, value, spec, family) ? Outcome::yes : Outcome::raised;
}

namespace {

Outcome format_into(Vm& vm, TextBuilder& out, Value value, uint32_t conversion, Value spec,
                    Answers& answers) {
    TextBuilder spec_text;  // outside the block
    if (!spec.is_null()) spec_text.append(text_of(vm, spec));
    if (conversion == 0) return append_formatted(vm, out, value, spec_text.view(), answers);
    if (spec_text.length() == 0) return append_text(vm, out, value, "?sra"[conversion], answers);
    TextBuilder text;
    const Outcome outcome = append_text(vm, text, value, "?sra"[conversion], answers);
    if (outcome != Outcome::yes) return outcome;
    const Value str = text.finish(vm);
    if (str.is_null()) return Outcome::raised;
    return append_formatted(vm, out, str, spec_text.view(), answers);
}

}  // namespace

Computed format_value(Vm& vm, Value value, uint32_t conversion, Value spec) {
    const bool plain = spec.is_null() || str_length(vm, spec) == 0;
    if (plain && conversion <= 1 && is_exact_str(vm, value)) return {Outcome::yes, value};
    Answers nobody;
    TextBuilder out;
    const Outcome outcome = format_into(vm, out, value, conversion, spec, nobody);
    if (outcome != Outcome::yes) return {outcome};
    const Value made = out.finish(vm);
    return {made.is_null() ? Outcome::raised : Outcome::yes, made};
}

namespace {

bool take_spec(Vm& vm, Value spec) {
    if (spec.is_null() || is_str(vm, spec)) return true;
    vm.raise(Root::TypeError, "__format__() argument must be str, not " + type_name(vm, spec));
    return false;
}

}  // namespace

// __format__ of str, int, float and complex: also called by classes that override it.
Value native_value_format(Vm& vm, const Args& args) {
    const Value self = args[0], spec = args[1];
    if (!take_spec(vm, spec)) return {};
    const Family family = self.is_int() || self.is_float()        ? family_of(vm, self)
                          : vm.block.kind(self) == Kind::str      ? Family::str
                          : vm.block.kind(self) == Kind::floating ? Family::floating
                          : vm.block.kind(self) == Kind::complex  ? Family::complex
                                                                  : Family::integer;
    if (str_length(vm, spec) == 0) {
        std::string text;
        switch (append_str(vm, text, self)) {
            case Outcome::needs_call:
                return vm.call_prelude(Root::prelude_str, {self});
            case Outcome::yes:
                return new_str(vm, text);
            default:
                return {};
        }
    }
    TextBuilder spec_text, out;
    spec_text.append(text_of(vm, spec));
    return format_built_in(vm, out, self, spec_text.view(), family) ? out.finish(vm) : Value{};
}

// _meada.format_step(value, conversion, spec, answers): see answers.h.
Value native_format_step(Vm& vm, const Args& args) {
    Answers answers{args[3]};
    const Value value = args[0], spec = args[2];
    const auto conversion = static_cast<uint32_t>(args[1].as_int());
    TextBuilder out;
    const Outcome outcome = format_into(vm, out, value, conversion, spec, answers);
    return finish_asking(answers, outcome, outcome == Outcome::yes ? out.finish(vm) : Value{});
}

Value native_text_step(Vm& vm, const Args& args) {  // (value, "s" | "r" | "a" | "p", answers)
    Answers answers{args[2]};
    const Value value = args[0];
    const auto conversion = static_cast<char>(str_at(vm, args[1], 0));
    TextBuilder out;
    const Outcome outcome = append_text(vm, out, value, conversion, answers);
    return finish_asking(answers, outcome, outcome == Outcome::yes ? out.finish(vm) : Value{});
}

}  // namespace meada
