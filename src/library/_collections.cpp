// Counting what an iterable has, for Counter.
#include "library/natives.h"

namespace meada {
namespace {

// Iterators over built-in containers: they step without Python code.
bool is_over_container(const Vm& vm, Value iterator) {
    return vm.block.kind(iterator) == Kind::iterator &&
           vm.block.object(iterator).detail <=
               static_cast<uint16_t>(IteratorForm::reversed_dict_items);
}

}  // namespace

// Counts items until there are no more (None), or until one that needs Python code: (item,).
Value library_count_items(Vm& vm, const Args& args) {
    const auto counts = args[0].as_ref<Dict>();
    const Value iterator = args[1];
    while (is_over_container(vm, iterator)) {
        const Computed next = next_item(vm, iterator);
        if (next.outcome == Outcome::raised) return {};
        if (next.outcome != Outcome::yes) return vm.none();
        vm.charge(1);
        const Found found = dict_get(vm, counts, next.result);
        if (found.outcome == Outcome::raised) return {};
        const bool counted = found.outcome == Outcome::yes;
        const Value before = counted ? found.value : Value::from_int(0);
        if (found.outcome == Outcome::needs_call || !before.is_int() ||
            before.as_int() == Value::int_max)
            return new_tuple(vm, {&next.result, 1});
        if (dict_set(vm, counts, next.result, Value::from_int(before.as_int() + 1)) ==
            Outcome::raised)
            return {};
    }
    return vm.boolean(false);
}

}  // namespace meada
