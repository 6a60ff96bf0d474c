// Arithmetic on constants at compile time, with Python's meaning. Null: leave it to run time.
#pragma once

#include <optional>

#include "code/code_unit.h"
#include "lang/ast.h"

namespace meada::lang {

std::optional<Constant> fold_unary(UnaryOperator, const Constant&);
std::optional<Constant> fold_binary(BinaryOperator, const Constant& left, const Constant& right);
std::optional<Constant> fold_subscript(const Constant& value, const Constant& index);

}  // namespace meada::lang
