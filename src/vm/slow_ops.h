// One function an instruction, working on a saved frame: what the loop does not do itself, and
// where its fast cases end. Inside vm.
#pragma once

#include "vm/calls.h"
#include "vm/quick.h"

namespace meada {

using SlowOp = Step (*)(Vm&, uint32_t argument);

// By Opcode. The frame is the context's innermost; its next_word is behind the instruction.
SlowOp slow_op(Opcode);

// --- the functions: ops_load.cpp, ops_build.cpp, ops_flow.cpp ---
Step op_async_gen_wrap(Vm&, uint32_t argument);
Step op_before_async_with(Vm&, uint32_t argument);
Step op_before_with(Vm&, uint32_t argument);
Step op_binary_op(Vm&, uint32_t argument);
Step op_binary_subscr(Vm&, uint32_t argument);
Step op_build_const_key_map(Vm&, uint32_t argument);
Step op_build_list(Vm&, uint32_t argument);
Step op_build_map(Vm&, uint32_t argument);
Step op_build_set(Vm&, uint32_t argument);
Step op_build_slice(Vm&, uint32_t argument);
Step op_build_string(Vm&, uint32_t argument);
Step op_build_tuple(Vm&, uint32_t argument);
Step op_call(Vm&, uint32_t argument);
Step op_call_function_ex(Vm&, uint32_t argument);
Step op_check_eg_match(Vm&, uint32_t argument);
Step op_check_exc_match(Vm&, uint32_t argument);
Step op_compare_op(Vm&, uint32_t argument);
Step op_contains_op(Vm&, uint32_t argument);
Step op_copy_free_vars(Vm&, uint32_t argument);
Step op_delete_attr(Vm&, uint32_t argument);
Step op_delete_deref(Vm&, uint32_t argument);
Step op_delete_fast(Vm&, uint32_t argument);
Step op_delete_global(Vm&, uint32_t argument);
Step op_delete_name(Vm&, uint32_t argument);
Step op_delete_subscr(Vm&, uint32_t argument);
Step op_dict_merge(Vm&, uint32_t argument);
Step op_dict_update(Vm&, uint32_t argument);
Step op_end_async_for(Vm&, uint32_t argument);
Step op_for_iter(Vm&, uint32_t argument);
Step op_format_value(Vm&, uint32_t argument);
Step op_get_aiter(Vm&, uint32_t argument);
Step op_get_anext(Vm&, uint32_t argument);
Step op_get_awaitable(Vm&, uint32_t argument);
Step op_get_iter(Vm&, uint32_t argument);
Step op_get_len(Vm&, uint32_t argument);
Step op_get_yield_from_iter(Vm&, uint32_t argument);
Step op_import_from(Vm&, uint32_t argument);
Step op_import_name(Vm&, uint32_t argument);
Step op_import_star(Vm&, uint32_t argument);
Step op_is_op(Vm&, uint32_t argument);
Step op_jump_if_false(Vm&, uint32_t argument);
Step op_jump_if_false_or_pop(Vm&, uint32_t argument);
Step op_jump_if_true(Vm&, uint32_t argument);
Step op_jump_if_true_or_pop(Vm&, uint32_t argument);
Step op_kw_names(Vm&, uint32_t argument);
Step op_list_append(Vm&, uint32_t argument);
Step op_list_extend(Vm&, uint32_t argument);
Step op_list_to_tuple(Vm&, uint32_t argument);
Step op_load_assertion_error(Vm&, uint32_t argument);
Step op_load_attr(Vm&, uint32_t argument);
Step op_load_build_class(Vm&, uint32_t argument);
Step op_load_classderef(Vm&, uint32_t argument);
Step op_load_closure(Vm&, uint32_t argument);
Step op_load_deref(Vm&, uint32_t argument);
Step op_load_fast(Vm&, uint32_t argument);
Step op_load_global(Vm&, uint32_t argument);
Step op_load_method(Vm&, uint32_t argument);
Step op_load_name(Vm&, uint32_t argument);
Step op_make_cell(Vm&, uint32_t argument);
Step op_make_function(Vm&, uint32_t argument);
Step op_map_add(Vm&, uint32_t argument);
Step op_match_class(Vm&, uint32_t argument);
Step op_match_keys(Vm&, uint32_t argument);
Step op_match_mapping(Vm&, uint32_t argument);
Step op_match_sequence(Vm&, uint32_t argument);
Step op_pop_except(Vm&, uint32_t argument);
Step op_prep_reraise_star(Vm&, uint32_t argument);
Step op_push_exc_info(Vm&, uint32_t argument);
Step op_raise_varargs(Vm&, uint32_t argument);
Step op_reraise(Vm&, uint32_t argument);
Step op_return_generator(Vm&, uint32_t argument);
Step op_return_value(Vm&, uint32_t argument);
Step op_send(Vm&, uint32_t argument);
Step op_set_add(Vm&, uint32_t argument);
Step op_set_update(Vm&, uint32_t argument);
Step op_setup_annotations(Vm&, uint32_t argument);
Step op_print_expr(Vm&, uint32_t argument);
Step op_store_attr(Vm&, uint32_t argument);
Step op_store_fast(Vm&, uint32_t argument);
Step op_store_global(Vm&, uint32_t argument);
Step op_store_name(Vm&, uint32_t argument);
Step op_store_subscr(Vm&, uint32_t argument);
Step op_unary_invert(Vm&, uint32_t argument);
Step op_unary_negative(Vm&, uint32_t argument);
Step op_unary_not(Vm&, uint32_t argument);
Step op_unary_positive(Vm&, uint32_t argument);
Step op_unpack_ex(Vm&, uint32_t argument);
Step op_unpack_sequence(Vm&, uint32_t argument);
Step op_with_except_start(Vm&, uint32_t argument);
Step op_yield_value(Vm&, uint32_t argument);
Step call_ex_prelude(Vm&);

// Conditional jumps and loops share these.
struct Condition {
    Step step;          // next: `value` is known; else as usual
    bool known = false;
    bool value = false;
};
// Truth of the value on top, which it pops. Not known: Python code has been called whose result
// will stand in its place, and the instruction runs again.
Condition pop_condition(Vm&);

}  // namespace meada
