// Natives that the container types share: what their kinds do, also for a subclass that has
// overridden the method and calls it through super().
#include "vm/answers.h"
#include "vm/builtins.h"
#include "vm/sequences.h"
#include "vm/strings.h"
#include "vm/views.h"

namespace meada {
namespace {

// Kinds that compare with each other; others leave it to the other operand.
bool knows(const Vm& vm, Value left, Value right, bool equality) {
    const Kind kind = vm.block.kind(left), other = vm.block.kind(right);
    const auto is_dict = [](Kind each) {
        return each == Kind::dict || each == Kind::mapping_proxy;
    };
    if (is_dict(kind)) return equality && is_dict(other);
    if (is_set_like(vm, left)) {
        // set.__eq__ knows no views: their reflected method answers.
        return is_set_like(vm, right) && (kind == other || kind == Kind::dict_view);
    }
    return kind == other;
}

Value compare_natively(Vm& vm, const Args& args, CompareOperator operation) {
    const bool negated = operation == CompareOperator::not_equal;
    const bool equality = negated || operation == CompareOperator::equal;
    if (!knows(vm, args[0], args[1], equality)) return vm.root(Root::not_implemented);
    const Outcome outcome = !equality            ? plain_compare(vm, operation, args[0], args[1])
                            : args[0] == args[1] ? Outcome::yes
                                                 : plain_equal(vm, args[0], args[1]);
    if (outcome == Outcome::raised) return {};
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(
            Root::prelude_compare_contents,
            {Value::from_int(static_cast<int64_t>(operation)), args[0], args[1]});
    return vm.boolean((outcome == Outcome::yes) != negated);
}

}  // namespace

Value native_self(Vm&, const Args& args) { return args[0]; }

Value native_len(Vm& vm, const Args& args) {
    const Length length = plain_length(vm, args[0]);
    return length.outcome == Outcome::yes ? new_int(vm, length.length) : Value{};
}

Value native_iter(Vm& vm, const Args& args) { return of_computed(vm, plain_iterate(vm, args[0])); }

Value native_contains(Vm& vm, const Args& args) {
    const Outcome outcome = plain_contains(vm, args[0], args[1]);
    if (outcome == Outcome::raised) return {};
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_contains_plain, {args[1], args[0]});
    return vm.boolean(outcome == Outcome::yes);
}

Value native_getitem(Vm& vm, const Args& args) {
    return of_computed(vm, plain_get_item(vm, args[0], args[1]));
}
Value native_setitem(Vm& vm, const Args& args) {
    return done_if(vm, plain_set_item(vm, args[0], args[1], args[2]) == Outcome::yes);
}
Value native_delitem(Vm& vm, const Args& args) {
    return done_if(vm, plain_delete_item(vm, args[0], args[1]) == Outcome::yes);
}

Value native_add(Vm& vm, const Args& args) {
    const Kind kind = vm.block.kind(args[0]);
    if (vm.block.kind(args[1]) == kind)
        return of_computed(vm, sequence_concat(vm, args[0], args[1]));
    // Python code of the other operand's class may know better.
    if (args[1].is_ref() && vm.special(args[1], Special::radd_))
        return vm.root(Root::not_implemented);
    const char* noun = kind == Kind::list ? "list" : "tuple";
    return vm.raise(Root::TypeError, std::string("can only concatenate ") + noun + " (not \"" +
                                         type_name(vm, args[1]) + "\") to " + noun);
}

// How often; null: raised, or Python is asked for an __index__ and then calls again.
static std::optional<int64_t> times_of(Vm& vm, const Args& args, Value& result) {
    const Computed index = index_of(vm, args[1]);
    if (index.outcome == Outcome::yes) {
        const auto times = to_int64(vm, index.result);
        if (times) return *times;
        result = vm.raise(Root::OverflowError, "cannot fit 'int' into an index-sized integer");
        return {};
    }
    if (index.outcome == Outcome::raised)
        vm.block.clear(vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception)));
    result = vm.root(Root::not_implemented);
    return {};
}

Value native_mul(Vm& vm, const Args& args) {
    Value result;
    const auto times = times_of(vm, args, result);
    if (!times) return result;
    return of_computed(vm, sequence_repeat(vm, args[0], std::max<int64_t>(*times, 0)));
}

Value native_list_imul(Vm& vm, const Args& args) {
    Value result;
    const auto times = times_of(vm, args, result);
    if (!times) return result;
    const Outcome outcome = list_repeat_in_place(vm, args[0].as_ref<List>(), *times);
    return outcome == Outcome::yes ? args[0] : Value{};
}

Value native_same_kind_eq(Vm& vm, const Args& args) {
    return compare_natively(vm, args, CompareOperator::equal);
}
Value native_same_kind_ne(Vm& vm, const Args& args) {
    return compare_natively(vm, args, CompareOperator::not_equal);
}
Value native_same_kind_lt(Vm& vm, const Args& args) {
    return compare_natively(vm, args, CompareOperator::less);
}
Value native_same_kind_le(Vm& vm, const Args& args) {
    return compare_natively(vm, args, CompareOperator::less_equal);
}
Value native_same_kind_gt(Vm& vm, const Args& args) {
    return compare_natively(vm, args, CompareOperator::greater);
}
Value native_same_kind_ge(Vm& vm, const Args& args) {
    return compare_natively(vm, args, CompareOperator::greater_equal);
}

Value native_hash(Vm& vm, const Args& args) {
    const Hashed hashed = plain_hash(vm, args[0]);
    if (hashed.outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_hash, {args[0]});
    if (hashed.outcome != Outcome::yes) return {};
    return new_int(vm, static_cast<int64_t>(hashed.hash));
}

Value native_repr(Vm& vm, const Args& args) {
    std::string text;
    Answers nobody;
    const Outcome outcome = append_plain_repr(vm, text, args[0], nobody);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_plain_repr, {args[0]});
    return outcome == Outcome::yes ? new_str(vm, text) : Value{};
}

Value native_class_getitem(Vm& vm, const Args& args) {
    return vm.call_prelude(Root::prelude_class_getitem, {args[0], args[1]});
}

// --- what lists and tuples have in common ---

Value native_sequence_index(Vm& vm, const Args& args) {
    const int64_t count = items_of(vm, args[0]).count;
    int64_t bounds[] = {0, count};
    for (uint32_t which = 0; which < 2; ++which) {
        if (!args.has(which + 2)) continue;
        const Value given = args[which + 2];
        if (!is_int_like(vm, given))
            return vm.raise(Root::TypeError,
                            "slice indices must be integers or have an __index__ method");
        const auto number = to_int64(vm, given);
        bounds[which] = number ? *number : is_negative(vm, given) ? INT64_MIN : INT64_MAX;
        if (bounds[which] < 0) bounds[which] = std::max<int64_t>(bounds[which] + count, 0);
    }
    for (int64_t index = bounds[0]; index < std::min<int64_t>(bounds[1], count); ++index) {
        const Value item = item_at(vm, items_of(vm, args[0]), static_cast<uint32_t>(index));
        const Outcome outcome = item == args[1] ? Outcome::yes : equal(vm, item, args[1]);
        vm.charge(1);
        if (outcome == Outcome::yes) return new_int(vm, index);
        if (outcome == Outcome::raised) return {};
        if (outcome == Outcome::needs_call)
            return vm.call_prelude(
                Root::prelude_sequence_index,
                {args[0], args[1], new_int(vm, index), new_int(vm, bounds[1])});
    }
    return vm.call_prelude(Root::prelude_sequence_index,
                           {args[0], args[1], Value::from_int(0), Value::from_int(0)});
}

// For the prelude: an iterator over a list, tuple or range that starts so far in.
Value meada_items_from(Vm& vm, const Args& args) {
    const Value start = args[1];
    if (vm.block.kind(args[0]) == Kind::range) {
        const auto slice = vm.allocate<Slice>(Kind::slice, Root::type_slice);
        if (!slice) return {};
        const Value parts[] = {start, vm.none(), vm.none()};
        for (uint32_t index = 0; index < 3; ++index)
            vm.block.store(slice.offset + 8 + index * 8, parts[index]);
        const Computed rest = plain_get_item(vm, args[0], Value::from_ref(slice));
        return rest.outcome == Outcome::yes ? plain_iterate(vm, rest.result).result : Value{};
    }
    const Value iterator = plain_iterate(vm, args[0]).result;
    if (!iterator.is_null())
        vm.block.edit(iterator.as_ref<Iterator>()).index = static_cast<uint32_t>(start.as_int());
    return iterator;
}

Value native_sequence_count(Vm& vm, const Args& args) {
    int64_t found = 0;
    for (uint32_t index = 0; index < items_of(vm, args[0]).count; ++index) {
        const Value item = item_at(vm, items_of(vm, args[0]), index);
        const Outcome outcome = item == args[1] ? Outcome::yes : equal(vm, item, args[1]);
        vm.charge(1);
        if (outcome == Outcome::raised) return {};
        if (outcome == Outcome::needs_call)
            return vm.call_prelude(Root::prelude_sequence_count, {args[0], args[1]});
        found += outcome == Outcome::yes;
    }
    return new_int(vm, found);
}

}  // namespace meada
