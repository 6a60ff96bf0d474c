// Building: tuples, lists, sets, dicts, strings, slices; functions; calls.
#include "vm/dict.h"
#include "vm/builtins.h"
#include "vm/exceptions.h"
#include "vm/natives.h"
#include "vm/op_support.h"
#include "vm/sequences.h"
#include "vm/set.h"
#include "vm/slow_ops.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {
namespace {

// The topmost `count` values, lowest first; they stay on the stack.
std::vector<Value> top_values(const Vm& vm, uint32_t count) {
    std::vector<Value> values(count);
    for (uint32_t index = 0; index < count; ++index) values[index] = peek(vm, count - 1 - index);
    return values;
}

Step replace_top(Vm& vm, uint32_t count, Value result) {
    if (result.is_null()) return Step::raised;
    pop_drop(vm, count);
    push(vm, result);
    return Step::next;
}

Step of_outcome(Outcome outcome) { return outcome == Outcome::yes ? Step::next : Step::raised; }

}  // namespace

Step op_build_tuple(Vm& vm, uint32_t count) {
    return replace_top(vm, count, new_tuple(vm, top_values(vm, count)));
}

Step op_build_list(Vm& vm, uint32_t count) {
    return replace_top(vm, count, new_list(vm, top_values(vm, count)));
}

Step op_build_set(Vm& vm, uint32_t count) {
    const std::vector<Value> values = top_values(vm, count);
    const Value set = new_set(vm);
    if (set.is_null()) return Step::raised;
    for (const Value value : values) {
        const Outcome outcome = set_add(vm, set.as_ref<Set>(), value);
        if (outcome == Outcome::raised) return Step::raised;
        if (outcome != Outcome::needs_call) continue;
        const Value list = new_list(vm, values);
        if (list.is_null()) return Step::raised;
        pop_drop(vm, count);
        return call_value(vm, vm.root(Root::prelude_set_from), {list}, ReturnMode::push);
    }
    return replace_top(vm, count, set);
}

namespace {

// Keys whose hash needs Python: pairs go to the prelude.
Step build_map_prelude(Vm& vm, uint32_t on_stack, std::span<const Value> keys,
                       std::span<const Value> values) {
    const Value key_list = new_list(vm, keys), value_list = new_list(vm, values);
    if (key_list.is_null() || value_list.is_null()) return Step::raised;
    pop_drop(vm, on_stack);
    return call_value(vm, vm.root(Root::prelude_dict_from_lists), {key_list, value_list},
                      ReturnMode::push);
}

Step build_map(Vm& vm, uint32_t on_stack, std::span<const Value> keys,
               std::span<const Value> values) {
    const Value dict = new_dict(vm);
    if (dict.is_null()) return Step::raised;
    for (size_t index = 0; index < keys.size(); ++index) {
        const Outcome outcome = dict_set(vm, dict.as_ref<Dict>(), keys[index], values[index]);
        if (outcome == Outcome::raised) return Step::raised;
        if (outcome == Outcome::needs_call) return build_map_prelude(vm, on_stack, keys, values);
    }
    return replace_top(vm, on_stack, dict);
}

}  // namespace

Step op_build_map(Vm& vm, uint32_t count) {
    std::vector<Value> keys(count), values(count);
    for (uint32_t index = 0; index < count; ++index) {
        keys[index] = peek(vm, 2 * (count - index) - 1);
        values[index] = peek(vm, 2 * (count - index) - 2);
    }
    return build_map(vm, 2 * count, keys, values);
}

Step op_build_const_key_map(Vm& vm, uint32_t count) {
    const Ref<Tuple> names = peek(vm, 0).as_ref<Tuple>();
    std::vector<Value> keys(count), values(count);
    for (uint32_t index = 0; index < count; ++index) {
        keys[index] = tuple_item(vm, names, index);
        values[index] = peek(vm, count - index);
    }
    return build_map(vm, count + 1, keys, values);
}

Step op_build_string(Vm& vm, uint32_t count) {
    return replace_top(vm, count, join_strs(vm, top_values(vm, count)));
}

Step op_build_slice(Vm& vm, uint32_t count) {
    const auto slice = vm.allocate<Slice>(Kind::slice, Root::type_slice);
    if (!slice) return Step::raised;
    for (uint32_t index = 0; index < 3; ++index)
        vm.block.store(slice.offset + 8 + index * 8,
                       index < count ? peek(vm, count - 1 - index) : vm.none());
    return replace_top(vm, count, Value::from_ref(slice));
}

Step op_format_value(Vm& vm, uint32_t flags) {
    const Value spec = flags & 4 ? pop(vm) : Value{};
    const Value value = pop(vm);
    const Computed computed = format_value(vm, value, flags & 3, spec);
    Step step = Step::next;
    switch (computed.outcome) {
        case Outcome::yes: push(vm, computed.result); break;
        case Outcome::needs_call:
            if (vm.request.kind == Vm::Request::Kind::none)
                step = call_value(vm, vm.root(Root::prelude_format_value),
                                  {value, Value::from_int(flags & 3),
                                   spec.is_null() ? vm.root(Root::empty_str) : spec},
                                  ReturnMode::push);
            else
                step = do_request(vm, ReturnMode::push);
            break;
        default: step = Step::raised;
    }
    drop_value(vm, value);
    drop_value(vm, spec);
    return step;
}

Step op_list_append(Vm& vm, uint32_t depth) {
    const Value item = pop(vm);
    const bool done = list_append(vm, peek(vm, depth - 1).as_ref<List>(), item);
    drop_value(vm, item);
    return done ? Step::next : Step::raised;
}

Step op_set_add(Vm& vm, uint32_t depth) {
    const Value item = pop(vm);
    const Value set = peek(vm, depth - 1);
    const Outcome outcome = set_add(vm, set.as_ref<Set>(), item);
    const Step step = outcome == Outcome::needs_call
                          ? call_value(vm, vm.root(Root::prelude_set_add), {set, item},
                                       ReturnMode::discard)
                          : of_outcome(outcome);
    drop_value(vm, item);
    return step;
}

Step op_map_add(Vm& vm, uint32_t depth) {
    const Value value = pop(vm), key = pop(vm);
    const Value dict = peek(vm, depth - 1);
    const Outcome outcome = dict_set(vm, dict.as_ref<Dict>(), key, value);
    const Step step = outcome == Outcome::needs_call
                          ? call_value(vm, vm.root(Root::prelude_dict_set), {dict, key, value},
                                       ReturnMode::discard)
                          : of_outcome(outcome);
    drop_value(vm, key);
    drop_value(vm, value);
    return step;
}

namespace {

// `*iterable` and `**mapping` in displays and calls: natively for built-in ones, else the prelude.
Step extend(Vm& vm, uint32_t depth, Root function) {
    const Value source = pop(vm);
    const Value target = peek(vm, depth - 1);
    const Step step =
        call_value(vm, vm.root(function), {target, source}, ReturnMode::discard);
    drop_value(vm, source);
    return step;
}

}  // namespace

Step op_list_extend(Vm& vm, uint32_t depth) {
    const Value source = peek(vm, 0);
    const Value target = peek(vm, depth);
    const Outcome outcome = source.is_ref() && vm.special(source, Special::iter_)
                                ? list_extend(vm, target.as_ref<List>(), source)
                                : Outcome::needs_call;  // it words the error, too
    if (outcome == Outcome::needs_call)
        return extend(vm, depth, Root::prelude_list_extend_display);
    if (outcome != Outcome::yes) return Step::raised;
    pop_drop(vm, 1);
    return Step::next;
}

Step op_set_update(Vm& vm, uint32_t depth) {
    const Outcome outcome = set_update(vm, peek(vm, depth).as_ref<Set>(), peek(vm, 0));
    if (outcome == Outcome::needs_call) return extend(vm, depth, Root::prelude_set_update);
    if (outcome != Outcome::yes) return Step::raised;
    pop_drop(vm, 1);
    return Step::next;
}

Step op_dict_update(Vm& vm, uint32_t depth) {
    const Value source = peek(vm, 0);
    if (vm.block.kind(source) == Kind::dict && !is_heap_type(vm, source)) {
        const Outcome outcome =
            dict_merge_from(vm, peek(vm, depth).as_ref<Dict>(), source.as_ref<Dict>());
        if (outcome == Outcome::raised) return Step::raised;
        if (outcome == Outcome::yes) {
            pop_drop(vm, 1);
            return Step::next;
        }
    }
    return extend(vm, depth, Root::prelude_dict_update_display);
}

namespace {

// A dict with strs for keys, none of which is there already.
bool merges_natively(Vm& vm, Value target, Value source) {
    if (vm.block.kind(source) != Kind::dict || is_heap_type(vm, source)) return false;
    uint32_t position = 0;
    Value key, value;
    while (dict_next(vm, source.as_ref<Dict>(), position, key, value))
        if (!is_exactly(vm, key, Root::type_str) ||
            !dict_get_str(vm, target.as_ref<Dict>(), key).is_null())
            return false;
    return true;
}

}  // namespace

// `**mapping` in a call: a key that is there already, or no str, is an error that names the callee.
Step op_dict_merge(Vm& vm, uint32_t depth) {
    if (merges_natively(vm, peek(vm, depth), peek(vm, 0))) {
        const Ref<Dict> target = peek(vm, depth).as_ref<Dict>();
        if (dict_merge_from(vm, target, peek(vm, 0).as_ref<Dict>()) != Outcome::yes)
            return Step::raised;
        pop_drop(vm, 1);
        return Step::next;
    }
    const Value source = pop(vm);
    const Value target = peek(vm, depth - 1), callee = peek(vm, depth + 1);
    const Step step = call_value(vm, vm.root(Root::prelude_dict_merge), {target, source, callee},
                                 ReturnMode::discard);
    drop_value(vm, source);
    return step;
}

Step op_list_to_tuple(Vm& vm, uint32_t) {
    const Ref<List> list = peek(vm, 0).as_ref<List>();
    const Value tuple = allocate_tuple(vm, vm.block[list].count);
    if (tuple.is_null()) return Step::raised;
    const Items from = list_items(vm, list), to = items_of(vm, tuple);
    const bool holder = copy_values(vm, to.first, from.first, from.count);
    return replace_top(vm, 1, made_holder(vm, tuple, holder));
}

Step op_make_function(Vm& vm, uint32_t flags) {
    const Ref<CodeObject> code = pop(vm).as_ref<CodeObject>();
    const auto function = vm.allocate<Function>(Kind::function, Root::type_function);
    if (!function) return Step::raised;
    const Value closure = flags & 8 ? pop(vm) : Value{};
    const Value annotations = flags & 4 ? pop(vm) : Value{};
    const Value keyword_defaults = flags & 2 ? pop(vm) : Value{};
    const Value defaults = flags & 1 ? pop(vm) : Value{};
    const Frame& frame = current_frame(vm);
    const Value module = dict_get_str(vm, frame.globals, intern(vm, "__name__"));
    Ref<Dict> annotation_dict = annotations.as_ref<Dict>();
    if (annotations && vm.block.kind(annotations) == Kind::tuple) {
        const Value dict = new_dict(vm);
        if (dict.is_null()) return Step::raised;
        const Ref<Tuple> pairs = annotations.as_ref<Tuple>();
        for (uint32_t index = 0; index + 1 < vm.block[pairs].count; index += 2)
            if (dict_set(vm, dict.as_ref<Dict>(), tuple_item(vm, pairs, index),
                         tuple_item(vm, pairs, index + 1)) != Outcome::yes)
                return Step::raised;
        annotation_dict = dict.as_ref<Dict>();
    }
    Function& made = vm.block.edit(function);
    made.code = code;
    made.globals = current_frame(vm).globals;
    made.name = vm.block[code].name;
    made.qualified_name = vm.block[code].qualified_name;
    if (module && is_str(vm, module)) made.module = module.as_ref<Str>();
    made.defaults = defaults.as_ref<Tuple>();
    made.keyword_defaults = keyword_defaults.as_ref<Dict>();
    made.closure = closure.as_ref<Tuple>();
    made.annotations = annotation_dict;
    // The counts of what was popped are the function's now; it is mortal if that is.
    if (closure.is_mortal() || defaults.is_mortal() || keyword_defaults.is_mortal())
        vm.block.make_mortal(function.offset);
    drop_value(vm, annotations);
    push(vm, vm.block.value_of(function));
    return Step::next;
}

Step op_kw_names(Vm& vm, uint32_t argument) {
    frame_at(vm, frame_offset_of(vm)).keyword_names = constant_at(vm, argument).as_ref<Tuple>();
    return Step::next;
}

namespace {

// A native whose parameters are all given by position takes them where they stand.
bool fits_in_place(const Vm& vm, const NativeFunction& native, uint32_t count) {
    const Signature& signature = vm.signatures[native.index];
    return signature.simple && signature.parameters.size() == count;
}

bool self_fits(const Vm& vm, const NativeFunction& native, Value self) {
    if (!native.owner) return true;
    if (vm.signatures[native.index].binding != Signature::Binding::method) return true;
    const Ref<Type> type = vm.type_of(self);
    return type == native.owner || vm.is_subtype(type, native.owner);
}

}  // namespace

Step op_call(Vm& vm, uint32_t count) {
    const Ref<Tuple> keyword_names = current_frame(vm).keyword_names;
    frame_at(vm, frame_offset_of(vm)).keyword_names = {};
    const bool method = !peek(vm, count + 1).is_null();
    const Value callable = method ? peek(vm, count + 1) : peek(vm, count);
    const uint32_t given = method ? count + 1 : count;
    const uint32_t on_stack = count + 2;
    if (vm.block.kind(callable) == Kind::native && !keyword_names) {
        const NativeFunction& native = vm.block[callable.as_ref<NativeFunction>()];
        if (fits_in_place(vm, native, given) &&
            (given == 0 || self_fits(vm, native, peek(vm, given - 1)))) {
            const uint32_t first = current_frame(vm).stack_end - given * 8;
            const Value result = vm.natives[native.index].code(vm, Args{vm.block, first, given});
            if (result.is_null() && vm.request.kind == Vm::Request::Kind::none) return Step::raised;
            if (result.is_mortal()) vm.block.increment(result);  // before its last holder goes
            pop_drop(vm, on_stack);
            if (result.is_null()) return do_request(vm, ReturnMode::push);
            push(vm, result);
            if (result.is_mortal()) vm.block.decrement(result);
            return Step::next;
        }
    }
    ArgumentList arguments(given);
    for (uint32_t index = 0; index < given; ++index)
        arguments.data()[index] = peek(vm, given - 1 - index);
    // They leave the caller's stack first: what comes back stands in their place.
    for (uint32_t left = on_stack; left > 0; --left) pop(vm);
    const Step step = call_value(
        vm, callable, arguments, keyword_names ? Value::from_ref(keyword_names) : Value{},
        ReturnMode::push);
    for (const Value argument : std::span<const Value>(arguments)) drop_value(vm, argument);
    drop_value(vm, callable);
    return step;
}

Step op_call_function_ex(Vm& vm, uint32_t flags) {
    const uint32_t depth = flags & 1 ? 1 : 0;
    const Value given = peek(vm, depth);
    if (vm.block.kind(given) != Kind::tuple) {  // made a tuple, then the instruction runs again
        if (flags & 1) return call_ex_prelude(vm);
        pop(vm);
        repeat(vm);
        const Step step = call_value(vm, vm.root(Root::prelude_call_arguments),
                                     {peek(vm, 0), given}, ReturnMode::push);
        drop_value(vm, given);  // only now: it may be the last reference
        return step;
    }
    const Value keywords = flags & 1 ? pop(vm) : Value{};
    const Value tuple = pop(vm), callable = pop(vm);
    pop(vm);  // the NULL below
    const uint32_t positional = vm.block[tuple.as_ref<Tuple>()].count;
    const uint32_t named = keywords ? vm.block[keywords.as_ref<Dict>()].count : 0;
    std::vector<Value> arguments, names;
    arguments.reserve(positional + named);
    names.reserve(named);
    for (uint32_t index = 0; index < positional; ++index)
        arguments.push_back(tuple_item(vm, tuple.as_ref<Tuple>(), index));
    if (keywords) {
        uint32_t position = 0;
        Value key, value;
        while (dict_next(vm, keywords.as_ref<Dict>(), position, key, value)) {
            if (!is_str(vm, key)) {
                vm.raise(Root::TypeError, "keywords must be strings");
                for (const Value each : {keywords, tuple, callable}) drop_value(vm, each);
                return Step::raised;
            }
            names.push_back(intern(vm, key));
            arguments.push_back(value);
        }
    }
    const Value keyword_names = names.empty() ? Value{} : new_tuple(vm, names);
    const Step step = call_value(vm, callable, arguments, keyword_names, ReturnMode::push);
    drop_value(vm, keywords);
    drop_value(vm, tuple);
    drop_value(vm, callable);
    return step;
}

Step call_ex_prelude(Vm& vm) {
    const Value keywords = pop(vm), given = pop(vm), callable = pop(vm);
    pop(vm);
    const Step step = call_value(vm, vm.root(Root::prelude_call_with),
                                 {callable, given, keywords}, ReturnMode::push);
    drop_value(vm, keywords);
    drop_value(vm, given);
    drop_value(vm, callable);
    return step;
}

Step op_load_build_class(Vm& vm, uint32_t) {
    const Value found = find_builtin(vm, current_frame(vm).globals, intern(vm, "__build_class__"));
    if (found.is_null()) {
        vm.raise(Root::NameError, "__build_class__ not found");
        return Step::raised;
    }
    push(vm, found);
    return Step::next;
}

Step op_load_assertion_error(Vm& vm, uint32_t) {
    push(vm, vm.root(Root::AssertionError));
    return Step::next;
}

Step op_print_expr(Vm& vm, uint32_t) {
    vm.call_prelude(Root::prelude_print_expression, {pop(vm)});
    return do_request(vm, ReturnMode::discard);
}

Step op_setup_annotations(Vm& vm, uint32_t) {
    const Frame& frame = current_frame(vm);
    const Ref<Dict> locals = frame.locals ? frame.locals : frame.globals;
    const Value name = intern(vm, "__annotations__");
    const Value dict = new_dict(vm);
    if (vm.block[locals].kind != Kind::dict || has_own(vm, vm.block.value_of(locals),
                                                       Special::setitem_)) {
        // A namespace that is no plain dict gets a new one: whether it has one is not asked.
        if (dict.is_null()) return Step::raised;
        const Outcome outcome = set_item(vm, vm.block.value_of(locals), name, dict);
        if (outcome == Outcome::needs_call) return do_request(vm, ReturnMode::discard);
        return outcome == Outcome::yes ? Step::next : Step::raised;
    }
    if (dict_get_str(vm, locals, name)) return Step::next;
    return !dict.is_null() && dict_set_str(vm, locals, name, dict) ? Step::next : Step::raised;
}

}  // namespace meada
