// Natives of builtins about any object: attributes, classes, identity, text; and what the prelude
// asks about objects.
#include "vm/answers.h"
#include "vm/builtins.h"
#include "vm/containers.h"
#include "vm/exceptions.h"
#include "vm/identity.h"
#include "vm/interpreter.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {

Value prelude_value(Vm& vm, std::string_view name) {
    return dict_get_str(vm, vm.root(Root::prelude).as_ref<Dict>(), intern(vm, name));
}

Value call_special(Vm& vm, Value method, Value object, std::initializer_list<Value> arguments) {
    const Kind kind = vm.block.kind(method);
    std::vector<Value> values;
    if (kind == Kind::function || kind == Kind::native) {
        values.push_back(object);
    } else {
        const Computed bound = bind_attribute(vm, method, object, vm.type_of(object));
        if (bound.outcome != Outcome::yes) return {};
        method = bound.result;
    }
    values.insert(values.end(), arguments.begin(), arguments.end());
    return vm.call(method, values);
}

bool is_exact(const Vm& vm, Value value, Root type) { return vm.type_of(value) == vm.type(type); }

const Frame* visible_frame(const Vm& vm) {
    uint32_t at = vm.block[vm.context].frame;
    while (at != 0 && vm.block.at<Frame>(at)->flags & frame_hidden)
        at = vm.block.at<Frame>(at)->previous;
    return at == 0 ? nullptr : vm.block.at<Frame>(at);
}

namespace {

// A computed value, or the call or exception that it waits for.
Value ended(const Computed& computed) {
    return computed.outcome == Outcome::yes ? computed.result : Value{};
}

// Attribute names as natives take them: interned; null: raised.
Value name_of_attribute(Vm& vm, Value name) {
    if (is_str(vm, name)) return intern(vm, name);
    return vm.raise(Root::TypeError,
                    "attribute name must be string, not '" + type_name(vm, name) + "'");
}

}  // namespace

namespace {

// An AttributeError that a native getter raised counts as an attribute that is not there.
bool dismiss_attribute_error(Vm& vm) {
    const uint32_t slot = vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception));
    const Value pending = vm.block.load(slot);
    if (pending.is_null() || !vm.is_instance(pending, Root::AttributeError)) return false;
    vm.block.clear(slot);
    return true;
}

}  // namespace

Value builtin_getattr(Vm& vm, const Args& args) {
    const Value name = name_of_attribute(vm, args[1]);
    if (name.is_null()) return {};
    const bool has_default = args.has(2);
    const Computed found = get_attribute(vm, args[0], name);
    switch (found.outcome) {
        case Outcome::yes:
            return found.result;
        case Outcome::no:
            return has_default ? args[2] : raise_no_attribute(vm, args[0], name);
        case Outcome::raised:
            return has_default && dismiss_attribute_error(vm) ? args[2] : Value{};
        case Outcome::needs_call:
            break;
    }
    if (!has_default) return {};
    vm.request = {};  // what it calls may raise AttributeError
    return vm.call_prelude(Root::prelude_getattr_default, {args[0], name, args[2]});
}

Value builtin_hasattr(Vm& vm, const Args& args) {
    const Value name = name_of_attribute(vm, args[1]);
    if (name.is_null()) return {};
    const Computed found = get_attribute(vm, args[0], name);
    if (found.outcome == Outcome::raised)
        return dismiss_attribute_error(vm) ? vm.boolean(false) : Value{};
    if (found.outcome == Outcome::yes) vm.block.let_go_if_fresh(found.result);
    if (found.outcome != Outcome::needs_call) return vm.boolean(found.outcome == Outcome::yes);
    vm.request = {};
    return vm.call_prelude(Root::prelude_hasattr, {args[0], name});
}

Value builtin_setattr(Vm& vm, const Args& args) {
    const Value name = name_of_attribute(vm, args[1]);
    if (name.is_null()) return {};
    return set_attribute(vm, args[0], name, args[2]) == Outcome::yes ? vm.none() : Value{};
}

Value builtin_delattr(Vm& vm, const Args& args) {
    const Value name = name_of_attribute(vm, args[1]);
    if (name.is_null()) return {};
    return set_attribute(vm, args[0], name, {}) == Outcome::yes ? vm.none() : Value{};
}

namespace {

// Plain classes and tuples of them; needs_call: anything that a metaclass has a say in.
Outcome is_one_of(Vm& vm, Ref<Type> type, Value classes, Special hook) {
    if (vm.block.kind(classes) == Kind::type) {
        const Ref<Type> wanted = classes.as_ref<Type>();
        if (vm.block.kind(vm.special(classes, hook)) != Kind::native) return Outcome::needs_call;
        return vm.is_subtype(type, wanted) ? Outcome::yes : Outcome::no;
    }
    if (vm.block.kind(classes) != Kind::tuple) return Outcome::needs_call;
    for (uint32_t index = 0; index < tuple_count(vm, classes); ++index) {
        const Outcome outcome = is_one_of(vm, type, tuple_item_of(vm, classes, index), hook);
        if (outcome != Outcome::no) return outcome;
    }
    return Outcome::no;
}

// Its instances answer themselves what their __class__ is: proxies do.
bool says_its_class(Vm& vm, Ref<Type> type) {
    const Type& found = vm.block[type];
    if (!(found.flags & type_heap)) return false;
    const auto getter = static_cast<uint32_t>(Special::getattribute_);
    const Ref<Type> object = vm.type(Root::type_object);
    return found.specials[getter] != vm.block[object].specials[getter] ||
           find_in_type(vm, type, intern(vm, "__class__")) !=
               find_in_type(vm, object, intern(vm, "__class__"));
}

}  // namespace

Outcome is_instance_plainly(Vm& vm, Value instance, Value classes) {
    const Ref<Type> type = vm.type_of(instance);
    if (classes == Value::from_ref(type)) return Outcome::yes;
    const Outcome outcome = is_one_of(vm, type, classes, Special::instancecheck_);
    return outcome == Outcome::no && says_its_class(vm, type) ? Outcome::needs_call : outcome;
}

Value builtin_isinstance(Vm& vm, const Args& args) {
    const Ref<Type> type = vm.type_of(args[0]);
    if (args[1] == Value::from_ref(type)) return vm.boolean(true);
    const Outcome outcome = is_one_of(vm, type, args[1], Special::instancecheck_);
    if (outcome == Outcome::no && says_its_class(vm, type))
        return vm.call_prelude(Root::prelude_isinstance_by_class, {args[0], args[1]});
    if (outcome != Outcome::needs_call) return vm.boolean(outcome == Outcome::yes);
    return vm.call_prelude(Root::prelude_isinstance_of, {args[0], args[1]});
}

Value builtin_issubclass(Vm& vm, const Args& args) {
    const Outcome outcome =
        vm.block.kind(args[0]) == Kind::type
            ? is_one_of(vm, args[0].as_ref<Type>(), args[1], Special::subclasscheck_)
            : Outcome::needs_call;
    if (outcome != Outcome::needs_call) return vm.boolean(outcome == Outcome::yes);
    return vm.call_prelude(Root::prelude_issubclass_of, {args[0], args[1]});
}

Value builtin_callable(Vm& vm, const Args& args) {
    switch (vm.block.kind(args[0])) {
        case Kind::function:
        case Kind::native:
        case Kind::bound_method:
        case Kind::type:
            return vm.boolean(true);
        default:
            return vm.boolean(!vm.special(args[0], Special::call_).is_null());
    }
}

Value builtin_id(Vm& vm, const Args& args) {
    const uint64_t identity = identity_of(vm, args[0]);
    return identity == 0 ? Value{} : new_int_unsigned(vm, identity);
}

Value builtin_hash(Vm& vm, const Args& args) {
    const Hashed hashed = hash_of(vm, args[0]);
    if (hashed.outcome == Outcome::yes) return new_int(vm, static_cast<int64_t>(hashed.hash));
    if (hashed.outcome == Outcome::raised) return {};
    return vm.call_prelude(Root::prelude_hash, {args[0]});
}

Value builtin_repr(Vm& vm, const Args& args) {
    std::string text;
    const Outcome outcome = append_repr(vm, text, args[0]);
    if (outcome == Outcome::yes) return new_str(vm, text);
    if (outcome == Outcome::raised) return {};
    vm.request = {};
    return vm.call_prelude(Root::prelude_repr, {args[0]});
}

Value builtin_ascii(Vm& vm, const Args& args) {
    std::string text;
    const Outcome outcome = append_repr(vm, text, args[0]);
    if (outcome == Outcome::yes) return new_str(vm, ascii_escaped(text));
    if (outcome == Outcome::raised) return {};
    vm.request = {};
    return vm.call_prelude(Root::prelude_ascii, {args[0]});
}

Value builtin_format(Vm& vm, const Args& args) {
    const Value spec = args.has(1) ? args[1] : vm.root(Root::empty_str);
    if (!is_str(vm, spec))
        return vm.raise(Root::TypeError,
                        "format() argument 2 must be str, not " + type_name(vm, spec));
    const Computed formatted = format_value(vm, args[0], 0, spec);
    if (formatted.outcome != Outcome::needs_call) return ended(formatted);
    if (vm.request.kind != Vm::Request::Kind::none) return {};
    return vm.call_prelude(Root::prelude_format, {args[0], spec});
}

Value builtin_globals(Vm& vm, const Args&) {
    const Frame* frame = visible_frame(vm);
    return frame ? vm.block.value_of(frame->globals) : vm.none();
}

Value meada_caller_locals(Vm& vm, const Args& args);
Value builtin_locals(Vm& vm, const Args& args) { return meada_caller_locals(vm, args); }

Value builtin_vars(Vm& vm, const Args& args) {
    if (!args.has(0)) return meada_caller_locals(vm, args);
    return vm.call_prelude(Root::prelude_vars_of, {args[0]});
}

Value builtin_dir(Vm& vm, const Args& args) {
    if (args.has(0)) return vm.call_prelude(Root::prelude_dir_of, {args[0]});
    const Value locals = meada_caller_locals(vm, args);
    if (locals.is_null()) return {};
    return vm.call_prelude(Root::prelude_sorted, {locals, vm.none(), vm.boolean(false)});
}

// One text if no Python code is needed for it; the prelude writes it, one event a call.
Value builtin_print(Vm& vm, const Args& args) {
    enum : uint32_t { objects, sep, end, file, flush };
    const auto text_of = [&](uint32_t index, const char* otherwise) -> std::optional<std::string> {
        if (!args.has(index) || args[index] == vm.none()) return otherwise;
        if (!is_str(vm, args[index])) return std::nullopt;
        return to_utf8(vm, args[index]);
    };
    const auto separator = text_of(sep, " "), ending = text_of(end, "\n");
    std::string text;
    bool known = separator && ending;
    const uint32_t count = tuple_count(vm, args[objects]);
    for (uint32_t index = 0; known && index < count; ++index) {
        if (index > 0) text += *separator;
        const Outcome outcome = append_str(vm, text, tuple_item_of(vm, args[objects], index));
        if (outcome == Outcome::raised) return {};
        known = outcome == Outcome::yes;
    }
    vm.request = {};
    if (known) text += *ending;
    const Value made = known ? new_str(vm, text) : vm.none();
    if (made.is_null()) return {};
    const auto or_none = [&](uint32_t index) { return args.has(index) ? args[index] : vm.none(); };
    return vm.call_prelude(Root::prelude_print, {args[objects], or_none(sep), or_none(end),
                                                 or_none(file), or_none(flush), made});
}

Value builtin_input(Vm& vm, const Args& args) {
    return vm.call_prelude(Root::prelude_input,
                           {args.has(0) ? args[0] : prelude_value(vm, "_missing")});
}

// __import__(name, globals=None, locals=None, fromlist=(), level=0)
Value builtin_import(Vm& vm, const Args& args) {
    const Frame* frame = visible_frame(vm);
    Value globals = args.has(1) ? args[1] : vm.none();
    if (vm.block.kind(globals) != Kind::dict)
        globals = frame ? vm.block.value_of(frame->globals) : vm.root(Root::prelude);
    return vm.call_prelude(Root::prelude_import_module,
                           {args[0], args.has(4) ? args[4] : Value::from_int(0), globals,
                            args.has(3) ? args[3] : vm.root(Root::empty_tuple)});
}

// The types of the singletons give the one there is.
Value none_new(Vm& vm, const Args&) { return vm.none(); }
Value ellipsis_new(Vm& vm, const Args&) { return vm.root(Root::ellipsis); }
Value not_implemented_new(Vm& vm, const Args&) { return vm.root(Root::not_implemented); }
Value none_bool(Vm& vm, const Args&) { return vm.boolean(false); }

// --- for the prelude ---

// A special method bound to its object, or None.
Value meada_bound(Vm& vm, const Args& args) {
    const Ref<Type> type = vm.type_of(args[0]);
    const Value found = find_in_type(vm, type, intern(vm, args[1]));
    if (found.is_null() || found == vm.none()) return vm.none();
    return ended(bind_attribute(vm, found, args[0], type));
}

// What a class itself has under a name through its MRO, unbound, or None.
Value meada_class_special(Vm& vm, const Args& args) {
    const Value found = find_in_type(vm, args[0].as_ref<Type>(), intern(vm, args[1]));
    return found ? found : vm.none();
}

// Of the machinery's own functions: native ones and the class methods made of them.
Value meada_is_native(Vm& vm, const Args& args) {
    Value function = args[0];
    const Kind kind = vm.block.kind(function);
    if (kind == Kind::bound_method)
        function = vm.block[function.as_ref<BoundMethod>()].function;
    else if (kind == Kind::class_method || kind == Kind::static_method)
        function = vm.block[function.as_ref<MethodWrapper>()].function;
    return vm.boolean(vm.block.kind(function) == Kind::native);
}

Value meada_type_name(Vm& vm, const Args& args) { return new_str(vm, type_name(vm, args[0])); }

// The items of a list or tuple as they stand, whatever a subclass overrides.
Value meada_raw_items(Vm& vm, const Args& args) {
    const bool list = vm.block.kind(args[0]) == Kind::list;
    ASSERT(list || vm.block.kind(args[0]) == Kind::tuple);
    const uint32_t count = list ? vm.block[args[0].as_ref<List>()].count : tuple_count(vm, args[0]);
    const uint32_t first =
        list ? vm.block[args[0].as_ref<List>()].items.offset + Values::first_offset
             : args[0].offset() + Tuple::items_offset;
    std::vector<Value> items(count);
    for (uint32_t index = 0; index < count; ++index)
        items[index] = vm.block.load(first + index * 8);
    return new_tuple(vm, items);
}

Value meada_set_type_attribute(Vm& vm, const Args& args) {
    const Ref<Type> type = args[0].as_ref<Type>();
    const Value name = intern(vm, args[1]);
    if (!dict_set_str(vm, vm.block[type].attributes, name, args[2])) return {};
    type_changed(vm, type, name);
    return vm.none();
}

Value meada_set_exception_group(Vm& vm, const Args& args) {
    vm.set_root(Root::exception_group, args[0]);
    return vm.none();
}

// The bare exception: no __new__ of its class is asked.
Value meada_new_exception(Vm& vm, const Args& args) {
    return new_exception(vm, args[0].as_ref<Type>(), args[1]);
}

// (file name, line) of what runs, or None.
Value meada_caller_place(Vm& vm, const Args&) {
    for (const FrameView& frame : frames_of(vm, vm.context)) {
        if (frame.hidden) continue;
        const Value parts[] = {Value::from_ref(vm.block[frame.code].file_name),
                               Value::from_int(range_of(vm, frame.code, frame.instruction).line)};
        return new_tuple(vm, parts);
    }
    return vm.none();
}

// The names that the frame which raised could see, nearest first: lists of locals, globals,
// builtins. (Locals: all of the code's, set or not: the frame is gone.)
Value meada_names_in_scope(Vm& vm, const Args& args) {
    Ref<Traceback> last = vm.block[args[0].as_ref<Exception>()].traceback;
    while (last && vm.block[last].next) last = vm.block[last].next;
    const Value scopes = new_list(vm, {});
    if (!last || scopes.is_null()) return scopes;
    std::vector<Value> names;
    const CodeObject& code = vm.block[vm.block[last].place.code];
    for (uint32_t index = 0; index < code.slot_count; ++index)
        names.push_back(tuple_item_of(vm, Value::from_ref(code.slot_names), index));
    const auto add = [&] {
        const Value list = new_list(vm, names);
        names.clear();
        return !list.is_null() && list_append(vm, scopes.as_ref<List>(), list);
    };
    const auto take = [&](Ref<Dict> dict) {
        uint32_t position = 0;
        Value key, value;
        while (dict && dict_next(vm, dict, position, key, value)) names.push_back(key);
    };
    if (!add()) return {};
    take(vm.block[last].place.globals);
    if (!add()) return {};
    take(vm.block[vm.root(Root::builtins).as_ref<Module>()].attributes);
    return add() ? scopes : Value{};
}

}  // namespace meada
