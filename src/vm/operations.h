// What every built-in type can be asked, without ever running Python code: where only Python code
// could answer (a class with its own __eq__, __repr__, …) the outcome is `needs_call`.
#pragma once

#include <string>

#include "vm/vm.h"

namespace meada {

// What an operation gives: yes with `result`; no: the types do not know it (nothing raised);
// raised; needs_call (vm.request may be set: then its result is the operation's).
struct Computed {
    Outcome outcome;
    Value result = {};
};

inline Computed raised(Vm& vm, Root type, std::string_view message) {
    vm.raise(type, message);
    return {Outcome::raised};
}

// --- compare.cpp ---
Outcome equal(Vm&, Value left, Value right);  // ==, deep; identical objects in containers are equal
// <, <=, >, >= ; `raised` with CPython's TypeError where the types have no order.
Outcome compare(Vm&, CompareOperator, Value left, Value right);
Outcome contains(Vm&, Value container, Value item);
Outcome truth(Vm&, Value);

// --- hash.cpp: CPython's values under PYTHONHASHSEED=0 ---
struct Hashed {
    Outcome outcome;  // yes, raised (unhashable), needs_call
    uint64_t hash = 0;
};
Hashed hash_of(Vm&, Value);
uint64_t hash_of_int(int64_t);
uint64_t hash_of_float(double, Value object);

// --- repr.cpp: appended as UTF-8 (lone surrogates as three bytes) ---
Outcome append_repr(Vm&, std::string& out, Value);
Outcome append_default_repr(Vm&, std::string& out, Value);  // as object.__repr__ or type.__repr__
// What id() is made of and the address in a repr: handed out at first request, never 0.
uint64_t serial_of(Vm&, Value);
Outcome append_str(Vm&, std::string& out, Value);

// FORMAT_VALUE: conversion 0 none, 1 str, 2 repr, 3 ascii; spec null: empty.
Computed format_value(Vm&, Value, uint32_t conversion, Value spec);

// --- arithmetic.cpp: ints, floats, complex, and str/list/tuple/bytes/set/dict operators ---
// `result` null with `no`: neither built-in type knows the operator for the other (the caller
// raises TypeError or tries Python methods first).
Computed binary(Vm&, BinaryOperator, Value left, Value right);
// Of lists, sets, dicts, bytearray.
Computed binary_in_place(Vm&, BinaryOperator, Value left, Value right);
Computed unary(Vm&, Opcode, Value);
// What arithmetic.cpp asks of the containers (list.cpp, tuple.cpp, set.cpp, dict.cpp); `no`, raised
// and needs_call as above.
Computed sequence_concat(Vm&, Value left, Value right);        // both lists, or both tuples
Computed sequence_repeat(Vm&, Value sequence, int64_t count);  // list, tuple; count >= 0
Outcome list_extend(Vm&, Ref<List>, Value iterable);           // +=: yes, raised, needs_call
Outcome list_repeat_in_place(Vm&, Ref<List>, int64_t count);
Computed set_binary(Vm&, BinaryOperator, Value left, Value right);  // | & - ^; dict views too
Outcome set_binary_in_place(Vm&, BinaryOperator, Value set, Value other);
Computed dict_union(Vm&, Value left, Value right);             // dicts and mapping proxies
Outcome dict_union_in_place(Vm&, Value dict, Value other);     // a mapping or pairs

// --- subscript.cpp ---
Computed get_item(Vm&, Value container, Value key);
Outcome set_item(Vm&, Value container, Value key, Value item);
Outcome delete_item(Vm&, Value container, Value key);

// --- iterate.cpp ---
Computed iterate(Vm&, Value iterable);  // iter()
// The next item of a built-in iterator; outcome `no`: exhausted. needs_call: a generator, map over
// a Python function, a Python __next__.
Computed next_item(Vm&, Value iterator);
// Length of a built-in container, `no` for others.
struct Length {
    Outcome outcome;
    int64_t length = 0;
};
Length length_of(Vm&, Value);

// Gives an instance these attributes without asking its class (attributes.cpp). no: it is no plain
// instance, or something in its class stands in the way; then nothing was changed.
Outcome fill_instance(Vm&, Value object, Ref<Dict> attributes);

// A function of a module that is C in CPython: of another type, and never a method.
bool is_builtin_function(const Vm&, Value);
bool function_binds(const Vm&, Value);  // one that is not
void make_builtin_function(Vm&, Ref<Function>);
std::string type_name(const Vm&, Value);  // for messages: __name__ of its type
// The same where it lies, or in `room`: good until the block changes.
std::string_view type_name(const Vm&, Value, std::string& room);

}  // namespace meada
