// str objects: making them, reading code points, interning, the operators.
#pragma once

#include "vm/vm.h"

namespace meada {

struct Computed;

Value new_str(Vm&, std::string_view utf8);  // lone surrogates may come as three bytes
Value new_str(Vm&, std::u32string_view code_points);
Value new_str_latin1(Vm&, std::span<const uint8_t> characters);
Value new_bytes(Vm&, std::string_view bytes);
bool make_shared_strs(Vm&);  // at boot: the empty str, Latin-1 characters
Value intern(Vm&, std::string_view utf8);
Value intern(Vm&, Value str);
std::string to_utf8(const Vm&, Value str);  // lone surrogates as three bytes
void append_utf8_of(const Vm&, std::string& out, Value str);
// Where it lies in the block if it is ASCII, else made in `room`. Good until the block changes.
std::string_view utf8_of(const Vm&, Value str, std::string& room);
std::u32string to_code_points(const Vm&, Value str);
uint32_t str_length(const Vm&, Value str);
char32_t str_at(const Vm&, Value str, uint32_t index);
bool is_str(const Vm&, Value);  // subclasses too
bool is_exact_str(const Vm&, Value);
Value exact_str(Vm&, Value str);  // itself, or a copy if of a subclass
bool str_equals(const Vm&, Value left, Value right);
bool str_equals(const Vm&, Value str, std::string_view ascii);
int str_compare(const Vm&, Value left, Value right);  // <0, 0, >0: by code points
uint64_t str_hash(Vm&, Value str);                    // as hash(): never -1; kept in the object

// --- operators, for the instructions and the natives; null: MemoryError ---
Value str_concat(Vm&, Value left, Value right);
Value str_repeat(Vm&, Value str, int64_t times);
bool str_contains(const Vm&, Value text, Value wanted);
Value str_character(Vm&, Value str, uint32_t index);  // str[index]
// str[start:…:step] of `count` characters, bounds adjusted before.
Value str_slice(Vm&, Value str, int64_t start, int64_t step, uint32_t count);
// str[key] for ints and slices; `raised` as CPython; needs_call: a key with a Python __index__.
Computed str_get_item(Vm&, Value str, Value key);
// text % values, str and bytes (percent_format.cpp).
Computed str_percent(Vm&, Value text, Value values);
Computed bytes_percent(Vm&, Value text, Value values);

Value join_strs(Vm&, std::span<const Value> strs);  // concatenated

}  // namespace meada
