#include "vm/exceptions.h"

#include <utility>

#include "vm/attributes.h"
#include "vm/containers.h"
#include "vm/interpreter.h"
#include "vm/release.h"
#include "vm/strings.h"

namespace meada {

void fill_os_error(Vm& vm, Ref<Exception> exception, Value args) {
    const uint32_t count = vm.block[args.as_ref<Tuple>()].count;
    if (count < 2 || count > 5) return;
    Value parts[3];
    for (uint32_t index = 0; index < std::min(count, 3u); ++index) {
        parts[index] = vm.block.load(args.offset() + Tuple::items_offset + index * 8);
        const auto extra = static_cast<uint32_t>(offsetof(Exception, extra));
        vm.block.store(exception.offset + extra + index * 8, parts[index]);
    }
    if (count == 2 || parts[2] == vm.none()) return;
    // The file's name is no argument.
    if (const Value shorter = new_tuple(vm, std::span(parts, 2)))
        vm.block.store(exception.offset + static_cast<uint32_t>(offsetof(Exception, args)),
                       shorter);
}

namespace {

// What CPython keeps beside args, by class.
void fill_extra(Vm& vm, Ref<Exception> exception, Ref<Type> type, Value args) {
    const uint32_t count = vm.block[args.as_ref<Tuple>()].count;
    const auto arg = [&](uint32_t index) {
        return vm.block.load(args.offset() + Tuple::items_offset + index * 8);
    };
    const auto set = [&](uint32_t index, Value value) {
        const auto extra = static_cast<uint32_t>(offsetof(Exception, extra));
        vm.block.store(exception.offset + extra + index * 8, value);
    };
    const auto is = [&](Root root) { return vm.is_subtype(type, vm.type(root)); };
    if (is(Root::StopIteration)) {
        set(0, count > 0 ? arg(0) : vm.none());
    } else if (is(Root::SystemExit)) {
        set(0, count == 0 ? vm.none() : count == 1 ? arg(0) : args);
    } else if (is(Root::OSError)) {
        fill_os_error(vm, exception, args);
    } else if (is(Root::SyntaxError)) {
        if (count > 0) set(0, arg(0));
        if (count == 2 && vm.block.kind(arg(1)) == Kind::tuple) set(1, arg(1));
    } else if (is(Root::BaseExceptionGroup) && count == 2) {
        set(0, arg(0));
        set(1, arg(1));
    }
}

}  // namespace

Value new_exception(Vm& vm, Ref<Type> type, Value args) {
    const auto exception = Ref<Exception>{
        vm.allocate_cell(Kind::exception, vm.block[type].root_shape, sizeof(Exception))};
    if (!exception) return {};
    vm.block.make_mortal(exception.offset);  // its traceback holds what frames held
    vm.block.store(exception.offset + static_cast<uint32_t>(offsetof(Exception, args)), args);
    fill_extra(vm, exception, type, args);
    return vm.block.value_of(exception);
}

Value raise_memory_error(Vm& vm) {
    // What was refused may have been large: then there is room for an exception of its own. In a
    // full block it is the ready one each time, with what can still be kept of its traceback: the
    // last one's makes room for it.
    constexpr uint32_t roomy_pages = 64;
    const BlockHeader& header = vm.block.header();
    if (header.page_count + roomy_pages > header.page_limit) {
        const Value ready = vm.root(Root::memory_error);
        free_traceback(vm, ready.as_ref<Exception>());
        return vm.raise_value(ready);
    }
    const Value made =
        new_exception(vm, vm.type(Root::MemoryError), vm.root(Root::empty_tuple));
    return vm.raise_value(made);
}

Value handled_exception(const Vm& vm) {
    const Context& context = vm.block[vm.context];
    uint32_t item = context.handled_item;
    while (item != 0) {
        const Generator& generator = vm.block[Ref<Generator>{item}];
        if (generator.handled && generator.handled != vm.none()) return generator.handled;
        item = generator.outer_item;
    }
    return context.handled == vm.none() ? Value{} : context.handled;
}

void set_exception_context(Vm& vm, Value exception) {
    const auto offset = static_cast<uint32_t>(offsetof(Exception, context));
    const Value handled = handled_exception(vm);
    if (handled.is_null() || handled == exception) return;
    // Cut the chain where it would come back to this exception. A script can close it to a ring:
    // then what goes at half the pace is met.
    const auto behind = [&](Value at) { return vm.block[at.as_ref<Exception>()].context; };
    bool moves_slow = false;
    for (Value at = handled, slow = handled; at;) {
        const Value next = behind(at);
        if (next == exception) {
            vm.block.clear(at.offset() + offset);
            break;
        }
        at = next;
        if (at == slow) break;
        if (moves_slow) slow = behind(slow);
        moves_slow = !moves_slow;
    }
    vm.block.store(exception.offset() + offset, handled);
}

bool is_exception(const Vm& vm, Value value) {
    return value.is_ref() && vm.block[vm.type_of(value)].flags & type_exception;
}

namespace {

bool holds_mortals(const Vm& vm, const FramePlace& place) {
    if (!place.kept) return false;
    const uint32_t end = place.kept.offset + vm.block.cell_size(place.kept.offset);
    for (uint32_t at = place.kept.offset + Values::first_offset; at + 8 <= end; at += 8)
        if (vm.block.load(at).is_mortal()) return true;
    return false;
}

}  // namespace

namespace {

// Of the ready MemoryError also in what is kept back for telling of it.
Ref<Traceback> allocate_traceback(Vm& vm, Value exception) {
    const auto allocate = [&] {
        return Ref<Traceback>{vm.block.allocate(
            Kind::traceback, vm.root_shape(Root::type_traceback), sizeof(Traceback))};
    };
    if (const Ref<Traceback> made = allocate()) return made;
    if (exception != vm.root(Root::memory_error)) return {};
    const uint32_t limit = std::exchange(vm.block.header().page_limit, page_count_max);
    const Ref<Traceback> made = allocate();
    vm.block.header().page_limit = limit;
    return made;
}

}  // namespace

void add_traceback(Vm& vm, Value exception, const FramePlace& place) {
    const Ref<Traceback> made = allocate_traceback(vm, exception);
    if (!made) return;  // no room: the traceback is shorter, the exception goes on
    Traceback& traceback = vm.block.edit(made);
    traceback.next = vm.block[exception.as_ref<Exception>()].traceback;  // with its count
    traceback.place = place;
    traceback.line = range_of(vm, place.code, place.instruction).line;
    if (holds_mortals(vm, place) ||
        (traceback.next && vm.block[traceback.next].flags & cell_mortal)) {
        vm.block.make_mortal(made.offset);
        vm.block.increment(vm.block.value_of(made));
    }
    vm.block.edit(exception.as_ref<Exception>()).traceback = made;
}

Value show_traceback(Vm& vm, Ref<Traceback> traceback) {
    vm.block.edit(traceback).detail = traceback_shown;
    return vm.block.value_of(traceback);
}

void keep_in_traceback(Vm& vm, Value exception, const FramePlace& place) {
    const Ref<Traceback> old = vm.block[exception.as_ref<Exception>()].traceback;
    if (!place.kept || !old) return;
    const Traceback before = vm.block[old];
    if (before.place.frame != place.frame || before.place.serial != place.serial ||
        before.place.kept)
        return;
    if (!holds_mortals(vm, place)) {
        vm.block.edit(old).place.kept = place.kept;
        return;
    }
    const auto made = Ref<Traceback>{vm.block.allocate(
        Kind::traceback, vm.root_shape(Root::type_traceback), sizeof(Traceback))};
    if (!made) return;
    // Another one in its place: only what is made mortal can count.
    vm.block.make_mortal(made.offset);
    Traceback& traceback = vm.block.edit(made);
    traceback.detail = before.detail;
    traceback.frame = before.frame;
    traceback.place = before.place;
    traceback.place.kept = place.kept;
    traceback.line = before.line;
    const auto next = static_cast<uint32_t>(offsetof(Traceback, next));
    if (before.next) vm.block.refer(made.offset + next, vm.block.value_of(before.next));
    if (before.detail != traceback_shown) vm.block.refer(old.offset + next, {});
    vm.block.refer(exception.offset() + static_cast<uint32_t>(offsetof(Exception, traceback)),
                   vm.block.value_of(made));
}

namespace {

bool is_exception_class(const Vm& vm, Value type) {
    return vm.block.kind(type) == Kind::type &&
           vm.block[type.as_ref<Type>()].flags & type_exception;
}

}  // namespace

Outcome exception_matches(Vm& vm, Value exception, Value type) {
    if (vm.block.kind(type) == Kind::tuple) {
        const uint32_t count = vm.block[type.as_ref<Tuple>()].count;
        Outcome found = Outcome::no;
        for (uint32_t index = 0; index < count; ++index) {
            const Value each = vm.block.load(type.offset() + Tuple::items_offset + index * 8);
            const Outcome outcome = exception_matches(vm, exception, each);
            if (outcome == Outcome::raised) return outcome;
            if (outcome == Outcome::yes) found = Outcome::yes;
        }
        return found;
    }
    if (!is_exception_class(vm, type)) {
        vm.raise(Root::TypeError,
                 "catching classes that do not inherit from BaseException is not allowed");
        return Outcome::raised;
    }
    return vm.is_subtype(vm.type_of(exception), type.as_ref<Type>()) ? Outcome::yes : Outcome::no;
}

Value raise_no_attribute(Vm& vm, Value object, Value name) {
    std::string message, end;
    const Kind kind = vm.block.kind(object);
    if (kind == Kind::type) {
        message = "type object '" +
                  to_utf8(vm, Value::from_ref(vm.block[object.as_ref<Type>()].name)) + "'";
    } else if (kind == Kind::module) {
        const Module& module = vm.block[object.as_ref<Module>()];
        const bool loading = module.detail != 0;
        message = std::string(loading ? "partially initialized " : "") + "module '" +
                  to_utf8(vm, Value::from_ref(module.name)) + "'";
        if (loading) end = " (most likely due to a circular import)";
    } else {
        message = "'" + type_name(vm, object) + "' object";
    }
    vm.raise(Root::AttributeError, message + " has no attribute '" + to_utf8(vm, name) + "'" + end);
    const Value exception = vm.block[vm.context].exception;
    const uint32_t extra = exception.offset() + static_cast<uint32_t>(offsetof(Exception, extra));
    vm.block.store(extra, name);
    vm.block.store(extra + 8, object);
    return {};
}

}  // namespace meada
