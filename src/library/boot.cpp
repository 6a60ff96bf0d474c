// The boot image: a block in which every type, native, prelude function and library module has
// been made, so that a run starts by copying it. And a machine made from one.
#include <algorithm>

#include "lang/lang.h"
#include "library/library.h"
#include "library/natives.h"

namespace meada {
namespace {

enum class ModuleOrigin { library, hidden, native, frameless };
struct ModuleRow {
    const char* path;
    ModuleOrigin origin;
};
constexpr ModuleRow module_rows[] = {
#define MODULE(path, origin) {path, ModuleOrigin::origin},
#include "library/modules.def"
#undef MODULE
};

// "asyncio/locks.py" is the module asyncio.locks, "asyncio/__init__.py" the module asyncio.
std::string module_name(std::string path) {
    path.resize(path.size() - 3);
    std::replace(path.begin(), path.end(), '/', '.');
    if (const std::string end = ".__init__"; path.ends_with(end))
        path.resize(path.size() - end.size());
    return path;
}

struct Boot {
    Machine& machine;
    Vm& vm = machine.vm;

    Value name(std::string_view text) { return intern(vm, text); }
    bool set(Ref<Dict> dict, std::string_view key, Value value) {
        return !value.is_null() && dict_set_str(vm, dict, name(key), value);
    }
    Ref<Dict> dict(Root root) { return vm.root(root).as_ref<Dict>(); }
    Value found(Ref<Dict> dict, std::string_view key) {
        return dict_get_str(vm, dict, name(key));
    }

    Ref<Module> new_module(std::string_view module_name);
    std::string uncaught();
    Result<bool> run_body(const LibraryFile&, CodeOrigin, Ref<Module>);
    bool hook_prelude(std::string* missing);
    Result<bool> run_prelude(const std::vector<LibraryFile>&);
    Result<bool> run_module(const LibraryFile&, ModuleOrigin);
    bool keep_modules(const Script&);
    void mark_hidden_types(Ref<Dict> module);
    void mark_builtin_functions(Ref<Dict> module);
    void enter();
    void leave();
};

Ref<Module> Boot::new_module(std::string_view module_name) {
    const auto module = vm.allocate<Module>(Kind::module, Root::type_module);
    const Value attributes = new_dict(vm);
    if (!module || attributes.is_null()) return {};
    vm.block.edit(module).name = name(module_name).as_ref<Str>();
    vm.block.edit(module).attributes = attributes.as_ref<Dict>();
    set(attributes.as_ref<Dict>(), "__name__", name(module_name));
    set(attributes.as_ref<Dict>(), "__doc__", vm.none());
    return module;
}

Error damaged(std::string what) {
    return Error{ErrorCode::image_damaged, {std::move(what)}, {}, {}};
}

// Natives that modules' bodies call find a machine with one running thread.
void Boot::enter() {
    vm.set_root(Root::library, new_dict(vm));
    const bool made = make_machine_root(machine);
    ASSERT(made);
    const Ref<Thread> thread = create_thread(machine, {}, false);
    ASSERT(thread);
    machine.edit_root().running = Value::from_ref(thread);
    set_state(machine, thread, RunState::running);
}

// Root::machine becomes what start_process expects: the function that ends the process.
void Boot::leave() {
    const Value module = found(dict(Root::library_modules), "_process");
    ASSERT(module);
    vm.set_root(Root::machine,
                found(vm.block[module.as_ref<Module>()].attributes, "at_end"));
    const Ref<Dict> modules = dict(Root::modules);
    dict_clear(vm, modules);
    for (const char* kept : {"sys", "builtins"})
        if (const Value loaded = found(dict(Root::library_modules), kept); loaded)
            set(modules, kept, loaded);
}

// What a body ended by: type, message and the innermost frames' places.
std::string Boot::uncaught() {
    const Value exception = vm.block[vm.context].exception;
    std::string text;
    if (append_repr(vm, text, exception) != Outcome::yes) text = type_name(vm, exception);
    vm.request = {};
    Ref<Traceback> entry = vm.block[exception.as_ref<Exception>()].traceback;
    for (; entry; entry = vm.block[entry].next) {
        const Ref<Str> file = vm.block[vm.block[entry].place.code].file_name;
        text += " <- " + to_utf8(vm, Value::from_ref(file)) + ":" +
                std::to_string(vm.block[entry].line);
    }
    return text;
}

Result<bool> Boot::run_body(const LibraryFile& file, CodeOrigin origin, Ref<Module> module) {
    Result<CodeUnit> unit = lang::compile({"<library " + file.path + ">", file.source});
    if (!unit) {
        Error error = unit.error();
        error.place = file.path;
        return error;
    }
    const Value running = machine.root().running;
    const auto context = vm.block[running.as_ref<Thread>()].context.as_ref<Context>();
    vm.context = context;
    const Ref<CodeObject> code = load_code(vm, *unit, origin);
    if (!code || !start_module(vm, context, code, module)) return damaged(file.path);
    for (;;) {
        const StopReason reason = run(vm, {});
        if (reason == StopReason::returned) break;
        if (reason == StopReason::raised) return damaged(file.path + ": " + uncaught());
        if (reason == StopReason::suspended) {
            if (machine.root().running.is_null())
                return damaged(file.path + ": it waits for something");
            deliver(vm, context, vm.none());
        }
    }
    vm.block.clear(context.offset + static_cast<uint32_t>(offsetof(Context, result)));
    return true;
}

// Puts what there is of the prelude's functions where C++ finds it; true: all of them.
bool Boot::hook_prelude(std::string* missing) {
    const Ref<Dict> prelude = dict(Root::prelude);
    bool all = true;
    const auto hook = [&](Root root, const char* function) {
        const Value value = found(prelude, std::string("_") + function);
        if (value) vm.set_root(root, value);
        else if (missing) *missing = function;
        all = all && value;
    };
#define PRELUDE(name) hook(Root::prelude_##name, #name);
#include "vm/prelude.def"
#undef PRELUDE
    return all;
}

// All of the prelude's files share one namespace, Root::prelude, with _meada in it; each may use
// what the ones before it have defined. Public names are builtins.
Result<bool> Boot::run_prelude(const std::vector<LibraryFile>& files) {
    const Ref<Module> module = new_module("builtins");
    if (!module) return damaged("builtins");
    const Ref<Dict> prelude = vm.block[module].attributes;
    vm.set_root(Root::prelude, Value::from_ref(prelude));
    // Kept for the collector, which does not know that frames will use it.
    if (!set(dict(Root::library), "<prelude>", Value::from_ref(module)) ||
        !set(prelude, "_meada", found(dict(Root::library_modules), "_meada")))
        return damaged("builtins");
    for (const LibraryFile& file : files) {
        if (!file.path.starts_with("builtins")) continue;
        if (Result<bool> done = run_body(file, CodeOrigin::hidden, module); !done) return done;
        hook_prelude(nullptr);
    }
    std::string missing;
    if (!hook_prelude(&missing)) return damaged("prelude function _" + missing);
    const Ref<Dict> builtins = vm.block[vm.root(Root::builtins).as_ref<Module>()].attributes;
    uint32_t position = 0;
    Value key, value;
    while (dict_next(vm, prelude, position, key, value)) {
        if (str_length(vm, key) == 0 || str_at(vm, key, 0) == '_') continue;
        if (vm.block.kind(value) == Kind::module) continue;
        if (!dict_set_str(vm, builtins, key, value)) return damaged("builtins");
    }
    return true;
}

// Classes of a hidden module, told from those that it imports by the code of their methods.
void Boot::mark_hidden_types(Ref<Dict> module) {
    uint32_t position = 0;
    Value key, value;
    while (dict_next(vm, module, position, key, value)) {
        if (vm.block.kind(value) != Kind::type) continue;
        const auto type = value.as_ref<Type>();
        if (!(vm.block[type].flags & type_heap) || vm.block[type].flags & type_exception) continue;
        const Value named = found(vm.block[type].attributes, "__module__");
        if (named.is_null() || str_equals(vm, named, "builtins")) continue;
        uint32_t at = 0;
        while (dict_next(vm, vm.block[type].attributes, at, key, value))
            if (vm.block.kind(value) == Kind::function &&
                vm.block[vm.block[value.as_ref<Function>()].code].flags & code_hidden)
                vm.block.edit(type).flags |= type_hidden;
    }
}

// The public functions that a native module defines, but for what its `_written_in_python` names:
// CPython has those in Python, in the module around the one of C.
void Boot::mark_builtin_functions(Ref<Dict> module) {
    const Value excepted = found(module, "_written_in_python");
    const auto is_excepted = [&](Value name) {
        const uint32_t count = excepted ? vm.block[excepted.as_ref<Tuple>()].count : 0;
        for (uint32_t index = 0; index < count; ++index)
            if (vm.block.load(excepted.offset() + Tuple::items_offset + index * 8) == name)
                return true;
        return false;
    };
    uint32_t position = 0;
    Value key, value;
    while (dict_next(vm, module, position, key, value)) {
        if (vm.block.kind(value) != Kind::function) continue;
        const auto function = value.as_ref<Function>();
        const bool own = vm.block[function].globals == module && str_at(vm, key, 0) != '_';
        if (own && !is_excepted(key)) make_builtin_function(vm, function);
    }
    if (excepted) dict_delete(vm, module, name("_written_in_python"));
}

Result<bool> Boot::run_module(const LibraryFile& file, ModuleOrigin origin) {
    const std::string full_name = module_name(file.path);
    const Ref<Dict> modules = dict(Root::library_modules);
    Value there = found(modules, full_name);
    if (there.is_null()) {
        const Ref<Module> made = new_module(full_name);
        if (!made) return damaged(file.path);
        there = Value::from_ref(made);
    }
    const auto module = there.as_ref<Module>();
    const Ref<Dict> attributes = vm.block[module].attributes;
    const size_t dot = full_name.rfind('.');
    const bool package = file.path.ends_with("__init__.py");
    const std::string parent = dot == std::string::npos ? "" : full_name.substr(0, dot);
    const bool stored = set(attributes, "__package__", name(package ? full_name : parent)) &&
                        set(modules, full_name, there) &&
                        set(dict(Root::modules), full_name, there);
    if (!stored) return damaged(file.path);
    if (package) {
        const Value path = new_list(vm, {});
        if (!set(attributes, "__path__", path)) return damaged(file.path);
    }
    if (!parent.empty()) {
        Value holder = found(modules, parent);
        if (holder.is_null()) {  // a package whose __init__ runs later
            const Ref<Module> made = new_module(parent);
            if (!made) return damaged(file.path);
            holder = Value::from_ref(made);
            if (!set(modules, parent, holder) || !set(dict(Root::modules), parent, holder))
                return damaged(file.path);
        }
        if (!set(vm.block[holder.as_ref<Module>()].attributes, full_name.substr(dot + 1), there))
            return damaged(file.path);
    }
    const bool library = origin == ModuleOrigin::library;
    Result<bool> done =
        run_body(file, library ? CodeOrigin::library : CodeOrigin::hidden, module);
    if (done && (origin == ModuleOrigin::hidden || origin == ModuleOrigin::native))
        mark_hidden_types(attributes);
    if (done && origin == ModuleOrigin::native) mark_builtin_functions(attributes);
    return done;
}

// For the prelude's _load: name -> (file, source, whether it is a package).
bool Boot::keep_modules(const Script& script) {
    const Value kept = new_dict(vm);
    if (kept.is_null()) return false;
    const std::string folder = script.file_name.substr(0, script.file_name.rfind('/') + 1);
    for (const ModuleSource& module : script.modules) {
        const bool beside = !module.file_name.empty() && module.file_name[0] != '/';
        const Value parts[] = {
            new_str(vm, (beside ? folder : "") + module.file_name),
            new_str(vm, module.source),
            vm.boolean(module.package),
        };
        if (parts[0].is_null() || parts[1].is_null()) return false;
        // By its file's name too: for tracebacks.
        if (!set(kept.as_ref<Dict>(), module.name, new_tuple(vm, parts)) ||
            !set(dict(Root::library), to_utf8(vm, parts[0]), parts[1]))
            return false;
    }
    return set(dict(Root::library), "<modules>", kept);
}

// As python3 prints them before it runs the script: each once. Deprecations are not shown there.
std::string text_of(const std::vector<lang::Warning>& warnings, const Script& script) {
    std::string text;
    for (const lang::Warning& warning : warnings) {
        if (warning.class_name != "SyntaxWarning") continue;
        std::string entry = script.file_name + ":" + std::to_string(warning.range.line) + ": " +
                            warning.class_name + ": " + warning.message + "\n";
        const std::string line = lang::source_line(script.source, warning.range.line);
        if (!line.empty()) entry += "  " + line + "\n";
        if (text.find(entry) == std::string::npos) text += entry;
    }
    return text;
}

}  // namespace

Result<Bytes> build_boot_image(const std::vector<LibraryFile>& files) {
    Machine machine(all_natives(), MachineSpec{});
    make_builtins(machine.vm);
    Boot boot{machine};
    boot.enter();
    if (Result<bool> done = boot.run_prelude(files); !done) return done.error();
    for (const ModuleRow& row : module_rows) {
        const auto file = std::ranges::find(files, std::string_view(row.path), &LibraryFile::path);
        if (file == files.end()) return damaged(std::string("missing: ") + row.path);
        if (Result<bool> done = boot.run_module(*file, row.origin); !done) return done.error();
    }
    boot.leave();
    machine.vm.context = {};
    collect(machine.vm, true);
    machine.vm.block.freeze();
    const auto bytes = machine.vm.block.bytes();
    return Bytes(bytes.begin(), bytes.end());
}

Result<std::unique_ptr<Machine>> make_machine(const MachineSpec& spec,
                                              std::span<const uint8_t> image,
                                              const Script& script) {
    if (Result<bool> checked = check(spec); !checked) return checked.error();
    std::vector<lang::Warning> warnings;
    Result<CodeUnit> unit =
        lang::compile({script.file_name, script.source}, lang::CompileMode::exec, &warnings);
    if (!unit) return unit.error();
    auto machine = std::make_unique<Machine>(all_natives(), spec);
    if (Result<bool> assigned = machine->vm.block.assign(image, Block::Contents::frozen); !assigned)
        return assigned.error();
    machine->vm.forget_lookups();
    machine->boot_image = image;
    machine->input = script.input;
    Boot boot{*machine};
    Vm& vm = machine->vm;

    const Ref<Module> main_module = boot.new_module("__main__");
    if (!main_module) return damaged("__main__");
    const Ref<Dict> globals = vm.block[main_module].attributes;
    boot.set(globals, "__package__", vm.none());
    boot.set(globals, "__loader__", boot.found(boot.dict(Root::prelude), "_main_loader"));
    boot.set(globals, "__spec__", vm.none());
    boot.set(globals, "__annotations__", new_dict(vm));
    boot.set(globals, "__builtins__", vm.root(Root::builtins));
    boot.set(globals, "__file__", boot.name(script.file_name));
    boot.set(globals, "__cached__", vm.none());
    boot.set(boot.dict(Root::modules), "__main__", Value::from_ref(main_module));

    std::vector<Value> arguments{
        boot.name(script.program.empty() ? script.file_name : script.program)};
    for (const std::string& argument : script.arguments) arguments.push_back(new_str(vm, argument));
    const Value sys = boot.found(boot.dict(Root::modules), "sys");
    boot.set(vm.block[sys.as_ref<Module>()].attributes, "argv", new_list(vm, arguments));
    const std::string folder = script.file_name.substr(0, script.file_name.rfind('/') + 1);
    const Value path = new_str(vm, folder.substr(0, folder.size() - (folder.size() > 1)));
    if (!path.is_null())
        boot.set(vm.block[sys.as_ref<Module>()].attributes, "path", new_list(vm, {&path, 1}));
    if (!boot.keep_modules(script)) return damaged("the block is full");
    // For tracebacks: the lines of the script.
    boot.set(boot.dict(Root::library), script.file_name, new_str(vm, script.source));

    const Ref<CodeObject> code = load_code(vm, *unit, CodeOrigin::script);
    if (!code || !start_process(*machine, {code, main_module, script.source.size(),
                                           text_of(warnings, script)}))
        return damaged("the block is full");
    return machine;
}

}  // namespace meada
