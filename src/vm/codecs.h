// str to bytes and back: utf-8, utf-16, utf-32, ascii, latin-1, with CPython's error handlers.
// Inside vm.
#pragma once

#include "vm/vm.h"

namespace meada {

// `encoding`, `errors`: strs, or null for utf-8 and strict. Null: raised.
Value encode_str(Vm&, Value str, Value encoding, Value errors);
Value decode_bytes(Vm&, Value bytes_like, Value encoding, Value errors);

}  // namespace meada
