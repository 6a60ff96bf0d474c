// Natives of type, and how classes are made.
#include "vm/attributes.h"
#include "vm/containers.h"
#include "vm/operations.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {
namespace {

Ref<Type> type_arg(const Args& args, uint32_t index = 0) { return args[index].as_ref<Type>(); }

Value own_attribute(Vm& vm, Ref<Type> type, const char* name) {
    return dict_get_str(vm, vm.block[type].attributes, intern(vm, name));
}

Value set_own_attribute(Vm& vm, const Args& args, const char* name) {
    const Ref<Type> type = type_arg(args);
    if (!(vm.block[type].flags & type_heap))
        return vm.raise(Root::TypeError, std::string("cannot set '") + name +
                                             "' attribute of immutable type '" +
                                             to_utf8(vm, Value::from_ref(vm.block[type].name)) +
                                             "'");
    const Value key = intern(vm, name);
    if (!dict_set_str(vm, vm.block[type].attributes, key, args[1])) return {};
    type_changed(vm, type, key);
    return vm.none();
}

}  // namespace

Value type_call(Vm& vm, const Args& args) {
    const Value keywords = args.has(2) ? args[2] : new_dict(vm);
    return vm.call_prelude(Root::prelude_call_type, {args[0], args[1], keywords});
}

// type(name, bases, namespace) from Python: the prelude calls __set_name__ and __init_subclass__.
Value type_new(Vm& vm, const Args& args) {
    if (!args.has(2) && !args.has(3)) return Value::from_ref(vm.type_of(args[1]));
    if (args[0] == vm.root(Root::type_type) && (!args.has(2) || !args.has(3)))
        return vm.raise(Root::TypeError, "type() takes 1 or 3 arguments");
    if (!is_str(vm, args[1]))
        return vm.raise(Root::TypeError, "type.__new__() argument 1 must be str, not " +
                                             type_name(vm, args[1]));
    if (!args.has(2) || vm.block.kind(args[2]) != Kind::tuple)
        return vm.raise(Root::TypeError, "type.__new__() argument 2 must be tuple, not " +
                                             type_name(vm, args.has(2) ? args[2] : vm.none()));
    if (!args.has(3) || vm.block.kind(args[3]) != Kind::dict)
        return vm.raise(Root::TypeError, "type.__new__() argument 3 must be dict, not " +
                                             type_name(vm, args.has(3) ? args[3] : vm.none()));
    const Value keywords = args.has(4) ? args[4] : new_dict(vm);
    if (keywords.is_null()) return {};
    return vm.call_prelude(Root::prelude_type_new,
                           {args[0], args[1], args[2], args[3], keywords});
}

Value type_init(Vm& vm, const Args&) { return vm.none(); }

Value type_prepare(Vm& vm, const Args&) { return new_dict(vm); }

Value type_mro_list(Vm& vm, const Args& args) {
    const Ref<Tuple> mro = vm.block[type_arg(args)].mro;
    std::vector<Value> types;
    for (uint32_t index = 0; index < vm.block[mro].count; ++index)
        types.push_back(vm.block.load(mro.offset + Tuple::items_offset + index * 8));
    return new_list(vm, types);
}

Value type_subclasses(Vm& vm, const Args& args) {
    const Ref<List> found = vm.block[type_arg(args)].subclasses;
    std::vector<Value> types;
    for (uint32_t index = 0; found && index < vm.block[found].count; ++index)
        types.push_back(vm.block.load(vm.block[found].items.offset + 8 + index * 8));
    return new_list(vm, types);
}

Value type_instancecheck(Vm& vm, const Args& args) {
    return vm.boolean(vm.is_subtype(vm.type_of(args[1]), type_arg(args)));
}

Value type_subclasscheck(Vm& vm, const Args& args) {
    if (vm.block.kind(args[1]) != Kind::type)
        return vm.raise(Root::TypeError, "issubclass() arg 1 must be a class");
    return vm.boolean(vm.is_subtype(type_arg(args, 1), type_arg(args)));
}

Value type_or(Vm& vm, const Args& args) {
    return vm.call_prelude(Root::prelude_type_or, {args[0], args[1]});
}

Value type_get_name(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[type_arg(args)].name);
}

Value type_set_name(Vm& vm, const Args& args) {
    if (args[1].is_null())
        return vm.raise(Root::TypeError, "cannot delete '__name__' attribute of immutable type '" +
                                             to_utf8(vm, type_get_name(vm, args)) + "'");
    if (!(vm.block[type_arg(args)].flags & type_heap))
        return vm.raise(Root::TypeError, "cannot set '__name__' attribute of immutable type '" +
                                             to_utf8(vm, type_get_name(vm, args)) + "'");
    if (!is_str(vm, args[1]))
        return vm.raise(Root::TypeError, "can only assign string to " +
                                             to_utf8(vm, type_get_name(vm, args)) +
                                             ".__name__, not '" + type_name(vm, args[1]) + "'");
    if (to_utf8(vm, args[1]).find('\0') != std::string::npos)
        return vm.raise(Root::ValueError, "type name must not contain null characters");
    vm.block.edit(type_arg(args)).name = intern(vm, args[1]).as_ref<Str>();
    return vm.none();
}

Value type_get_qualname(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[type_arg(args)].qualified_name);
}

Value type_set_qualname(Vm& vm, const Args& args) {
    if (!(vm.block[type_arg(args)].flags & type_heap))
        return vm.raise(Root::TypeError, "cannot set '__qualname__' attribute of immutable type '" +
                                             to_utf8(vm, type_get_name(vm, args)) + "'");
    if (args[1].is_null() || !is_str(vm, args[1]))
        return vm.raise(Root::TypeError,
                        "can only assign string to " + to_utf8(vm, type_get_name(vm, args)) +
                            ".__qualname__, not '" + type_name(vm, args[1]) + "'");
    vm.block.edit(type_arg(args)).qualified_name = intern(vm, args[1]).as_ref<Str>();
    return vm.none();
}

Value type_get_module(Vm& vm, const Args& args) {
    const Value own = own_attribute(vm, type_arg(args), "__module__");
    // That of type and function is for their instances.
    const bool is_own = own && vm.block.kind(own) != Kind::member;
    return is_own ? own : intern(vm, "builtins");
}
Value type_set_module(Vm& vm, const Args& args) {
    return set_own_attribute(vm, args, "__module__");
}

Value type_get_doc(Vm& vm, const Args& args) {
    const Value own = own_attribute(vm, type_arg(args), "__doc__");
    if (own.is_null()) return vm.none();
    const Computed bound = bind_attribute(vm, own, {}, type_arg(args));
    return bound.outcome == Outcome::yes ? bound.result : Value{};
}
Value type_set_doc(Vm& vm, const Args& args) { return set_own_attribute(vm, args, "__doc__"); }

// A class's own, made at the first request.
Value type_get_annotations(Vm& vm, const Args& args) {
    const Ref<Type> type = type_arg(args);
    if (!(vm.block[type].flags & type_heap))
        return raise_no_attribute(vm, args[0], intern(vm, "__annotations__"));
    if (const Value own = own_attribute(vm, type, "__annotations__")) {
        const Computed bound = bind_attribute(vm, own, {}, type);
        return bound.outcome == Outcome::yes ? bound.result : Value{};
    }
    const Value made = new_dict(vm);
    const Value name = intern(vm, "__annotations__");
    if (made.is_null() || !dict_set_str(vm, vm.block[type].attributes, name, made)) return {};
    type_changed(vm, type, name);
    return made;
}
Value type_set_annotations(Vm& vm, const Args& args) {
    if (args[1]) return set_own_attribute(vm, args, "__annotations__");
    const Value name = intern(vm, "__annotations__");
    const Ref<Type> type = type_arg(args);
    if (!(vm.block[type].flags & type_heap))
        return vm.raise(Root::TypeError, "cannot delete '__annotations__' attribute of immutable "
                                         "type '" +
                                             to_utf8(vm, Value::from_ref(vm.block[type].name)) +
                                             "'");
    if (dict_delete(vm, vm.block[type].attributes, name) != Outcome::yes)
        return vm.raise(Root::AttributeError, "__annotations__");
    type_changed(vm, type, name);
    return vm.none();
}

Value type_get_abstract(Vm& vm, const Args& args) {
    const Value own = own_attribute(vm, type_arg(args), "__abstractmethods__");
    return own && args[0] != vm.root(Root::type_type)
               ? own
               : vm.raise(Root::AttributeError, "__abstractmethods__");
}
Value type_set_abstract(Vm& vm, const Args& args) {
    const Ref<Type> type = type_arg(args);
    const Value name = intern(vm, "__abstractmethods__");
    Outcome any = Outcome::no;
    if (args[1]) {
        if (set_own_attribute(vm, args, "__abstractmethods__").is_null()) return {};
        any = truth(vm, args[1]);
        if (any == Outcome::raised) return {};
    } else if (dict_delete(vm, vm.block[type].attributes, name) != Outcome::yes) {
        return vm.raise(Root::AttributeError, "__abstractmethods__");
    } else {
        type_changed(vm, type, name);
    }
    Type& changed = vm.block.edit(type);
    if (any == Outcome::no) changed.flags &= ~static_cast<uint32_t>(type_abstract);
    else changed.flags |= type_abstract;
    return vm.none();
}

Value type_get_bases(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[type_arg(args)].bases);
}
Value type_set_bases(Vm& vm, const Args& args) {
    const Ref<Type> type = type_arg(args);
    const std::string name = to_utf8(vm, Value::from_ref(vm.block[type].name));
    if (!(vm.block[type].flags & type_heap))
        return vm.raise(Root::TypeError,
                        "cannot set '__bases__' attribute of immutable type '" + name + "'");
    if (args[1].is_null()) return vm.raise(Root::TypeError, "can't delete " + name + ".__bases__");
    if (vm.block.kind(args[1]) != Kind::tuple)
        return vm.raise(Root::TypeError, "can only assign tuple to " + name + ".__bases__, not " +
                                             type_name(vm, args[1]));
    const Ref<Tuple> bases = args[1].as_ref<Tuple>();
    if (vm.block[bases].count == 0)
        return vm.raise(Root::TypeError,
                        "can only assign non-empty tuple to " + name + ".__bases__, not ()");
    for (uint32_t index = 0; index < vm.block[bases].count; ++index) {
        const Value base = vm.block.load(bases.offset + Tuple::items_offset + index * 8);
        if (vm.block.kind(base) != Kind::type)
            return vm.raise(Root::TypeError, name + ".__bases__ must be tuple of classes, not '" +
                                                 type_name(vm, base) + "'");
    }
    return set_bases(vm, type, bases) ? vm.none() : Value{};
}
Value type_get_base(Vm& vm, const Args& args) {
    const Ref<Type> base = vm.block[type_arg(args)].base;
    return base ? Value::from_ref(base) : vm.none();
}
Value type_get_mro(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[type_arg(args)].mro);
}

Value type_get_dict(Vm& vm, const Args& args) {
    const auto view = vm.allocate<DictView>(Kind::mapping_proxy, Root::type_mapping_proxy);
    if (!view) return {};
    DictView& made = vm.block.edit(view);
    made.detail = static_cast<uint16_t>(DictViewForm::proxy);
    made.dict = vm.block[type_arg(args)].attributes;
    return Value::from_ref(view);
}

Value build_class(Vm& vm, const Args& args) {
    const Value keywords = args.has(3) ? args[3] : new_dict(vm);
    if (keywords.is_null()) return {};
    return vm.call_prelude(Root::prelude_build_class, {args[0], args[1], args[2], keywords});
}

// The bare type: no hooks are called. The namespace is copied.
Value meada_new_type(Vm& vm, const Args& args) {
    const Ref<Dict> attributes = dict_copy(vm, args[3].as_ref<Dict>());
    if (!attributes) return {};
    const Value qualname_name = intern(vm, "__qualname__");
    const Value qualname = dict_get_str(vm, attributes, qualname_name);
    if (qualname) dict_delete(vm, attributes, qualname_name);
    dict_delete(vm, attributes, intern(vm, "__classcell__"));
    const Value type = new_type(vm, args[0].as_ref<Type>(), args[1], args[2].as_ref<Tuple>(),
                                attributes);
    if (type && qualname && is_str(vm, qualname))
        vm.block.edit(type.as_ref<Type>()).qualified_name = intern(vm, qualname).as_ref<Str>();
    return type;
}

Value meada_run_class_body(Vm& vm, const Args& args) {
    vm.call(args[0], {args[1]});
    vm.request.kind = Vm::Request::Kind::class_body;
    return {};
}

Value meada_set_abstract(Vm& vm, const Args& args) {
    Type& type = vm.block.edit(type_arg(args));
    if (args[1] == vm.boolean(true)) type.flags |= type_abstract;
    else type.flags &= ~static_cast<uint32_t>(type_abstract);
    return vm.none();
}

}  // namespace meada
