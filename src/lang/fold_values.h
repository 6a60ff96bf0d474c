// Arithmetic on constants at compile time, with Python's meaning. Null: leave it to run time.
#pragma once

#include <optional>

#include "code/code_unit.h"
#include "lang/ast.h"

namespace meada::lang {

std::optional<Constant> fold_unary(UnaryOperator, const Constant&);
std::optional<Constant> fold_binary(BinaryOperator, const Constant& left, const Constant& right);
// Unless an equal one is there: 1, 1.0 and True are one item of a set.
void add_set_item(Constant& set, const Constant& item);
std::optional<Constant> fold_subscript(const Constant& value, const Constant& index);

}  // namespace meada::lang
