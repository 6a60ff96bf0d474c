// Calls and returns: steps of the loop.
#include "vm/loop.h"

#include <algorithm>
#include <array>

#include "vm/calls.h"
#include "vm/types.h"

namespace meada {
namespace {

// Control goes to `to_`, in code with these flags; what ran before is counted where that must be.
#define MOVE_TO(to_, frame_flags_)                                      \
    do {                                                                \
        const CodeWord* const at_ = (to_);                              \
        const uint64_t mask_ = user_mask_of(frame_flags_);              \
        if (mask_ != vm.loop.user_mask) {                               \
            COUNT();                                                    \
            vm.loop.user_mask = mask_;                                  \
        }                                                               \
        vm.loop.fuel_end += address_of(at_) - address_of(ip);           \
        ip = at_;                                                       \
    } while (0)

uint32_t type_at(const uint8_t* base, const Vm& vm, Value value) {
    if (!value.is_ref()) return vm.type_of(value).offset;
    return reinterpret_cast<const Shape*>(base + shape_at(base, value))->type.offset;
}

// What the called function's frame takes its arguments from.
struct SimpleCall {
    const Function& function;
    const CodeObject& code;
    const Value* arguments;
    uint32_t count;
    ReturnMode mode;
};

inline bool has_room_for_frame(const Vm& vm, const uint8_t* base, const CodeObject& code) {
    const auto& context = *reinterpret_cast<const Context*>(base + vm.context.offset);
    const auto& chunk = *reinterpret_cast<const StackChunk*>(base + context.chunk);
    return chunk.top + frame_size_bytes(code) <= chunk.end &&
           context.depth < reinterpret_cast<const BlockHeader*>(base)->recursion_limit;
}

// Whether it has parameters that no position fills.
inline bool takes_more(const CodeObject& code) {
    return code.keyword_only_count != 0 || code.flags & (code_varargs | code_varkeywords);
}

// Whether every argument has its slot and every slot its argument; and the frame has room.
inline bool fits(const Vm& vm, const uint8_t* base, const SimpleCall& call) {
    return call.count == call.code.positional_count && !takes_more(call.code) &&
           has_room_for_frame(vm, base, call.code);
}

// The callee's frame on the context's stack, marked; the arguments' counts move with them.
inline Frame* push_callee(Vm& vm, uint8_t* base, uint32_t caller_at, const SimpleCall& call) {
    const CodeObject& code = call.code;
    auto& context = *reinterpret_cast<Context*>(base + vm.context.offset);
    auto& chunk = *reinterpret_cast<StackChunk*>(base + context.chunk);
    const uint32_t at = chunk.top, size = frame_size_bytes(code);
    auto& made = *reinterpret_cast<Frame*>(base + at);
    auto* slots = reinterpret_cast<Value*>(base + at + Frame::slots_offset);
    vm.block.mark(context.chunk, sizeof(StackChunk));
    vm.block.mark(at, size);
    chunk.top += size;
    ++context.depth;
    for (uint32_t index = 0; index < call.count; ++index) slots[index] = call.arguments[index];
    for (uint32_t index = call.count; index < code.slot_count; ++index) slots[index] = Value{};
    made.previous = caller_at;
    made.code = call.function.code;
    made.function = Ref<Function>{offset_in(base, &call.function)};
    made.globals = call.function.globals;
    made.locals = {};
    made.generator = 0;
    made.return_mode = call.mode;
    made.flags = static_cast<uint8_t>((code.flags & code_library ? frame_library : 0) |
                                      (code.flags & code_hidden ? frame_hidden : 0));
    made.unused = 0;
    made.serial = ++context.frame_serial;
    made.keyword_names = {};
    made.unused2 = 0;
    made.extra = {};
    context.frame = at;
    return &made;
}

// The arguments stand on the value stack, which has no room for what was left out.
Value call_direct(Vm& vm, const Vm::DirectNative& direct, uint32_t arguments, uint32_t count) {
    if (count < direct.parameters) {
        constexpr auto scratch = static_cast<uint32_t>(offsetof(BlockHeader, scratch));
        auto* bound = reinterpret_cast<Value*>(
            vm.block.edit_bytes(scratch, direct.parameters * 8u));
        for (uint32_t index = 0; index < direct.parameters; ++index)
            bound[index] = index < count ? vm.block.load(arguments + index * 8) : Value{};
        arguments = scratch;
    }
    return direct.code(vm, Args{vm.block, arguments, direct.parameters});
}

// A native called where its arguments stand has ended without a value.
Step finish_native(Vm& vm, uint32_t on_stack) {
    if (vm.request.kind == Vm::Request::Kind::none) return Step::raised;
    const uint32_t caller = vm.block[vm.context].frame;
    for (uint32_t left = on_stack; left > 0; --left) drop_value(vm, pop_value(vm, caller));
    return do_request(vm, ReturnMode::push, {});
}

}  // namespace

// The value stack holds [NULL, callable] or [method, self] and, behind them, ARGUMENT arguments.
#define ENTER_CALLEE(call_, result_at_)                                                     \
    do {                                                                                    \
        FRAME->next_word = offset_in(base, ip);                                             \
        FRAME->stack_end = offset_in(base, (result_at_));                                   \
        const CodeObject& code_ = (call_).code;                                             \
        const Frame* const made_ = push_callee(vm, base, FRAME_AT, (call_));                \
        MOVE_TO(reinterpret_cast<const CodeWord*>(base + code_.instructions.offset +        \
                                                  Instructions::first_offset),              \
                made_->flags);                                                              \
        locals = reinterpret_cast<Value*>(base + offset_in(base, made_) +                   \
                                          Frame::slots_offset);                             \
        sp = locals + code_.slot_count;                                                     \
    } while (0)

STEP(CALL) {
    uint32_t count = ARGUMENT;
    Value* arguments = sp - count;
    Value* const bottom = arguments - 2;  // where the result goes
    Value callable = *bottom;
    if (!callable.is_null()) {
        --arguments;
        ++count;
    } else {
        callable = arguments[-1];
    }
    if (callable.is_null() || callable.bits >> 32)
        SLOW();  // no reference, or to a mortal: its count must fall
    if (FRAME->keyword_names) GO(call_keywords);
    const auto& object = *reinterpret_cast<const Object*>(base + callable.offset());
    if (object.kind == Kind::native) GO(call_native);
    if (object.kind == Kind::type && bottom->is_null()) GO(call_class);
    if (object.kind != Kind::function) SLOW();
    const auto& function = static_cast<const Function&>(object);
    const SimpleCall call{function,
                          *reinterpret_cast<const CodeObject*>(base + function.code.offset),
                          arguments, count, ReturnMode::push};
    if (!fits(vm, base, call)) GO(call_defaults);
    ENTER_CALLEE(call, bottom);
    NEXT();
}

// A function that takes positional arguments, some of them left out.
STEP(call_defaults) {
    uint32_t count = ARGUMENT;
    const Value* arguments = sp - count;
    Value* const bottom = sp - count - 2;
    Value callable = *bottom;
    if (!callable.is_null()) {
        --arguments;
        ++count;
    } else {
        callable = arguments[-1];
    }
    const auto& function = *reinterpret_cast<const Function*>(base + callable.offset());
    const auto& code = *reinterpret_cast<const CodeObject*>(base + function.code.offset);
    if (takes_more(code) || count > code.positional_count || !function.defaults)
        GO(call_keywords);
    const uint32_t tuple = function.defaults.offset, left_out = code.positional_count - count;
    const uint32_t defaults = reinterpret_cast<const Tuple*>(base + tuple)->count;
    std::array<Value, 16> bound;
    if (defaults < left_out || code.positional_count > bound.size() ||
        !has_room_for_frame(vm, base, code))
        SLOW();
    std::copy_n(arguments, count, bound.begin());
    const auto* behind =
        reinterpret_cast<const Value*>(base + tuple + Tuple::items_offset) + defaults;
    for (const Value* value = behind - left_out; value < behind; ++value)
        PUSH_AT(bound[count++], *value);
    const SimpleCall call{function, code, bound.data(), count, ReturnMode::push};
    ENTER_CALLEE(call, bottom);
    NEXT();
}

// A function called with keywords or with parameters that only a keyword fills.
STEP(call_keywords) {
    uint32_t count = ARGUMENT;
    const Value* arguments = sp - count;
    Value* const bottom = sp - count - 2;
    Value callable = *bottom;
    if (!callable.is_null()) {
        --arguments;
        ++count;
    } else {
        callable = arguments[-1];
    }
    const auto& function = *reinterpret_cast<const Function*>(base + callable.offset());
    if (function.kind != Kind::function) SLOW();
    const auto& code = *reinterpret_cast<const CodeObject*>(base + function.code.offset);
    const uint32_t named = code.positional_count + code.keyword_only_count;
    std::array<Value, 16> bound{};
    if (code.flags & (code_varargs | code_varkeywords) || named > bound.size() ||
        !has_room_for_frame(vm, base, code))
        SLOW();
    const auto* slot_names =
        reinterpret_cast<const Value*>(base + code.slot_names.offset + Tuple::items_offset);
    uint32_t keywords = 0;
    const Value* names = nullptr;
    if (FRAME->keyword_names) {
        const uint32_t tuple = FRAME->keyword_names.offset;
        keywords = reinterpret_cast<const Tuple*>(base + tuple)->count;
        names = reinterpret_cast<const Value*>(base + tuple + Tuple::items_offset);
    }
    const uint32_t positional = count - keywords;
    if (positional > code.positional_count) SLOW();
    std::copy_n(arguments, positional, bound.begin());
    for (uint32_t keyword = 0; keyword < keywords; ++keyword) {
        uint32_t at = std::max<uint32_t>(positional, code.positional_only_count);
        while (at < named && slot_names[at] != names[keyword]) ++at;
        if (at == named || !bound[at].is_null()) SLOW();
        bound[at] = arguments[positional + keyword];
    }
    // What is left out: from the function's defaults, whose counts do not move.
    uint32_t from_defaults = 0;
    for (uint32_t at = positional; at < named; ++at) {
        if (!bound[at].is_null()) continue;
        if (at < code.positional_count) {
            if (!function.defaults) SLOW();
            const auto& defaults = *reinterpret_cast<const Tuple*>(base + function.defaults.offset);
            const uint32_t behind = code.positional_count - at;
            if (behind > defaults.count) SLOW();
            bound[at] = reinterpret_cast<const Value*>(base + function.defaults.offset +
                                                       Tuple::items_offset)[defaults.count - behind];
        } else {
            if (!function.keyword_defaults) SLOW();
            bound[at] = dict_get_str(vm, function.keyword_defaults, slot_names[at]);
            if (bound[at].is_null()) SLOW();
        }
        from_defaults |= 1u << at;
    }
    for (uint32_t at = positional; at < named; ++at)
        if (from_defaults >> at & 1 && bound[at].is_mortal()) vm.block.increment(bound[at]);
    FRAME->keyword_names = {};
    const SimpleCall call{function, code, bound.data(), named, ReturnMode::push};
    ENTER_CALLEE(call, bottom);
    NEXT();
}

STEP(call_native) {
    uint32_t count = ARGUMENT;
    Value* arguments = sp - count;
    Value callable = arguments[-2];
    if (!callable.is_null()) {
        --arguments;
        ++count;
    } else {
        callable = arguments[-1];
    }
    const auto& native = *reinterpret_cast<const NativeFunction*>(base + callable.offset());
    const Vm::DirectNative& direct = vm.direct_natives[native.index];
    if (count > direct.most || count < direct.least) SLOW();
    if (direct.checks_self && native.owner &&
        type_at(base, vm, arguments[0]) != native.owner.offset)
        SLOW();
    SAVE();
    vm.loop.sent = call_direct(vm, direct, offset_in(base, arguments), count);
    GO(native_ended);
}

// `sent` is what the native called here has returned.
STEP(native_ended) {
    REBASE();
    const Value result = vm.loop.sent;
    if (result.is_null()) [[unlikely]] {
        vm.loop.step = finish_native(vm, ARGUMENT + 2);
        vm.loop.hand_over = true;
        GO(called);
    }
    if (result.is_mortal()) [[unlikely]] vm.block.increment(result);
    Value* const bottom = sp - ARGUMENT - 2;
    for (Value* value = bottom; value < sp; ++value)
        if (value->is_mortal()) [[unlikely]] vm.block.decrement(*value);
    sp = bottom;
    *sp++ = result;
    LOOK_UP(true);
    NEXT();
}

// A built-in type: its own __new__ does all.
STEP(call_builtin_type) {
    const uint32_t count = ARGUMENT + 1;  // the type is the first argument
    const Value* const arguments = sp - count;
    const auto& type = *reinterpret_cast<const Type*>(base + arguments->offset());
    const Value make = type.specials[static_cast<uint32_t>(Special::new_)];
    if (vm.block.kind(make) != Kind::native || type.instance_kind == Kind::instance ||
        type.instance_kind == Kind::type)
        SLOW();
    const auto& native = *reinterpret_cast<const NativeFunction*>(base + make.offset());
    const Vm::DirectNative& direct = vm.direct_natives[native.index];
    if (count > direct.most || count < direct.least) SLOW();
    SAVE();
    vm.loop.sent = call_direct(vm, direct, offset_in(base, arguments), count);
    GO(native_ended);
}

// A class made by a class statement with a Python __init__, called as type does.
STEP(call_class) {
    const uint32_t count = ARGUMENT;
    const Value callable = sp[-static_cast<int32_t>(count) - 1];
    const auto& type = *reinterpret_cast<const Type*>(base + callable.offset());
    if (type.shape.offset == vm.loop.shapes.type && !(type.flags & type_heap))
        GO(call_builtin_type);
    const Value init = type.specials[static_cast<uint32_t>(Special::init_)];
    if (type.shape.offset != vm.loop.shapes.type || type.instance_kind != Kind::instance ||
        type.specials[static_cast<uint32_t>(Special::new_)] != vm.loop.object_new ||
        type.flags & type_abstract || vm.block.kind(init) != Kind::function || init.is_mortal())
        SLOW();
    {
        const auto& function = *reinterpret_cast<const Function*>(base + init.offset());
        const auto& code = *reinterpret_cast<const CodeObject*>(base + function.code.offset);
        if (!fits(vm, base, {function, code, nullptr, count + 1, ReturnMode::init})) SLOW();
    }
    const Value instance = new_instance(vm, callable.as_ref<Type>());
    REBASE();
    if (instance.is_null()) RAISED();
    Value* const arguments = sp - count - 1;  // with the instance as self
    PUSH_AT(arguments[-1], instance);
    PUSH_AT(arguments[0], instance);
    const auto& function = *reinterpret_cast<const Function*>(base + init.offset());
    const SimpleCall call{function,
                          *reinterpret_cast<const CodeObject*>(base + function.code.offset),
                          arguments, count + 1, ReturnMode::init};
    ENTER_CALLEE(call, arguments);  // the result is on the stack already
    NEXT();
}

STEP(KW_NAMES) {
    const auto& code = *reinterpret_cast<const CodeObject*>(base + FRAME->code.offset);
    FRAME->keyword_names =
        vm.block.load(code.constants.offset + Tuple::items_offset + ARGUMENT * 8).as_ref<Tuple>();
    NEXT();
}

// What only this frame holds dies of its end.
STEP(return_mortals) {
    for (Value* slot = locals; slot < sp - 1; ++slot) {
        if (!slot->is_mortal()) continue;
        vm.block.decrement(*slot);
        *slot = Value{};
    }
    GO(RETURN_VALUE);
}

STEP(RETURN_VALUE) {
    const Frame& callee = *FRAME;
    const ReturnMode mode = callee.return_mode;
    const uint32_t callee_at = FRAME_AT;
    auto& context = *reinterpret_cast<Context*>(base + vm.context.offset);
    if (callee.generator != 0 || callee.locals || !callee.extra.is_null() ||
        !(mode == ReturnMode::push || (mode == ReturnMode::init && TOP == vm.loop.none)) ||
        callee_at == context.chunk + StackChunk::first_offset)
        SLOW();
    const Value result = *--sp;
    for (const Value* slot = locals; slot < sp; ++slot)
        if (slot->is_mortal()) [[unlikely]] {
            ++sp;
            GO(return_mortals);
        }
    reinterpret_cast<StackChunk*>(base + context.chunk)->top = callee_at;
    --context.depth;
    const uint32_t caller_at = callee.previous;
    context.frame = caller_at;
    locals = reinterpret_cast<Value*>(base + caller_at + Frame::slots_offset);
    MOVE_TO(reinterpret_cast<const CodeWord*>(base + FRAME->next_word), FRAME->flags);
    sp = reinterpret_cast<Value*>(base + FRAME->stack_end);
    if (FRAME->generator == 0) vm.block.mark(caller_at, callee_at - caller_at);
    else activate_frame(vm, caller_at);
    if (mode == ReturnMode::push) *sp++ = result;
    LOOK_UP(false);
    NEXT();
}

}  // namespace meada
