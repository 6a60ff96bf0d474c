#include "vm/release.h"

#include "vm/generators.h"
#include "vm/holders.h"
#include "vm/weak.h"

namespace meada {
namespace {

void clear_slot(Vm& vm, uint32_t slot) {
    if (vm.block.load(slot).is_mortal()) vm.block.clear(slot);
}

void clear_slots(Vm& vm, uint32_t first, uint32_t end) {
    for (uint32_t slot = first; slot + 8 <= end; slot += 8) clear_slot(vm, slot);
}

void clear_slots_backwards(Vm& vm, uint32_t first, uint32_t count) {
    for (uint32_t index = count; index-- > 0;) clear_slot(vm, first + index * 8);
}

void clear_field(Vm& vm, uint32_t field) {
    const Ref<Object> held{*vm.block.at<uint32_t>(field)};
    if (held && vm.block.value_of(held).is_mortal()) vm.block.refer(field, {});
}

void clear_fields(Vm& vm, uint32_t cell) {
    const uint32_t counted = counted_references(vm.block.at<Object>(cell)->kind);
    for (uint32_t index = 0; counted >> index != 0; ++index)
        if (counted >> index & 1) clear_field(vm, cell + 8 + index * 4);
}

void release_exception(Vm& vm, uint32_t cell) {
    clear_field(vm, cell + static_cast<uint32_t>(offsetof(Exception, attributes)));
    clear_slot(vm, cell + static_cast<uint32_t>(offsetof(Exception, args)));
    free_traceback(vm, Ref<Exception>{cell});
    clear_slots(vm, cell + static_cast<uint32_t>(offsetof(Exception, cause)),
                cell + static_cast<uint32_t>(sizeof(Exception)));
}

void release_dict(Vm& vm, Ref<Dict> dict) {
    const Ref<DictKeys> keys = vm.block[dict].keys;
    if (!keys) return;
    const uint32_t entries = keys.offset + dict_entries_offset(vm.block[keys].detail);
    for (uint32_t index = 0; index < vm.block[keys].entry_count; ++index)
        clear_slots(vm, entries + index * 24 + 8, entries + index * 24 + 24);
}

void release_set(Vm& vm, Ref<Set> set) {
    const Ref<SetTable> table = vm.block[set].table;
    if (!table) return;
    for (uint32_t index = 0; index <= vm.block[table].mask; ++index)
        clear_slot(vm, table.offset + SetTable::entries_offset + index * 16);
}

void release_generator(Vm& vm, Ref<Generator> ref) {
    const uint32_t frame = ref.offset + generator_frame_offset;
    clear_slots(vm, frame + Frame::slots_offset, vm.block.at<Frame>(frame)->stack_end);
    const auto values = ref.offset + static_cast<uint32_t>(offsetof(Generator, handled));
    clear_slots(vm, values, values + 24);
    vm.block.refer(frame + static_cast<uint32_t>(offsetof(Frame, function)), {});
    vm.block.edit(ref).state = GeneratorState::finished;
}

}  // namespace

void free_traceback(Vm& vm, Ref<Exception> exception) {
    clear_field(vm, exception.offset + static_cast<uint32_t>(offsetof(Exception, traceback)));
    Ref<Traceback> at = vm.block[exception].traceback;
    vm.block.edit(exception).traceback = {};
    while (at) {
        const Traceback traceback = vm.block[at];
        if (traceback.flags & cell_mortal || traceback.detail == traceback_shown) return;
        if (const uint32_t kept = traceback.place.kept.offset) {
            clear_slots(vm, kept + Values::first_offset, kept + vm.block.cell_size(kept));
            vm.block.free_now(kept);
        }
        clear_field(vm, at.offset + static_cast<uint32_t>(offsetof(Traceback, next)));
        const Ref<Traceback> next = vm.block[at].next;
        vm.block.free_now(at.offset);
        at = next;
    }
}

void release_contents(Vm& vm, Ref<Mortal> ref) {
    const uint32_t cell = ref.offset, end = cell + vm.block.cell_size(cell);
    const Kind kind = vm.block[ref].kind;
    if (kind != Kind::exception) clear_fields(vm, cell);
    switch (kind) {
        case Kind::instance:
            clear_slots(vm, cell + Instance::slots_offset, end);
            break;
        case Kind::native_object:
            if (is_weak_reference(vm, cell)) unlink_weak_reference(vm, Ref<WeakReference>{cell});
            clear_slots(vm, cell + NativeObject::values_offset,
                        cell + NativeObject::values_offset + value_count(vm.block[ref]) * 8);
            break;
        case Kind::generator:
            release_generator(vm, ref.as<Generator>());
            break;
        case Kind::list:
            if (const List list = vm.block[ref.as<List>()]; list.items)
                clear_slots_backwards(vm, list.items.offset + Values::first_offset, list.count);
            break;
        case Kind::tuple:
            clear_slots_backwards(vm, cell + Tuple::items_offset, vm.block[ref.as<Tuple>()].count);
            break;
        case Kind::dict:
            release_dict(vm, ref.as<Dict>());
            break;
        case Kind::set:
            release_set(vm, ref.as<Set>());
            break;
        case Kind::exception:
            release_exception(vm, cell);
            break;
        case Kind::traceback:
            // (A frame object shows them as well.)
            if (const Ref<Values> kept = vm.block[ref.as<Traceback>()].place.kept;
                kept && !vm.block[ref.as<Traceback>()].frame)
                clear_slots(vm, kept.offset + Values::first_offset,
                            kept.offset + vm.block.cell_size(kept.offset));
            break;
        case Kind::iterator:
        case Kind::async_step:
        case Kind::wrapped_coroutine:
            clear_slots(vm, cell + 24, end);
            break;
        case Kind::bound_method:
        case Kind::cell:
            clear_slots(vm, cell + 16, end);
            break;
        case Kind::super:
            clear_slots(vm, cell + 8, cell + sizeof(Super));
            break;
        default:
            break;
    }
}

}  // namespace meada
