// Containers that hold mortals become mortal themselves. Inside vm.
//
// Most containers are only traced: counting references to every list would cost what the design
// saves. But where a list of objects with __del__ goes, they go before the next line. So a
// container made with a mortal in it is made mortal (list and tuple displays, bound methods,
// iterators, closures, …), and one that gets its first mortal later is noted and becomes mortal
// before the next instruction: whatever refers to it is looked for, once, as a minor collection
// would (all of the block if the container is an old one), each reference gets the mortal bit, and
// their number is its count. Its own holders follow. A class whose instance became mortal so makes
// them mortal from the start.
//
// What the library's code fills is left alone, and so is what is referred to from where nobody
// counts: the dicts of modules and classes.
#pragma once

#include "vm/vm.h"

namespace meada {

// A script that fills very many containers with mortals shall not be slowed down for it: each
// search costs credit, and each collection gives some. Without credit the container stays what it
// is, and what it holds dies at a collection.
constexpr uint32_t holder_credit_a_collection = 2;
constexpr uint32_t holder_credit_most = 400;
constexpr uint32_t holder_credit_old = 20;  // for a search through all of the block

// Makes mortal what was noted (Block::noted); attention_holders is off then.
void promote_holders(Vm&);

// The leading 32-bit references of an object that count if they are to a mortal: a bit each.
constexpr uint32_t counted_references(Kind kind) {
    switch (kind) {
        case Kind::instance:
            return 1;  // dict
        case Kind::dict_view:
            return 1;  // dict
        case Kind::exception:
            return 3;  // attributes, traceback
        case Kind::traceback:
            return 1;  // next
        case Kind::function:
            return 7 << 5;  // defaults, keyword_defaults, closure
        default:
            return 0;
    }
}

}  // namespace meada
