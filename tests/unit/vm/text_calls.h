// For tests of natives: a booted Vm, arguments written as Python literals would be, and what comes
// out as its repr or as "TypeError: message".
#pragma once

#include <string>
#include <vector>

#include "vm/containers.h"
#include "vm/interpreter.h"
#include "vm/natives.h"
#include "vm/operations.h"
#include "vm/strings.h"

namespace meada {

struct TextCalls {
    Vm vm{vm_natives()};

    TextCalls() { make_builtins(vm); }

    Value str(std::string_view utf8) { return new_str(vm, utf8); }
    Value bytes(std::string_view text) { return new_bytes(vm, text); }
    Value integer(int64_t number) { return Value::from_int(number); }
    Value number(double value) { return Value::from_float(value); }
    Value list(std::vector<Value> items) { return new_list(vm, items); }
    Value tuple(std::vector<Value> items) { return new_tuple(vm, items); }
    Value dict(std::vector<Value> pairs) {
        const Value made = new_dict(vm);
        for (size_t index = 0; index + 1 < pairs.size(); index += 2)
            dict_set(vm, made.as_ref<Dict>(), pairs[index], pairs[index + 1]);
        return made;
    }

    std::string shown(Value result) {
        std::string out;
        if (!result.is_null()) {
            append_repr(vm, out, result);
            return out;
        }
        const Value raised = vm.block[vm.context].exception;
        if (raised.is_null()) return "nothing";
        out = type_name(vm, raised) + ": ";
        append_str(vm, out, raised);
        vm.block.clear(vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception)));
        return out;
    }
    std::string call(std::string_view owner, std::string_view name, std::vector<Value> arguments) {
        for (uint32_t index = 0; index < vm.natives.size(); ++index)
            if (vm.natives[index].owner == owner && vm.natives[index].name == name)
                return shown(call_native(vm, index, arguments, {}));
        return "no such native";
    }
    std::string str_call(std::string_view name, std::vector<Value> arguments) {
        return call("str", name, std::move(arguments));
    }
    std::string format(Value value, std::string_view spec) {
        return shown(format_value(vm, value, 0, str(spec)).result);
    }
    std::string percent(std::string_view text, Value values) {
        return shown(str_percent(vm, str(text), values).result);
    }
};

}  // namespace meada
