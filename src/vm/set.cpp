// set and frozenset: probing and growing as CPython's documents it (linear probes, then a
// perturbed jump), so that iteration shows the same order.
#include "vm/containers.h"
#include "vm/operations.h"
#include "vm/sequences.h"
#include "vm/strings.h"

namespace meada {
namespace {

constexpr uint32_t linear_probes = 9;
constexpr uint32_t perturb_shift = 5;
constexpr uint32_t table_size_least = 8;
constexpr uint64_t deleted_hash = ~uint64_t{0};

uint32_t entry_offset(const Vm& vm, Ref<Set> set, uint32_t index) {
    return vm.block[set].table.offset + SetTable::entries_offset +
           index * static_cast<uint32_t>(sizeof(SetEntry));
}
const SetEntry& entry(const Vm& vm, Ref<Set> set, uint32_t index) {
    return *vm.block.at<SetEntry>(entry_offset(vm, set, index));
}
bool is_deleted(const SetEntry& found) {
    return found.key == Value::from_int(-1) && found.hash == deleted_hash;
}

bool new_table(Vm& vm, Ref<Set> set, uint32_t size) {
    const uint64_t bytes = SetTable::entries_offset + uint64_t{size} * sizeof(SetEntry);
    if (bytes > block_size_bytes_max) {
        vm.raise_value(vm.root(Root::memory_error));
        return false;
    }
    const auto table =
        Ref<SetTable>{vm.allocate_cell(Kind::set_table, {}, static_cast<uint32_t>(bytes))};
    if (!table) return false;
    vm.block.edit(table).mask = size - 1;
    vm.block.edit(set).table = table;
    return true;
}

struct Place {
    Outcome outcome;     // yes: there; no: not there, `index` is free
    uint32_t index = 0;
};

Outcome same_key(Vm& vm, const SetEntry& found, Value key, uint64_t hash) {
    if (found.key == key) return Outcome::yes;
    if (found.hash != hash) return Outcome::no;
    return equal(vm, found.key, key);
}

Place find(Vm& vm, Ref<Set> set, Value key, uint64_t hash) {
    if (!vm.block[set].table) return {Outcome::no};
    const uint32_t mask = vm.block[vm.block[set].table].mask;
    uint64_t perturb = hash;
    uint32_t index = static_cast<uint32_t>(hash) & mask;
    for (;;) {
        const uint32_t last = index + linear_probes <= mask ? index + linear_probes : index;
        for (uint32_t at = index; at <= last; ++at) {
            const SetEntry found = entry(vm, set, at);
            if (found.key.is_null()) return {Outcome::no, at};
            if (is_deleted(found)) continue;
            const Outcome outcome = same_key(vm, found, key, hash);
            if (outcome != Outcome::no) return {outcome, at};
        }
        perturb >>= perturb_shift;
        index = static_cast<uint32_t>(index * 5 + 1 + perturb) & mask;
    }
}

void insert_clean(Vm& vm, Ref<Set> set, Value key, uint64_t hash) {
    const uint32_t mask = vm.block[vm.block[set].table].mask;
    uint64_t perturb = hash;
    uint32_t index = static_cast<uint32_t>(hash) & mask;
    for (;;) {
        const uint32_t last = index + linear_probes <= mask ? index + linear_probes : index;
        for (uint32_t at = index; at <= last; ++at) {
            if (entry(vm, set, at).key) continue;
            const uint32_t offset = entry_offset(vm, set, at);
            vm.block.move_in(offset, key);
            vm.block.edit(Ref<SetEntry>{offset}).hash = hash;
            return;
        }
        perturb >>= perturb_shift;
        index = static_cast<uint32_t>(index * 5 + 1 + perturb) & mask;
    }
}

bool resize(Vm& vm, Ref<Set> set, uint32_t at_least) {
    uint32_t size = table_size_least;
    while (size <= at_least) size <<= 1;
    const Ref<SetTable> old = vm.block[set].table;
    if (!new_table(vm, set, size)) return false;
    if (old) {
        const uint32_t count = vm.block[old].mask + 1;
        for (uint32_t index = 0; index < count; ++index) {
            const SetEntry found = *vm.block.at<SetEntry>(
                old.offset + SetTable::entries_offset + index * 16);
            if (found.key && !is_deleted(found)) insert_clean(vm, set, found.key, found.hash);
        }
        vm.block.free_now(old.offset);
    }
    Set& changed = vm.block.edit(set);
    changed.fill = changed.count;
    return true;
}

Outcome add_hashed(Vm& vm, Ref<Set> set, Value key, uint64_t hash) {
    if (!vm.block[set].table && !new_table(vm, set, table_size_least)) return Outcome::raised;
    const Place place = find(vm, set, key, hash);
    if (place.outcome != Outcome::no) return place.outcome;
    const uint32_t offset = entry_offset(vm, set, place.index);
    vm.block.store(offset, key);
    vm.block.edit(Ref<SetEntry>{offset}).hash = hash;
    Set& changed = vm.block.edit(set);
    ++changed.fill;
    ++changed.count;
    const uint32_t mask = vm.block[changed.table].mask;
    if (uint64_t{changed.fill} * 5 < uint64_t{mask} * 3) return Outcome::yes;
    const uint32_t count = changed.count;
    return resize(vm, set, count > 50000 ? count * 2 : count * 4) ? Outcome::yes : Outcome::raised;
}

}  // namespace

Value set_like(Vm& vm, Ref<Type> type) {
    const uint32_t cell =
        vm.allocate_cell(Kind::set, vm.block[type].root_shape, sizeof(Set));
    return cell ? Value{cell} : Value{};
}

Value new_set(Vm& vm, Root type) { return set_like(vm, vm.type(type)); }

bool set_is_frozen(const Vm& vm, Value set) {
    return vm.is_subtype(vm.type_of(set), vm.type(Root::type_frozenset));
}

Outcome set_add(Vm& vm, Ref<Set> set, Value key) {
    const Hashed hashed = hash_of(vm, key);
    if (hashed.outcome != Outcome::yes) return hashed.outcome;
    return add_hashed(vm, set, key, hashed.hash);
}

Outcome set_contains(Vm& vm, Ref<Set> set, Value key) {
    const Hashed hashed = hash_of(vm, key);
    if (hashed.outcome != Outcome::yes) return hashed.outcome;
    return find(vm, set, key, hashed.hash).outcome;
}

Outcome set_discard(Vm& vm, Ref<Set> set, Value key) {
    const Hashed hashed = hash_of(vm, key);
    if (hashed.outcome != Outcome::yes) return hashed.outcome;
    const Place place = find(vm, set, key, hashed.hash);
    if (place.outcome != Outcome::yes) return place.outcome;
    set_remove_at(vm, set, place.index);
    return Outcome::yes;
}

void set_remove_at(Vm& vm, Ref<Set> set, uint32_t index) {
    const uint32_t offset = entry_offset(vm, set, index);
    vm.block.store(offset, Value::from_int(-1));
    vm.block.edit(Ref<SetEntry>{offset}).hash = deleted_hash;
    --vm.block.edit(set).count;
}

bool set_next(const Vm& vm, Ref<Set> set, uint32_t& position, Value& key) {
    const Ref<SetTable> table = vm.block[set].table;
    if (!table) return false;
    for (const uint32_t mask = vm.block[table].mask; position <= mask; ++position) {
        const SetEntry& found = entry(vm, set, position);
        if (found.key.is_null() || is_deleted(found)) continue;
        key = found.key;
        ++position;
        return true;
    }
    return false;
}

void set_clear(Vm& vm, Ref<Set> set) {
    const Ref<SetTable> table = vm.block[set].table;
    if (!table) return;
    const uint32_t mask = vm.block[table].mask;
    for (uint32_t index = 0; index <= mask; ++index)
        vm.block.clear(entry_offset(vm, set, index));
    Set& changed = vm.block.edit(set);
    changed.table = {};
    changed.count = changed.fill = 0;
    changed.hash = 0;
    vm.block.free_now(table.offset);
}

// Copies as CPython does: the table's layout is kept where it can be, for the order's sake.
bool set_update_from_set(Vm& vm, Ref<Set> set, Ref<Set> other) {
    const Set from = vm.block[other];
    if (!from.table || from.count == 0) return true;
    const uint64_t needed = (uint64_t{vm.block[set].fill} + from.count) * 5;
    const uint32_t mask = vm.block[set].table ? vm.block[vm.block[set].table].mask
                                              : table_size_least - 1;
    if (needed >= uint64_t{mask} * 3 &&
        !resize(vm, set, (vm.block[set].count + from.count) * 2))
        return false;
    if (!vm.block[set].table && !new_table(vm, set, table_size_least)) return false;
    const bool same_layout = vm.block[set].fill == 0 &&
                             vm.block[vm.block[set].table].mask == vm.block[from.table].mask &&
                             from.fill == from.count;
    const uint32_t count = vm.block[from.table].mask + 1;
    const bool clean = vm.block[set].fill == 0;
    for (uint32_t index = 0; index < count; ++index) {
        const SetEntry found =
            *vm.block.at<SetEntry>(from.table.offset + SetTable::entries_offset + index * 16);
        if (found.key.is_null() || is_deleted(found)) continue;
        if (same_layout) {
            const uint32_t offset = entry_offset(vm, set, index);
            vm.block.store(offset, found.key);
            vm.block.edit(Ref<SetEntry>{offset}).hash = found.hash;
        } else if (clean) {
            if (found.key.is_mortal()) vm.block.increment(found.key);
            insert_clean(vm, set, found.key, found.hash);
        } else {
            const Outcome outcome = add_hashed(vm, set, found.key, found.hash);
            if (outcome == Outcome::raised) return false;
            continue;
        }
        ++vm.block.edit(set).count;
        ++vm.block.edit(set).fill;
    }
    return true;
}

SetCandidate set_candidate(Vm& vm, Ref<Set> set, uint64_t hash, uint32_t number) {
    uint32_t position = 0;
    Value key;
    while (set_next(vm, set, position, key)) {
        if (entry(vm, set, position - 1).hash != hash) continue;
        if (number-- == 0) return {key, position - 1};
    }
    return {};
}

bool set_insert_hashed(Vm& vm, Ref<Set> set, Value key, uint64_t hash) {
    if (!vm.block[set].table && !new_table(vm, set, table_size_least)) return false;
    insert_clean(vm, set, key, hash);
    if (key.is_mortal()) vm.block.increment(key);
    Set& changed = vm.block.edit(set);
    ++changed.fill;
    ++changed.count;
    const uint32_t count = changed.count;
    if (uint64_t{changed.fill} * 5 < uint64_t{vm.block[changed.table].mask} * 3) return true;
    return resize(vm, set, count > 50000 ? count * 2 : count * 4);
}

}  // namespace meada
