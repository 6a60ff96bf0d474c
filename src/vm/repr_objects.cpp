// repr of types, functions, modules, exceptions, and str of exceptions.
#include "vm/attributes.h"
#include "vm/byte_strings.h"
#include "vm/containers.h"
#include "vm/identity.h"
#include "vm/numbers.h"
#include "vm/repr.h"
#include "vm/strings.h"
#include "vm/text_view.h"

namespace meada {
namespace {

std::string text_at(const Vm& vm, Ref<Str> str) {
    return str ? to_utf8(vm, Value::from_ref(str)) : std::string("?");
}

Value own_attribute(Vm& vm, Ref<Dict> attributes, std::string_view name) {
    if (!attributes) return {};
    const Value interned = intern(vm, name);
    return interned.is_null() ? Value{} : dict_get_str(vm, attributes, interned);
}

Outcome finish_with_address(Repr& repr, Value value) {
    append_address(repr.vm, repr.out, value);
    repr.out += '>';
    return Outcome::yes;
}

// "<kind name at 0x…>"
Outcome named(Repr& repr, const char* kind, Ref<Str> name, Value value) {
    repr.out += std::string("<") + kind + " " + text_at(repr.vm, name);
    return finish_with_address(repr, value);
}

std::string owner_text(const Vm& vm, Ref<Type> owner) { return text_at(vm, vm.block[owner].name); }

Outcome repr_native(Repr& repr, Value value) {
    Vm& vm = repr.vm;
    const NativeFunction native = vm.block[value.as_ref<NativeFunction>()];
    const std::string name = text_at(vm, native.name);
    if (!native.owner) {
        repr.out += "<built-in function " + name + ">";
    } else {
        const bool special = name.starts_with("__") && name.ends_with("__");
        repr.out += (special ? "<slot wrapper '" : "<method '") + name + "' of '" +
                    owner_text(vm, native.owner) + "' objects>";
    }
    return Outcome::yes;
}

Outcome repr_bound(Repr& repr, Value value) {
    Vm& vm = repr.vm;
    const BoundMethod bound = vm.block[value.as_ref<BoundMethod>()];
    if (vm.block.kind(bound.function) == Kind::native) {
        const std::string name =
            text_at(vm, vm.block[bound.function.as_ref<NativeFunction>()].name);
        const bool special = name.starts_with("__") && name.ends_with("__");
        if (vm.block.kind(bound.self) == Kind::type) {
            repr.out += "<built-in method " + name + " of type object";
        } else if (special) {
            repr.out +=
                "<method-wrapper '" + name + "' of " + type_name(vm, bound.self) + " object";
        } else {
            repr.out += "<built-in method " + name + " of " + type_name(vm, bound.self) + " object";
        }
        return finish_with_address(repr, bound.self);
    }
    repr.out += "<bound method ";
    switch (vm.block.kind(bound.function)) {
        case Kind::function:
            repr.out += text_at(vm, vm.block[bound.function.as_ref<Function>()].qualified_name);
            break;
        case Kind::type:
            repr.out += text_at(vm, vm.block[bound.function.as_ref<Type>()].qualified_name);
            break;
        default: repr.out += "?";
    }
    repr.out += " of ";
    const Outcome outcome = repr.repr(bound.self);
    repr.out += '>';
    return outcome;
}

// An attribute that is a str; null: another one, or none.
Value text_attribute(Vm& vm, Value object, std::string_view name) {
    const Computed found = get_attribute_plain(vm, object, intern(vm, name));
    vm.request = {};
    return found.outcome == Outcome::yes && is_str(vm, found.result) ? found.result : Value{};
}

Outcome repr_module(Repr& repr, Value value) {
    Vm& vm = repr.vm;
    const Module module = vm.block[value.as_ref<Module>()];
    const Value file = own_attribute(vm, module.attributes, "__file__");
    repr.out += "<module '" + text_at(vm, module.name) + "'";
    Outcome outcome = Outcome::yes;
    if (!file.is_null() && is_str(vm, file)) {
        repr.out += " from ";
        append_str_repr(vm, repr.out, file);
    } else if (const Value spec = own_attribute(vm, module.attributes, "__spec__");
               spec.is_null() || spec == vm.none()) {
        // A script has made it.
    } else if (const Value origin = text_attribute(vm, spec, "origin");
               origin && !to_utf8(vm, origin).starts_with('<')) {
        repr.out += " (" + to_utf8(vm, origin) + ")";
    } else if (const Value loader = own_attribute(vm, module.attributes, "__loader__");
               origin || loader.is_null() || loader == vm.none()) {
        if (origin) repr.out += " (built-in)";  // of the library
    } else {
        repr.out += " (";
        outcome = repr.repr(loader);
        repr.out += ')';
    }
    repr.out += '>';
    return outcome;
}

Outcome repr_generator(Repr& repr, Value value) {
    const Generator& generator = repr.vm.block[value.as_ref<Generator>()];
    constexpr const char* kinds[] = {"generator object", "coroutine object",
                                     "async_generator object"};
    return named(repr, kinds[generator.detail], generator.qualified_name, value);
}

Outcome repr_cell(Repr& repr, Value value) {
    Vm& vm = repr.vm;
    const Value content = vm.block[value.as_ref<Cell>()].content;
    repr.out += "<cell";
    append_address(vm, repr.out, value);
    if (content.is_null()) {
        repr.out += ": empty>";
        return Outcome::yes;
    }
    repr.out += ": " + type_name(vm, content) + " object";
    return finish_with_address(repr, content);
}

Outcome repr_code(Repr& repr, Value value) {
    Vm& vm = repr.vm;
    const CodeObject& code = vm.block[value.as_ref<CodeObject>()];
    const std::string name = text_at(vm, code.name), file = text_at(vm, code.file_name);
    const uint32_t line = code.first_line;
    repr.out += "<code object " + name;
    append_address(vm, repr.out, value);
    repr.out += ", file \"" + file + "\", line " + std::to_string(line) + ">";
    return Outcome::yes;
}

Outcome repr_super(Repr& repr, Value value) {
    Vm& vm = repr.vm;
    const Super super = vm.block[value.as_ref<Super>()];
    repr.out += "<super: <class '" + owner_text(vm, super.type.as_ref<Type>()) + "'>, ";
    const bool bound = !super.self_type.is_null() && vm.block.kind(super.self_type) == Kind::type;
    repr.out +=
        bound ? "<" + owner_text(vm, super.self_type.as_ref<Type>()) + " object>>" : "NULL>";
    return Outcome::yes;
}

}  // namespace

std::string module_prefix(Vm& vm, Ref<Type> type) {
    const Value module = own_attribute(vm, vm.block[type].attributes, "__module__");
    if (module.is_null() || !is_str(vm, module) || str_equals(vm, module, "builtins")) return {};
    return to_utf8(vm, module) + ".";
}

Outcome Repr::plain_object(Value value) {
    const Ref<Type> type = vm.type_of(value);
    const std::string module = module_prefix(vm, type);
    out += "<" + module + text_at(vm, vm.block[type].qualified_name) + " object";
    return finish_with_address(*this, value);
}

Outcome Repr::class_object(Value value) {
    const Ref<Type> type = value.as_ref<Type>();
    const std::string module = module_prefix(vm, type);
    out += "<class '" + module + text_at(vm, vm.block[type].qualified_name) + "'>";
    return Outcome::yes;
}

Outcome Repr::object(Value value) {
    const Block& block = vm.block;
    switch (block.kind(value)) {
        case Kind::type:
            return class_object(value);
        case Kind::function:
            if (is_builtin_function(vm, value)) {
                out += "<built-in function " +
                       text_at(vm, block[value.as_ref<Function>()].name) + ">";
                return Outcome::yes;
            }
            return named(*this, "function", block[value.as_ref<Function>()].qualified_name, value);
        case Kind::native:
            return repr_native(*this, value);
        case Kind::bound_method:
            return repr_bound(*this, value);
        case Kind::class_method:
        case Kind::static_method: {
            const bool class_method = block.kind(value) == Kind::class_method;
            out += class_method ? "<classmethod(" : "<staticmethod(";
            const Outcome outcome = repr(block[value.as_ref<MethodWrapper>()].function);
            out += ")>";
            return outcome;
        }
        case Kind::module:
            return repr_module(*this, value);
        case Kind::generator:
            return repr_generator(*this, value);
        case Kind::cell:
            return repr_cell(*this, value);
        case Kind::code:
            return repr_code(*this, value);
        case Kind::super:
            return repr_super(*this, value);
        case Kind::member: {
            const Member member = block[value.as_ref<Member>()];
            if (member.detail == static_cast<uint16_t>(MemberForm::item)) {
                const std::string place = std::to_string(member.index);
                out += "_tuplegetter(" + place + ", 'Alias for field number " + place + "')";
                return Outcome::yes;
            }
            const bool slot = member.detail == static_cast<uint16_t>(MemberForm::slot);
            out += (slot ? "<member '" : "<attribute '") + text_at(vm, member.name) + "' of '" +
                   owner_text(vm, member.owner) + "' objects>";
            return Outcome::yes;
        }
        case Kind::exception:
            return exception(value);
        default:
            return plain_object(value);
    }
}

Outcome Repr::exception(Value value) {
    const Value args = vm.block[value.as_ref<Exception>()].args;
    out += type_name(vm, value);
    if (args.is_null()) {
        out += "()";
        return Outcome::yes;
    }
    if (vm.block[args.as_ref<Tuple>()].count != 1) return repr(args);
    out += '(';
    const Outcome outcome = repr(vm.block.load(args.offset() + Tuple::items_offset));
    out += ')';
    return outcome;
}

// --- str of exceptions ---
namespace {

struct Arguments {
    const Vm& vm;
    Value tuple;
    uint32_t count;

    Value operator[](uint32_t index) const {
        return vm.block.load(tuple.offset() + Tuple::items_offset + index * 8);
    }
    bool is_text(uint32_t index) const { return is_str(vm, (*this)[index]); }
};

std::string two_digits(uint32_t number, int digits) {
    std::string out;
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        out += "0123456789abcdef"[number >> shift & 15];
    return out;
}

// "'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)"
bool unicode_error_text(Repr& repr, const Arguments& args, bool decoding) {
    Vm& vm = repr.vm;
    if (args.count != 5 || !args.is_text(0) || !args.is_text(4) || !args[2].is_int() ||
        !args[3].is_int())
        return false;
    const int64_t start = args[2].as_int(), end = args[3].as_int();
    std::string& out = repr.out;
    out += "'" + to_utf8(vm, args[0]) + "' codec can't " + (decoding ? "decode " : "encode ");
    std::string what = decoding ? "bytes" : "characters";
    if (end == start + 1 && decoding) {
        if (vm.block.kind(args[1]) != Kind::bytes) return false;
        const std::string_view bytes = bytes_view(vm, args[1]);
        if (start < 0 || start >= static_cast<int64_t>(bytes.size())) return false;
        what = "byte 0x" + two_digits(static_cast<uint8_t>(bytes[static_cast<size_t>(start)]), 2);
    } else if (end == start + 1) {
        if (!args.is_text(1) || start < 0 || start >= str_length(vm, args[1])) return false;
        const char32_t bad = str_at(vm, args[1], static_cast<uint32_t>(start));
        what = "character '" +
               (bad < 0x100     ? "\\x" + two_digits(bad, 2)
                : bad < 0x10000 ? "\\u" + two_digits(bad, 4)
                                : "\\U" + two_digits(bad, 8)) +
               "'";
    }
    out += what + " in position " + std::to_string(start);
    if (end != start + 1) out += "-" + std::to_string(end - 1);
    out += ": " + to_utf8(vm, args[4]);
    return true;
}

Outcome os_error_text(Repr& repr, Value value, const Arguments& args, bool& done) {
    const Exception error = repr.vm.block[value.as_ref<Exception>()];
    Value number = error.extra[0], words = error.extra[1], file = error.extra[2];
    if (number.is_null() && args.count >= 2) {
        number = args[0], words = args[1];
        if (args.count > 2) file = args[2];
    }
    done = !number.is_null() && !words.is_null();
    if (!done) return Outcome::yes;
    repr.out += "[Errno ";
    Outcome outcome = repr.str(number);
    repr.out += "] ";
    if (outcome == Outcome::yes) outcome = repr.str(words);
    if (outcome == Outcome::yes && !file.is_null() && file != repr.vm.none()) {
        repr.out += ": ";
        outcome = repr.repr(file);
    }
    return outcome;
}

Outcome group_text(Repr& repr, const Arguments& args) {
    const Outcome outcome = repr.str(args[0]);
    const Block& block = repr.vm.block;
    const Kind kind = block.kind(args[1]);
    const uint32_t count = kind == Kind::list    ? block[args[1].as_ref<List>()].count
                           : kind == Kind::tuple ? block[args[1].as_ref<Tuple>()].count
                                                 : 0;
    repr.out += " (" + std::to_string(count) + " sub-exception" + (count == 1 ? ")" : "s)");
    return outcome;
}

}  // namespace

Outcome Repr::exception_text(Value value) {
    const Value tuple = vm.block[value.as_ref<Exception>()].args;
    if (tuple.is_null()) return Outcome::yes;
    const Arguments args{vm, tuple, vm.block[tuple.as_ref<Tuple>()].count};
    const auto is = [&](Root type) { return vm.is_instance(value, type); };
    if (is(Root::SyntaxError)) return asked(Question::str, value);
    if (args.count == 0) return Outcome::yes;
    if (is(Root::OSError)) {
        bool done = false;
        const Outcome outcome = os_error_text(*this, value, args, done);
        if (done || outcome != Outcome::yes) return outcome;
    }
    if (args.count == 1) return is(Root::KeyError) ? repr(args[0]) : str(args[0]);
    if (args.count == 2 && is(Root::BaseExceptionGroup)) return group_text(*this, args);
    if (is(Root::UnicodeDecodeError) && unicode_error_text(*this, args, true)) return Outcome::yes;
    if (is(Root::UnicodeEncodeError) && unicode_error_text(*this, args, false)) return Outcome::yes;
    return repr(tuple);
}

}  // namespace meada
