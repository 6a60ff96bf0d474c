// Calling anything: functions get a frame, natives run at once, types make an instance. Inside vm.
#pragma once

#include <algorithm>
#include <array>

#include "vm/vm.h"

namespace meada {

// Arguments on their way to a callee, in one piece: few of them need no memory of their own.
class ArgumentList {
  public:
    explicit ArgumentList(uint32_t count) : count_(count) {
        if (count > few_.size()) many_.resize(count);
    }
    ArgumentList(Value first, std::span<const Value> rest)
        : ArgumentList(static_cast<uint32_t>(rest.size()) + 1) {
        data()[0] = first;
        std::copy(rest.begin(), rest.end(), data() + 1);
    }
    Value* data() { return many_.empty() ? few_.data() : many_.data(); }
    operator std::span<const Value>() const {
        return {many_.empty() ? few_.data() : many_.data(), count_};
    }

  private:
    uint32_t count_;
    std::array<Value, 8> few_;
    std::vector<Value> many_;
};

// What an instruction did, for the loop: go on, unwind, leave.
enum class Step : uint8_t { next, raised, suspended, returned };

// Calls with the innermost frame as caller. What comes back goes where `mode` says: at once for a
// native, later for a frame. `arguments`: positional ones, then one for each of `keyword_names`.
// `extra`: see Frame::extra. The arguments may not be on the value stack any more.
Step call_value(Vm&, Value callable, std::span<const Value> arguments, Value keyword_names,
                ReturnMode mode, Value extra = {});
inline Step call_value(Vm& vm, Value callable, std::initializer_list<Value> arguments,
                       ReturnMode mode, Value extra = {}) {
    return call_value(vm, callable, {arguments.begin(), arguments.size()}, {}, mode, extra);
}
// After a native ended without a value: does what it asked for.
Step do_request(Vm&, ReturnMode mode, Value extra = {});

// What happens with a result: the end of every call.
Step complete(Vm&, ReturnMode mode, Value extra, Value result);

// Of a function just made, which is mortal if its closure is.
inline void set_closure(Vm& vm, Ref<Function> function, Value closure) {
    vm.block.refer(function.offset + static_cast<uint32_t>(offsetof(Function, closure)), closure);
    if (closure.is_mortal()) vm.block.make_mortal(function.offset);
}

// A frame for the function with its parameters bound; false: raised, no frame.
bool enter_function(Vm&, Ref<Function>, std::span<const Value> arguments, Value keyword_names,
                    ReturnMode mode, Value extra = {});

}  // namespace meada
