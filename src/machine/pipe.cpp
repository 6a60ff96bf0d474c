#include "machine/pipe.h"

#include "machine/machine.h"
#include "vm/byte_strings.h"
#include "vm/clone.h"
#include "vm/containers.h"

namespace meada {
namespace {

constexpr uint32_t item_slot = Values::first_offset, size_slot = item_slot + 8,
                   next_slot = item_slot + 16;

Ref<WaitQueue> side_of(Ref<Pipe> pipe, PipeEnd end) {
    const size_t offset =
        end == PipeEnd::reader ? offsetof(Pipe, readers) : offsetof(Pipe, writers);
    return Ref<WaitQueue>{pipe.offset + static_cast<uint32_t>(offset)};
}

uint32_t& ends_of(Block& block, Ref<Pipe> pipe, PipeEnd end) {
    Pipe& changed = block.edit(pipe);
    return end == PipeEnd::reader ? changed.reader_ends : changed.writer_ends;
}

// Somebody came to one side, or the last one left it: the other side looks.
void changed(Machine& machine, Ref<Pipe> pipe, PipeEnd waiting_side, bool all) {
    notify(machine, side_of(pipe, waiting_side), all);
    notify(machine, pipe_watchers(machine), true);
}

// A process's ends: a list of pipe, end, pipe, end, …
Ref<List> ends_of(Machine& machine, Ref<Process> process) {
    if (const Value ends = machine.vm.block[process].ends; ends) return ends.as_ref<List>();
    const Value made = new_list(machine.vm, {});
    if (made) machine.vm.block.edit(process).ends = made;
    return made.is_null() ? Ref<List>{} : made.as_ref<List>();
}

Value item_at(const Block& block, Ref<List> list, uint32_t index) {
    return block.load(block[list].items.offset + Values::first_offset + index * 8);
}

}  // namespace

Ref<Pipe> new_pipe(Machine& machine, uint64_t capacity_bytes) {
    const auto pipe = machine.vm.allocate<Pipe>(Kind::native_object, Root::type_native_object);
    if (!pipe) return {};
    const Serial serial = new_serial(machine);
    Pipe& made = machine.vm.block.edit(pipe);
    made.detail = Pipe::value_count | shared_object_bit;
    made.capacity_bytes = capacity_bytes;
    made.serial = serial;
    made.silent = 1;
    return pipe;
}

void say_what_it_is(Machine& machine, Ref<Pipe> pipe, SyncKind kind, bool silent) {
    Pipe& told = machine.vm.block.edit(pipe);
    told.kind = static_cast<uint8_t>(kind);
    told.silent = silent;
    if (!silent) emit(machine, event::sync_created{told.serial, kind});
}

namespace {

bool is_lock(const Pipe& pipe) {
    const auto kind = static_cast<SyncKind>(pipe.kind);
    return kind == SyncKind::lock || kind == SyncKind::rlock;
}

void tell_put(Machine& machine, Ref<Pipe> ref, uint64_t size_bytes) {
    if (is_lock(machine.vm.block[ref])) machine.vm.block.edit(ref).holder = Value{};
    const Pipe& pipe = machine.vm.block[ref];
    if (pipe.silent) return;
    if (static_cast<SyncKind>(pipe.kind) == SyncKind::pipe)
        emit(machine, event::pipe_put{pipe.serial, pipe.item_count, size_bytes});
    else emit(machine, event::sync_released{pipe.serial});
}

void tell_got(Machine& machine, Ref<Pipe> ref, uint64_t size_bytes) {
    const Ref<Thread> thread = running_thread(machine);
    if (is_lock(machine.vm.block[ref]))
        machine.vm.block.edit(ref).holder = Value::from_ref(thread);
    const Pipe& pipe = machine.vm.block[ref];
    const bool waited = machine.vm.block[thread].waited_for == pipe.serial;
    const TimeNs since_ns = waited ? machine.vm.block[thread].waited_since_ns : machine.now_ns();
    machine.vm.block.edit(thread).waited_for = 0;
    if (pipe.silent) return;
    if (static_cast<SyncKind>(pipe.kind) == SyncKind::pipe)
        emit(machine, event::pipe_got{pipe.serial, pipe.item_count, size_bytes});
    else emit(machine, event::sync_acquired{pipe.serial, machine.now_ns() - since_ns});
}

}  // namespace

Transfer put(Machine& machine, Ref<Pipe> pipe, Value item, uint64_t size_bytes) {
    Block& block = machine.vm.block;
    if (block[pipe].reader_ends == 0) return Transfer::closed;
    if (block[pipe].item_count > 0 &&
        block[pipe].size_bytes + size_bytes > block[pipe].capacity_bytes)
        return Transfer::full;
    const uint32_t cell = machine.vm.allocate_cell(Kind::values, {}, next_slot + 8);
    if (cell == 0) return Transfer::failed;
    block.store(cell + item_slot, item);
    block.store(cell + size_slot, Value::from_int(static_cast<int64_t>(size_bytes)));
    const Value node = Value::from_ref(Ref<Values>{cell}), last = block[pipe].last;
    if (last) block.store(last.offset() + next_slot, node);
    else block.edit(pipe).first = node;
    Pipe& filled = block.edit(pipe);
    filled.last = node;
    filled.size_bytes += size_bytes;
    ++filled.item_count;
    tell_touch(machine, pipe.offset, SharedUse::puts);
    tell_put(machine, pipe, size_bytes);
    changed(machine, pipe, PipeEnd::reader, false);
    return Transfer::done;
}

Transfer get(Machine& machine, Ref<Pipe> pipe, WaitReason reason, Value& item) {
    Block& block = machine.vm.block;
    const Value node = block[pipe].first;
    if (node.is_null())
        return block[pipe].writer_ends == 0 ? Transfer::closed : Transfer::empty;
    item = block.load(node.offset() + item_slot);
    const auto size = static_cast<uint64_t>(block.load(node.offset() + size_slot).as_int());
    Pipe& drained = block.edit(pipe);
    drained.first = block.load(node.offset() + next_slot);
    if (drained.first.is_null()) drained.last = Value{};
    drained.size_bytes -= size;
    --drained.item_count;
    tell_touch(machine, pipe.offset, SharedUse::gets, reason);
    tell_got(machine, pipe, size);
    changed(machine, pipe, PipeEnd::writer, false);
    return Transfer::done;
}

Transfer get_bytes(Machine& machine, Ref<Pipe> pipe, uint64_t most, Value& bytes) {
    Vm& vm = machine.vm;
    if (vm.block[pipe].first.is_null())
        return vm.block[pipe].writer_ends == 0 ? Transfer::closed : Transfer::empty;
    std::string taken;
    while (const Value node = vm.block[pipe].first) {
        const Value item = vm.block.load(node.offset() + item_slot);
        const std::string_view there = bytes_view(vm, item);
        const uint64_t room = most - taken.size();
        taken += there.substr(0, room);
        if (there.size() > room) {  // the rest stays
            const Value rest = new_bytes(vm, std::string(there.substr(room)));
            if (rest.is_null()) return Transfer::failed;
            vm.block.store(node.offset() + item_slot, rest);
            vm.block.store(node.offset() + size_slot,
                           Value::from_int(static_cast<int64_t>(there.size() - room)));
            break;
        }
        Pipe& drained = vm.block.edit(pipe);
        drained.first = vm.block.load(node.offset() + next_slot);
        if (drained.first.is_null()) drained.last = Value{};
        --drained.item_count;
    }
    bytes = new_bytes(vm, taken);
    if (bytes.is_null()) return Transfer::failed;
    vm.block.edit(pipe).size_bytes -= taken.size();
    tell_touch(machine, pipe.offset, SharedUse::gets);
    tell_got(machine, pipe, taken.size());
    changed(machine, pipe, PipeEnd::writer, false);
    return Transfer::done;
}

void wait_for(Machine& machine, Ref<Pipe> pipe, PipeEnd end, TimeNs deadline_ns,
              WaitReason reason) {
    const Serial serial = machine.vm.block[pipe].serial;
    Thread& thread = machine.vm.block.edit(running_thread(machine));
    if (thread.waited_for != serial) thread.waited_since_ns = machine.now_ns();
    thread.waited_for = serial;
    Wait wait;
    wait.reason = reason;
    wait.on = serial;
    wait.deadline_ns = deadline_ns;
    wait.queue = side_of(pipe, end);
    wait.queue_owner = Value::from_ref(pipe);
    park(machine, wait);
}

bool open_end(Machine& machine, Ref<Process> process, Ref<Pipe> pipe, PipeEnd end) {
    const Ref<List> ends = ends_of(machine, process);
    if (!ends) return false;
    list_append(machine.vm, ends, Value::from_ref(pipe));
    list_append(machine.vm, ends, Value::from_int(static_cast<int64_t>(end)));
    ++ends_of(machine.vm.block, pipe, end);
    return true;
}

namespace {
void close_one(Machine& machine, Ref<Pipe> pipe, PipeEnd end) {
    if (--ends_of(machine.vm.block, pipe, end) > 0) return;
    tell_touch(machine, pipe.offset, SharedUse::closes);
    const PipeEnd other = end == PipeEnd::reader ? PipeEnd::writer : PipeEnd::reader;
    changed(machine, pipe, other, true);
}
}  // namespace

void close_end(Machine& machine, Ref<Process> process, Ref<Pipe> pipe, PipeEnd end) {
    Block& block = machine.vm.block;
    const Ref<List> ends = ends_of(machine, process);
    if (!ends) return;
    const uint32_t count = block[ends].count;
    for (uint32_t index = 0; index < count; index += 2) {
        if (item_at(block, ends, index) != Value::from_ref(pipe) ||
            item_at(block, ends, index + 1).as_int() != static_cast<int64_t>(end))
            continue;
        const uint32_t items = block[ends].items.offset + Values::first_offset;
        for (uint32_t at = index + 2; at < count; ++at)
            block.move_in(items + (at - 2) * 8, block.load(items + at * 8));
        block.move_in(items + (count - 2) * 8, Value{});
        block.move_in(items + (count - 1) * 8, Value{});
        block.edit(ends).count -= 2;
        close_one(machine, pipe, end);
        return;
    }
}

bool inherit_ends(Machine& machine, Ref<Process> parent, Ref<Process> child) {
    const Ref<List> from = ends_of(machine, parent), to = ends_of(machine, child);
    if (!from || !to) return false;
    for (uint32_t index = 0; index < machine.vm.block[from].count; index += 2) {
        const Value pipe = item_at(machine.vm.block, from, index);
        const Value end = item_at(machine.vm.block, from, index + 1);
        list_append(machine.vm, to, pipe);
        list_append(machine.vm, to, end);
        ++ends_of(machine.vm.block, pipe.as_ref<Pipe>(), static_cast<PipeEnd>(end.as_int()));
    }
    return true;
}

void close_all_ends(Machine& machine, Ref<Process> process) {
    Block& block = machine.vm.block;
    const Value ends = block[process].ends;
    if (ends.is_null()) return;
    block.edit(process).ends = Value{};
    const auto list = ends.as_ref<List>();
    for (uint32_t index = 0; index < block[list].count; index += 2)
        close_one(machine, item_at(block, list, index).as_ref<Pipe>(),
                  static_cast<PipeEnd>(item_at(block, list, index + 1).as_int()));
}

Ref<WaitQueue> pipe_watchers(const Machine& machine) {
    return Ref<WaitQueue>{machine.vm.root(Root::machine).offset() +
                          static_cast<uint32_t>(offsetof(MachineRoot, pipe_watchers))};
}

void notify(Machine& machine, Ref<WaitQueue> queue, bool all) {
    Block& block = machine.vm.block;
    while (block[queue].first) {
        const Ref<Thread> waiter = take_waiter(machine, queue);
        block.edit(waiter).flags |= thread_notified;
        start_timer(machine, waiter, machine.now_ns() + machine.spec.wake_ns);
        if (!all) return;
    }
}

}  // namespace meada
