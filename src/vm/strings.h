// str objects: making them, reading code points, interning.
#pragma once

#include "vm/vm.h"

namespace meada {

Value new_str(Vm&, std::string_view utf8);            // lone surrogates may come as three bytes
Value new_str(Vm&, std::u32string_view code_points);
Value new_str_latin1(Vm&, std::span<const uint8_t> characters);
Value new_bytes(Vm&, std::string_view bytes);
Value intern(Vm&, std::string_view utf8);
Value intern(Vm&, Value str);
std::string to_utf8(const Vm&, Value str);            // lone surrogates as three bytes
std::u32string to_code_points(const Vm&, Value str);
uint32_t str_length(const Vm&, Value str);
char32_t str_at(const Vm&, Value str, uint32_t index);
bool is_str(const Vm&, Value);                        // subclasses too
bool str_equals(const Vm&, Value left, Value right);
bool str_equals(const Vm&, Value str, std::string_view ascii);
uint64_t str_hash(Vm&, Value str);                    // as hash(): never -1; kept in the object

}  // namespace meada
