#include "vm/calls.h"

#include "vm/attributes.h"
#include "vm/containers.h"
#include "vm/frames.h"
#include "vm/generators.h"
#include "vm/natives.h"
#include "vm/plain_arguments.h"
#include "vm/strings.h"
#include "vm/types.h"
#include "vm/unwind.h"

namespace meada {
namespace {

bool is_of_object(const Vm& vm, Value method, Special special) {
    return method == vm.block[vm.type(Root::type_object)].specials[static_cast<uint32_t>(special)];
}

Step call_native_value(Vm& vm, Value callable, std::span<const Value> arguments,
                       Value keyword_names, ReturnMode mode, Value extra) {
    const NativeFunction& native = vm.block[callable.as_ref<NativeFunction>()];
    if (!check_self(vm, native, arguments)) return Step::raised;
    const Value result = call_native(vm, native.index, arguments, keyword_names);
    if (result) return complete(vm, mode, extra, result);
    if (keyword_names.is_null()) ask_with_plain_arguments(vm, callable, arguments);
    return do_request(vm, mode, extra);
}

Value keyword_dict(Vm& vm, std::span<const Value> values, Value keyword_names) {
    const Value dict = new_dict(vm);
    if (dict.is_null()) return {};
    for (size_t index = 0; index < values.size(); ++index) {
        const Value name = vm.block.load(keyword_names.offset() + Tuple::items_offset +
                                         static_cast<uint32_t>(index) * 8);
        if (dict_set(vm, dict.as_ref<Dict>(), name, values[index]) != Outcome::yes) return {};
    }
    return dict;
}

uint32_t keyword_count(const Vm& vm, Value keyword_names) {
    return keyword_names.is_null() ? 0 : vm.block[keyword_names.as_ref<Tuple>()].count;
}

// type.__call__ in full, in Python: a Python __new__, a metaclass's __call__ through super().
Step call_type_prelude(Vm& vm, Value type, std::span<const Value> arguments, Value keyword_names,
                       ReturnMode mode, Value extra) {
    const size_t positional = arguments.size() - keyword_count(vm, keyword_names);
    const Value args = new_tuple(vm, arguments.first(positional));
    const Value keywords = keyword_dict(vm, arguments.subspan(positional), keyword_names);
    if (args.is_null() || keywords.is_null()) return Step::raised;
    return call_value(vm, vm.root(Root::prelude_call_type), {type, args, keywords}, mode, extra);
}

bool raise_no_arguments(Vm& vm, Ref<Type> type) {
    vm.raise(Root::TypeError, to_utf8(vm, Value::from_ref(vm.block[type].name)) +
                                  "() takes no arguments");
    return false;
}

// The object is made; now its __init__, if it has one that does something.
Step init_instance(Vm& vm, Value object, Value init, std::span<const Value> arguments,
                   Value keyword_names, ReturnMode mode, Value extra) {
    const ArgumentList with_self(object, arguments);
    if (mode != ReturnMode::push) {  // the caller wants something else done with the instance
        const size_t positional = arguments.size() - keyword_count(vm, keyword_names);
        const Value args = new_tuple(vm, arguments.first(positional));
        const Value keywords = keyword_dict(vm, arguments.subspan(positional), keyword_names);
        if (args.is_null() || keywords.is_null()) return Step::raised;
        return call_value(vm, vm.root(Root::prelude_init_instance),
                          {object, init, args, keywords}, mode, extra);
    }
    const uint32_t caller = vm.block[vm.context].frame;
    push_value(vm, caller, object);
    return call_value(vm, init, with_self, keyword_names, ReturnMode::init);
}

Step call_type(Vm& vm, Value callable, std::span<const Value> arguments, Value keyword_names,
               ReturnMode mode, Value extra) {
    const Ref<Type> type = callable.as_ref<Type>();
    if (type == vm.type(Root::type_type))  // what it makes may be a metaclass's, with an __init__
        return arguments.size() == 1 && keyword_names.is_null()
                   ? complete(vm, mode, extra, Value::from_ref(vm.type_of(arguments[0])))
                   : call_type_prelude(vm, callable, arguments, keyword_names, mode, extra);
    const Type& found = vm.block[type];
    const Value make = found.specials[static_cast<uint32_t>(Special::new_)];
    const Value init = found.specials[static_cast<uint32_t>(Special::init_)];
    const bool heap = found.flags & type_heap;
    if (vm.block.kind(make) != Kind::native)
        return call_type_prelude(vm, callable, arguments, keyword_names, mode, extra);
    const uint32_t make_index = vm.block[make.as_ref<NativeFunction>()].index;
    if (found.instance_kind == Kind::instance && is_of_object(vm, make, Special::new_)) {
        if (found.flags & type_abstract)
            return call_type_prelude(vm, callable, arguments, keyword_names, mode, extra);
        const bool plain_init = is_of_object(vm, init, Special::init_);
        if (plain_init && !arguments.empty())
            return raise_no_arguments(vm, type) ? Step::next : Step::raised;
        const Value object = new_instance(vm, type);
        if (object.is_null()) return Step::raised;
        if (plain_init) return complete(vm, mode, extra, object);
        return init_instance(vm, object, init, arguments, keyword_names, mode, extra);
    }
    // A built-in type's own __new__ does all; a Python class over one may have its own __init__.
    const Kind kind = found.instance_kind;
    const bool fills_in_init = kind == Kind::list || kind == Kind::dict || kind == Kind::set ||
                               kind == Kind::bytearray || kind == Kind::module;
    const bool python_init = vm.block.kind(init) == Kind::function;
    const bool mutable_heap = heap && fills_in_init && kind != Kind::set;
    const bool fills_later = mutable_heap && python_init;
    // Keywords are for __init__ alone.
    const bool positional_new = python_init && (kind == Kind::exception || kind == Kind::tuple ||
                                                kind == Kind::floating || kind == Kind::set);
    const size_t positional = arguments.size() - keyword_count(vm, keyword_names);
    const ArgumentList with_type(callable, fills_later      ? std::span<const Value>{}
                                           : positional_new ? arguments.first(positional)
                                                            : arguments);
    const bool keywords_to_make = !fills_later && !arguments.empty() && !positional_new;
    const Value made = call_native(vm, make_index, with_type,
                                   keywords_to_make ? keyword_names : Value{});
    if (made.is_null()) {
        if (!python_init && keyword_names.is_null()) ask_with_plain_arguments(vm, make, with_type);
        if (!python_init) return do_request(vm, mode, extra);
        if (vm.request.kind == Vm::Request::Kind::none) return Step::raised;
        vm.request = {};  // making needs Python code, and __init__ comes after: all in Python
        return call_type_prelude(vm, callable, arguments, keyword_names, mode, extra);
    }
    if (!python_init) return complete(vm, mode, extra, made);
    return init_instance(vm, made, init, arguments, keyword_names, mode, extra);
}

// A special method behind a descriptor with a Python __get__.
Step call_bound_special(Vm& vm, Value wrapper, std::span<const Value> arguments,
                        Value keyword_names, ReturnMode mode, Value extra) {
    vm.request = {};
    const size_t positional = arguments.size() - keyword_count(vm, keyword_names);
    const Value args = new_tuple(vm, arguments.first(positional).subspan(1));
    const Value keywords = keyword_dict(vm, arguments.subspan(positional), keyword_names);
    if (args.is_null() || keywords.is_null()) return Step::raised;
    const Value all[] = {vm.block[wrapper.as_ref<MethodWrapper>()].function, arguments[0], args,
                         keywords};
    return call_value(vm, vm.root(Root::prelude_call_special), all, {}, mode, extra);
}

// `C.__call__ = C()`, `C.__repr__ = C.__str__`: what asks for itself without a Python frame.
struct NestedCall {
    static constexpr uint32_t depth_max = 500;
    Vm& vm;
    bool fits;

    explicit NestedCall(Vm& vm) : vm(vm), fits(++vm.nested_calls <= depth_max) {
        if (!fits)
            vm.raise(Root::RecursionError,
                     "maximum recursion depth exceeded while calling a Python object");
    }
    ~NestedCall() { --vm.nested_calls; }
};

Step call_other(Vm& vm, Value callable, std::span<const Value> arguments, Value keyword_names,
                ReturnMode mode, Value extra) {
    const Value hook = callable.is_null() ? Value{} : vm.special(callable, Special::call_);
    if (hook.is_null()) {
        vm.raise(Root::TypeError, "'" + type_name(vm, callable) + "' object is not callable");
        return Step::raised;
    }
    const NestedCall nested(vm);
    if (!nested.fits) return Step::raised;
    const ArgumentList with_self(callable, arguments);
    return call_value(vm, hook, with_self, keyword_names, mode, extra);
}

}  // namespace

Step call_value(Vm& vm, Value callable, std::span<const Value> arguments, Value keyword_names,
                ReturnMode mode, Value extra) {
    switch (vm.block.kind(callable)) {
        case Kind::function:
            return enter_function(vm, callable.as_ref<Function>(), arguments, keyword_names, mode,
                                  extra)
                       ? Step::next
                       : Step::raised;
        case Kind::native:
            return call_native_value(vm, callable, arguments, keyword_names, mode, extra);
        case Kind::bound_method: {
            const BoundMethod& method = vm.block[callable.as_ref<BoundMethod>()];
            const ArgumentList with_self(method.self, arguments);
            return call_value(vm, method.function, with_self, keyword_names, mode, extra);
        }
        case Kind::static_method:
            return call_value(vm, vm.block[callable.as_ref<MethodWrapper>()].function, arguments,
                              keyword_names, mode, extra);
        case Kind::special_call: {
            const Value self = arguments[0];
            const Computed bound = bind_attribute(vm, callable, self, vm.type_of(self));
            if (bound.outcome == Outcome::yes)
                return call_value(vm, bound.result, arguments.subspan(1), keyword_names, mode,
                                  extra);
            if (bound.outcome == Outcome::needs_call)  // a Python __get__: in Python as a whole
                return call_bound_special(vm, callable, arguments, keyword_names, mode, extra);
            return Step::raised;
        }
        case Kind::type: {
            const bool own = vm.block.kind(vm.special(callable, Special::call_)) == Kind::function;
            return (own ? call_other : call_type)(vm, callable, arguments, keyword_names, mode,
                                                  extra);
        }
        default: return call_other(vm, callable, arguments, keyword_names, mode, extra);
    }
}

Step do_request(Vm& vm, ReturnMode mode, Value extra) {
    Vm::Request request = std::move(vm.request);
    vm.request = {};
    switch (request.kind) {
        case Vm::Request::Kind::none: ASSERT(vm.has_exception()); return Step::raised;
        case Vm::Request::Kind::call: {
            const NestedCall nested(vm);
            if (!nested.fits) return Step::raised;
            const Step step = call_value(vm, request.callable, request.arguments,
                                         request.keyword_names, mode, extra);
            if (vm.request.kind == Vm::Request::Kind::none)  // the next one's need no new memory
                vm.request.arguments.swap(request.arguments);
            return step;
        }
        case Vm::Request::Kind::suspend:
            context_of(vm).delivery = static_cast<uint32_t>(mode);
            return Step::suspended;
        case Vm::Request::Kind::class_body: {
            const Ref<Function> function = request.callable.as_ref<Function>();
            if (!enter_function(vm, function, {}, {}, mode)) return Step::raised;
            const uint32_t frame = vm.block[vm.context].frame;
            vm.block.refer(frame + static_cast<uint32_t>(offsetof(Frame, locals)),
                           request.arguments[0]);
            // Its end has to count the namespace: not the loop's own RETURN_VALUE.
            if (vm.block.at<Frame>(frame)->extra.is_null())
                frame_at(vm, frame).extra = Value::from_int(0);
            return Step::next;
        }
        case Vm::Request::Kind::generator: return do_generator_request(vm, request, mode);
    }
    return Step::raised;
}

Step complete(Vm& vm, ReturnMode mode, Value extra, Value result) {
    const uint32_t caller = vm.block[vm.context].frame;
    switch (mode) {
        case ReturnMode::discard:
        case ReturnMode::finalizer: vm.block.let_go_if_fresh(result); return Step::next;
        case ReturnMode::init:
            if (result == vm.none()) return Step::next;
            vm.raise(Root::TypeError, "__init__() should return None, not '" +
                                          type_name(vm, result) + "'");
            return Step::raised;
        case ReturnMode::binary: {  // the operands are still on the stack
            const Value right = pop_value(vm, caller), left = pop_value(vm, caller);
            Step step = Step::next;
            if (result == vm.root(Root::not_implemented)) {
                const Value operation = extra;
                const bool compares = operation.as_int() >= 100;
                const Value code = compares ? Value::from_int(operation.as_int() - 100) : operation;
                step = call_value(
                    vm, vm.root(compares ? Root::prelude_compare_rest : Root::prelude_binary_rest),
                    {code, left, right}, ReturnMode::push);
            } else {
                push_value(vm, caller, result);
            }
            drop_value(vm, left);
            drop_value(vm, right);
            return step;
        }
        case ReturnMode::push_over_two: {
            const Value first = pop_value(vm, caller), second = pop_value(vm, caller);
            push_value(vm, caller, result);
            drop_value(vm, first);
            drop_value(vm, second);
            return Step::next;
        }
        case ReturnMode::raise: vm.raise_value(result); return Step::raised;
        case ReturnMode::raise_saved: {
            const uint32_t saved = caller + static_cast<uint32_t>(offsetof(Frame, extra));
            vm.raise_value(vm.block.load(saved));
            vm.block.clear(saved);
            return Step::raised;
        }
        case ReturnMode::awaited:
            if (!check_awaited(vm, result)) return Step::raised;
            push_value(vm, caller, result);
            return Step::next;
        case ReturnMode::decide: return decide_jump(vm, result == vm.boolean(true));
        case ReturnMode::module_body: push_value(vm, caller, extra); return Step::next;
        case ReturnMode::bottom:
            vm.block.store(vm.context.offset + static_cast<uint32_t>(offsetof(Context, result)),
                           result);
            return Step::returned;
        case ReturnMode::length:
            if (!result.is_int() || result.as_int() < 0)
                return call_value(vm, vm.root(Root::prelude_checked_length), {result},
                                  ReturnMode::push);
            [[fallthrough]];
        default: push_value(vm, caller, result); return Step::next;
    }
}

namespace {

std::string quoted(const Vm& vm, Value name) { return "'" + to_utf8(vm, name) + "'"; }

std::string joined(const std::vector<std::string>& names) {
    std::string text = names[0];
    for (size_t index = 1; index < names.size(); ++index) {
        const bool last = index + 1 == names.size();
        text += last ? (names.size() > 2 ? ", and " : " and ") : ", ";
        text += names[index];
    }
    return text;
}

struct ParameterBinder {
    Vm& vm;
    Ref<Function> function;
    Ref<CodeObject> code;
    uint32_t slots;  // offset of the frame's first
    std::span<const Value> positional;
    Value keyword_names;
    std::span<const Value> keyword_values;

    Value load(uint32_t index) const { return vm.block.load(slots + index * 8); }
    void store(uint32_t index, Value value) { vm.block.store(slots + index * 8, value); }
    Value slot_name(uint32_t index) const {
        return vm.block.load(vm.block[code].slot_names.offset + Tuple::items_offset + index * 8);
    }
    std::string label() const {
        return to_utf8(vm, Value::from_ref(vm.block[function].qualified_name)) + "()";
    }
    bool fail(const std::string& message) {
        vm.raise(Root::TypeError, label() + " " + message);
        return false;
    }
    bool bind();
    bool bind_keywords(Value extra_keywords);
    bool bind_keyword(Value name, Value value, Value extra_keywords);
    bool too_many();
    bool fill_defaults();
    bool fill_keyword_defaults();
};

bool ParameterBinder::too_many() {
    const CodeObject& object = vm.block[code];
    const uint32_t defaults =
        vm.block[function].defaults ? vm.block[vm.block[function].defaults].count : 0;
    const uint32_t most = object.positional_count;
    const uint32_t given = static_cast<uint32_t>(positional.size());
    uint32_t keyword_given = 0;
    for (uint32_t index = 0; index < object.keyword_only_count; ++index)
        if (load(most + index)) ++keyword_given;
    std::string takes;
    bool plural = most != 1;
    if (defaults > 0) {
        takes = "from " + std::to_string(most - defaults) + " to " + std::to_string(most);
        plural = true;
    } else {
        takes = std::to_string(most);
    }
    std::string got = std::to_string(given);
    if (keyword_given > 0)
        got += std::string(" positional argument") + (given != 1 ? "s" : "") + " (and " +
               std::to_string(keyword_given) + " keyword-only argument" +
               (keyword_given != 1 ? "s" : "") + ")";
    return fail("takes " + takes + " positional argument" + (plural ? "s" : "") + " but " + got +
                " " + (given == 1 && keyword_given == 0 ? "was" : "were") + " given");
}

bool ParameterBinder::bind_keyword(Value name, Value value, Value extra_keywords) {
    const CodeObject& object = vm.block[code];
    const uint32_t count = object.positional_count + object.keyword_only_count;
    for (uint32_t index = object.positional_only_count; index < count; ++index) {
        const Value slot = slot_name(index);
        if (slot.offset() != name.offset() && !str_equals(vm, slot, name)) continue;
        if (load(index))
            return fail("got multiple values for argument " + quoted(vm, name));
        store(index, value);
        return true;
    }
    if (extra_keywords)
        return dict_set(vm, extra_keywords.as_ref<Dict>(), name, value) == Outcome::yes;
    std::vector<std::string> by_name;
    for (uint32_t index = 0; index < object.positional_only_count; ++index)
        for (size_t at = 0; at < keyword_values.size(); ++at) {
            const Value given = vm.block.load(keyword_names.offset() + Tuple::items_offset +
                                              static_cast<uint32_t>(at) * 8);
            if (str_equals(vm, slot_name(index), given)) by_name.push_back(to_utf8(vm, given));
        }
    if (!by_name.empty()) {
        std::string names = by_name[0];
        for (size_t index = 1; index < by_name.size(); ++index) names += ", " + by_name[index];
        return fail("got some positional-only arguments passed as keyword arguments: '" + names +
                    "'");
    }
    return fail("got an unexpected keyword argument " + quoted(vm, name));
}

bool ParameterBinder::bind_keywords(Value extra_keywords) {
    for (size_t index = 0; index < keyword_values.size(); ++index) {
        const Value name = vm.block.load(keyword_names.offset() + Tuple::items_offset +
                                         static_cast<uint32_t>(index) * 8);
        if (!is_str(vm, name)) {
            vm.raise(Root::TypeError, "keywords must be strings");
            return false;
        }
        if (!bind_keyword(name, keyword_values[index], extra_keywords)) return false;
    }
    return true;
}

bool ParameterBinder::fill_defaults() {
    const uint32_t count = vm.block[code].positional_count;
    const Ref<Tuple> defaults = vm.block[function].defaults;
    const uint32_t default_count = defaults ? vm.block[defaults].count : 0;
    const uint32_t required = count - std::min(count, default_count);
    std::vector<std::string> missing;
    for (uint32_t index = 0; index < required; ++index)
        if (load(index).is_null()) missing.push_back(quoted(vm, slot_name(index)));
    if (!missing.empty())
        return fail("missing " + std::to_string(missing.size()) + " required positional argument" +
                    (missing.size() > 1 ? "s" : "") + ": " + joined(missing));
    for (uint32_t index = required; index < count; ++index)
        if (load(index).is_null())
            store(index, vm.block.load(defaults.offset + Tuple::items_offset +
                                       (index - required) * 8));
    return true;
}

bool ParameterBinder::fill_keyword_defaults() {
    const uint32_t first = vm.block[code].positional_count;
    const uint32_t count = vm.block[code].keyword_only_count;
    const Ref<Dict> defaults = vm.block[function].keyword_defaults;
    std::vector<std::string> missing;
    for (uint32_t index = first; index < first + count; ++index) {
        if (load(index)) continue;
        const Value found = defaults ? dict_get_str(vm, defaults, slot_name(index)) : Value{};
        if (found) store(index, found);
        else missing.push_back(quoted(vm, slot_name(index)));
    }
    if (missing.empty()) return true;
    return fail("missing " + std::to_string(missing.size()) + " required keyword-only argument" +
                (missing.size() > 1 ? "s" : "") + ": " + joined(missing));
}

bool ParameterBinder::bind() {
    const CodeObject object = vm.block[code];
    const uint32_t named = object.positional_count + object.keyword_only_count;
    const auto given = static_cast<uint32_t>(positional.size());
    const uint32_t direct = std::min(given, object.positional_count);
    for (uint32_t index = 0; index < direct; ++index) store(index, positional[index]);
    if (object.flags & code_varargs) {
        const Value rest = new_tuple(vm, positional.subspan(direct));
        if (rest.is_null()) return false;
        store(named, rest);
    }
    Value extra_keywords;
    if (object.flags & code_varkeywords) {
        extra_keywords = new_dict(vm);
        if (extra_keywords.is_null()) return false;
        store(named + (object.flags & code_varargs ? 1 : 0), extra_keywords);
    }
    if (!bind_keywords(extra_keywords)) return false;
    if (given > direct && !(object.flags & code_varargs)) return too_many();
    return fill_defaults() && fill_keyword_defaults();
}

}  // namespace

bool enter_function(Vm& vm, Ref<Function> function, std::span<const Value> arguments,
                    Value keyword_names, ReturnMode mode, Value extra) {
    const Ref<CodeObject> code = vm.block[function].code;
    const uint32_t frame = push_frame(vm, function, code, mode);
    if (frame == 0) return false;
    const CodeObject& called = vm.block[code];
    if (keyword_names.is_null() && arguments.size() == called.positional_count &&
        called.keyword_only_count == 0 && !(called.flags & (code_varargs | code_varkeywords))) {
        uint32_t slot = frame + Frame::slots_offset;
        for (const Value argument : arguments) {
            vm.block.store(slot, argument);
            slot += 8;
        }
    } else {
        const uint32_t keywords = keyword_count(vm, keyword_names);
        const size_t positional = arguments.size() - keywords;
        ParameterBinder binder{vm, function, code, frame + Frame::slots_offset,
                               arguments.first(positional), keyword_names,
                               arguments.subspan(positional)};
        if (!binder.bind()) {
            pop_frame(vm);
            return false;
        }
    }
    if (extra) vm.block.store(frame + static_cast<uint32_t>(offsetof(Frame, extra)), extra);
    return true;
}

}  // namespace meada
