// Appending formatted values. Inside vm; others use format_value of operations.h.
#pragma once

#include "vm/answers.h"
#include "vm/format_spec.h"

namespace meada {

// str, repr or ascii of a value: conversion 's', 'r' or 'a'.
Outcome append_text(Vm&, TextBuilder& out, Value, char conversion, Answers&);
// format(value, spec); `spec` does not lie in the block.
Outcome append_formatted(Vm&, TextBuilder& out, Value, const TextView& spec, Answers&);

}  // namespace meada
