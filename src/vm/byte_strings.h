// bytes and bytearray objects. Their methods are in text_*.cpp (shared with str) and bytes*.cpp.
#pragma once

#include "vm/vm.h"

namespace meada {

struct Computed;
struct SliceBounds;

Value new_bytes(Vm&, std::string_view bytes);
Value allocate_bytes(Vm&, uint64_t length);  // zero; to be written at once
Value allocate_bytearray(Vm&, uint64_t length);
bool bytearray_resize(Vm&, Ref<ByteArray>, uint64_t length);  // false: raised
std::string_view bytes_view(const Vm&, Value bytes_like);     // borrowed
// Whoever hears of shared bytes is told, if these are some (clone.h: shared_object_bit).
void tell_shared_bytes(Vm&, Value bytes_like, const SliceBounds&, bool writes);
// bytes_like[key]; values = as CPython.
Computed bytes_get_item(Vm&, Value bytes_like, Value key);
Outcome bytearray_set_item(Vm&, Value array, Value key, Value item);  // null item: delete
Value bytes_concat(Vm&, Value left, Value right);  // both bytes-like; type of the left
Value bytes_repeat(Vm&, Value bytes_like, int64_t times);
Outcome bytearray_extend(Vm&, Ref<ByteArray>, Value bytes_like);  // +=
Outcome bytearray_repeat_in_place(Vm&, Ref<ByteArray>, int64_t times);  // *=
Outcome bytes_contains(Vm&, Value bytes_like, Value wanted);
uint64_t bytes_hash(Vm&, Value bytes);
// Appends b'...' as repr does; in a bytearray's repr every ' is escaped.
void append_bytes_repr(std::string& out, std::string_view bytes, bool of_array = false);

}  // namespace meada
