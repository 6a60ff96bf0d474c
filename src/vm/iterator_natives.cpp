// Natives of the iterators that are types of their own: enumerate, zip, map, filter, reversed.
#include "vm/iterators.h"
#include "vm/strings.h"

namespace meada {
namespace {

Value iterator_of_type(Vm& vm, const Args& args, IteratorForm form, Value source, Value next,
                       Value step) {
    const Ref<Type> type = args[0].as_ref<Type>();
    const auto iterator = Ref<Iterator>{
        vm.allocate_cell(Kind::iterator, vm.block[type].root_shape, sizeof(Iterator))};
    if (!iterator) return {};
    vm.block.edit(iterator).detail = static_cast<uint16_t>(form);
    const Value parts[] = {source, next, step};
    const auto first = static_cast<uint32_t>(offsetof(Iterator, source));
    for (uint32_t index = 0; index < 3; ++index)
        vm.block.store(iterator.offset + first + index * 8, parts[index]);
    if (source.is_mortal() || next.is_mortal() || step.is_mortal())
        vm.block.make_mortal(iterator.offset);
    return vm.block.value_of(iterator);
}

}  // namespace

// enumerate, zip, map, filter: the prelude calls iter() on what they go over and comes back with
// the iterators in a tuple marked as its own (_meada.unpacked).
namespace {

Value ready_source(Vm& vm, Value given) {
    const bool ready = vm.block.kind(given) == Kind::tuple &&
                       vm.block.object(given).detail == unpacked_mark;
    return ready ? given : Value{};
}

// The tuple of iterators that the prelude came back with as the only argument; null: it is none.
Value ready_sources(Vm& vm, Value arguments) {
    if (items_of(vm, arguments).count != 1) return {};
    const Value source = ready_source(vm, item_at(vm, items_of(vm, arguments), 0));
    if (source.is_null()) return {};
    std::vector<Value> iterators;
    for (uint32_t index = 0; index < items_of(vm, source).count; ++index)
        iterators.push_back(item_at(vm, items_of(vm, source), index));
    return new_tuple(vm, iterators);
}

Value native_iterator(Vm& vm, Value iterable) {
    const Computed iterator = iterate(vm, iterable);
    if (iterator.outcome == Outcome::needs_call) vm.request = {};
    return iterator.outcome == Outcome::yes ? iterator.result : Value{};
}

}  // namespace

Value native_enumerate_new(Vm& vm, const Args& args) {
    const Value start = args.has(2) ? args[2] : Value::from_int(0);
    const Value source = ready_source(vm, args[1]);
    if (source)
        return iterator_of_type(vm, args, IteratorForm::enumerate,
                                item_at(vm, items_of(vm, source), 0), start, {});
    const Value iterator = native_iterator(vm, args[1]);
    if (vm.has_exception()) return {};
    if (iterator && is_int_like(vm, start))
        return iterator_of_type(vm, args, IteratorForm::enumerate, iterator, start, {});
    return vm.call_prelude(Root::prelude_new_iterator, {args[0], vm.none(), args[1], start});
}

Value native_zip_new(Vm& vm, const Args& args) {
    const Value strict = args.has(2) ? args[2] : vm.boolean(false);
    if (const Value ready = ready_sources(vm, args[1]))
        return iterator_of_type(vm, args, IteratorForm::zip, ready, vm.none(), strict);
    std::vector<Value> iterators;
    for (uint32_t index = 0; index < items_of(vm, args[1]).count; ++index) {
        const Value iterator = native_iterator(vm, item_at(vm, items_of(vm, args[1]), index));
        if (vm.has_exception()) return {};
        if (iterator.is_null())
            return vm.call_prelude(Root::prelude_new_iterator,
                                   {args[0], vm.none(), args[1], strict});
        iterators.push_back(iterator);
    }
    const Value source = new_tuple(vm, iterators);
    return source ? iterator_of_type(vm, args, IteratorForm::zip, source, vm.none(), strict)
                  : Value{};
}

Value native_map_new(Vm& vm, const Args& args) {
    if (items_of(vm, args[2]).count == 0)
        return vm.raise(Root::TypeError, "map() must have at least two arguments.");
    if (const Value ready = ready_sources(vm, args[2]))
        return iterator_of_type(vm, args, IteratorForm::map, ready, args[1], {});
    std::vector<Value> iterators;
    for (uint32_t index = 0; index < items_of(vm, args[2]).count; ++index) {
        const Value iterator = native_iterator(vm, item_at(vm, items_of(vm, args[2]), index));
        if (vm.has_exception()) return {};
        if (iterator.is_null())
            return vm.call_prelude(Root::prelude_new_iterator,
                                   {args[0], args[1], args[2], vm.none()});
        iterators.push_back(iterator);
    }
    const Value source = new_tuple(vm, iterators);
    return source ? iterator_of_type(vm, args, IteratorForm::map, source, args[1], {}) : Value{};
}

Value native_filter_new(Vm& vm, const Args& args) {
    const Value ready = ready_source(vm, args[2]);
    const Value iterator =
        ready ? item_at(vm, items_of(vm, ready), 0) : native_iterator(vm, args[2]);
    if (vm.has_exception()) return {};
    if (iterator.is_null()) {
        const Value iterable = args[2];
        return vm.call_prelude(Root::prelude_new_iterator,
                               {args[0], args[1], new_tuple(vm, {&iterable, 1}), vm.none()});
    }
    return iterator_of_type(vm, args, IteratorForm::filter, iterator, args[1], {});
}

Value native_reversed_new(Vm& vm, const Args& args) {
    const Value sequence = args[1];
    const Value method = sequence.is_ref() ? vm.special(sequence, Special::reversed_) : Value{};
    if (method && method != vm.none()) return vm.call(method, {sequence});
    const bool indexed = sequence.is_ref() && vm.special(sequence, Special::getitem_) &&
                         vm.block.kind(sequence) != Kind::dict;
    if (method == vm.none() || !indexed)
        return vm.raise(Root::TypeError,
                        "'" + type_name(vm, sequence) + "' object is not reversible");
    const Length length = length_of(vm, sequence);
    if (length.outcome == Outcome::raised) return {};
    if (length.outcome != Outcome::yes)
        return vm.call_prelude(Root::prelude_reversed, {args[0], sequence});
    return iterator_of_type(vm, args, IteratorForm::reversed_sequence, sequence,
                            new_int(vm, length.length - 1), {});
}

// For the prelude, which has asked for the length.
Value meada_reversed_from(Vm& vm, const Args& args) {
    return iterator_of_type(vm, args, IteratorForm::reversed_sequence, args[1], args[2], {});
}

Value native_iterator_next(Vm& vm, const Args& args) {
    const Computed next = plain_next(vm, args[0]);
    switch (next.outcome) {
        case Outcome::yes: return next.result;
        case Outcome::no: return vm.raise(Root::StopIteration, std::initializer_list<Value>{});
        case Outcome::raised: return {};
        case Outcome::needs_call: break;
    }
    if (vm.request.kind != Vm::Request::Kind::none) return {};
    return vm.call_prelude(Root::prelude_iterator_next, {args[0]});
}

Value native_iterator_length_hint(Vm& vm, const Args& args) {
    const Iterator found = vm.block[args[0].as_ref<Iterator>()];
    switch (const auto form = static_cast<IteratorForm>(found.detail)) {
        case IteratorForm::range: return Value::from_int(found.limit);
        case IteratorForm::enumerate:
        case IteratorForm::zip:
        case IteratorForm::map:
        case IteratorForm::filter:
        case IteratorForm::callable: return vm.root(Root::not_implemented);
        default: {
            if (found.source.is_null()) return Value::from_int(0);
            if (form == IteratorForm::reversed_list) return Value::from_int(found.index);
            if (form == IteratorForm::reversed_sequence)
                return new_int(vm, std::max<int64_t>(*to_int64(vm, found.next) + 1, 0));
            if (found.next.is_int() && vm.block.kind(found.source) == Kind::dict) return found.next;
            const Length length = length_of(vm, found.source);
            if (length.outcome != Outcome::yes) return vm.root(Root::not_implemented);
            return new_int(vm, std::max<int64_t>(length.length - found.index, 0));
        }
    }
}

// (form, source, next): what the prelude steps by.
Value meada_iterator_parts(Vm& vm, const Args& args) {
    const Iterator found = vm.block[args[0].as_ref<Iterator>()];
    const auto or_none = [&](Value value) { return value ? value : vm.none(); };
    static constexpr const char* names[] = {"sequence", "callable", "enumerate", "reversed"};
    static constexpr IteratorForm forms[] = {IteratorForm::sequence, IteratorForm::callable,
                                             IteratorForm::enumerate,
                                             IteratorForm::reversed_sequence};
    std::string name = "native";
    for (size_t index = 0; index < std::size(forms); ++index)
        if (found.detail == static_cast<uint16_t>(forms[index])) name = names[index];
    const Value parts[] = {intern(vm, name), or_none(found.source), or_none(found.next)};
    return new_tuple(vm, parts);
}

Value meada_iterator_advance(Vm& vm, const Args& args) {
    vm.block.store(args[0].offset() + static_cast<uint32_t>(offsetof(Iterator, next)), args[1]);
    ++vm.block.edit(args[0].as_ref<Iterator>()).index;
    return vm.none();
}

Value meada_iterator_exhaust(Vm& vm, const Args& args) {
    vm.block.clear(args[0].offset() + static_cast<uint32_t>(offsetof(Iterator, source)));
    return vm.none();
}

// (form, source, index, taken, next, step): what a pickle is made of. taken: of a small range.
Value meada_iterator_state(Vm& vm, const Args& args) {
    const Iterator found = vm.block[args[0].as_ref<Iterator>()];
    const auto or_none = [&](Value value) { return value ? value : vm.none(); };
    const Value parts[] = {Value::from_int(found.detail),
                           or_none(found.source),
                           Value::from_int(found.index),
                           Value::from_int(int64_t{found.length} - found.limit),
                           or_none(found.next),
                           or_none(found.step)};
    return new_tuple(vm, parts);
}

// Another one that stands where this one does.
Value meada_iterator_copy(Vm& vm, const Args& args) {
    const auto from = args[0].as_ref<Iterator>();
    const auto made = Ref<Iterator>{vm.allocate_cell(
        Kind::iterator, vm.block[vm.type_of(args[0])].root_shape, sizeof(Iterator))};
    if (!made) return {};
    const Iterator found = vm.block[from];
    Iterator& copy = vm.block.edit(made);
    copy.detail = found.detail;
    copy.index = found.index;
    copy.limit = found.limit;
    copy.length = found.length;
    const Value parts[] = {found.source, found.next, found.step};
    const auto first = static_cast<uint32_t>(offsetof(Iterator, source));
    for (uint32_t index = 0; index < 3; ++index)
        vm.block.store(made.offset + first + index * 8, parts[index]);
    return vm.block.value_of(made);
}

// It goes on there: index; of a range how many have been taken, and which is next.
Value meada_iterator_seek(Vm& vm, const Args& args) {
    const auto iterator = args[0].as_ref<Iterator>();
    const auto place = static_cast<uint32_t>(args[1].as_int());
    Iterator& moved = vm.block.edit(iterator);
    if (static_cast<IteratorForm>(moved.detail) == IteratorForm::range)
        moved.limit = moved.length - place;
    else moved.index = place;
    if (args.has(2))
        vm.block.store(iterator.offset + static_cast<uint32_t>(offsetof(Iterator, next)), args[2]);
    return vm.none();
}

// Of a zip.
Value meada_iterator_strict(Vm& vm, const Args& args) {
    vm.block.store(args[0].offset() + static_cast<uint32_t>(offsetof(Iterator, step)), args[1]);
    return vm.none();
}

// Over __getitem__ from 0 until IndexError.
Value meada_sequence_iterator(Vm& vm, const Args& args) {
    return new_iterator(vm, IteratorForm::sequence, Root::type_sequence_iterator, args[0]);
}

}  // namespace meada
