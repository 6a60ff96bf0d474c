// Makes the block that everything starts from: types, singletons, natives in their modules. Done
// at build time; the result, with the library's modules executed in it, is the boot image.
#include <algorithm>

#include "vm/containers.h"
#include "vm/exceptions.h"
#include "vm/interpreter.h"
#include "vm/natives.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {
namespace {

struct TypeRow {
    Root root;
    const char* name;
    Root base;
    Kind kind;
    uint32_t flags;
};

constexpr TypeRow type_rows[] = {
#define TYPE(root, name, base, kind, flags) \
    {Root::type_##root, #name, Root::type_##base, Kind::kind, flags},
#define EXCEPTION(name, base)
#include "vm/types.def"
#undef TYPE
#undef EXCEPTION
};

struct ExceptionRow {
    Root root;
    const char* name;
    const char* base;
};
constexpr ExceptionRow exception_rows[] = {
#define TYPE(root, name, base, kind, flags)
#define EXCEPTION(name, base) {Root::name, #name, #base},
#include "vm/types.def"
#undef TYPE
#undef EXCEPTION
};

constexpr const char* special_names[] = {
#define SPECIAL(name) "__" #name "__",
#include "vm/specials.def"
#undef SPECIAL
};

Root exception_root(std::string_view name) {
    for (const ExceptionRow& row : exception_rows)
        if (name == row.name) return row.root;
    ASSERT(name == "object");
    return Root::type_object;
}

// Cells and shapes first: everything else needs the shape of what it makes.
void allocate_type(Vm& vm, Root root, Kind kind, uint32_t flags) {
    const uint32_t type = vm.block.allocate(Kind::type, {}, sizeof(Type));
    const uint32_t shape = vm.block.allocate(Kind::shape, {}, sizeof(Shape));
    const uint32_t dict_shape = vm.block.allocate(Kind::shape, {}, sizeof(Shape));
    vm.block.edit(Ref<Shape>{shape}).type = Ref<Type>{type};
    vm.block.edit(Ref<Shape>{dict_shape}).type = Ref<Type>{type};
    vm.block.edit(Ref<Shape>{dict_shape}).dict_mode = 1;
    Type& made = vm.block.edit(Ref<Type>{type});
    made.root_shape = Ref<Shape>{shape};
    made.dict_shape = Ref<Shape>{dict_shape};
    made.instance_kind = kind;
    made.flags = flags;
    vm.set_root(root, Value{type});
}

void make_singletons(Vm& vm) {
    const auto make = [&](Root root, Kind kind, Root type) {
        vm.set_root(root, Value{vm.block.allocate(kind, vm.root_shape(type), 16)});
    };
    make(Root::none, Kind::none, Root::type_none_type);
    make(Root::ellipsis, Kind::ellipsis, Root::type_ellipsis_type);
    make(Root::not_implemented, Kind::not_implemented, Root::type_not_implemented_type);
    make(Root::false_value, Kind::boolean, Root::type_bool_);
    make(Root::true_value, Kind::boolean, Root::type_bool_);
    vm.block.edit(vm.root(Root::true_value).as_ref<Boolean>()).detail = 1;
    const uint32_t empty = vm.block.allocate(Kind::tuple, vm.root_shape(Root::type_tuple),
                                             Tuple::items_offset);
    vm.set_root(Root::empty_tuple, Value{empty});
    vm.set_root(Root::interned, new_dict(vm));
    make_shared_strs(vm);
    for (uint32_t index = 0; index < special_count; ++index)
        vm.set_root(static_cast<Root>(static_cast<uint32_t>(Root::name_new_) + index),
                    intern(vm, special_names[index]));
}

void finish_type(Vm& vm, Root root, const char* name, Root base_root) {
    const Ref<Type> type = vm.type(root);
    const bool is_object = root == Root::type_object;
    std::vector<Value> order{Value::from_ref(type)};
    const Ref<Type> base = vm.type(base_root);
    if (!is_object) {
        const Ref<Tuple> base_order = vm.block[base].mro;
        for (uint32_t index = 0; index < vm.block[base_order].count; ++index)
            order.push_back(vm.block.load(base_order.offset + Tuple::items_offset + index * 8));
    }
    const Value mro = new_tuple(vm, order);
    const Value base_value = Value::from_ref(base);
    const Value bases = is_object ? vm.root(Root::empty_tuple) : new_tuple(vm, {&base_value, 1});
    const Value attributes = new_dict(vm);
    const Value interned = intern(vm, name);
    Type& made = vm.block.edit(type);
    made.shape = vm.root_shape(Root::type_type);
    made.mro = mro.as_ref<Tuple>();
    made.bases = bases.as_ref<Tuple>();
    made.base = is_object ? Ref<Type>{} : base;
    made.attributes = attributes.as_ref<Dict>();
    made.name = made.qualified_name = interned.as_ref<Str>();
    made.version = static_cast<uint32_t>(++vm.block.header().epoch);
    if (is_object) return;
    if (!vm.block[base].subclasses)
        vm.block.edit(base).subclasses = new_list(vm, {}).as_ref<List>();
    list_append(vm, vm.block[base].subclasses, Value::from_ref(type));
}

Ref<Module> make_module(Vm& vm, const char* name) {
    const Value attributes = new_dict(vm);
    const auto module = vm.allocate<Module>(Kind::module, Root::type_module);
    const Value interned = intern(vm, name);
    Module& made = vm.block.edit(module);
    made.name = interned.as_ref<Str>();
    made.attributes = attributes.as_ref<Dict>();
    dict_set_str(vm, attributes.as_ref<Dict>(), intern(vm, "__name__"), interned);
    return module;
}

Ref<Dict> attributes_of_owner(Vm& vm, const NativeRow& row, Ref<Type>& type) {
    const std::string_view owner = row.owner;
    for (const TypeRow& each : type_rows)
        if (owner == each.name) {
            type = vm.type(each.root);
            return vm.block[type].attributes;
        }
    for (const ExceptionRow& each : exception_rows)
        if (owner == each.name) {
            type = vm.type(each.root);
            return vm.block[type].attributes;
        }
    type = {};
    const Ref<Dict> modules = vm.root(Root::library_modules).as_ref<Dict>();
    const Value name = intern(vm, owner);
    Value module = dict_get_str(vm, modules, name);
    if (module.is_null()) {
        module = Value::from_ref(make_module(vm, row.owner));
        dict_set_str(vm, modules, name, module);
    }
    return vm.block[module.as_ref<Module>()].attributes;
}

void add_native(Vm& vm, uint32_t index) {
    const NativeRow& row = vm.natives[index];
    Ref<Type> type;
    const Ref<Dict> attributes = attributes_of_owner(vm, row, type);
    const Value name = intern(vm, row.name);
    if (row.form != NativeRow::Form::function) {
        const auto member = vm.allocate<Member>(Kind::member, Root::type_getset_descriptor);
        Member& made = vm.block.edit(member);
        made.detail = static_cast<uint16_t>(MemberForm::native);
        made.name = name.as_ref<Str>();
        made.owner = type;
        made.index = index;
        made.setter = row.form == NativeRow::Form::accessor ? index + 1 : 0;
        dict_set_str(vm, attributes, name, Value::from_ref(member));
        return;
    }
    const bool dunder = std::string_view(row.name).starts_with("__");
    const Root form = !type    ? Root::type_native_function
                      : dunder ? Root::type_slot_wrapper
                               : Root::type_method_descriptor;
    const auto native = vm.allocate<NativeFunction>(Kind::native, form);
    const Value module = type ? Value{} : intern(vm, row.owner);
    NativeFunction& made = vm.block.edit(native);
    made.name = name.as_ref<Str>();
    made.owner = type;
    made.module = module.as_ref<Str>();
    made.index = index;
    dict_set_str(vm, attributes, name, Value::from_ref(native));
}

void fill_builtins(Vm& vm) {
    const Ref<Module> builtins = vm.root(Root::builtins).as_ref<Module>();
    const auto add = [&](const char* name, Value value) {
        dict_set_str(vm, vm.block[builtins].attributes, intern(vm, name), value);
    };
    add("None", vm.none());
    add("True", vm.boolean(true));
    add("False", vm.boolean(false));
    add("Ellipsis", vm.root(Root::ellipsis));
    add("NotImplemented", vm.root(Root::not_implemented));
    add("__debug__", vm.boolean(true));
    static constexpr Root visible[] = {
        Root::type_object,   Root::type_type,      Root::type_int_,        Root::type_bool_,
        Root::type_float_,   Root::type_complex_,  Root::type_str,         Root::type_bytes,
        Root::type_bytearray, Root::type_tuple,    Root::type_list,        Root::type_dict,
        Root::type_set,      Root::type_frozenset, Root::type_range,       Root::type_slice,
        Root::type_property, Root::type_classmethod, Root::type_staticmethod, Root::type_super,
        Root::type_enumerate, Root::type_zip,      Root::type_map,         Root::type_filter,
        Root::type_reversed};
    for (const TypeRow& row : type_rows)
        if (std::find(std::begin(visible), std::end(visible), row.root) != std::end(visible))
            add(row.name, vm.root(row.root));
    for (const ExceptionRow& row : exception_rows) add(row.name, vm.root(row.root));
    add("EnvironmentError", vm.root(Root::OSError));
    add("IOError", vm.root(Root::OSError));
}

}  // namespace

void make_builtins(Vm& vm) {
    for (const TypeRow& row : type_rows) allocate_type(vm, row.root, row.kind, row.flags);
    for (const ExceptionRow& row : exception_rows)
        allocate_type(vm, row.root, Kind::exception, type_base | type_exception | type_dict);
    for (const Root end : {Root::StopIteration, Root::StopAsyncIteration, Root::GeneratorExit})
        vm.block.edit(vm.type(end)).flags |= type_end;
    make_singletons(vm);
    for (const TypeRow& row : type_rows) finish_type(vm, row.root, row.name, row.base);
    for (const ExceptionRow& row : exception_rows)
        finish_type(vm, row.root, row.name, exception_root(row.base));
    const Ref<Context> context = new_context(vm);
    vm.context = context;
    const Value no_memory = new_exception(vm, vm.type(Root::MemoryError),
                                          vm.root(Root::empty_tuple));
    // As long as there is a mortal, collecting is dearer.
    vm.block.make_immortal(no_memory.offset());
    vm.set_root(Root::memory_error, Value::from_ref(no_memory.as_ref()));
    vm.set_root(Root::library_modules, new_dict(vm));
    vm.set_root(Root::modules, new_dict(vm));
    const Ref<Module> builtins = make_module(vm, "builtins");
    vm.set_root(Root::builtins, Value::from_ref(builtins));
    dict_set_str(vm, vm.root(Root::library_modules).as_ref<Dict>(), intern(vm, "builtins"),
                 Value::from_ref(builtins));
    for (uint32_t index = 0; index < vm.natives.size(); ++index) add_native(vm, index);
    // `object` has neither: classes get them as they are made.
    for (const auto& [name, root] : {std::pair{"__dict__", Root::dict_member},
                                     std::pair{"__weakref__", Root::weakref_member}}) {
        const Ref<Dict> attributes = vm.block[vm.type(Root::type_object)].attributes;
        const Value key = intern(vm, name);
        vm.set_root(root, dict_get_str(vm, attributes, key));
        dict_delete(vm, attributes, key);
    }
    fill_builtins(vm);
    // Their texts are CPython's own: here they have none.
    const auto without_text = [&](Root root) {
        const Ref<Dict> attributes = vm.block[vm.type(root)].attributes;
        const Value name = intern(vm, "__doc__");
        if (dict_get_str(vm, attributes, name).is_null())
            dict_set_str(vm, attributes, name, vm.none());
    };
    for (const TypeRow& row : type_rows) without_text(row.root);
    for (const ExceptionRow& row : exception_rows) without_text(row.root);
    for (const TypeRow& row : type_rows) refresh_specials(vm, vm.type(row.root));
    // One type whose objects are of three kinds: natives, those bound to an object, and functions
    // of a module that are C in CPython and Python here.
    for (const Root root : {Root::type_bound_native, Root::type_builtin_function})
        vm.block.edit(vm.root_shape(root)).type = vm.type(Root::type_native_function);
    for (const ExceptionRow& row : exception_rows) refresh_specials(vm, vm.type(row.root));
}

Ref<Context> new_context(Vm& vm) {
    const auto context = Ref<Context>{vm.block.allocate(Kind::context, {}, sizeof(Context))};
    if (!context) return {};
    vm.block.edit(context).next = vm.block.header().contexts;
    vm.block.header().contexts = context.offset;
    return context;
}

}  // namespace meada
