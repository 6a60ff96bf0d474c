// Calls of functions whose arguments have to be put in order first, because of defaults, keywords,
// *args or **kwargs: steps of the loop.
#include "vm/loop_calls.h"

#include <algorithm>
#include <array>

#include "vm/calls.h"
#include "vm/containers.h"
#include "vm/sequences.h"

namespace meada {
namespace {

// What is done here at most; calls with more take the slow way.
constexpr uint32_t arguments_max = 16;

struct GivenArguments {
    const Value* values;  // first the positional ones
    uint32_t positional;
    const Value* names;  // of the keywords
    uint32_t keywords;
};

// Copies, for where their places may move.
struct KeptArguments {
    std::array<Value, arguments_max> values, names;

    GivenArguments keep(const GivenArguments& given) {
        std::copy_n(given.values, given.positional + given.keywords, values.begin());
        std::copy_n(given.names, given.keywords, names.begin());
        return {values.data(), given.positional, names.data(), given.keywords};
    }
};

// A call's arguments in the order of the function's parameters.
struct BoundArguments {
    std::array<Value, arguments_max + 2> values{};
    uint32_t count = 0;
    uint32_t from_defaults = 0;  // a bit for each that comes from the function's defaults
    uint32_t left_over = 0;      // a bit for each keyword that is for **kwargs
};

const CodeObject& code_of(const uint8_t* base, const Function& function) {
    return *reinterpret_cast<const CodeObject*>(base + function.code.offset);
}

bool is_interned(const uint8_t* base, Value str) {
    return reinterpret_cast<const Object*>(base + str.offset())->flags & cell_interned;
}

// False: what it cannot do, or what is wrong with them.
bool bind_keywords(const uint8_t* base, const CodeObject& code, const GivenArguments& given,
                   BoundArguments& bound) {
    const uint32_t named = code.positional_count + code.keyword_only_count;
    const auto* slot_names =
        reinterpret_cast<const Value*>(base + code.slot_names.offset + Tuple::items_offset);
    for (uint32_t keyword = 0; keyword < given.keywords; ++keyword) {
        uint32_t at = code.positional_only_count;
        while (at < named && slot_names[at] != given.names[keyword]) ++at;
        if (at == named) {
            if (!(code.flags & code_varkeywords) || !is_interned(base, given.names[keyword]))
                return false;
            bound.left_over |= 1u << keyword;
        } else {
            if (!bound.values[at].is_null()) return false;
            bound.values[at] = given.values[given.positional + keyword];
        }
    }
    return true;
}

bool fill_defaults(Vm& vm, const uint8_t* base, const Function& function, uint32_t positional,
                   BoundArguments& bound) {
    const CodeObject& code = code_of(base, function);
    const auto* slot_names =
        reinterpret_cast<const Value*>(base + code.slot_names.offset + Tuple::items_offset);
    const uint32_t named = code.positional_count + code.keyword_only_count;
    for (uint32_t at = positional; at < named; ++at) {
        Value& value = bound.values[at];
        if (!value.is_null()) continue;
        if (at < code.positional_count) {
            if (!function.defaults) return false;
            const uint32_t tuple = function.defaults.offset, behind = code.positional_count - at;
            const uint32_t defaults = reinterpret_cast<const Tuple*>(base + tuple)->count;
            if (behind > defaults) return false;
            value = reinterpret_cast<const Value*>(base + tuple + Tuple::items_offset)
                [defaults - behind];
        } else {
            if (!function.keyword_defaults) return false;
            value = dict_get_str(vm, function.keyword_defaults, slot_names[at]);
            if (value.is_null()) return false;
        }
        bound.from_defaults |= 1u << at;
    }
    return true;
}

// Everything but what *args and **kwargs take.
bool bind(Vm& vm, const uint8_t* base, const Function& function, const GivenArguments& given,
          BoundArguments& bound) {
    const CodeObject& code = code_of(base, function);
    const uint32_t named = code.positional_count + code.keyword_only_count;
    if (named > arguments_max || given.positional + given.keywords > arguments_max) return false;
    if (given.positional > code.positional_count && !(code.flags & code_varargs)) return false;
    const uint32_t direct = std::min(given.positional, code.positional_count);
    std::copy_n(given.values, direct, bound.values.begin());
    bound.count = named;
    return bind_keywords(base, code, given, bound) &&
           fill_defaults(vm, base, function, direct, bound);
}

// And that. The block's bytes may move; false: no room.
bool gather(Vm& vm, Ref<CodeObject> code, const GivenArguments& given, BoundArguments& bound) {
    const uint32_t flags = vm.block[code].flags;
    if (flags & code_varargs) {
        const uint32_t direct = std::min(given.positional, vm.block[code].positional_count);
        const Value rest = new_tuple(vm, {given.values + direct, given.positional - direct});
        if (rest.is_null()) return false;
        bound.values[bound.count++] = rest;
    }
    if (flags & code_varkeywords) {
        const Value keywords = new_dict(vm);
        if (keywords.is_null()) return false;
        for (uint32_t index = 0; index < given.keywords; ++index)
            if (bound.left_over >> index & 1 &&
                dict_set(vm, keywords.as_ref<Dict>(), given.names[index],
                         given.values[given.positional + index]) != Outcome::yes)
                return false;
        bound.values[bound.count++] = keywords;
    }
    return true;
}

// Those that nobody has counted yet. Others' counts move from the value stack into the frame.
void increment_defaults(Vm& vm, const BoundArguments& bound) {
    for (uint32_t at = 0; at < bound.count; ++at)
        if (bound.from_defaults >> at & 1) vm.block.increment_if_mortal(bound.values[at]);
}

// The keywords of a call whose arguments stand on the value stack.
GivenArguments given_arguments(const uint8_t* base, const Frame& frame, const Value* arguments,
                               uint32_t count) {
    if (!frame.keyword_names) return {arguments, count, nullptr, 0};
    const uint32_t names = frame.keyword_names.offset;
    const uint32_t keywords = reinterpret_cast<const Tuple*>(base + names)->count;
    return {arguments, count - keywords,
            reinterpret_cast<const Value*>(base + names + Tuple::items_offset), keywords};
}

}  // namespace

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
// A function called with keywords or with parameters that not just positions fill.
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
    if (function.kind == Kind::type && bottom->is_null()) GO(call_class_keywords);
    if (function.kind != Kind::function) SLOW();
    const CodeObject& code = code_of(base, function);
    if (code.flags & (code_varargs | code_varkeywords)) GO(call_gathering);
    BoundArguments bound;
    if (!has_room_for_frame(vm, base, code) ||
        !bind(vm, base, function, given_arguments(base, *frame, arguments, count), bound))
        SLOW();
    increment_defaults(vm, bound);
    frame->keyword_names = {};
    const SimpleCall call{function, code, bound.values.data(), bound.count, ReturnMode::push};
    ENTER_CALLEE(call, bottom);
    NEXT();
}
// A function that has *args or **kwargs.
STEP(call_gathering) {
    uint32_t count = ARGUMENT;
    const Value* arguments = sp - count;
    const auto on_stack = static_cast<int32_t>(count + 2);
    Value callable = sp[-on_stack];
    if (!callable.is_null()) {
        --arguments;
        ++count;
    } else {
        callable = arguments[-1];
    }
    KeptArguments kept;
    GivenArguments given = given_arguments(base, *frame, arguments, count);
    BoundArguments bound;
    {
        const auto& function = *reinterpret_cast<const Function*>(base + callable.offset());
        if (!has_room_for_frame(vm, base, code_of(base, function)) ||
            !bind(vm, base, function, given, bound))
            SLOW();
        given = kept.keep(given);
        const bool room = gather(vm, function.code, given, bound);
        REBASE();
        if (!room) RAISED();
    }
    frame->keyword_names = {};
    const auto& function = *reinterpret_cast<const Function*>(base + callable.offset());
    const CodeObject& code = code_of(base, function);
    // Each argument's count on the value stack ends, and each slot has one.
    for (uint32_t at = 0; at < bound.count; ++at) vm.block.increment_if_mortal(bound.values[at]);
    for (uint32_t at = 0; at < count; ++at) vm.block.decrement_if_mortal(given.values[at]);
    const SimpleCall call{function, code, bound.values.data(), bound.count, ReturnMode::push};
    ENTER_CALLEE(call, sp - on_stack);
    NEXT_IF_CALM();
}
// A class called with keywords, as call_class does.
STEP(call_class_keywords) {
    const uint32_t count = ARGUMENT + 1;  // with the class, in whose place the instance comes
    const Value callable = sp[-static_cast<int32_t>(count)];
    const Value init = python_init(vm, *reinterpret_cast<const Type*>(base + callable.offset()));
    if (init.is_null()) SLOW();
    BoundArguments bound;
    {
        const auto& function = *reinterpret_cast<const Function*>(base + init.offset());
        const CodeObject& code = code_of(base, function);
        if (code.flags & (code_varargs | code_varkeywords) || !has_room_for_frame(vm, base, code) ||
            !bind(vm, base, function, given_arguments(base, *frame, sp - count, count), bound))
            SLOW();
    }
    frame->keyword_names = {};
    const Value instance = new_instance(vm, callable.as_ref<Type>());
    REBASE();
    if (instance.is_null()) RAISED();
    Value* const self = sp - count;
    PUSH_AT(self[-1], instance);
    PUSH_AT(bound.values[0], instance);
    increment_defaults(vm, bound);
    const auto& function = *reinterpret_cast<const Function*>(base + init.offset());
    const SimpleCall call{function,
                          *reinterpret_cast<const CodeObject*>(base + function.code.offset),
                          bound.values.data(), bound.count, ReturnMode::init};
    ENTER_CALLEE(call, self);  // the result is on the stack already
    NEXT();
}
// function(*args), function(*args, **kwargs): [NULL, callable, tuple] and perhaps a dict.
STEP(CALL_FUNCTION_EX) {
    const Value keywords = ARGUMENT & 1 ? TOP : Value{};
    const Value* const top = ARGUMENT & 1 ? sp - 1 : sp;
    const Value callable = top[-2], tuple = top[-1];
    if (!callable.is_ref() || !tuple.is_ref() || shape_at(base, tuple) != vm.loop.shapes.tuple)
        SLOW();
    KeptArguments kept;
    GivenArguments given{kept.values.data(), 0, kept.names.data(), 0};
    Value called = callable;
    if (vm.block.kind(callable) == Kind::bound_method) {
        const BoundMethod& method = vm.block[callable.as_ref<BoundMethod>()];
        called = method.function;
        kept.values[given.positional++] = method.self;
    }
    if (!called.is_ref() || called.is_mortal() || vm.block.kind(called) != Kind::function) SLOW();
    const uint32_t items = reinterpret_cast<const Tuple*>(base + tuple.offset())->count;
    const uint32_t pairs =
        keywords.is_null() ? 0 : reinterpret_cast<const Dict*>(base + keywords.offset())->count;
    if (items + pairs + given.positional > arguments_max) SLOW();
    std::copy_n(reinterpret_cast<const Value*>(base + tuple.offset() + Tuple::items_offset), items,
                kept.values.begin() + given.positional);
    given.positional += items;
    if (pairs > 0) {
        uint32_t position = 0;
        Value key, value;
        while (dict_next(vm, keywords.as_ref<Dict>(), position, key, value)) {
            if (!key.is_ref() || shape_at(base, key) != vm.loop.shapes.str ||
                !is_interned(base, key))
                SLOW();
            kept.names[given.keywords] = key;
            kept.values[given.positional + given.keywords++] = value;
        }
    }
    BoundArguments bound;
    {
        const auto& function = *reinterpret_cast<const Function*>(base + called.offset());
        if (!has_room_for_frame(vm, base, code_of(base, function)) ||
            !bind(vm, base, function, given, bound))
            SLOW();
        const bool room = gather(vm, function.code, given, bound);
        REBASE();
        if (!room) RAISED();
    }
    const auto& function = *reinterpret_cast<const Function*>(base + called.offset());
    const CodeObject& code = code_of(base, function);
    for (uint32_t at = 0; at < bound.count; ++at) vm.block.increment_if_mortal(bound.values[at]);
    for (const Value done : {callable, tuple, keywords}) vm.block.decrement_if_mortal(done);
    const SimpleCall call{function, code, bound.values.data(), bound.count, ReturnMode::push};
    ENTER_CALLEE(call, sp - (ARGUMENT & 1 ? 4 : 3));
    NEXT_IF_CALM();
}

}  // namespace meada
