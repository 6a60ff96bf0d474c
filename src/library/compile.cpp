// Native half of compile(), exec() and eval(): from a source text to a code object.
#include "lang/lang.h"
#include "library/natives.h"
#include "vm/byte_strings.h"

namespace meada {
namespace {

Value text_or_none(Vm& vm, bool known, const std::string& text) {
    return known ? new_str(vm, text) : vm.none();
}

// What a SyntaxError is made of: (class name, message, line, offset, text, end line, end offset).
Value parts_of(Vm& vm, const Error& error) {
    const bool placed = error.range.line != 0;
    const auto number = [&](int64_t value) { return Value::from_int(value); };
    const Value parts[] = {
        new_str(vm, error.arguments[0]),
        new_str(vm, error.arguments[1]),
        placed ? number(error.range.line) : vm.none(),
        number(std::stoll(error.arguments[3])),
        text_or_none(vm, placed && !error.arguments[2].empty(), error.arguments[2]),
        number(error.range.end_line),
        number(std::stoll(error.arguments[4])),
    };
    for (const Value part : parts)
        if (part.is_null()) return {};
    return new_tuple(vm, parts);
}

Value warnings_of(Vm& vm, const std::vector<lang::Warning>& warnings) {
    const Value list = new_list(vm, {});
    for (const lang::Warning& warning : warnings) {
        if (warning.class_name != "SyntaxWarning") continue;  // others are filtered out by default
        const Value parts[] = {new_str(vm, warning.message), Value::from_int(warning.range.line)};
        const Value entry = parts[0].is_null() ? Value{} : new_tuple(vm, parts);
        if (list.is_null() || entry.is_null() || !list_append(vm, list.as_ref<List>(), entry))
            return {};
    }
    return list;
}

int64_t int_or(Vm& vm, Value value, int64_t otherwise) {
    return value == vm.none() ? otherwise : integer_of(value);
}

}  // namespace

// (code object, warnings), or (None, what the error is made of).
Value library_compile(Vm& vm, const Args& args) {
    const bool is_str_source = is_str(vm, args[0]);
    lang::SourceText source{to_utf8(vm, args[1]), {}, is_str_source, false};
    source.text = is_str_source ? to_utf8(vm, args[0]) : std::string(bytes_view(vm, args[0]));
    const auto mode = str_equals(vm, args[2], "eval")     ? lang::CompileMode::eval
                      : str_equals(vm, args[2], "single") ? lang::CompileMode::single
                                                          : lang::CompileMode::exec;
    vm.charge(source.text.size() * 10);
    std::vector<lang::Warning> warnings;
    const Result<CodeUnit> unit = lang::compile(source, mode, &warnings);
    Value result[2];
    if (unit) {
        const Ref<CodeObject> code = load_code(vm, *unit, CodeOrigin::elsewhere);
        if (!code) return {};
        result[0] = Value::from_ref(code);
        result[1] = warnings_of(vm, warnings);
    } else {
        result[0] = vm.none();
        result[1] = parts_of(vm, unit.error());
    }
    return result[1].is_null() ? Value{} : new_tuple(vm, result);
}

Value library_instruction_count(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[args[0].as_ref<CodeObject>()].instruction_count);
}

// The lines that print a SyntaxError's place.
Value library_syntax_place(Vm& vm, const Args& args) {
    lang::ShownPlace place;
    place.file_name = to_utf8(vm, args[0]);
    place.line = integer_of(args[1]);
    place.offset = int_or(vm, args[2], 0);
    if (is_str(vm, args[3])) place.text = to_utf8(vm, args[3]);
    place.end_line = int_or(vm, args[4], 0);
    place.end_offset = int_or(vm, args[5], 0);
    place.draws_range = args[6] == vm.boolean(true);
    return new_str(vm, lang::show_place(place));
}

}  // namespace meada
