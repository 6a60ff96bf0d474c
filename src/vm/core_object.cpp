// Natives of object, super, module, cell; and the prelude's way into attributes.
#include "vm/attributes.h"
#include "vm/containers.h"
#include "vm/frames.h"
#include "vm/numbers.h"
#include "vm/operations.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {
namespace {

// How an attribute's outcome ends a native.
Value as_result(Vm& vm, const Computed& found, Value object, Value name) {
    if (found.outcome == Outcome::yes) return found.result;
    if (found.outcome == Outcome::no) return raise_no_attribute(vm, object, name);
    return {};
}

Value as_done(Vm& vm, Outcome outcome) { return outcome == Outcome::yes ? vm.none() : Value{}; }

Value interned_name(Vm& vm, Value name) {
    if (is_str(vm, name)) return intern(vm, name);
    return vm.raise(Root::TypeError, "attribute name must be string, not '" +
                                         type_name(vm, name) + "'");
}

// Behind the first, which is the class or the instance.
bool gets_arguments(const Vm& vm, const Args& args) {
    return vm.block[args[1].as_ref<Tuple>()].count > 0 ||
           (args.has(2) && vm.block[args[2].as_ref<Dict>()].count > 0);
}

}  // namespace

Value object_new(Vm& vm, const Args& args) {
    if (vm.block.kind(args[0]) != Kind::type)
        return vm.raise(Root::TypeError, "object.__new__(X): X is not a type object (" +
                                             type_name(vm, args[0]) + ")");
    const Ref<Type> type = args[0].as_ref<Type>();
    const Type& found = vm.block[type];
    const bool has_arguments = gets_arguments(vm, args);
    const Value init = found.specials[static_cast<uint32_t>(Special::init_)];
    if (has_arguments && vm.block.kind(init) != Kind::function) {
        const bool own_new =
            vm.block.kind(found.specials[static_cast<uint32_t>(Special::new_)]) != Kind::native;
        return vm.raise(Root::TypeError,
                        own_new ? "object.__new__() takes exactly one argument (the type to "
                                  "instantiate)"
                                : to_utf8(vm, Value::from_ref(found.name)) +
                                      "() takes no arguments");
    }
    if (found.instance_kind != Kind::instance)
        return vm.raise(Root::TypeError, "object.__new__(" +
                                             to_utf8(vm, Value::from_ref(found.name)) +
                                             ") is not safe, use " +
                                             to_utf8(vm, Value::from_ref(found.name)) +
                                             ".__new__()");
    if (found.flags & type_abstract)
        return vm.call_prelude(Root::prelude_abstract_error, {args[0]});
    return new_instance(vm, type);
}

Value object_init(Vm& vm, const Args& args) {
    const Ref<Type> type = vm.type_of(args[0]);
    const bool has_arguments = gets_arguments(vm, args);
    if (!has_arguments || vm.block[type].instance_kind != Kind::instance) return vm.none();
    const bool own_new = vm.block.kind(vm.special(args[0], Special::new_)) == Kind::function;
    const bool own_init = vm.block.kind(vm.special(args[0], Special::init_)) == Kind::function;
    if (own_new && !own_init) return vm.none();
    return vm.raise(Root::TypeError,
                    own_init ? "object.__init__() takes exactly one argument (the instance to "
                               "initialize)"
                             : type_name(vm, args[0]) + "() takes no arguments");
}

Value object_getattribute(Vm& vm, const Args& args) {
    const Value name = interned_name(vm, args[1]);
    if (name.is_null()) return {};
    return as_result(vm, get_attribute_plain(vm, args[0], name), args[0], name);
}

Value object_setattr(Vm& vm, const Args& args) {
    const Value name = interned_name(vm, args[1]);
    if (name.is_null()) return {};
    return as_done(vm, set_attribute_plain(vm, args[0], name, args[2]));
}

Value object_delattr(Vm& vm, const Args& args) {
    const Value name = interned_name(vm, args[1]);
    if (name.is_null()) return {};
    return as_done(vm, set_attribute_plain(vm, args[0], name, {}));
}

Value object_eq(Vm& vm, const Args& args) {
    return args[0] == args[1] ? vm.boolean(true) : vm.root(Root::not_implemented);
}

Value object_ne(Vm& vm, const Args& args) {
    return vm.call_prelude(Root::prelude_object_ne, {args[0], args[1]});
}

Value object_no_order(Vm& vm, const Args&) { return vm.root(Root::not_implemented); }

Value object_hash(Vm& vm, const Args& args) {
    const uint64_t serial = serial_of(vm, args[0]);
    return new_int(vm, static_cast<int64_t>(serial));
}

Value object_repr(Vm& vm, const Args& args) {
    std::string text;
    const Outcome outcome = append_default_repr(vm, text, args[0]);
    return outcome == Outcome::yes ? new_str(vm, text) : Value{};
}

Value object_str(Vm& vm, const Args& args) {
    const Value repr = vm.special(args[0], Special::repr_);
    return vm.call(repr, {args[0]});
}

Value object_format(Vm& vm, const Args& args) {
    if (is_str(vm, args[1]) && str_length(vm, args[1]) > 0)
        return vm.raise(Root::TypeError, "unsupported format string passed to " +
                                             type_name(vm, args[0]) + ".__format__");
    return vm.call_prelude(Root::prelude_str, {args[0]});
}

Value object_init_subclass(Vm& vm, const Args&) { return vm.none(); }
Value object_subclasshook(Vm& vm, const Args&) { return vm.root(Root::not_implemented); }

Value object_class(Vm& vm, const Args& args) { return Value::from_ref(vm.type_of(args[0])); }

Value object_set_class(Vm& vm, const Args& args) {
    if (vm.block.kind(args[1]) != Kind::type)
        return vm.raise(Root::TypeError, "__class__ must be set to a class, not '" +
                                             type_name(vm, args[1]) + "' object");
    const Ref<Type> type = args[1].as_ref<Type>();
    if (vm.block.kind(args[0]) == Kind::module && vm.block[type].instance_kind == Kind::module) {
        vm.block.edit(args[0].as_ref<Module>()).shape = vm.block[type].root_shape;
        vm.block.edit(vm.block[args[0].as_ref<Module>()].attributes).slot_version = 0;
        return vm.none();
    }
    if (vm.block.kind(args[0]) != Kind::instance || vm.block[type].instance_kind != Kind::instance)
        return vm.raise(Root::TypeError,
                        "__class__ assignment only supported for mutable types or ModuleType "
                        "subclasses");
    if (!instance_dict(vm, args[0].as_ref<Instance>())) return {};
    vm.block.edit(args[0].as_ref<Instance>()).shape = vm.block[type].dict_shape;
    return vm.none();
}

Value object_dict(Vm& vm, const Args& args) {
    const Ref<Dict> attributes = attributes_of(vm, args[0]);
    if (attributes) return vm.block.value_of(attributes);
    if (vm.has_exception()) return {};
    return raise_no_attribute(vm, args[0], intern(vm, "__dict__"));
}

// Nobody can ask for the list of weak references yet.

Value object_dir(Vm& vm, const Args& args) {
    return vm.call_prelude(Root::prelude_object_dir, {args[0]});
}
Value object_sizeof(Vm& vm, const Args& args) {
    if (!args[0].is_ref()) return Value::from_int(args[0].is_float() ? 24 : 28);
    return Value::from_int(vm.block.cell_size(args[0].offset()));
}
Value object_reduce(Vm& vm, const Args& args) {
    return vm.call_prelude(Root::prelude_reduce, {args[0], Value::from_int(0)});
}
Value object_reduce_ex(Vm& vm, const Args& args) {
    return vm.call_prelude(Root::prelude_reduce_ex, {args[0], args[1]});
}
Value object_getstate(Vm& vm, const Args& args) {
    return vm.call_prelude(Root::prelude_getstate, {args[0]});
}

Value object_set_dict(Vm& vm, const Args& args) {
    const Kind kind = vm.block.kind(args[0]);
    if (args[1].is_null() || vm.block.kind(args[1]) != Kind::dict)
        return vm.raise(Root::TypeError, "__dict__ must be set to a dictionary, not a '" +
                                             type_name(vm, args[1]) + "'");
    if (!attributes_of(vm, args[0]))
        return raise_no_attribute(vm, args[0], intern(vm, "__dict__"));
    vm.block.refer(args[0].offset() + attributes_offset(kind), args[1]);
    return vm.none();
}

namespace {

Value make_super(Vm& vm, Value type, Value self) {
    Value self_type = Value::from_ref(vm.type_of(self));
    if (vm.block.kind(self) == Kind::type &&
        vm.is_subtype(self.as_ref<Type>(), type.as_ref<Type>()))
        self_type = self;
    else if (!vm.is_subtype(self_type.as_ref<Type>(), type.as_ref<Type>()))
        return vm.raise(Root::TypeError,
                        "super(type, obj): obj must be an instance or subtype of type");
    const auto made = vm.allocate<Super>(Kind::super, Root::type_super,
                                         self.is_mortal() ? Super::size_mortal : sizeof(Super));
    if (!made) return {};
    const Value parts[] = {type, self, self_type};
    for (uint32_t index = 0; index < 3; ++index)
        vm.block.store(made.offset + static_cast<uint32_t>(offsetof(Super, type)) + index * 8,
                       parts[index]);
    if (self.is_mortal()) vm.block.make_mortal(made.offset);
    return vm.block.value_of(made);
}

// super() without arguments: the method's first argument and its __class__ cell.
Value super_of_frame(Vm& vm) {
    const uint32_t at = vm.block[vm.context].frame;
    const Frame& frame = *vm.block.at<Frame>(at);
    const CodeObject& code = vm.block[frame.code];
    if (code.positional_count == 0) return vm.raise(Root::RuntimeError, "super(): no arguments");
    const auto slot = [&](uint32_t index) {
        const Value value = vm.block.load(at + Frame::slots_offset + index * 8);
        return vm.block.kind(value) == Kind::cell ? vm.block[value.as_ref<Cell>()].content : value;
    };
    for (uint32_t index = code.slot_count - code.free_count; index < code.slot_count; ++index) {
        const Value name = vm.block.load(code.slot_names.offset + Tuple::items_offset + index * 8);
        if (!str_equals(vm, name, "__class__")) continue;
        const Value type = slot(index), self = slot(0);
        if (type.is_null()) return vm.raise(Root::RuntimeError, "super(): empty __class__ cell");
        if (self.is_null()) return vm.raise(Root::RuntimeError, "super(): arg[0] deleted");
        return make_super(vm, type, self);
    }
    return vm.raise(Root::RuntimeError, "super(): __class__ cell not found");
}

}  // namespace

Value super_new(Vm& vm, const Args& args) {
    if (!args.has(1)) return super_of_frame(vm);
    if (vm.block.kind(args[1]) != Kind::type)
        return vm.raise(Root::TypeError, "super() argument 1 must be a type, not " +
                                             type_name(vm, args[1]));
    if (!args.has(2)) {
        const auto made = vm.allocate<Super>(Kind::super, Root::type_super);
        return made ? Value::from_ref(made) : Value{};
    }
    return make_super(vm, args[1], args[2]);
}

Value super_get_type(Vm& vm, const Args& args) {
    const Value type = vm.block[args[0].as_ref<Super>()].type;
    return type ? type : vm.none();
}
Value super_get_self(Vm& vm, const Args& args) {
    const Value self = vm.block[args[0].as_ref<Super>()].self;
    return self ? self : vm.none();
}
Value super_get_self_type(Vm& vm, const Args& args) {
    const Value type = vm.block[args[0].as_ref<Super>()].self_type;
    return type ? type : vm.none();
}

Value super_getattribute(Vm& vm, const Args& args) { return object_getattribute(vm, args); }

namespace {

bool fill_module(Vm& vm, Ref<Module> module, Value text, Value doc) {
    if (!is_str(vm, text)) {
        vm.raise(Root::TypeError,
                 "module() argument 'name' must be str, not " + type_name(vm, text));
        return false;
    }
    const Value name = intern(vm, text);
    const Ref<Dict> dict = vm.block[module].attributes;
    vm.block.edit(module).name = name.as_ref<Str>();
    if (!dict_set_str(vm, dict, intern(vm, "__name__"), name) ||
        !dict_set_str(vm, dict, intern(vm, "__doc__"), doc))
        return false;
    for (const char* none : {"__package__", "__loader__", "__spec__"})
        if (!dict_set_str(vm, dict, intern(vm, none), vm.none())) return false;
    return true;
}

}  // namespace

Value module_init(Vm& vm, const Args& args) {
    const bool done = fill_module(vm, args[0].as_ref<Module>(), args[1],
                                  args.has(2) ? args[2] : vm.none());
    return done ? vm.none() : Value{};
}

// A class whose __init__ gives the name gives none here.
Value module_new(Vm& vm, const Args& args) {
    const Ref<Type> type = args[0].as_ref<Type>();
    if (!args.has(1) && !(vm.block[type].flags & type_heap))
        return vm.raise(Root::TypeError, "module() missing required argument 'name' (pos 1)");
    const Value attributes = new_dict(vm);
    const auto made = Ref<Module>{
        vm.allocate_cell(Kind::module, vm.block[type].root_shape, sizeof(Module))};
    if (!made || attributes.is_null()) return {};
    const Value unknown = intern(vm, "?");
    Module& module = vm.block.edit(made);
    module.name = unknown.as_ref<Str>();
    module.attributes = attributes.as_ref<Dict>();
    const Value object = instance_of_type(vm, type, made.offset);
    if (!args.has(1)) return object;
    const bool done = fill_module(vm, made, args[1], args.has(2) ? args[2] : vm.none());
    return done ? object : Value{};
}

Value module_get_dict(Vm& vm, const Args& args) {
    return vm.block.value_of(vm.block[args[0].as_ref<Module>()].attributes);
}

Value cell_get_contents(Vm& vm, const Args& args) {
    const Value content = vm.block[args[0].as_ref<Cell>()].content;
    return content ? content : vm.raise(Root::ValueError, "Cell is empty");
}

Value cell_set_contents(Vm& vm, const Args& args) {
    vm.block.store(args[0].offset() + static_cast<uint32_t>(offsetof(Cell, content)), args[1]);
    if (args[1].is_mortal()) vm.block.note_holder(args[0].offset());
    return vm.none();
}

Value meada_special(Vm& vm, const Args& args) {
    const Value found = find_in_type(vm, vm.type_of(args[0]), intern(vm, args[1]));
    return found ? found : vm.none();
}

Value meada_type_of(Vm& vm, const Args& args) { return Value::from_ref(vm.type_of(args[0])); }

Value meada_is_subtype(Vm& vm, const Args& args) {
    return vm.boolean(vm.is_subtype(args[0].as_ref<Type>(), args[1].as_ref<Type>()));
}

Value meada_get_attribute(Vm& vm, const Args& args) {
    const Value name = interned_name(vm, args[1]);
    if (name.is_null()) return {};
    return as_result(vm, get_attribute(vm, args[0], name), args[0], name);
}

// Without AttributeError, and only what needs no Python: else the default.
Value meada_find_attribute(Vm& vm, const Args& args) {
    const Value name = interned_name(vm, args[1]);
    if (name.is_null()) return {};
    const Computed found = get_attribute(vm, args[0], name);
    if (found.outcome == Outcome::no) return args[2];
    return found.outcome == Outcome::yes ? found.result : Value{};
}

Value meada_unpacked(Vm& vm, const Args& args) {
    const Ref<Tuple> from = args[0].as_ref<Tuple>();
    std::vector<Value> items;
    for (uint32_t index = 0; index < vm.block[from].count; ++index)
        items.push_back(vm.block.load(from.offset + Tuple::items_offset + index * 8));
    const Value made = new_tuple(vm, items);
    if (made.is_null() || items.empty()) {  // the empty tuple is shared: make one
        const uint32_t cell = vm.allocate_cell(Kind::tuple, vm.root_shape(Root::type_tuple),
                                               Tuple::items_offset);
        if (cell == 0) return {};
        vm.block.edit(Ref<Tuple>{cell}).detail = unpacked_mark;
        return Value{cell};
    }
    vm.block.edit(made.as_ref<Tuple>()).detail = unpacked_mark;
    return made;
}

namespace {

// The frame of the script (or module) that called into the library.
const Frame* calling_frame(const Vm& vm) {
    uint32_t at = vm.block[vm.context].frame;
    while (at != 0 && vm.block.at<Frame>(at)->flags & frame_hidden)
        at = vm.block.at<Frame>(at)->previous;
    return at == 0 ? nullptr : vm.block.at<Frame>(at);
}

}  // namespace

Value meada_caller_globals(Vm& vm, const Args&) {
    const Frame* frame = calling_frame(vm);
    return frame ? vm.block.value_of(frame->globals) : vm.none();
}

Value meada_caller_locals(Vm& vm, const Args&) {
    const Frame* found = calling_frame(vm);
    if (!found) return vm.none();
    if (found->locals) return vm.block.value_of(found->locals);
    const CodeObject& code = vm.block[found->code];
    if (!(code.flags & code_optimized)) return vm.block.value_of(found->globals);
    const auto at = static_cast<uint32_t>(reinterpret_cast<const uint8_t*>(found) -
                                          vm.block.bytes().data());
    const uint32_t count = code.slot_count;
    const uint32_t names = code.slot_names.offset + Tuple::items_offset;
    const Value dict = new_dict(vm);
    for (uint32_t index = 0; dict && index < count; ++index) {
        Value value = vm.block.load(at + Frame::slots_offset + index * 8);
        if (vm.block.kind(value) == Kind::cell) value = vm.block[value.as_ref<Cell>()].content;
        if (value.is_null()) continue;
        if (!dict_set_str(vm, dict.as_ref<Dict>(), vm.block.load(names + index * 8), value))
            return {};
    }
    return dict;
}

}  // namespace meada
