// Natives of builtins that run code: compile, eval, exec.
#include "vm/builtins.h"
#include "vm/calls.h"
#include "vm/containers.h"
#include "vm/strings.h"

namespace meada {

Value meada_caller_locals(Vm& vm, const Args& args);
Value meada_caller_globals(Vm& vm, const Args& args);

Value builtin_compile(Vm& vm, const Args& args) {
    enum : uint32_t { source, file, mode, flags, inherit, optimize };
    return vm.call_prelude(Root::prelude_compile,
                           {args[source], args[file], args[mode],
                            args.has(flags) ? args[flags] : Value::from_int(0),
                            args.has(optimize) ? args[optimize] : Value::from_int(-1)});
}

Value builtin_eval(Vm& vm, const Args& args) {
    const Value globals = meada_caller_globals(vm, args), locals = meada_caller_locals(vm, args);
    if (globals.is_null() || locals.is_null()) return {};
    const auto given = [&](uint32_t index) { return args.has(index) ? args[index] : vm.none(); };
    return vm.call_prelude(Root::prelude_eval, {args[0], given(1), given(2), globals, locals});
}

Value builtin_exec(Vm& vm, const Args& args) {
    const Value globals = meada_caller_globals(vm, args), locals = meada_caller_locals(vm, args);
    if (globals.is_null() || locals.is_null()) return {};
    const auto given = [&](uint32_t index) { return args.has(index) ? args[index] : vm.none(); };
    return vm.call_prelude(Root::prelude_exec,
                           {args[0], given(1), given(2), given(3), globals, locals});
}

// Runs a code object as a class body runs: names go to `locals`.
Value meada_run_code(Vm& vm, const Args& args) {
    const Ref<CodeObject> code = args[0].as_ref<CodeObject>();
    const auto function = vm.allocate<Function>(Kind::function, Root::type_function);
    if (!function) return {};
    Function& made = vm.block.edit(function);
    made.code = code;
    made.globals = args[1].as_ref<Dict>();
    made.name = vm.block[code].name;
    made.qualified_name = vm.block[code].qualified_name;
    vm.block.increment_if_mortal(args[1]);  // nobody counts who has it as globals: it stays
    if (vm.block[args[3].as_ref<Tuple>()].count > 0) set_closure(vm, function, args[3]);
    vm.call(vm.block.value_of(function), {args[2]});
    vm.request.kind = Vm::Request::Kind::class_body;
    return {};
}

Value meada_load_global(Vm& vm, const Args& args) {
    if (const Value found = find_global(vm, args[0].as_ref<Dict>(), args[1])) return found;
    vm.raise(Root::NameError, "name '" + to_utf8(vm, args[1]) + "' is not defined");
    const Value exception = vm.block[vm.context].exception;
    vm.block.store(exception.offset() + static_cast<uint32_t>(offsetof(Exception, extra)), args[1]);
    return {};
}

}  // namespace meada
