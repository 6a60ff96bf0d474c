// iter() and next() of everything built in. Nothing is taken from an iterator before it is certain
// that no Python code is needed for the step: needs_call leaves it as it was, but where a request
// is set (its result is the item).
#include "vm/iterators.h"

#include <limits>

#include "vm/byte_strings.h"
#include "vm/dict.h"
#include "vm/range.h"
#include "vm/set.h"
#include "vm/strings.h"
#include "vm/views.h"

namespace meada {

Value raise_not_iterable(Vm& vm, Value value) {
    return vm.raise(Root::TypeError, "'" + type_name(vm, value) + "' object is not iterable");
}

Value new_iterator(Vm& vm, IteratorForm form, Root type, Value source) {
    const auto iterator = vm.allocate<Iterator>(Kind::iterator, type);
    if (!iterator) return {};
    vm.block.edit(iterator).detail = static_cast<uint16_t>(form);
    vm.block.store(iterator.offset + static_cast<uint32_t>(offsetof(Iterator, source)), source);
    if (source.is_mortal()) vm.block.make_mortal(iterator.offset);
    return vm.block.value_of(iterator);
}

namespace {

Computed made(Value value) { return {value.is_null() ? Outcome::raised : Outcome::yes, value}; }

Value iterate_range(Vm& vm, Value value) {
    const Range range = vm.block[value.as_ref<Range>()];
    const Value length = range_length(vm, range);
    if (length.is_null()) return {};
    const bool small = range.start.is_int() && range.step.is_int() && length.is_int() &&
                       length.as_int() <= std::numeric_limits<uint32_t>::max();
    const Value iterator =
        new_iterator(vm, small ? IteratorForm::range : IteratorForm::range_big,
                     Root::type_range_iterator, small ? Value{} : range.stop);
    if (iterator.is_null()) return {};
    Iterator& object = vm.block.edit(iterator.as_ref<Iterator>());
    object.next = range.start;  // ints are never mortal
    object.step = range.step;
    if (small) object.limit = object.length = static_cast<uint32_t>(length.as_int());
    return iterator;
}

Value iterate_dict(Vm& vm, Ref<Dict> dict, DictViewForm form) {
    static constexpr IteratorForm forms[] = {IteratorForm::dict_keys, IteratorForm::dict_values,
                                             IteratorForm::dict_items, IteratorForm::dict_keys};
    static constexpr Root types[] = {Root::type_dict_key_iterator, Root::type_dict_value_iterator,
                                     Root::type_dict_item_iterator, Root::type_dict_key_iterator};
    const auto index = static_cast<uint16_t>(form);
    const Value iterator = new_iterator(vm, forms[index], types[index], vm.block.value_of(dict));
    if (iterator.is_null()) return {};
    const uint32_t count = vm.block[dict].count;
    Iterator& object = vm.block.edit(iterator.as_ref<Iterator>());
    object.limit = count;
    object.next = Value::from_int(count);  // how many are expected still
    return iterator;
}

Value iterate_set(Vm& vm, Value set) {
    const Value iterator =
        new_iterator(vm, IteratorForm::set, Root::type_set_iterator, set);
    if (!iterator.is_null())
        vm.block.edit(iterator.as_ref<Iterator>()).limit = vm.block[set.as_ref<Set>()].count;
    return iterator;
}

}  // namespace

Value iterate_dict_reversed(Vm& vm, Ref<Dict> dict, DictViewForm form) {
    static constexpr IteratorForm forms[] = {
        IteratorForm::reversed_dict_keys, IteratorForm::reversed_dict_values,
        IteratorForm::reversed_dict_items, IteratorForm::reversed_dict_keys};
    static constexpr Root types[] = {
        Root::type_dict_reverse_key_iterator, Root::type_dict_reverse_value_iterator,
        Root::type_dict_reverse_item_iterator, Root::type_dict_reverse_key_iterator};
    const auto index = static_cast<uint16_t>(form);
    const Value iterator = new_iterator(vm, forms[index], types[index], vm.block.value_of(dict));
    if (iterator.is_null()) return {};
    const uint32_t count = vm.block[dict].count;
    Iterator& object = vm.block.edit(iterator.as_ref<Iterator>());
    object.limit = count;
    object.index = dict_entry_count(vm, dict);
    object.next = Value::from_int(count);
    return iterator;
}

Computed iterate(Vm& vm, Value iterable) {
    if (!iterable.is_ref()) {
        raise_not_iterable(vm, iterable);
        return {Outcome::raised};
    }
    if (has_own(vm, iterable, Special::iter_)) {
        if (vm.special(iterable, Special::iter_) != vm.none()) return {Outcome::needs_call};
        raise_not_iterable(vm, iterable);
        return {Outcome::raised};
    }
    return plain_iterate(vm, iterable);
}

namespace {

bool str_is_ascii(const Vm& vm, Value str) {
    return (vm.block[str.as_ref<Str>()].detail & Str::ascii_bit) != 0;
}

}  // namespace

Computed plain_iterate(Vm& vm, Value iterable) {
    switch (vm.block.kind(iterable)) {
        case Kind::list:
            return made(new_iterator(vm, IteratorForm::list, Root::type_list_iterator, iterable));
        case Kind::tuple:
            return made(new_iterator(vm, IteratorForm::tuple, Root::type_tuple_iterator, iterable));
        case Kind::range: return made(iterate_range(vm, iterable));
        case Kind::str:
            return made(new_iterator(vm, IteratorForm::str,
                                     str_is_ascii(vm, iterable) ? Root::type_str_ascii_iterator
                                                                 : Root::type_str_iterator,
                                     iterable));
        case Kind::bytes:
            return made(new_iterator(vm, IteratorForm::bytes, Root::type_bytes_iterator, iterable));
        case Kind::bytearray:
            return made(new_iterator(vm, IteratorForm::bytearray, Root::type_bytearray_iterator,
                                     iterable));
        case Kind::dict:
            return made(iterate_dict(vm, iterable.as_ref<Dict>(), DictViewForm::keys));
        case Kind::dict_view:
        case Kind::mapping_proxy:
            return made(iterate_dict(vm, view_dict(vm, iterable), view_form(vm, iterable)));
        case Kind::set: return made(iterate_set(vm, iterable));
        case Kind::iterator:
        case Kind::wrapped_coroutine: return {Outcome::yes, iterable};
        case Kind::generator:
            if (vm.block.object(iterable).detail == static_cast<uint16_t>(GeneratorForm::generator))
                return {Outcome::yes, iterable};
            break;
        case Kind::async_step: return {Outcome::yes, iterable};
        default: break;
    }
    if (iterable.is_ref() && (vm.special(iterable, Special::iter_) ||
                              vm.special(iterable, Special::getitem_)))
        return {Outcome::needs_call};
    raise_not_iterable(vm, iterable);
    return {Outcome::raised};
}

namespace {

// The step of one iterator; `ref` stays valid, references do not.
struct Advance {
    Vm& vm;
    Ref<Iterator> ref;

    const Iterator& object() const { return vm.block[ref]; }
    void set_index(uint32_t index) { vm.block.edit(ref).index = index; }
    Computed end() {
        vm.block.clear(ref.offset + static_cast<uint32_t>(offsetof(Iterator, source)));
        return {Outcome::no};
    }
    Computed direct();
    Computed reversed_list();
    Computed big_range();
    Computed text();
    Computed dict_item(IteratorForm);
    Computed set_item();
    Computed enumerated();
    Computed zipped();
    Computed reversed_sequence();
    Computed mapped();
    // Python code is needed: what the prelude's function returns is the item.
    Computed by_prelude(Root function, Value first, Value second) {
        vm.call_prelude(function, {first, second});
        return {Outcome::needs_call};
    }
};

Computed Advance::direct() {
    const Value item = direct_next(vm, vm.block.value_of(ref));
    return item ? Computed{Outcome::yes, item} : end();
}

Computed Advance::reversed_list() {  // index: one more than the position
    const Value source = object().source;
    if (source.is_null()) return {Outcome::no};
    const uint32_t index = object().index;
    const Items items = items_of(vm, source);
    if (index == 0 || index > items.count) return end();
    set_index(index - 1);
    return {Outcome::yes, item_at(vm, items, index - 1)};
}

Computed Advance::big_range() {
    const Iterator iterator = object();
    if (iterator.source.is_null()) return {Outcome::no};
    const bool down = is_negative(vm, iterator.step);
    const Ordering order = compare_numbers(vm, iterator.next, iterator.source);
    if (order != (down ? Ordering::greater : Ordering::less)) return end();
    const Computed sum = int_binary(vm, BinaryOperator::add, iterator.next, iterator.step);
    if (sum.outcome != Outcome::yes) return sum;
    vm.block.edit(ref).next = sum.result;
    ++vm.block.edit(ref).index;
    return {Outcome::yes, iterator.next};
}

Computed Advance::text() {
    const Value source = object().source;
    if (source.is_null()) return {Outcome::no};
    const uint32_t index = object().index;
    if (is_str(vm, source)) {
        if (index >= str_length(vm, source)) return end();
        set_index(index + 1);
        return made(str_character(vm, source, index));
    }
    const std::string_view bytes = bytes_view(vm, source);
    if (index >= bytes.size()) return end();
    set_index(index + 1);
    return {Outcome::yes, Value::from_int(static_cast<uint8_t>(bytes[index]))};
}

Computed Advance::dict_item(IteratorForm form) {
    const Iterator iterator = object();
    if (iterator.source.is_null()) return {Outcome::no};
    const auto dict = iterator.source.as_ref<Dict>();
    if (vm.block[dict].count != iterator.limit) {
        vm.block.edit(ref).limit = std::numeric_limits<uint32_t>::max();  // and again next time
        vm.raise(Root::RuntimeError, "dictionary changed size during iteration");
        return {Outcome::raised};
    }
    const bool backward = form >= IteratorForm::reversed_dict_keys;
    uint32_t position = iterator.index;
    Value pair[2];
    const bool found = backward ? dict_previous(vm, dict, position, pair[0], pair[1])
                                : dict_next(vm, dict, position, pair[0], pair[1]);
    if (!found) return end();
    if (iterator.next == Value::from_int(0)) {
        vm.raise(Root::RuntimeError, "dictionary keys changed during iteration");
        end();
        return {Outcome::raised};
    }
    Iterator& changed = vm.block.edit(ref);
    changed.index = position;
    changed.next = Value::from_int(iterator.next.as_int() - 1);
    switch (form) {
        case IteratorForm::dict_keys:
        case IteratorForm::reversed_dict_keys: return {Outcome::yes, pair[0]};
        case IteratorForm::dict_values:
        case IteratorForm::reversed_dict_values: return {Outcome::yes, pair[1]};
        default: return made(new_tuple(vm, pair));
    }
}

Computed Advance::set_item() {
    const Iterator iterator = object();
    if (iterator.source.is_null()) return {Outcome::no};
    const auto set = iterator.source.as_ref<Set>();
    if (vm.block[set].count != iterator.limit) {
        vm.block.edit(ref).limit = std::numeric_limits<uint32_t>::max();
        vm.raise(Root::RuntimeError, "Set changed size during iteration");
        return {Outcome::raised};
    }
    uint32_t position = iterator.index;
    Value key;
    if (!set_next(vm, set, position, key)) return end();
    set_index(position);
    return {Outcome::yes, key};
}

Computed Advance::enumerated() {
    const Iterator iterator = object();
    if (const Value direct = direct_next(vm, iterator.source))
        return enumerate_pair(vm, ref, direct);
    if (!steps_natively(vm, iterator.source)) return {Outcome::needs_call};
    const Computed item = next_item(vm, iterator.source);
    return item.outcome == Outcome::yes ? enumerate_pair(vm, ref, item.result) : item;
}

// zip stops at the first source that is exhausted; with strict the rest must be so too.
Computed Advance::zipped() {
    const Iterator iterator = object();
    const Items sources = tuple_items(vm, iterator.source.as_ref<Tuple>());
    if (sources.count == 0) return {Outcome::no};
    bool natively = iterator.step != vm.boolean(true);
    for (uint32_t index = 0; natively && index < sources.count; ++index)
        natively = steps_natively(vm, item_at(vm, sources, index));
    if (!natively) {
        const Value strict = iterator.step ? iterator.step : vm.boolean(false);
        return by_prelude(Root::prelude_zip_next, iterator.source, strict);
    }
    const Value tuple = allocate_tuple(vm, sources.count);
    if (tuple.is_null()) return {Outcome::raised};
    bool mortals = false;
    for (uint32_t index = 0; index < sources.count; ++index) {
        const Value source = item_at(vm, sources, index);
        Computed item{Outcome::yes, direct_next(vm, source)};
        if (item.result.is_null()) item = next_item(vm, source);
        if (item.outcome != Outcome::yes) return item;
        vm.block.store(tuple.offset() + Tuple::items_offset + index * 8, item.result);
        mortals |= item.result.is_mortal();
    }
    return {Outcome::yes, made_holder(vm, tuple, mortals)};
}

// Over sources that need no Python only the function is called: its result is the item.
Computed Advance::mapped() {
    const Value function = object().next;
    const Items sources = tuple_items(vm, object().source.as_ref<Tuple>());
    for (uint32_t index = 0; index < sources.count; ++index)
        if (!steps_natively(vm, item_at(vm, sources, index)))
            return by_prelude(Root::prelude_map_next, function, object().source);
    std::vector<Value> arguments;
    for (uint32_t index = 0; index < sources.count; ++index) {
        const Computed item = next_item(vm, item_at(vm, sources, index));
        if (item.outcome != Outcome::yes) return item;
        arguments.push_back(item.result);
    }
    vm.call(function, arguments);
    return {Outcome::needs_call};
}

Computed Advance::reversed_sequence() {  // natively of tuples, strs and bytes
    const Iterator iterator = object();
    if (iterator.source.is_null()) return {Outcome::no};
    if (!steps_natively(vm, vm.block.value_of(ref))) return {Outcome::needs_call};
    if (is_negative(vm, iterator.next)) return end();
    const Computed item = get_item(vm, iterator.source, iterator.next);
    vm.block.edit(ref).next = Value::from_int(iterator.next.as_int() - 1);
    return item;
}

}  // namespace

Computed enumerate_pair(Vm& vm, Ref<Iterator> iterator, Value item) {
    const Value count = vm.block[iterator].next;
    const Value next = count.is_int() && count.as_int() < Value::int_max
                           ? Value::from_int(count.as_int() + 1)
                           : int_binary(vm, BinaryOperator::add, count, Value::from_int(1)).result;
    if (next.is_null()) return {Outcome::raised};
    vm.block.edit(iterator).next = next;
    const Value pair[] = {count, item};
    return made(new_tuple(vm, pair));
}

// Forms whose types have no subclasses: nobody can have given them a __next__ of their own.
static bool has_plain_form(const Vm& vm, Value iterator) {
    const auto form = static_cast<IteratorForm>(vm.block.object(iterator).detail);
    return form == IteratorForm::list || form == IteratorForm::tuple ||
           form == IteratorForm::range;
}

bool steps_natively(Vm& vm, Value iterator) {
    if (vm.block.kind(iterator) != Kind::iterator) return false;
    if (has_plain_form(vm, iterator)) return true;
    if (has_own(vm, iterator, Special::next_)) return false;
    const Iterator& object = vm.block[iterator.as_ref<Iterator>()];
    switch (static_cast<IteratorForm>(object.detail)) {
        case IteratorForm::sequence:
        case IteratorForm::callable:
        case IteratorForm::map:
        case IteratorForm::filter:
        case IteratorForm::memory: return false;
        case IteratorForm::enumerate: return steps_natively(vm, object.source);
        case IteratorForm::zip: {
            if (object.step == vm.boolean(true)) return false;
            const Ref<Tuple> sources = object.source.as_ref<Tuple>();
            for (uint32_t index = 0; index < vm.block[sources].count; ++index)
                if (!steps_natively(vm, item_at(vm, tuple_items(vm, sources), index))) return false;
            return true;
        }
        case IteratorForm::reversed_sequence: {
            if (object.source.is_null()) return true;
            const Kind kind = vm.block.kind(object.source);
            return (kind == Kind::tuple || kind == Kind::str || kind == Kind::bytes ||
                    kind == Kind::bytearray) &&
                   !has_own(vm, object.source, Special::getitem_);
        }
        default: return true;
    }
}

Computed next_item(Vm& vm, Value iterator) {
    if (vm.block.kind(iterator) != Kind::iterator) {
        if (iterator.is_ref() && vm.special(iterator, Special::next_)) return {Outcome::needs_call};
        vm.raise(Root::TypeError, "'" + type_name(vm, iterator) + "' object is not an iterator");
        return {Outcome::raised};
    }
    if (!has_plain_form(vm, iterator) && has_own(vm, iterator, Special::next_))
        return {Outcome::needs_call};
    return plain_next(vm, iterator);
}

Computed plain_next(Vm& vm, Value iterator) {
    Advance step{vm, iterator.as_ref<Iterator>()};
    switch (const auto form = static_cast<IteratorForm>(vm.block.object(iterator).detail)) {
        case IteratorForm::list:
        case IteratorForm::tuple:
        case IteratorForm::range: return step.direct();
        case IteratorForm::range_big: return step.big_range();
        case IteratorForm::str:
        case IteratorForm::bytes:
        case IteratorForm::bytearray: return step.text();
        case IteratorForm::dict_keys:
        case IteratorForm::dict_values:
        case IteratorForm::dict_items:
        case IteratorForm::reversed_dict_keys:
        case IteratorForm::reversed_dict_values:
        case IteratorForm::reversed_dict_items: return step.dict_item(form);
        case IteratorForm::set: return step.set_item();
        case IteratorForm::reversed_list: return step.reversed_list();
        case IteratorForm::enumerate: return step.enumerated();
        case IteratorForm::zip: return step.zipped();
        case IteratorForm::reversed_sequence: return step.reversed_sequence();
        case IteratorForm::map: return step.mapped();
        case IteratorForm::filter: {
            const Iterator filter = step.object();
            return step.by_prelude(Root::prelude_filter_next, filter.next, filter.source);
        }
        default: return {Outcome::needs_call};
    }
}

Outcome append_all(Vm& vm, Ref<List> list, Value iterable) {
    const Computed iterator = iterate(vm, iterable);
    if (iterator.outcome != Outcome::yes) return iterator.outcome;
    if (!steps_natively(vm, iterator.result)) return Outcome::needs_call;
    const Length length = length_of(vm, iterable);
    if (length.outcome == Outcome::raised) return Outcome::raised;
    uint32_t before = vm.block[list].count;
    if (length.outcome == Outcome::yes &&
        !list_reserve(vm, list, before + static_cast<uint64_t>(length.length)))
        return Outcome::raised;
    for (;;) {
        const Computed item = next_item(vm, iterator.result);
        if (item.outcome == Outcome::no) break;
        if (item.outcome != Outcome::yes) return item.outcome;
        if (!list_append_inline(vm, list, item.result)) return Outcome::raised;
    }
    vm.charge(vm.block[list].count - before);
    return Outcome::yes;
}

}  // namespace meada
