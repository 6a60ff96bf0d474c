// The table of set and frozenset: probing, growth and merging exactly as the comments and macros
// of CPython's Objects/setobject.c document them, because scripts see the order: up to ten
// neighbours are looked at before the perturbed jump, the table grows at three fifths.
#include "vm/set.h"

#include "vm/dict.h"
#include "vm/exceptions.h"
#include "vm/sequences.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {
namespace {

constexpr uint32_t size_least = 8;
constexpr uint32_t linear_probes = 9;
constexpr uint32_t perturb_bits = 5;
constexpr uint64_t dummy_hash = ~uint64_t{0};
constexpr uint32_t entry_size = sizeof(SetEntry);

bool is_unused(const SetEntry& entry) { return entry.key.is_null(); }
bool is_dummy(const SetEntry& entry) { return entry.hash == dummy_hash; }
bool is_live(const SetEntry& entry) { return !is_unused(entry) && !is_dummy(entry); }

uint32_t mask_of(const Vm& vm, Ref<Set> set) {  // a set without a table counts as an empty one
    const Ref<SetTable> table = vm.block[set].table;
    return table ? vm.block[table].mask : size_least - 1;
}
const SetEntry* entries_of(const Vm& vm, Ref<SetTable> table) {
    return vm.block.at<SetEntry>(table.offset + SetTable::entries_offset);
}
uint32_t entry_offset(Ref<SetTable> table, uint32_t index) {
    return table.offset + SetTable::entries_offset + index * entry_size;
}

Ref<SetTable> new_table(Vm& vm, uint64_t size) {
    const uint64_t bytes = SetTable::entries_offset + size * entry_size;
    if (bytes > block_size_bytes_max) {
        raise_memory_error(vm);
        return {};
    }
    const auto table =
        Ref<SetTable>{vm.allocate_cell(Kind::set_table, {}, static_cast<uint32_t>(bytes))};
    if (table) vm.block.edit(table).mask = static_cast<uint32_t>(size - 1);
    return table;
}

bool ensure_table(Vm& vm, Ref<Set> set) {
    if (vm.block[set].table) return true;
    const Ref<SetTable> table = new_table(vm, size_least);
    if (!table) return false;
    vm.block.edit(set).table = table;
    return true;
}

// Calls visit(index) in the order of probing until it says that it is done.
template <typename Visit>
void probe(uint32_t mask, uint64_t hash, Visit&& visit) {
    uint64_t perturb = hash;
    uint32_t index = static_cast<uint32_t>(hash) & mask;
    for (;;) {
        const uint32_t last = index + linear_probes <= mask ? index + linear_probes : index;
        for (uint32_t at = index; at <= last; ++at)
            if (visit(at)) return;
        perturb >>= perturb_bits;
        index = static_cast<uint32_t>(index * 5 + 1 + perturb) & mask;
    }
}

// Into a fresh table without this key and without dummies. The count goes with the value.
void insert_clean(SetEntry* entries, uint32_t mask, const SetEntry& entry) {
    probe(mask, entry.hash, [&](uint32_t index) {
        if (!entries[index].key.is_null()) return false;
        entries[index] = entry;
        return true;
    });
}

bool resize(Vm& vm, Ref<Set> set, uint64_t used_least) {
    uint64_t size = size_least;
    while (size <= used_least) size <<= 1;
    const Ref<SetTable> table = new_table(vm, size);
    if (!table) return false;
    const Ref<SetTable> old = vm.block[set].table;
    if (old) {
        auto* entries = reinterpret_cast<SetEntry*>(vm.block.edit_bytes(
            entry_offset(table, 0), static_cast<uint32_t>(size) * entry_size));
        const SetEntry* from = entries_of(vm, old);
        const uint32_t old_mask = vm.block[old].mask;
        for (uint32_t index = 0; index <= old_mask; ++index)
            if (is_live(from[index]))
                insert_clean(entries, static_cast<uint32_t>(size - 1), from[index]);
        vm.block.edit(table).finger = vm.block[old].finger;
        vm.block.free_now(old.offset);
        vm.charge(old_mask + 1);
    }
    Set& changed = vm.block.edit(set);
    changed.table = table;
    changed.fill = changed.count;
    return true;
}

bool grow_if_full(Vm& vm, Ref<Set> set) {
    const Set& found = vm.block[set];
    if (uint64_t{found.fill} * 5 < uint64_t{mask_of(vm, set)} * 3) return true;
    return resize(vm, set, found.count > 50000 ? uint64_t{found.count} * 2
                                               : uint64_t{found.count} * 4);
}

struct Place {
    Outcome outcome;     // yes: the key is at index; no: index is where it would go
    uint32_t index = 0;  // as CPython: the last deleted entry on the way, else the unused one
};

// Goes to the end of a chain of probes; `dummy`: the last deleted entry that was passed.
struct Passed {
    std::optional<uint32_t> dummy;
    bool at_end(const SetEntry& entry, uint32_t index, Place& place) {
        if (is_dummy(entry)) dummy = index;
        place.index = is_unused(entry) && dummy ? *dummy : index;
        return is_unused(entry);
    }
};

// Keys that never need an allocation to be compared: ints and exact strs.
Place find_plain(const Vm& vm, Ref<SetTable> table, const HashedKey& wanted, bool is_str_key) {
    const SetEntry* entries = entries_of(vm, table);
    Place place{Outcome::no};
    Passed passed;
    probe(vm.block[table].mask, wanted.hash, [&](uint32_t index) {
        const SetEntry& entry = entries[index];
        if (passed.at_end(entry, index, place)) return true;
        if (entry.hash != wanted.hash) return false;
        if (entry.key == wanted.key) {
            place.outcome = Outcome::yes;
            return true;
        }
        if (entry.key.is_int()) return false;
        const bool plain = is_str_key && vm.block.kind(entry.key) == Kind::str &&
                           !is_heap_type(vm, entry.key);
        place.outcome = plain ? (str_equals(vm, entry.key, wanted.key) ? Outcome::yes : Outcome::no)
                              : equal(const_cast<Vm&>(vm), entry.key, wanted.key);
        return place.outcome != Outcome::no;
    });
    return place;
}

Place find(Vm& vm, Ref<SetTable> table, const HashedKey& wanted) {
    // Most are found, or found missing, at the first look.
    const uint32_t first = static_cast<uint32_t>(wanted.hash) & vm.block[table].mask;
    const SetEntry& there = entries_of(vm, table)[first];
    if (is_unused(there)) return {Outcome::no, first};
    if (there.hash == wanted.hash && there.key == wanted.key) return {Outcome::yes, first};
    const bool is_str_key =
        vm.block.kind(wanted.key) == Kind::str && !is_heap_type(vm, wanted.key);
    if (wanted.key.is_int() || is_str_key) return find_plain(vm, table, wanted, is_str_key);
    Place place{Outcome::no};
    Passed passed;
    probe(vm.block[table].mask, wanted.hash, [&](uint32_t index) {
        const SetEntry entry = entries_of(vm, table)[index];
        if (passed.at_end(entry, index, place)) return true;
        if (entry.hash != wanted.hash) return false;
        place.outcome = entry.key == wanted.key ? Outcome::yes : equal(vm, entry.key, wanted.key);
        return place.outcome != Outcome::no;
    });
    return place;
}

bool insert_at(Vm& vm, Ref<Set> set, uint32_t index, const HashedKey& key) {
    if (key.key.is_mortal()) {
        vm.block.increment(key.key);
        vm.block.note_holder(set.offset);
    }
    SetEntry& entry =
        vm.block.edit(Ref<SetEntry>{entry_offset(vm.block[set].table, index)});
    const bool reused = is_dummy(entry);
    entry = {key.key, key.hash};
    Set& changed = vm.block.edit(set);
    ++changed.count;
    if (reused) return true;
    ++changed.fill;
    return grow_if_full(vm, set);
}

void make_dummy(Vm& vm, Ref<Set> set, uint32_t index) {
    const uint32_t at = entry_offset(vm.block[set].table, index);
    vm.block.store(at, Value::from_int(-1));
    vm.block.edit(Ref<SetEntry>{at}).hash = dummy_hash;
    --vm.block.edit(set).count;
}

// All of `other` copied into an empty table of the same size without dummies to leave out.
void copy_entries(Vm& vm, Ref<Set> set, Ref<Set> other) {
    const Ref<SetTable> to = vm.block[set].table, from = vm.block[other].table;
    const uint32_t mask = vm.block[from].mask;
    auto* entries = reinterpret_cast<SetEntry*>(
        vm.block.edit_bytes(entry_offset(to, 0), (mask + 1) * entry_size));
    const SetEntry* source = entries_of(vm, from);
    for (uint32_t index = 0; index <= mask; ++index) {
        if (is_unused(source[index])) continue;
        if (source[index].key.is_mortal()) {
            vm.block.increment(source[index].key);
            vm.block.note_holder(set.offset);
        }
        entries[index] = source[index];
    }
}

void insert_all_clean(Vm& vm, Ref<Set> set, Ref<Set> other) {
    const Ref<SetTable> to = vm.block[set].table, from = vm.block[other].table;
    const uint32_t mask = vm.block[to].mask, other_mask = vm.block[from].mask;
    auto* entries = reinterpret_cast<SetEntry*>(
        vm.block.edit_bytes(entry_offset(to, 0), (mask + 1) * entry_size));
    const SetEntry* source = entries_of(vm, from);
    for (uint32_t index = 0; index <= other_mask; ++index) {
        if (!is_live(source[index])) continue;
        if (source[index].key.is_mortal()) {
            vm.block.increment(source[index].key);
            vm.block.note_holder(set.offset);
        }
        insert_clean(entries, mask, source[index]);
    }
}

}  // namespace

Value new_set(Vm& vm, Root type) {
    const auto set = vm.allocate<Set>(Kind::set, type);
    return set ? Value::from_ref(set) : Value{};
}

bool set_reserve_for(Vm& vm, Ref<Set> set, uint32_t more) {
    const Set& found = vm.block[set];
    if ((uint64_t{found.fill} + more) * 5 < uint64_t{mask_of(vm, set)} * 3) return true;
    return resize(vm, set, (uint64_t{found.count} + more) * 2);
}

Outcome set_add_hashed(Vm& vm, Ref<Set> set, const HashedKey& key) {
    if (!ensure_table(vm, set)) return Outcome::raised;
    const Place place = find(vm, vm.block[set].table, key);
    if (place.outcome != Outcome::no) return place.outcome;
    return insert_at(vm, set, place.index, key) ? Outcome::yes : Outcome::raised;
}

Outcome set_add(Vm& vm, Ref<Set> set, Value key) {
    const Hashed hashed = hash_of(vm, key);
    if (hashed.outcome != Outcome::yes) return hashed.outcome;
    return set_add_hashed(vm, set, {key, hashed.hash});
}

Outcome set_contains_hashed(Vm& vm, Ref<Set> set, const HashedKey& key) {
    const Ref<SetTable> table = vm.block[set].table;
    return table ? find(vm, table, key).outcome : Outcome::no;
}

Outcome set_contains(Vm& vm, Ref<Set> set, Value key) {
    const Hashed hashed = hash_of(vm, key);
    if (hashed.outcome != Outcome::yes) return hashed.outcome;
    return set_contains_hashed(vm, set, {key, hashed.hash});
}

Outcome set_discard_hashed(Vm& vm, Ref<Set> set, const HashedKey& key) {
    const Ref<SetTable> table = vm.block[set].table;
    if (!table) return Outcome::no;
    const Place place = find(vm, table, key);
    if (place.outcome == Outcome::yes) make_dummy(vm, set, place.index);
    return place.outcome;
}

Outcome set_discard(Vm& vm, Ref<Set> set, Value key) {
    const Hashed hashed = hash_of(vm, key);
    if (hashed.outcome != Outcome::yes) return hashed.outcome;
    return set_discard_hashed(vm, set, {key, hashed.hash});
}

bool set_next_hashed(const Vm& vm, Ref<Set> set, uint32_t& position, HashedKey& out) {
    const Ref<SetTable> table = vm.block[set].table;
    if (!table) return false;
    const SetEntry* entries = entries_of(vm, table);
    const uint32_t mask = vm.block[table].mask;
    for (; position <= mask; ++position) {
        if (!is_live(entries[position])) continue;
        out = {entries[position].key, entries[position].hash};
        ++position;
        return true;
    }
    return false;
}

bool set_next(const Vm& vm, Ref<Set> set, uint32_t& position, Value& key) {
    HashedKey found;
    if (!set_next_hashed(vm, set, position, found)) return false;
    key = found.key;
    return true;
}

Outcome set_merge(Vm& vm, Ref<Set> set, Ref<Set> other) {
    const uint32_t more = vm.block[other].count;
    if (set == other || more == 0) return Outcome::yes;
    if (!set_reserve_for(vm, set, more) || !ensure_table(vm, set)) return Outcome::raised;
    vm.charge(more);
    if (vm.block[set].fill == 0) {
        const bool whole = mask_of(vm, set) == mask_of(vm, other) &&
                           vm.block[other].fill == vm.block[other].count;
        if (whole) copy_entries(vm, set, other);
        else insert_all_clean(vm, set, other);
        Set& changed = vm.block.edit(set);
        changed.fill = changed.count = more;
        return Outcome::yes;
    }
    uint32_t position = 0;
    HashedKey key;
    while (set_next_hashed(vm, other, position, key)) {
        const Outcome outcome = set_add_hashed(vm, set, key);
        if (outcome != Outcome::yes) return outcome;
    }
    return Outcome::yes;
}

Value set_copy(Vm& vm, Value set, Ref<Type> type) {
    const uint32_t cell = vm.allocate_cell(Kind::set, vm.block[type].root_shape, sizeof(Set));
    if (cell == 0) return {};
    if (set && set_merge(vm, Ref<Set>{cell}, set.as_ref<Set>()) != Outcome::yes) return {};
    return instance_of_type(vm, type, cell);
}

void set_clear(Vm& vm, Ref<Set> set) {
    const Ref<SetTable> table = vm.block[set].table;
    if (!table) return;
    const uint32_t mask = vm.block[table].mask;
    Set& changed = vm.block.edit(set);
    changed.table = {};
    changed.count = changed.fill = 0;
    for (uint32_t index = 0; index <= mask; ++index) vm.block.clear(entry_offset(table, index));
    vm.block.free_now(table.offset);
}

bool set_drop_dummies(Vm& vm, Ref<Set> set) {
    const Set& found = vm.block[set];
    if (found.fill - found.count <= mask_of(vm, set) / 4) return true;
    return resize(vm, set, found.count > 50000 ? uint64_t{found.count} * 2
                                               : uint64_t{found.count} * 4);
}

void set_swap(Vm& vm, Ref<Set> set, Ref<Set> other) {
    Set& one = vm.block.edit(set);
    Set& two = vm.block.edit(other);
    std::swap(one.table, two.table);
    if (one.table && two.table)  // where pop() looks next stays
        std::swap(vm.block.edit(one.table).finger, vm.block.edit(two.table).finger);
    std::swap(one.count, two.count);
    std::swap(one.fill, two.fill);
}

Value set_pop(Vm& vm, Ref<Set> set) {
    if (vm.block[set].count == 0) return vm.raise(Root::KeyError, "pop from an empty set");
    const Ref<SetTable> table = vm.block[set].table;
    const uint32_t mask = vm.block[table].mask;
    uint32_t index = vm.block[table].finger & mask;
    while (!is_live(entries_of(vm, table)[index])) index = index < mask ? index + 1 : 0;
    const Value key = entries_of(vm, table)[index].key;
    make_dummy(vm, set, index);
    vm.block.edit(table).finger = index + 1;
    return key;
}

Outcome set_is_subset(Vm& vm, Ref<Set> part, Ref<Set> whole) {
    if (vm.block[part].count > vm.block[whole].count) return Outcome::no;
    uint32_t position = 0;
    HashedKey key;
    Outcome outcome = Outcome::yes;
    while (outcome == Outcome::yes && set_next_hashed(vm, part, position, key))
        outcome = set_contains_hashed(vm, whole, key);
    vm.charge(position);
    return outcome;
}

// CPython's frozenset_hash: the order of the keys does not matter, the table's size neither.
uint64_t frozenset_hash(const Vm& vm, Ref<Set> set) {
    uint64_t hash = 0;
    uint32_t position = 0;
    HashedKey key;
    while (set_next_hashed(vm, set, position, key))
        hash ^= ((key.hash ^ 89869747u) ^ (key.hash << 16)) * 3644798167u;
    hash ^= (uint64_t{vm.block[set].count} + 1) * 1927868237u;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069u + 907133923u;
    return hash == ~uint64_t{0} ? 590923713u : hash;
}

Value set_candidate(Vm& vm, Ref<Set> set, uint64_t hash, uint32_t number) {
    const Ref<SetTable> table = vm.block[set].table;
    if (!table) return {};
    Value found;
    const SetEntry* entries = entries_of(vm, table);
    probe(vm.block[table].mask, hash, [&](uint32_t index) {
        if (is_unused(entries[index])) return true;
        if (entries[index].hash != hash || number-- > 0) return false;
        found = entries[index].key;
        return true;
    });
    return found;
}

bool set_insert_new(Vm& vm, Ref<Set> set, const HashedKey& key) {
    if (!ensure_table(vm, set)) return false;
    const Ref<SetTable> table = vm.block[set].table;
    Place place{Outcome::no};
    Passed passed;
    probe(vm.block[table].mask, key.hash, [&](uint32_t index) {
        return passed.at_end(entries_of(vm, table)[index], index, place);
    });
    return insert_at(vm, set, place.index, key);
}

void set_remove_key(Vm& vm, Ref<Set> set, const HashedKey& key) {
    const Ref<SetTable> table = vm.block[set].table;
    if (!table) return;
    probe(vm.block[table].mask, key.hash, [&](uint32_t index) {
        const SetEntry& entry = entries_of(vm, table)[index];
        if (is_unused(entry)) return true;
        if (entry.key != key.key || is_dummy(entry)) return false;
        make_dummy(vm, set, index);
        return true;
    });
}

}  // namespace meada
