// What each instruction does to the height of the value stack (CPython's `dis.stack_effect`).
#include "lang/flow_graph.h"

namespace meada::lang {
namespace {

int fixed_effect(Opcode opcode) {
    switch (opcode) {
        case Opcode::POP_TOP:
        case Opcode::BINARY_OP:
        case Opcode::COMPARE_OP:
        case Opcode::IS_OP:
        case Opcode::CONTAINS_OP:
        case Opcode::BINARY_SUBSCR:
        case Opcode::STORE_FAST:
        case Opcode::STORE_GLOBAL:
        case Opcode::STORE_NAME:
        case Opcode::STORE_DEREF:
        case Opcode::DELETE_ATTR:
        case Opcode::RETURN_VALUE:
        case Opcode::LIST_APPEND:
        case Opcode::SET_ADD:
        case Opcode::LIST_EXTEND:
        case Opcode::SET_UPDATE:
        case Opcode::DICT_UPDATE:
        case Opcode::DICT_MERGE:
        case Opcode::IMPORT_NAME:
        case Opcode::IMPORT_STAR:
        case Opcode::PRINT_EXPR:
        case Opcode::POP_EXCEPT:
        case Opcode::PREP_RERAISE_STAR:
        case op_pop_jump_if_false:
        case op_pop_jump_if_true:
        case op_pop_jump_if_none:
        case op_pop_jump_if_not_none:
            return -1;
        case Opcode::STORE_ATTR:
        case Opcode::DELETE_SUBSCR:
        case Opcode::MAP_ADD:
        case Opcode::END_ASYNC_FOR:
        case Opcode::MATCH_CLASS:
            return -2;
        case Opcode::STORE_SUBSCR:
            return -3;
        case Opcode::RERAISE:
            return -3;
        case Opcode::PUSH_NULL:
        case Opcode::COPY:
        case Opcode::LOAD_CONST:
        case Opcode::LOAD_FAST:
        case Opcode::LOAD_NAME:
        case Opcode::LOAD_CLOSURE:
        case Opcode::LOAD_DEREF:
        case Opcode::LOAD_CLASSDEREF:
        case Opcode::LOAD_METHOD:
        case Opcode::GET_ANEXT:
        case Opcode::BEFORE_WITH:
        case Opcode::BEFORE_ASYNC_WITH:
        case Opcode::WITH_EXCEPT_START:
        case Opcode::PUSH_EXC_INFO:
        case Opcode::LOAD_ASSERTION_ERROR:
        case Opcode::LOAD_BUILD_CLASS:
        case Opcode::IMPORT_FROM:
        case Opcode::GET_LEN:
        case Opcode::MATCH_MAPPING:
        case Opcode::MATCH_SEQUENCE:
        case Opcode::MATCH_KEYS:
            return 1;
        default:
            return 0;
    }
}

}  // namespace

int stack_effect(Opcode opcode, uint32_t argument, bool jumps) {
    const int count = static_cast<int>(argument);
    switch (opcode) {
        case Opcode::LOAD_GLOBAL:
            return 1 + (count & 1);
        case Opcode::BUILD_SLICE:
            return count == 3 ? -2 : -1;
        case Opcode::BUILD_TUPLE:
        case Opcode::BUILD_LIST:
        case Opcode::BUILD_SET:
        case Opcode::BUILD_STRING:
            return 1 - count;
        case Opcode::BUILD_MAP:
            return 1 - 2 * count;
        case Opcode::BUILD_CONST_KEY_MAP:
            return -count;
        case Opcode::FORMAT_VALUE:
            return (count & 4) != 0 ? -1 : 0;
        case Opcode::UNPACK_SEQUENCE:
            return count - 1;
        case Opcode::UNPACK_EX:
            return (count & 0xff) + (count >> 8);
        case Opcode::FOR_ITER:
            return jumps ? -1 : 1;
        case Opcode::SEND:
            return jumps ? -1 : 0;
        case Opcode::JUMP_IF_FALSE_OR_POP:
        case Opcode::JUMP_IF_TRUE_OR_POP:
            return jumps ? 0 : -1;
        case Opcode::CALL:
            return -1 - count;  // with PRECALL: the callee's two, the arguments
        case Opcode::CALL_FUNCTION_EX:
            return -2 - (count & 1);
        case Opcode::MAKE_FUNCTION:
            return -((count & 1) != 0) - ((count & 2) != 0) - ((count & 4) != 0) -
                   ((count & 8) != 0);
        case Opcode::RAISE_VARARGS:
            return -count;
        case Opcode::RETURN_GENERATOR:
            return 0;
        case op_setup_finally:
            return jumps ? 1 : 0;
        case op_setup_with:
            return jumps ? 1 : 0;
        case op_setup_cleanup:
            return jumps ? 2 : 0;
        default:
            return fixed_effect(opcode);
    }
}

}  // namespace meada::lang
