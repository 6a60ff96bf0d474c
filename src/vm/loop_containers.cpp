// Iteration, subscripts, containers, where C++ does the work: steps of the loop.
#include "vm/iterators.h"
#include "vm/loop_calls.h"
#include "vm/op_support.h"
#include "vm/operations.h"

namespace meada {

STEP(GET_ITER) {
    const Value iterable = TOP;
    if (!iterable.is_ref()) SLOW();
    const Kind kind = reinterpret_cast<const Object*>(base + iterable.offset())->kind;
    if (kind == Kind::iterator && !has_own(vm, iterable, Special::iter_)) NEXT();  // itself
    if (iterable.is_mortal()) SLOW();
    if (kind != Kind::range && kind != Kind::list && kind != Kind::tuple)
        SLOW();
    const Computed iterator = iterate(vm, iterable);
    REBASE();
    if (iterator.outcome != Outcome::yes || iterator.result.is_mortal())
        SLOW();
    TOP = iterator.result;
    NEXT_IF_CALM();
}
// An iterator over a list, tuple or str has given all: it lets that go, and the loop ends.
STEP(exhausted) {
    const Value iterator = TOP;
    auto& object = *reinterpret_cast<Iterator*>(base + iterator.offset());
    if (iterator.is_mortal() || object.source.is_mortal()) SLOW();
    vm.block.clear(iterator.offset() + static_cast<uint32_t>(offsetof(Iterator, source)));
    --sp;
    JUMP();
    NEXT();
}
STEP(next_natively) {
    const Value iterator = TOP;
    const auto form = static_cast<IteratorForm>(vm.block.object(iterator).detail);
    // These ask their sources themselves; of a class it may have another __next__.
    if (form == IteratorForm::map || form == IteratorForm::zip ||
        form == IteratorForm::enumerate || form == IteratorForm::filter) {
        if (has_own(vm, iterator, Special::next_)) SLOW();
        if (form == IteratorForm::map) GO(next_of_map);
        if (form == IteratorForm::filter) GO(next_of_filter);
    } else if (!steps_natively(vm, iterator)) {
        SLOW();
    }
    const Computed item = plain_next(vm, iterator);
    REBASE();
    // At its end, or where it needs Python, it says so again; anything raised goes on from here.
    if (item.outcome == Outcome::no || item.outcome == Outcome::needs_call) {
        vm.request = {};
        SLOW();
    }
    if (item.outcome != Outcome::yes) RAISED();
    PUSH(item.result);
    NEXT_IF_CALM();
}
STEP(subscript_other) {
    const Value index = TOP, container = SECOND;
    if (!container.is_ref()) SLOW();
    const uint32_t shape = shape_at(base, container);
    Value value;
    if (const uint32_t at = item_offset(base, vm, container, index); at != 0) {
        value = *reinterpret_cast<const Value*>(base + at);
    } else if (shape == vm.loop.shapes.dict && light_key(base, vm.loop.shapes, index)) {
        const Found found = dict_get(vm, container.as_ref<Dict>(), index);
        if (found.outcome != Outcome::yes) SLOW();
        value = found.value;
    } else if (shape == vm.loop.shapes.str && index.is_int()) {
        const uint32_t count = reinterpret_cast<const Str*>(base + container.offset())->length;
        int64_t at_character = index.as_int();
        if (at_character < 0) at_character += count;
        if (at_character < 0 || at_character >= count) SLOW();
        value = str_character(vm, container, static_cast<uint32_t>(at_character));
        REBASE();
        if (value.is_null()) RAISED();
        --sp;
        TOP = value;
        NEXT_IF_CALM();
    } else if (index.is_ref() && vm.block.kind(index) == Kind::slice &&
               (shape == vm.loop.shapes.str || shape == vm.loop.shapes.list ||
                shape == vm.loop.shapes.tuple)) {
        GO(subscript_slice);
    } else {
        GO(subscript_method);
    }
    --sp;
    PUSH_AT(TOP, value);
    DROP_NEXT(container);
}
STEP(subscript_slice) {
    const Value index = TOP, container = SECOND;
    const Computed part = plain_get_item(vm, container, index);
    REBASE();
    if (part.outcome == Outcome::raised) RAISED();
    if (part.outcome != Outcome::yes) {
        vm.request = {};
        SLOW();
    }
    --sp;
    PUSH_AT(TOP, part.result);
    vm.block.decrement_if_mortal(container);
    vm.block.decrement_if_mortal(index);
    NEXT_IF_CALM();
}
// A __getitem__ in Python.
STEP(subscript_method) {
    const Value container = SECOND;
    if (!is_heap_type(vm, container)) SLOW();
    const Value method = vm.special(container, Special::getitem_);
    if (vm.block.kind(method) != Kind::function || method.is_mortal()) SLOW();
    const auto& function = *reinterpret_cast<const Function*>(base + method.offset());
    const SimpleCall call{function,
                          *reinterpret_cast<const CodeObject*>(base + function.code.offset),
                          sp - 2, 2, ReturnMode::push};
    if (!fits(vm, base, call)) SLOW();
    ENTER_CALLEE(call, sp - 2);  // the operands' counts move with them
    NEXT();
}
STEP(store_key) {
    const Value index = TOP, container = SECOND, value = THIRD;
    if (!container.is_ref() || container.is_mortal()) SLOW();
    const uint32_t shape = shape_at(base, container);
    if (shape == vm.loop.shapes.dict && light_key(base, vm.loop.shapes, index)) {
        const Outcome outcome = dict_set(vm, container.as_ref<Dict>(), index, value);
        REBASE();
        if (outcome == Outcome::raised) RAISED();
        if (outcome != Outcome::yes) SLOW();
        sp -= 3;
        if (value.is_mortal()) [[unlikely]] vm.block.decrement(value);
        NEXT_IF_CALM();
    }
    const uint32_t slot = shape == vm.loop.shapes.list ? item_offset(base, vm, container, index) : 0;
    if (slot == 0) SLOW();
    const Value old = vm.block.load(slot);
    vm.block.move_in(slot, value);
    if (value.is_mortal()) [[unlikely]] vm.block.note_holder(container.offset());
    sp -= 3;
    vm.block.decrement_if_mortal(old);
    NEXT_IF_CALM();
}
STEP(CONTAINS_OP) {
    // Whether a short text has a character.
    constexpr uint32_t length_max = 32;
    const Str* const text = narrow_str(base, vm, TOP);
    const int32_t character = text ? only_character(base, vm, SECOND) : -1;
    if (character >= 0 && text->length <= length_max) {
        bool found = false;
        for (uint32_t index = 0; index < text->length; ++index)
            found |= narrow_character(text, index) == character;
        --sp;
        TOP = found != (ARGUMENT != 0) ? vm.loop.true_value : vm.loop.false_value;
        NEXT();
    }
    const Value container = TOP, item = SECOND;
    if (!container.is_ref() || container.is_mortal() || !light_key(base, vm.loop.shapes, item))
        SLOW();
    const uint32_t shape = shape_at(base, container);
    Outcome outcome = Outcome::needs_call;
    if (shape == vm.loop.shapes.dict)
        outcome = dict_get(vm, container.as_ref<Dict>(), item).outcome;
    else if (shape == vm.loop.shapes.set)
        outcome = set_contains(vm, container.as_ref<Set>(), item);
    else if (shape == vm.loop.shapes.str && item.is_ref())
        outcome = str_contains(vm, container, item) ? Outcome::yes : Outcome::no;
    if (outcome > Outcome::yes) SLOW();
    --sp;
    TOP = (outcome == Outcome::yes) != (ARGUMENT != 0) ? vm.loop.true_value : vm.loop.false_value;
    NEXT_IF_CALM();
}
STEP(LIST_APPEND) {
    const Value item = TOP, list = sp[-1 - static_cast<int32_t>(ARGUMENT)];
    const bool appended = list_append(vm, list.as_ref<List>(), item);
    REBASE();
    if (!appended) RAISED();
    --sp;
    if (item.is_mortal()) [[unlikely]] vm.block.decrement(item);
    NEXT_IF_CALM();
}
STEP(SET_ADD) {
    const Value item = TOP, set = sp[-1 - static_cast<int32_t>(ARGUMENT)];
    if (!light_key(base, vm.loop.shapes, item)) SLOW();
    const Outcome outcome = set_add(vm, set.as_ref<Set>(), item);
    REBASE();
    if (outcome == Outcome::raised) RAISED();
    --sp;
    NEXT_IF_CALM();
}
STEP(MAP_ADD) {
    const Value value = TOP, key = SECOND, dict = sp[-2 - static_cast<int32_t>(ARGUMENT)];
    if (!light_key(base, vm.loop.shapes, key) || value.is_mortal()) SLOW();
    const Outcome outcome = dict_set(vm, dict.as_ref<Dict>(), key, value);
    REBASE();
    if (outcome == Outcome::raised) RAISED();
    sp -= 2;
    NEXT_IF_CALM();
}
STEP(BUILD_LIST) {
    if (ARGUMENT != 0) SLOW();
    const Value list = new_list(vm, {});
    REBASE();
    if (list.is_null()) RAISED();
    *sp++ = list;
    NEXT_IF_CALM();
}
STEP(BUILD_MAP) {
    if (ARGUMENT != 0) SLOW();
    const Value dict = new_dict(vm);
    REBASE();
    if (dict.is_null()) RAISED();
    *sp++ = dict;
    NEXT_IF_CALM();
}
STEP(BUILD_TUPLE) {
    const uint32_t count = ARGUMENT;
    bool mortals = count == 0;
    for (uint32_t index = 1; index <= count; ++index)
        mortals |= sp[-static_cast<int32_t>(index)].is_mortal();
    if (mortals) SLOW();
    const uint32_t made = vm.block.allocate(Kind::tuple, {vm.loop.shapes.tuple},
                                            Tuple::items_offset + count * 8);
    REBASE();
    if (made == 0) SLOW();
    reinterpret_cast<Tuple*>(base + made)->count = count;
    sp -= count;  // their counts move with them
    std::memcpy(base + made + Tuple::items_offset, sp, count * 8);
    *sp++ = Value{made};
    NEXT_IF_CALM();
}
STEP(BUILD_SLICE) {
    const uint32_t count = ARGUMENT;
    for (uint32_t index = 1; index <= count; ++index)
        if (sp[-static_cast<int32_t>(index)].is_mortal()) SLOW();
    const auto slice = vm.allocate<Slice>(Kind::slice, Root::type_slice);
    REBASE();
    if (!slice) RAISED();
    auto* const parts = reinterpret_cast<Value*>(base + slice.offset + 8);
    sp -= count;
    parts[2] = vm.loop.none;
    std::memcpy(parts, sp, count * 8);
    *sp++ = Value::from_ref(slice);
    NEXT_IF_CALM();
}
STEP(UNPACK_SEQUENCE) {
    const Value sequence = TOP;
    if (!sequence.is_ref() || sequence.is_mortal() ||
        shape_at(base, sequence) != vm.loop.shapes.tuple ||
        vm.block[sequence.as_ref<Tuple>()].count != ARGUMENT)
        SLOW();
    --sp;
    for (uint32_t left = ARGUMENT; left-- > 0;)
        PUSH(vm.block.load(sequence.offset() + Tuple::items_offset + left * 8));
    NEXT();
}

}  // namespace meada
