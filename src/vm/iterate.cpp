// iter() and next() of built-in objects, and their lengths.
#include "vm/byte_strings.h"
#include "vm/dict.h"
#include "vm/numbers.h"
#include "vm/operations.h"
#include "vm/sequences.h"
#include "vm/strings.h"

namespace meada {
namespace {

Computed made(Value value) { return {value ? Outcome::yes : Outcome::raised, value}; }

bool raise_changed(Vm& vm, const char* message) {
    vm.raise(Root::RuntimeError, message);
    return false;
}

Iterator& edit_iterator(Vm& vm, Value iterator) {
    return vm.block.edit(iterator.as_ref<Iterator>());
}

void exhaust(Vm& vm, Value iterator) {
    vm.block.clear(iterator.offset() + static_cast<uint32_t>(offsetof(Iterator, source)));
}

Computed iterate_range(Vm& vm, Value range) {
    const Range found = vm.block[range.as_ref<Range>()];
    const auto length = range_length(vm, range.as_ref<Range>());
    const bool small = found.start.is_int() && found.stop.is_int() && found.step.is_int() &&
                       length && *length <= UINT32_MAX;
    const Value iterator =
        new_iterator(vm, Root::type_range_iterator,
                     small ? IteratorForm::range : IteratorForm::range_big, range);
    if (iterator.is_null()) return made({});
    const uint32_t at = iterator.offset();
    vm.block.store(at + static_cast<uint32_t>(offsetof(Iterator, next)),
                   small ? found.start : new_int(vm, 0));
    vm.block.store(at + static_cast<uint32_t>(offsetof(Iterator, step)), found.step);
    if (small) edit_iterator(vm, iterator).limit = static_cast<uint32_t>(*length);
    return made(iterator);
}

Computed iterate_view(Vm& vm, Ref<Dict> dict, DictViewForm form) {
    struct Row {
        Root type;
        IteratorForm form;
    };
    const Row row = form == DictViewForm::values
                        ? Row{Root::type_dict_value_iterator, IteratorForm::dict_values}
                    : form == DictViewForm::items
                        ? Row{Root::type_dict_item_iterator, IteratorForm::dict_items}
                        : Row{Root::type_dict_key_iterator, IteratorForm::dict_keys};
    const Value iterator = new_iterator(vm, row.type, row.form, Value::from_ref(dict));
    if (iterator) edit_iterator(vm, iterator).limit = vm.block[dict].count;
    return made(iterator);
}

}  // namespace

Value new_iterator(Vm& vm, Root type, IteratorForm form, Value source) {
    const auto iterator = vm.allocate<Iterator>(Kind::iterator, type);
    if (!iterator) return {};
    vm.block.edit(iterator).detail = static_cast<uint16_t>(form);
    vm.block.store(iterator.offset + static_cast<uint32_t>(offsetof(Iterator, source)), source);
    return Value::from_ref(iterator);
}

Computed iterate(Vm& vm, Value iterable) {
    if (iterable.is_ref() && vm.block[vm.type_of(iterable)].flags & type_heap) {
        const Value method = vm.special(iterable, Special::iter_);
        if (method == vm.none()) {
            vm.raise(Root::TypeError, "'" + type_name(vm, iterable) + "' object is not iterable");
            return {Outcome::raised};
        }
        if (vm.block.kind(method) == Kind::function || vm.block.kind(iterable) == Kind::instance)
            return {Outcome::needs_call};
    }
    return plain_iterate(vm, iterable);
}

Computed plain_iterate(Vm& vm, Value iterable) {
    switch (vm.block.kind(iterable)) {
        case Kind::list:
            return made(new_iterator(vm, Root::type_list_iterator, IteratorForm::list, iterable));
        case Kind::tuple:
            return made(new_iterator(vm, Root::type_tuple_iterator, IteratorForm::tuple, iterable));
        case Kind::str:
            return made(new_iterator(vm, Root::type_str_iterator, IteratorForm::str, iterable));
        case Kind::bytes:
            return made(new_iterator(vm, Root::type_bytes_iterator, IteratorForm::bytes, iterable));
        case Kind::bytearray:
            return made(new_iterator(vm, Root::type_bytearray_iterator, IteratorForm::bytearray,
                                     iterable));
        case Kind::range: return iterate_range(vm, iterable);
        case Kind::dict: return iterate_view(vm, iterable.as_ref<Dict>(), DictViewForm::keys);
        case Kind::mapping_proxy:
        case Kind::dict_view: {
            const DictView& view = vm.block[iterable.as_ref<DictView>()];
            return iterate_view(vm, view.dict, static_cast<DictViewForm>(view.detail));
        }
        case Kind::set: {
            const Value iterator =
                new_iterator(vm, Root::type_set_iterator, IteratorForm::set, iterable);
            if (iterator)
                edit_iterator(vm, iterator).limit = vm.block[iterable.as_ref<Set>()].count;
            return made(iterator);
        }
        case Kind::iterator: return {Outcome::yes, iterable};
        case Kind::generator:
            if (vm.type_of(iterable) == vm.type(Root::type_generator))
                return {Outcome::yes, iterable};
            break;
        case Kind::wrapped_coroutine:
        case Kind::async_step: return {Outcome::yes, iterable};
        default: break;
    }
    if (iterable.is_ref() && (vm.special(iterable, Special::iter_) ||
                              vm.special(iterable, Special::getitem_)) &&
        vm.block.kind(iterable) != Kind::type)
        return {Outcome::needs_call};
    vm.raise(Root::TypeError, "'" + type_name(vm, iterable) + "' object is not iterable");
    return {Outcome::raised};
}

bool is_native_iterator(const Vm& vm, Value iterator) {
    if (vm.block.kind(iterator) != Kind::iterator) return false;
    switch (static_cast<IteratorForm>(vm.block.object(iterator).detail)) {
        case IteratorForm::sequence:
        case IteratorForm::callable:
        case IteratorForm::enumerate:
        case IteratorForm::zip:
        case IteratorForm::map:
        case IteratorForm::filter:
        case IteratorForm::reversed_sequence: return false;
        default: return true;
    }
}

namespace {

constexpr Computed exhausted{Outcome::no, {}};

Computed next_of_dict(Vm& vm, Value iterator, IteratorForm form) {
    const Iterator found = vm.block[iterator.as_ref<Iterator>()];
    const Ref<Dict> dict = found.source.as_ref<Dict>();
    if (vm.block[dict].count != found.limit) {
        edit_iterator(vm, iterator).limit = UINT32_MAX;
        raise_changed(vm, "dictionary changed size during iteration");
        return {Outcome::raised};
    }
    uint32_t position = found.index;
    Value key, value;
    if (!dict_next(vm, dict, position, key, value)) {
        exhaust(vm, iterator);
        return exhausted;
    }
    edit_iterator(vm, iterator).index = position;
    if (form == IteratorForm::dict_keys) return {Outcome::yes, key};
    if (form == IteratorForm::dict_values) return {Outcome::yes, value};
    const Value pair[] = {key, value};
    return made(new_tuple(vm, pair));
}

Computed next_reversed_of_dict(Vm& vm, Value iterator, IteratorForm form) {
    const Iterator found = vm.block[iterator.as_ref<Iterator>()];
    const Ref<Dict> dict = found.source.as_ref<Dict>();
    uint32_t position = found.index;
    Value key, value;
    if (vm.block[dict].count != found.limit) {
        raise_changed(vm, "dictionary changed size during iteration");
        return {Outcome::raised};
    }
    if (!dict_previous(vm, dict, position, key, value)) {
        exhaust(vm, iterator);
        return exhausted;
    }
    edit_iterator(vm, iterator).index = position;
    if (form == IteratorForm::reversed_dict_keys) return {Outcome::yes, key};
    if (form == IteratorForm::reversed_dict_values) return {Outcome::yes, value};
    const Value pair[] = {key, value};
    return made(new_tuple(vm, pair));
}

Computed next_of_set(Vm& vm, Value iterator) {
    const Iterator found = vm.block[iterator.as_ref<Iterator>()];
    const Ref<Set> set = found.source.as_ref<Set>();
    if (vm.block[set].count != found.limit) {
        edit_iterator(vm, iterator).limit = UINT32_MAX;
        raise_changed(vm, "Set changed size during iteration");
        return {Outcome::raised};
    }
    uint32_t position = found.index;
    Value key;
    if (!set_next(vm, set, position, key)) {
        exhaust(vm, iterator);
        return exhausted;
    }
    edit_iterator(vm, iterator).index = position;
    return {Outcome::yes, key};
}

Computed next_of_sequence(Vm& vm, Value iterator, IteratorForm form) {
    const Iterator found = vm.block[iterator.as_ref<Iterator>()];
    const Value source = found.source;
    uint32_t count = 0;
    switch (form) {
        case IteratorForm::str: count = str_length(vm, source); break;
        case IteratorForm::bytes:
        case IteratorForm::bytearray:
            count = static_cast<uint32_t>(bytes_view(vm, source).size());
            break;
        default: count = sequence_count(vm, source);
    }
    if (found.index >= count) {
        exhaust(vm, iterator);
        return exhausted;
    }
    edit_iterator(vm, iterator).index = found.index + 1;
    switch (form) {
        case IteratorForm::str: return made(str_character(vm, source, found.index));
        case IteratorForm::bytes:
        case IteratorForm::bytearray:
            return {Outcome::yes,
                    Value::from_int(static_cast<uint8_t>(bytes_view(vm, source)[found.index]))};
        default: return {Outcome::yes, sequence_item(vm, source, found.index)};
    }
}

Computed next_of_range(Vm& vm, Value iterator, IteratorForm form) {
    const Iterator found = vm.block[iterator.as_ref<Iterator>()];
    if (form == IteratorForm::range) {
        if (found.limit == 0) return exhausted;
        Iterator& changed = edit_iterator(vm, iterator);
        --changed.limit;
        changed.next.bits =
            ((found.next.bits + found.step.bits) & ~Value::int_tag) | Value::int_tag;
        return {Outcome::yes, found.next};
    }
    const Value item = int_binary(vm, BinaryOperator::multiply, found.next, found.step).result;
    const Range range = vm.block[found.source.as_ref<Range>()];
    const Value value = int_binary(vm, BinaryOperator::add, range.start, item).result;
    const bool rising = !is_negative(vm, range.step);
    const Ordering order = compare_numbers(vm, value, range.stop);
    if (order != (rising ? Ordering::less : Ordering::greater)) return exhausted;
    vm.block.store(iterator.offset() + static_cast<uint32_t>(offsetof(Iterator, next)),
                   int_binary(vm, BinaryOperator::add, found.next, Value::from_int(1)).result);
    return {Outcome::yes, value};
}

Computed next_reversed_of_list(Vm& vm, Value iterator) {
    const Iterator found = vm.block[iterator.as_ref<Iterator>()];
    const uint32_t count = sequence_count(vm, found.source);
    if (found.index == 0 || found.index > count) {
        exhaust(vm, iterator);
        return exhausted;
    }
    edit_iterator(vm, iterator).index = found.index - 1;
    return {Outcome::yes, sequence_item(vm, found.source, found.index - 1)};
}

// The pairs of enumerate over what needs no Python.
Computed next_of_enumerate(Vm& vm, Value iterator) {
    const Iterator found = vm.block[iterator.as_ref<Iterator>()];
    if (!is_native_iterator(vm, found.source)) return {Outcome::needs_call};
    const Computed item = next_item(vm, found.source);
    if (item.outcome != Outcome::yes) return item;
    const Value pair[] = {found.next, item.result};
    const Value tuple = new_tuple(vm, pair);
    const Value next = int_binary(vm, BinaryOperator::add, found.next, Value::from_int(1)).result;
    vm.block.store(iterator.offset() + static_cast<uint32_t>(offsetof(Iterator, next)), next);
    return made(tuple);
}

// zip over what needs no Python: source is the tuple of iterators; step True: strict.
Computed next_of_zip(Vm& vm, Value iterator) {
    const Iterator found = vm.block[iterator.as_ref<Iterator>()];
    const uint32_t count = sequence_count(vm, found.source);
    if (count == 0) return exhausted;
    if (found.step == vm.boolean(true)) return {Outcome::needs_call};
    for (uint32_t index = 0; index < count; ++index)
        if (!is_native_iterator(vm, sequence_item(vm, found.source, index)))
            return {Outcome::needs_call};
    std::vector<Value> items;
    for (uint32_t index = 0; index < count; ++index) {
        const Computed item = next_item(vm, sequence_item(vm, found.source, index));
        if (item.outcome != Outcome::yes) return item;
        items.push_back(item.result);
    }
    return made(new_tuple(vm, items));
}

}  // namespace

Computed next_item(Vm& vm, Value iterator) {
    if (vm.block.kind(iterator) != Kind::iterator) {
        if (iterator.is_null() || vm.special(iterator, Special::next_).is_null()) {
            vm.raise(Root::TypeError, "'" + type_name(vm, iterator) + "' object is not an iterator");
            return {Outcome::raised};
        }
        return {Outcome::needs_call};
    }
    if (vm.block[iterator.as_ref<Iterator>()].source.is_null()) return exhausted;
    const auto form = static_cast<IteratorForm>(vm.block.object(iterator).detail);
    switch (form) {
        case IteratorForm::list:
        case IteratorForm::tuple:
        case IteratorForm::str:
        case IteratorForm::bytes:
        case IteratorForm::bytearray: return next_of_sequence(vm, iterator, form);
        case IteratorForm::range:
        case IteratorForm::range_big: return next_of_range(vm, iterator, form);
        case IteratorForm::dict_keys:
        case IteratorForm::dict_values:
        case IteratorForm::dict_items: return next_of_dict(vm, iterator, form);
        case IteratorForm::reversed_dict_keys:
        case IteratorForm::reversed_dict_values:
        case IteratorForm::reversed_dict_items: return next_reversed_of_dict(vm, iterator, form);
        case IteratorForm::set: return next_of_set(vm, iterator);
        case IteratorForm::reversed_list: return next_reversed_of_list(vm, iterator);
        case IteratorForm::enumerate: return next_of_enumerate(vm, iterator);
        case IteratorForm::zip: return next_of_zip(vm, iterator);
        default: return {Outcome::needs_call};
    }
}

Length length_of(Vm& vm, Value value) {
    if (value.is_ref() && vm.block[vm.type_of(value)].flags & type_heap &&
        vm.block.kind(vm.special(value, Special::len_)) == Kind::function)
        return {Outcome::needs_call};
    return plain_length(vm, value);
}

Length plain_length(Vm& vm, Value value) {
    switch (vm.block.kind(value)) {
        case Kind::str: return {Outcome::yes, str_length(vm, value)};
        case Kind::bytes:
        case Kind::bytearray:
            return {Outcome::yes, static_cast<int64_t>(bytes_view(vm, value).size())};
        case Kind::list:
        case Kind::tuple: return {Outcome::yes, sequence_count(vm, value)};
        case Kind::dict: return {Outcome::yes, vm.block[value.as_ref<Dict>()].count};
        case Kind::set: return {Outcome::yes, vm.block[value.as_ref<Set>()].count};
        case Kind::dict_view:
        case Kind::mapping_proxy:
            return {Outcome::yes, vm.block[vm.block[value.as_ref<DictView>()].dict].count};
        case Kind::range: {
            const auto length = range_length(vm, value.as_ref<Range>());
            if (length) return {Outcome::yes, *length};
            vm.raise(Root::OverflowError, "Python int too large to convert to C ssize_t");
            return {Outcome::raised};
        }
        default: return {Outcome::no};
    }
}

}  // namespace meada
