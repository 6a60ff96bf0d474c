// Which function does which instruction; declarations of all of them. Inside vm.
#include "vm/slow_ops.h"

#include <array>

#include "vm/op_support.h"

namespace meada {
namespace {

Step only_in_the_loop(Vm&, uint32_t) {
    ASSERT(!"an instruction that the loop does by itself");
    return Step::raised;
}

constexpr auto table = [] {
    std::array<SlowOp, opcode_count> ops{};
    ops.fill(only_in_the_loop);
    const auto set = [&](Opcode opcode, SlowOp op) { ops[static_cast<uint8_t>(opcode)] = op; };
    set(Opcode::UNARY_POSITIVE, op_unary_positive);
    set(Opcode::UNARY_NEGATIVE, op_unary_negative);
    set(Opcode::UNARY_NOT, op_unary_not);
    set(Opcode::UNARY_INVERT, op_unary_invert);
    set(Opcode::BINARY_OP, op_binary_op);
    set(Opcode::COMPARE_OP, op_compare_op);
    set(Opcode::IS_OP, op_is_op);
    set(Opcode::CONTAINS_OP, op_contains_op);
    set(Opcode::BINARY_SUBSCR, op_binary_subscr);
    set(Opcode::STORE_SUBSCR, op_store_subscr);
    set(Opcode::DELETE_SUBSCR, op_delete_subscr);
    set(Opcode::BUILD_SLICE, op_build_slice);
    set(Opcode::LOAD_FAST, op_load_fast);
    set(Opcode::STORE_FAST, op_store_fast);
    set(Opcode::DELETE_FAST, op_delete_fast);
    set(Opcode::LOAD_GLOBAL, op_load_global);
    set(Opcode::STORE_GLOBAL, op_store_global);
    set(Opcode::DELETE_GLOBAL, op_delete_global);
    set(Opcode::LOAD_NAME, op_load_name);
    set(Opcode::STORE_NAME, op_store_name);
    set(Opcode::DELETE_NAME, op_delete_name);
    set(Opcode::MAKE_CELL, op_make_cell);
    set(Opcode::LOAD_CLOSURE, op_load_closure);
    set(Opcode::LOAD_DEREF, op_load_deref);
    set(Opcode::DELETE_DEREF, op_delete_deref);
    set(Opcode::LOAD_CLASSDEREF, op_load_classderef);
    set(Opcode::COPY_FREE_VARS, op_copy_free_vars);
    set(Opcode::LOAD_ATTR, op_load_attr);
    set(Opcode::STORE_ATTR, op_store_attr);
    set(Opcode::DELETE_ATTR, op_delete_attr);
    set(Opcode::LOAD_METHOD, op_load_method);
    set(Opcode::BUILD_TUPLE, op_build_tuple);
    set(Opcode::BUILD_LIST, op_build_list);
    set(Opcode::BUILD_SET, op_build_set);
    set(Opcode::BUILD_MAP, op_build_map);
    set(Opcode::BUILD_CONST_KEY_MAP, op_build_const_key_map);
    set(Opcode::BUILD_STRING, op_build_string);
    set(Opcode::FORMAT_VALUE, op_format_value);
    set(Opcode::LIST_APPEND, op_list_append);
    set(Opcode::SET_ADD, op_set_add);
    set(Opcode::MAP_ADD, op_map_add);
    set(Opcode::LIST_EXTEND, op_list_extend);
    set(Opcode::SET_UPDATE, op_set_update);
    set(Opcode::DICT_UPDATE, op_dict_update);
    set(Opcode::DICT_MERGE, op_dict_merge);
    set(Opcode::LIST_TO_TUPLE, op_list_to_tuple);
    set(Opcode::UNPACK_SEQUENCE, op_unpack_sequence);
    set(Opcode::UNPACK_EX, op_unpack_ex);
    set(Opcode::POP_JUMP_FORWARD_IF_FALSE, op_jump_if_false);
    set(Opcode::POP_JUMP_FORWARD_IF_TRUE, op_jump_if_true);
    set(Opcode::POP_JUMP_BACKWARD_IF_FALSE, op_jump_if_false);
    set(Opcode::POP_JUMP_BACKWARD_IF_TRUE, op_jump_if_true);
    set(Opcode::JUMP_IF_FALSE_OR_POP, op_jump_if_false_or_pop);
    set(Opcode::JUMP_IF_TRUE_OR_POP, op_jump_if_true_or_pop);
    set(Opcode::GET_ITER, op_get_iter);
    set(Opcode::FOR_ITER, op_for_iter);
    set(Opcode::CALL, op_call);
    set(Opcode::KW_NAMES, op_kw_names);
    set(Opcode::CALL_FUNCTION_EX, op_call_function_ex);
    set(Opcode::MAKE_FUNCTION, op_make_function);
    set(Opcode::RETURN_VALUE, op_return_value);
    set(Opcode::RETURN_GENERATOR, op_return_generator);
    set(Opcode::YIELD_VALUE, op_yield_value);
    set(Opcode::SEND, op_send);
    set(Opcode::GET_YIELD_FROM_ITER, op_get_yield_from_iter);
    set(Opcode::GET_AWAITABLE, op_get_awaitable);
    set(Opcode::GET_AITER, op_get_aiter);
    set(Opcode::GET_ANEXT, op_get_anext);
    set(Opcode::END_ASYNC_FOR, op_end_async_for);
    set(Opcode::ASYNC_GEN_WRAP, op_async_gen_wrap);
    set(Opcode::BEFORE_WITH, op_before_with);
    set(Opcode::BEFORE_ASYNC_WITH, op_before_async_with);
    set(Opcode::WITH_EXCEPT_START, op_with_except_start);
    set(Opcode::PUSH_EXC_INFO, op_push_exc_info);
    set(Opcode::POP_EXCEPT, op_pop_except);
    set(Opcode::CHECK_EXC_MATCH, op_check_exc_match);
    set(Opcode::CHECK_EG_MATCH, op_check_eg_match);
    set(Opcode::PREP_RERAISE_STAR, op_prep_reraise_star);
    set(Opcode::RERAISE, op_reraise);
    set(Opcode::RAISE_VARARGS, op_raise_varargs);
    set(Opcode::LOAD_ASSERTION_ERROR, op_load_assertion_error);
    set(Opcode::LOAD_BUILD_CLASS, op_load_build_class);
    set(Opcode::SETUP_ANNOTATIONS, op_setup_annotations);
    set(Opcode::IMPORT_NAME, op_import_name);
    set(Opcode::IMPORT_FROM, op_import_from);
    set(Opcode::IMPORT_STAR, op_import_star);
    set(Opcode::PRINT_EXPR, op_print_expr);
    set(Opcode::GET_LEN, op_get_len);
    set(Opcode::MATCH_MAPPING, op_match_mapping);
    set(Opcode::MATCH_SEQUENCE, op_match_sequence);
    set(Opcode::MATCH_KEYS, op_match_keys);
    set(Opcode::MATCH_CLASS, op_match_class);
    return ops;
}();

}  // namespace

SlowOp slow_op(Opcode opcode) { return table[static_cast<uint8_t>(opcode)]; }

}  // namespace meada
