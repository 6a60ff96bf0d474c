// Natives of exceptions and tracebacks.
#include "vm/attributes.h"
#include "vm/builtins.h"
#include "vm/containers.h"
#include "vm/exceptions.h"
#include "vm/operations.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {
namespace {

template <typename Field>
uint32_t field(const Args& args, Field offset) {
    return args[0].offset() + static_cast<uint32_t>(offset);
}

Value get_extra(Vm& vm, const Args& args, uint32_t index) {
    return or_none(vm, vm.block[args[0].as_ref<Exception>()].extra[index]);
}

Value set_extra(Vm& vm, const Args& args, uint32_t index) {
    vm.block.store(field(args, offsetof(Exception, extra)) + index * 8, args[1]);
    return vm.none();
}

// name=, path=, obj= of ImportError, NameError and AttributeError.
Value set_keywords(Vm& vm, Value exception, Value keywords) {
    uint32_t position = 0;
    Value key, value;
    while (dict_next(vm, keywords.as_ref<Dict>(), position, key, value)) {
        const bool first = str_equals(vm, key, "name");
        const bool second = str_equals(vm, key, "path") || str_equals(vm, key, "obj");
        const bool knows = vm.is_instance(exception, Root::ImportError) ||
                           vm.is_instance(exception, Root::NameError) ||
                           vm.is_instance(exception, Root::AttributeError);
        if (knows && !first && !second)
            return vm.raise(Root::TypeError, "'" + to_utf8(vm, key) +
                                                 "' is an invalid keyword argument for " +
                                                 type_name(vm, exception) + "()");
        if (!knows)
            return vm.raise(Root::TypeError,
                            type_name(vm, exception) + "() takes no keyword arguments");
        vm.block.store(exception.offset() + static_cast<uint32_t>(offsetof(Exception, extra)) +
                           (first ? 0u : 8u),
                       value);
    }
    return exception;
}

// OSError(errno, …) makes the subclass for that errno (Linux numbers, PEP 3151).
Ref<Type> os_error_type(const Vm& vm, Ref<Type> type, Value arguments) {
    if (type != vm.type(Root::OSError) || vm.block[arguments.as_ref<Tuple>()].count < 2)
        return type;
    const Value number = vm.block.load(arguments.offset() + Tuple::items_offset);
    if (!number.is_int()) return type;
    switch (number.as_int()) {
        case 1:
        case 13: return vm.type(Root::PermissionError);
        case 2: return vm.type(Root::FileNotFoundError);
        case 3: return vm.type(Root::ProcessLookupError);
        case 4: return vm.type(Root::InterruptedError);
        case 10: return vm.type(Root::ChildProcessError);
        case 11:
        case 114:
        case 115: return vm.type(Root::BlockingIOError);
        case 17: return vm.type(Root::FileExistsError);
        case 20: return vm.type(Root::NotADirectoryError);
        case 21: return vm.type(Root::IsADirectoryError);
        case 32:
        case 108: return vm.type(Root::BrokenPipeError);
        case 103: return vm.type(Root::ConnectionAbortedError);
        case 104: return vm.type(Root::ConnectionResetError);
        case 110: return vm.type(Root::TimeoutError);
        case 111: return vm.type(Root::ConnectionRefusedError);
        default: return type;
    }
}

// SyntaxError(message, details): what the details must be.
bool check_details(Vm& vm, Value arguments) {
    if (vm.block[arguments.as_ref<Tuple>()].count != 2) return true;
    const Value details = vm.block.load(arguments.offset() + Tuple::items_offset + 8);
    if (vm.block.kind(details) != Kind::tuple) {
        vm.raise(Root::TypeError, "'" + type_name(vm, details) + "' object is not iterable");
        return false;
    }
    const uint32_t count = vm.block[details.as_ref<Tuple>()].count;
    if (count >= 4 && count <= 6 && count != 5) return true;
    if (count == 5)
        vm.raise(Root::TypeError, "end_offset must be provided when end_lineno is provided");
    else
        vm.raise(Root::TypeError, std::string("function takes at ") +
                                      (count < 4 ? "least 4" : "most 6") + " arguments (" +
                                      std::to_string(count) + " given)");
    return false;
}

}  // namespace

Value exception_new(Vm& vm, const Args& args) {
    const Ref<Type> type = os_error_type(vm, args[0].as_ref<Type>(), args[1]);
    if (vm.is_subtype(type, vm.type(Root::BaseExceptionGroup)))
        return vm.call_prelude(Root::prelude_new_group, {args[0], args[1]});
    if (vm.is_subtype(type, vm.type(Root::SyntaxError)) && !check_details(vm, args[1])) return {};
    const Value made = new_exception(vm, type, args[1]);
    if (made.is_null() || !args.has(2)) return made;
    const bool own_init = vm.block.kind(vm.special(made, Special::init_)) == Kind::function;
    return own_init ? made : set_keywords(vm, made, args[2]);
}

Value exception_init(Vm& vm, const Args& args) {
    vm.block.store(field(args, offsetof(Exception, args)), args[1]);
    const bool one = vm.block[args[1].as_ref<Tuple>()].count > 0;
    const bool keeps_first = vm.is_instance(args[0], Root::StopIteration) ||
                             vm.is_instance(args[0], Root::SystemExit);
    if (keeps_first)
        vm.block.store(field(args, offsetof(Exception, extra)),
                       one ? vm.block.load(args[1].offset() + Tuple::items_offset) : vm.none());
    if (vm.is_instance(args[0], Root::OSError))
        fill_os_error(vm, args[0].as_ref<Exception>(), args[1]);
    if (args.has(2) && set_keywords(vm, args[0], args[2]).is_null()) return {};
    return vm.none();
}

Value exception_with_traceback(Vm& vm, const Args& args) {
    const bool traceback = vm.block.kind(args[1]) == Kind::traceback;
    if (!traceback && args[1] != vm.none())
        return vm.raise(Root::TypeError, "__traceback__ must be a traceback or None");
    vm.block.refer(args[0].offset() + static_cast<uint32_t>(offsetof(Exception, traceback)),
                   traceback ? args[1] : Value{});
    return args[0];
}

Value exception_add_note(Vm& vm, const Args& args) {
    if (!is_str(vm, args[1]))
        return vm.raise(Root::TypeError,
                        "note must be a str, not '" + type_name(vm, args[1]) + "'");
    const Ref<Dict> attributes = attributes_of(vm, args[0]);
    if (!attributes) return {};
    const Value name = intern(vm, "__notes__");
    Value notes = dict_get_str(vm, attributes, name);
    if (notes.is_null()) {
        notes = new_list(vm, {});
        if (notes.is_null() || !dict_set_str(vm, attributes, name, notes)) return {};
    }
    if (vm.block.kind(notes) != Kind::list)
        return vm.raise(Root::TypeError, "Cannot add note: __notes__ is not a list");
    return list_append(vm, notes.as_ref<List>(), args[1]) ? vm.none() : Value{};
}

namespace {

// str(exception) as far as no Python is needed for it.
Value message_of(Vm& vm, Value exception) {
    const Exception& found = vm.block[exception.as_ref<Exception>()];
    const Value args = found.args;
    const uint32_t count = vm.block[args.as_ref<Tuple>()].count;
    const auto first = [&] { return vm.block.load(args.offset() + Tuple::items_offset); };
    if (vm.is_instance(exception, Root::BaseExceptionGroup) && found.extra[0])
        return vm.call_prelude(Root::prelude_group_str, {exception});
    if (vm.is_instance(exception, Root::OSError) && count >= 2)
        return vm.call_prelude(Root::prelude_os_error_str, {exception});
    if (vm.is_instance(exception, Root::SyntaxError))
        return vm.call_prelude(Root::prelude_syntax_error_str, {exception});
    if (count == 0) return vm.root(Root::empty_str);
    if (count > 1) return vm.call_prelude(Root::prelude_str, {args});
    if (vm.is_instance(exception, Root::KeyError))
        return vm.call_prelude(Root::prelude_repr, {first()});
    if (is_str(vm, first()) && vm.type_of(first()) == vm.type(Root::type_str)) return first();
    return vm.call_prelude(Root::prelude_str, {first()});
}

}  // namespace

Value exception_str(Vm& vm, const Args& args) { return message_of(vm, args[0]); }
Value meada_exception_message(Vm& vm, const Args& args) { return message_of(vm, args[0]); }

Value exception_repr(Vm& vm, const Args& args) {
    return vm.call_prelude(Root::prelude_exception_repr, {args[0]});
}

Value exception_get_args(Vm& vm, const Args& args) {
    return vm.block[args[0].as_ref<Exception>()].args;
}
Value exception_set_args(Vm& vm, const Args& args) {
    if (args[1].is_null()) return vm.raise(Root::TypeError, "args may not be deleted");
    if (vm.block.kind(args[1]) != Kind::tuple)
        return vm.call_prelude(Root::prelude_set_exception_args, {args[0], args[1]});
    vm.block.store(field(args, offsetof(Exception, args)), args[1]);
    return vm.none();
}
Value exception_get_cause(Vm& vm, const Args& args) {
    return or_none(vm, vm.block[args[0].as_ref<Exception>()].cause);
}
Value exception_set_cause(Vm& vm, const Args& args) {
    if (args[1] != vm.none() && !is_exception(vm, args[1]))
        return vm.raise(Root::TypeError,
                        "exception cause must be None or derive from BaseException");
    vm.block.store(field(args, offsetof(Exception, cause)), args[1]);
    vm.block.edit(args[0].as_ref<Exception>()).suppress_context = 1;
    return vm.none();
}
Value exception_get_context(Vm& vm, const Args& args) {
    return or_none(vm, vm.block[args[0].as_ref<Exception>()].context);
}
Value exception_set_context_value(Vm& vm, const Args& args) {
    if (args[1] != vm.none() && !is_exception(vm, args[1]))
        return vm.raise(Root::TypeError,
                        "exception context must be None or derive from BaseException");
    vm.block.store(field(args, offsetof(Exception, context)),
                   args[1] == vm.none() ? Value{} : args[1]);
    return vm.none();
}
Value exception_get_traceback(Vm& vm, const Args& args) {
    const Ref<Traceback> traceback = vm.block[args[0].as_ref<Exception>()].traceback;
    return traceback ? show_traceback(vm, traceback) : vm.none();
}
Value exception_set_traceback(Vm& vm, const Args& args) {
    return exception_with_traceback(vm, args) ? vm.none() : Value{};
}
Value exception_get_suppress(Vm& vm, const Args& args) {
    return vm.boolean(vm.block[args[0].as_ref<Exception>()].suppress_context);
}
Value exception_set_suppress(Vm& vm, const Args& args) {
    if (args[1] != vm.boolean(true) && args[1] != vm.boolean(false))
        return vm.raise(Root::TypeError, "attribute value type must be bool");
    vm.block.edit(args[0].as_ref<Exception>()).suppress_context = args[1] == vm.boolean(true);
    return vm.none();
}

Value exception_get_extra0(Vm& vm, const Args& args) { return get_extra(vm, args, 0); }
Value exception_set_extra0(Vm& vm, const Args& args) { return set_extra(vm, args, 0); }
Value exception_get_extra1(Vm& vm, const Args& args) { return get_extra(vm, args, 1); }
Value exception_set_extra1(Vm& vm, const Args& args) { return set_extra(vm, args, 1); }
Value exception_get_extra2(Vm& vm, const Args& args) { return get_extra(vm, args, 2); }
Value exception_set_extra2(Vm& vm, const Args& args) { return set_extra(vm, args, 2); }

// SyntaxError's details: a tuple of file name, line, offset, text, end line, end offset, as given.
namespace {

constexpr uint32_t detail_count = 6;

Value detail_of(Vm& vm, Value error, uint32_t index) {
    const Value details = vm.block[error.as_ref<Exception>()].extra[1];
    if (details.is_null() || index >= vm.block[details.as_ref<Tuple>()].count) return vm.none();
    return vm.block.load(details.offset() + Tuple::items_offset + index * 8);
}

Value set_detail(Vm& vm, const Args& args, uint32_t index) {
    Value parts[detail_count];
    for (uint32_t at = 0; at < detail_count; ++at) parts[at] = detail_of(vm, args[0], at);
    parts[index] = args[1].is_null() ? vm.none() : args[1];
    const Value details = new_tuple(vm, parts);
    if (details.is_null()) return {};
    vm.block.store(field(args, offsetof(Exception, extra)) + 8, details);
    return vm.none();
}

}  // namespace

#define SYNTAX_DETAIL(name, index)                            \
    Value syntax_error_get_##name(Vm& vm, const Args& args) { \
        return detail_of(vm, args[0], index);                 \
    }                                                         \
    Value syntax_error_set_##name(Vm& vm, const Args& args) { return set_detail(vm, args, index); }
SYNTAX_DETAIL(filename, 0)
SYNTAX_DETAIL(lineno, 1)
SYNTAX_DETAIL(offset, 2)
SYNTAX_DETAIL(text, 3)
SYNTAX_DETAIL(end_lineno, 4)
SYNTAX_DETAIL(end_offset, 5)
#undef SYNTAX_DETAIL

Value exception_get_message(Vm& vm, const Args& args) {
    const Value tuple = vm.block[args[0].as_ref<Exception>()].args;
    const uint32_t count = vm.block[tuple.as_ref<Tuple>()].count;
    return count == 1 ? vm.block.load(tuple.offset() + Tuple::items_offset) : vm.none();
}

Value exception_reduce(Vm& vm, const Args& args) {
    return vm.call_prelude(Root::prelude_exception_reduce, {args[0]});
}
Value exception_setstate(Vm& vm, const Args& args) {
    return vm.call_prelude(Root::prelude_exception_setstate, {args[0], args[1]});
}

namespace {

Value get_arg(Vm& vm, const Args& args, uint32_t index) {
    const Value tuple = vm.block[args[0].as_ref<Exception>()].args;
    if (index >= vm.block[tuple.as_ref<Tuple>()].count) return vm.none();
    return vm.block.load(tuple.offset() + Tuple::items_offset + index * 8);
}

}  // namespace

Value exception_get_arg0(Vm& vm, const Args& args) { return get_arg(vm, args, 0); }
Value exception_get_arg1(Vm& vm, const Args& args) { return get_arg(vm, args, 1); }
Value exception_get_arg2(Vm& vm, const Args& args) { return get_arg(vm, args, 2); }
Value exception_get_arg3(Vm& vm, const Args& args) { return get_arg(vm, args, 3); }
Value exception_get_arg4(Vm& vm, const Args& args) { return get_arg(vm, args, 4); }

Value exception_get_group(Vm& vm, const Args& args) { return get_extra(vm, args, 1); }

Value meada_exception_set_group(Vm& vm, const Args& args) {
    const Value made = args[0];
    vm.block.store(field(args, offsetof(Exception, extra)), args[1]);
    vm.block.store(field(args, offsetof(Exception, extra)) + 8, args[2]);
    return made;
}

// The entries of an exception's traceback, outermost first: (traceback, file name, line).
Value meada_traceback_entries(Vm& vm, const Args& args) {
    std::vector<Value> entries;
    Ref<Traceback> at = vm.block[args[0].as_ref<Exception>()].traceback;
    for (; at; at = vm.block[at].next) {
        const Traceback& traceback = vm.block[at];
        const Value file = Value::from_ref(vm.block[traceback.place.code].file_name);
        const auto line = Value::from_int(traceback.line);
        const Value parts[] = {show_traceback(vm, at), file, line};
        entries.push_back(new_tuple(vm, parts));
        if (entries.back().is_null()) return {};
    }
    return new_list(vm, entries);
}

Value meada_traceback_entry(Vm& vm, const Args& args) {
    const bool known = is_str(vm, args[1]);
    const std::string line = known ? to_utf8(vm, args[1]) : std::string();
    return new_str(vm, traceback_entry(vm, args[0].as_ref<Traceback>(), known ? &line : nullptr));
}

Value meada_handled(Vm& vm, const Args&) { return or_none(vm, handled_exception(vm)); }

}  // namespace meada
