// Opcodes of pickles beyond ASCII; the others are written as the letters that they are. After the
// documentation of CPython's pickletools. Inside library.
#pragma once

#include <cstdint>

namespace meada {

enum PickleCode : uint8_t {
    pickle_proto = 0x80, pickle_newobj = 0x81, pickle_ext1 = 0x82, pickle_ext2 = 0x83,
    pickle_ext4 = 0x84, pickle_tuple1 = 0x85, pickle_tuple3 = 0x87, pickle_true = 0x88,
    pickle_false = 0x89, pickle_long1 = 0x8a, pickle_long4 = 0x8b,
    pickle_short_str = 0x8c, pickle_str8 = 0x8d, pickle_bytes8 = 0x8e, pickle_empty_set = 0x8f,
    pickle_add_items = 0x90, pickle_frozenset = 0x91, pickle_newobj_ex = 0x92,
    pickle_stack_global = 0x93, pickle_memoize = 0x94, pickle_frame = 0x95,
    pickle_bytearray8 = 0x96,
};

}  // namespace meada
