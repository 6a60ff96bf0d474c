// What set's methods, its iterators, hash and the prelude need beside containers.h. Inside vm.
#pragma once

#include "vm/containers.h"
#include "vm/operations.h"

namespace meada {

// The hash of a tuple out of its items' (xxHash's prime numbers and rounds, as CPython's).
class TupleHash {
  public:
    void add(uint64_t lane) {
        sum_ += lane * 14029467366897019727u;
        sum_ = std::rotl(sum_, 31) * 11400714785074694791u;
    }
    uint64_t finish(uint64_t count) const {
        const uint64_t hash = sum_ + (count ^ (2870177450012600261u ^ 3527539u));
        return hash == ~uint64_t{0} ? 1546275796 : hash;
    }

  private:
    uint64_t sum_ = 2870177450012600261u;
};

uint64_t frozenset_hash(const Vm&, Ref<Set>);

struct HashedKey {
    Value key;
    uint64_t hash;
};
bool set_next_hashed(const Vm&, Ref<Set>, uint32_t& position, HashedKey& out);
Outcome set_add_hashed(Vm&, Ref<Set>, const HashedKey&);
Outcome set_contains_hashed(Vm&, Ref<Set>, const HashedKey&);
Outcome set_discard_hashed(Vm&, Ref<Set>, const HashedKey&);
// Into a set: the items of another set (merged as CPython's set_merge does), or of any native
// iterable. needs_call: keys with a Python __hash__ or __eq__, or no native iterable.
Outcome set_merge(Vm&, Ref<Set>, Ref<Set> other);
Outcome set_update(Vm&, Ref<Set>, Value iterable);
Value set_copy(Vm&, Value set, Ref<Type>);
void set_clear(Vm&, Ref<Set>);
Value set_pop(Vm&, Ref<Set>);                             // null: raised KeyError
void set_swap(Vm&, Ref<Set>, Ref<Set> other);             // what is in them
bool set_reserve_for(Vm&, Ref<Set>, uint32_t more);       // as CPython does before a merge
bool set_drop_dummies(Vm&, Ref<Set>);                     // if there are many
Outcome set_is_subset(Vm&, Ref<Set> part, Ref<Set> whole);
inline bool is_set(const Vm& vm, Value value) { return vm.block.kind(value) == Kind::set; }

// For keys whose equality needs Python: the n-th key with this hash; null: there are no more.
Value set_candidate(Vm&, Ref<Set>, uint64_t hash, uint32_t number);
bool set_insert_new(Vm&, Ref<Set>, const HashedKey&);  // not there, says whoever compared
void set_remove_key(Vm&, Ref<Set>, const HashedKey&);  // this very object

}  // namespace meada
