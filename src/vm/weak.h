// Weak references: objects that know where their target is without holding it. Inside vm.
//
// A dict from the offsets of targets to those of their first references (Root::weak_references)
// holds nobody; a target's references are linked. References are mortal, and a target becomes
// mortal with its first one (holders.h), so that it goes with its last reference. What cannot be
// mortal (classes, modules, what the library made) dies at a collection.
#pragma once

#include <vector>

#include "vm/vm.h"

namespace meada {

struct WeakReference : NativeObject {
    static constexpr uint16_t value_count = 3;
    Value callback;           // None: none
    Value hash;               // of the target, once it was asked for; else None
    Value key;                // in a WeakValueDictionary: the target's
    uint32_t target;          // 0: dead
    uint32_t next;            // the next reference to it: older ones come later
    uint32_t waits;           // the target is dead, and the call-back is still to be called
    uint32_t unused;
};

// Object::detail of a native object has this bit if it is a weak reference.
constexpr uint16_t weak_reference_bit = 0x8000;

inline bool is_weak_reference(const Vm& vm, uint32_t cell) {
    const Object& object = *vm.block.at<Object>(cell);
    return object.kind == Kind::native_object && object.detail & weak_reference_bit;
}

bool has_weak_references(const Vm&);  // is there any target
// The first reference to what lies there, or 0.
uint32_t first_weak_reference(Vm&, uint32_t target);
// The target is dead: its references say so. Gives those with call-backs, as they are to be called.
std::vector<uint32_t> clear_weak_references(Vm&, uint32_t target);
// What lies there has this first reference from now on.
bool add_weak_target(Vm&, uint32_t target, uint32_t first);
// A reference is dead: its target forgets it.
void unlink_weak_reference(Vm&, Ref<WeakReference>);

}  // namespace meada
