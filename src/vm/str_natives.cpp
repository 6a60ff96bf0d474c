// str(): construction, special methods, encode, maketrans, translate.
#include "vm/answers.h"
#include "vm/byte_strings.h"
#include "vm/characters.h"
#include "vm/codecs.h"
#include "vm/text_like.h"

namespace meada {
namespace {

// An object of a subclass of str.
Value str_of_type(Vm& vm, Ref<Type> type, Value str) {
    if (type == vm.type(Root::type_str)) return exact_str(vm, str);
    const TextView text = text_of(vm, str);
    const uint16_t detail = vm.block.object(str).detail;
    const uint32_t made = vm.allocate_cell(Kind::str, vm.block[type].root_shape,
                                           Str::data_offset + text.size_bytes());
    if (made == 0) return {};
    Str& object = vm.block.edit(Ref<Str>{made});
    object.detail = detail;
    object.length = str_length(vm, str);
    const TextView source = text_of(vm, str);
    std::memcpy(vm.block.base() + made + Str::data_offset, source.data, source.size_bytes());
    return vm.block.value_of(Ref<Str>{made});
}

Value result_of(Vm& vm, const Computed& computed, Root prelude, Value self, Value other) {
    switch (computed.outcome) {
        case Outcome::yes:
            return computed.result;
        case Outcome::needs_call:
            return vm.call_prelude(prelude, {self, other});
        default:
            return {};
    }
}

template <typename Test>
Value compare_strs(Vm& vm, const Args& args, Test test) {
    if (!is_str(vm, args[1])) return vm.root(Root::not_implemented);
    return vm.boolean(test(str_compare(vm, args[0], args[1])));
}

bool has_special(const Vm& vm, Value value, Special special) {
    return !vm.special(value, special).is_null();
}

Value decode_to_str(Vm& vm, const Args& args) {
    const Value object = args[1], encoding = args[2], errors = args[3];
    if (is_str(vm, object)) return vm.raise(Root::TypeError, "decoding str is not supported");
    if (!is_bytes_like(vm, object))
        return vm.raise(Root::TypeError, "decoding to str: need a bytes-like object, " +
                                             type_name(vm, object) + " found");
    return decode_bytes(vm, object, encoding, errors);
}

bool take_name(Vm& vm, Value value, const char* function, const char* name) {
    if (value.is_null() || is_str(vm, value)) return true;
    return raise_type(vm, std::string(function) + "() argument '" + name + "' must be str, not " +
                              argument_name(vm, value));
}

}  // namespace

Value native_str_new(Vm& vm, const Args& args) {
    const Ref<Type> type = args[0].as_ref<Type>();
    const Value object = args[1];
    if (!take_name(vm, args[2], "str", "encoding") || !take_name(vm, args[3], "str", "errors"))
        return {};
    if (args.has(2) || args.has(3)) {
        const Value text = object.is_null() ? vm.root(Root::empty_str) : decode_to_str(vm, args);
        return text.is_null() ? text : str_of_type(vm, type, text);
    }
    if (object.is_null()) return str_of_type(vm, type, vm.root(Root::empty_str));
    if (is_exact_str(vm, object)) return str_of_type(vm, type, object);
    if (object.is_int() && type == vm.type(Root::type_str))
        return new_decimal(vm, object.as_int());
    std::string out;
    switch (append_str(vm, out, object)) {
        case Outcome::needs_call:
            return type == vm.type(Root::type_str)
                       ? vm.call_prelude(Root::prelude_str, {object})
                       : vm.call_prelude(Root::prelude_text_new, {args[0], object});
        case Outcome::raised:
            return {};
        default:
            break;
    }
    const Value text = new_str(vm, out);
    return text.is_null() ? text : str_of_type(vm, type, text);
}

Value native_str_str(Vm& vm, const Args& args) { return exact_str(vm, args[0]); }

Value native_str_repr(Vm& vm, const Args& args) {
    std::string out;
    append_str_repr(vm, out, args[0]);
    vm.charge(out.size());
    return new_str(vm, out);
}

Value native_str_hash(Vm& vm, const Args& args) {
    return new_int(vm, static_cast<int64_t>(str_hash(vm, args[0])));
}
Value native_str_eq(Vm& vm, const Args& args) {
    if (!is_str(vm, args[1])) return vm.root(Root::not_implemented);
    return vm.boolean(str_equals(vm, args[0], args[1]));
}
Value native_str_ne(Vm& vm, const Args& args) {
    if (!is_str(vm, args[1])) return vm.root(Root::not_implemented);
    return vm.boolean(!str_equals(vm, args[0], args[1]));
}
Value native_str_lt(Vm& vm, const Args& args) {
    return compare_strs(vm, args, [](int order) { return order < 0; });
}
Value native_str_le(Vm& vm, const Args& args) {
    return compare_strs(vm, args, [](int order) { return order <= 0; });
}
Value native_str_gt(Vm& vm, const Args& args) {
    return compare_strs(vm, args, [](int order) { return order > 0; });
}
Value native_str_ge(Vm& vm, const Args& args) {
    return compare_strs(vm, args, [](int order) { return order >= 0; });
}

Value native_text_len(Vm& vm, const Args& args) {
    return Value::from_int(view_of(vm, args[0]).length);
}

Value native_text_iter(Vm& vm, const Args& args) { return iterate(vm, args[0]).result; }

Computed str_get_item(Vm& vm, Value str, Value key) {
    const uint32_t length = str_length(vm, str);
    if (key.is_int() || is_int_like(vm, key)) {
        const uint32_t at = take_position(vm, key, length, "string index out of range");
        if (at == not_found) return {Outcome::raised};
        const Value made = str_character(vm, str, at);
        return {made.is_null() ? Outcome::raised : Outcome::yes, made};
    }
    if (vm.block.kind(key) != Kind::slice) {
        if (key.is_ref() && has_special(vm, key, Special::index_)) return {Outcome::needs_call};
        raise_type(vm, "string indices must be integers, not '" + type_name(vm, key) + "'");
        return {Outcome::raised};
    }
    SliceBounds bounds;
    const Outcome outcome = slice_bounds(vm, key, length, bounds);
    if (outcome != Outcome::yes) return {outcome};
    const Value made = str_slice(vm, str, bounds.start, bounds.step, bounds.count);
    return {made.is_null() ? Outcome::raised : Outcome::yes, made};
}

Value native_str_getitem(Vm& vm, const Args& args) {
    return result_of(vm, str_get_item(vm, args[0], args[1]), Root::prelude_text_item, args[0],
                     args[1]);
}

Value native_str_contains(Vm& vm, const Args& args) {
    if (!is_str(vm, args[1]))
        return vm.raise(Root::TypeError, "'in <string>' requires string as left operand, not " +
                                             type_name(vm, args[1]));
    vm.charge(str_length(vm, args[0]));
    return vm.boolean(str_contains(vm, args[0], args[1]));
}

Value native_str_add(Vm& vm, const Args& args) {
    if (is_str(vm, args[1])) return str_concat(vm, args[0], args[1]);
    if (has_special(vm, args[1], Special::radd_)) return vm.root(Root::not_implemented);
    return vm.raise(Root::TypeError,
                    "can only concatenate str (not \"" + type_name(vm, args[1]) + "\") to str");
}

Value native_text_mul(Vm& vm, const Args& args) {
    int64_t times;
    if (!is_int_like(vm, args[1])) {
        if (has_special(vm, args[1], Special::rmul_)) return vm.root(Root::not_implemented);
        return vm.raise(Root::TypeError, "can't multiply sequence by non-int of type '" +
                                             type_name(vm, args[1]) + "'");
    }
    if (!take_index(vm, args[1], times)) return {};
    if (is_str(vm, args[0])) return str_repeat(vm, args[0], times);
    if (times > int64_t{block_size_bytes_max} && view_of(vm, args[0]).length > 0)
        return raise_no_memory(vm);
    return bytes_repeat(vm, args[0], times);
}

Value native_str_mod(Vm& vm, const Args& args) {
    return result_of(vm, str_percent(vm, args[0], args[1]), Root::prelude_text_percent, args[0],
                     args[1]);
}
Value native_str_rmod(Vm& vm, const Args& args) {
    if (!is_str(vm, args[1])) return vm.root(Root::not_implemented);
    return result_of(vm, str_percent(vm, args[1], args[0]), Root::prelude_text_percent, args[1],
                     args[0]);
}

Value native_str_getnewargs(Vm& vm, const Args& args) {
    const Value text = exact_str(vm, args[0]);
    return text.is_null() ? text : new_tuple(vm, {&text, 1});
}

Value native_str_encode(Vm& vm, const Args& args) {
    if (!take_name(vm, args[1], "encode", "encoding") ||
        !take_name(vm, args[2], "encode", "errors"))
        return {};
    return encode_str(vm, args[0], args[1], args[2]);
}

// --- maketrans, translate ---
namespace {

Value pairs_to_dict(Vm& vm, Value dict, Value from, Value to, Value removed) {
    const uint32_t count = str_length(vm, from);
    if (count != str_length(vm, to))
        return vm.raise(Root::ValueError,
                        "the first two maketrans arguments must have equal length");
    for (uint32_t index = 0; index < count; ++index)
        if (dict_set(vm, dict.as_ref<Dict>(), Value::from_int(str_at(vm, from, index)),
                     Value::from_int(str_at(vm, to, index))) != Outcome::yes)
            return {};
    const uint32_t gone = removed.is_null() ? 0 : str_length(vm, removed);
    for (uint32_t index = 0; index < gone; ++index)
        if (dict_set(vm, dict.as_ref<Dict>(), Value::from_int(str_at(vm, removed, index)),
                     vm.none()) != Outcome::yes)
            return {};
    return dict;
}

}  // namespace

Value native_str_maketrans(Vm& vm, const Args& args) {
    const Value from = args[0], to = args[1], removed = args[2];
    const Value made = new_dict(vm);
    if (made.is_null()) return {};
    if (!to.is_null()) {
        if (!is_str(vm, from))
            return vm.raise(
                Root::TypeError,
                "first maketrans argument must be a string if there is a second argument");
        if (!is_str(vm, to) || (!removed.is_null() && !is_str(vm, removed))) {
            const bool second = !is_str(vm, to);
            return vm.raise(Root::TypeError, std::string("maketrans() argument ") +
                                                 (second ? "2" : "3") + " must be str, not " +
                                                 type_name(vm, second ? to : removed));
        }
        return pairs_to_dict(vm, made, from, to, removed);
    }
    if (vm.block.kind(from) != Kind::dict)
        return vm.raise(Root::TypeError,
                        "if you give only one argument to maketrans it must be a dict");
    uint32_t position = 0;
    Value key, value;
    while (dict_next(vm, from.as_ref<Dict>(), position, key, value)) {
        if (is_str(vm, key)) {
            if (str_length(vm, key) != 1)
                return vm.raise(Root::ValueError,
                                "string keys in translate table must be of length 1");
            key = Value::from_int(str_at(vm, key, 0));
        } else if (!is_int_like(vm, key)) {
            return vm.raise(Root::TypeError, "keys in translate table must be strings or integers");
        }
        if (dict_set(vm, made.as_ref<Dict>(), key, value) != Outcome::yes) return {};
    }
    return made;
}

Value native_str_translate(Vm& vm, const Args& args) {
    const Value self = args[0], table = args[1];
    const uint32_t length = str_length(vm, self);
    const bool dict = vm.block.kind(table) == Kind::dict &&
                      vm.is_instance(table, Root::type_dict) &&
                      !has_special(vm, table, Special::missing_);
    if (!dict) return vm.call_prelude(Root::prelude_text_translate, {self, table});
    vm.charge(length);
    TextBuilder out;
    for (uint32_t index = 0; index < length; ++index) {
        const char32_t character = str_at(vm, self, index);
        const Found found = dict_get(vm, table.as_ref<Dict>(), Value::from_int(character));
        if (found.outcome == Outcome::raised) return {};
        if (found.outcome != Outcome::yes) {
            out.append(character);
        } else if (is_str(vm, found.value)) {
            out.append(text_of(vm, found.value));
        } else if (is_int_like(vm, found.value)) {
            const auto number = to_int64(vm, found.value);
            if (!number || *number < 0 || *number > 0x10ffff)
                return vm.raise(Root::ValueError, "character mapping must be in range(0x110000)");
            out.append(static_cast<char32_t>(*number));
        } else if (found.value != vm.none()) {
            return vm.raise(Root::TypeError, "character mapping must return integer, None or str");
        }
    }
    return out.finish(vm);
}

}  // namespace meada
