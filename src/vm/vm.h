// The virtual machine: the block with Python's objects in it, and what runs one context for a
// number of instructions. Knows nothing of time, threads and devices.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "vm/block.h"
#include "vm/running_loop.h"
#include "vm/objects.h"
#include "vm/quick.h"

namespace meada {

// Indices of BlockHeader::roots.
enum class Root : uint16_t {
#define ROOT(name, what) name,
#include "vm/roots.def"
#undef ROOT
#define TYPE(root, name, base, kind, flags) type_##root,
#define EXCEPTION(name, base) name,
#include "vm/types.def"
#undef TYPE
#undef EXCEPTION
#define PRELUDE(name) prelude_##name,
#include "vm/prelude.def"
#undef PRELUDE
#define SPECIAL(name) name_##name##_,  // interned names of the special methods
#include "vm/specials.def"
#undef SPECIAL
    count
};
static_assert(static_cast<uint32_t>(Root::count) < root_count_max);

class Vm;

// Arguments of a native, bound to its signature: one slot a parameter, null where left out.
struct Args {
    const Block& block;
    uint32_t slots;  // offset of the first, on the caller's value stack
    uint32_t count;

    Value operator[](uint32_t index) const {
        ASSERT(index < count);
        return block.load(slots + index * 8);
    }
    bool has(uint32_t index) const { return !(*this)[index].is_null(); }
};

// Returns its result, or null: then it has raised (Vm::raise), asked for a call whose result is
// its own (Vm::call), or for the context to be parked (Vm::suspend). C++ code borrows Values; a
// result need not be stored anywhere.
using NativeCode = Value (*)(Vm&, const Args&);

struct NativeRow {
    enum class Form : uint8_t { function, getter, accessor };
    Form form;
    const char* owner;
    const char* name;
    NativeCode code;
    NativeCode setter;       // accessor
    const char* signature;   // function
};
std::span<const NativeRow> vm_natives();

// A native's signature, parsed.
struct Signature {
    struct Parameter {
        std::string name;
        bool has_default = false;
    };
    std::vector<Parameter> parameters;  // *args and **keywords included, in the order of slots
    uint32_t positional_only = 0;       // so many of them cannot be given by name
    uint32_t positional = 0;            // so many can be given by position
    std::optional<uint32_t> varargs, varkeywords;  // slots
    bool simple = false;  // no keywords were declared, no *args: by position only
    uint32_t required = 0;
    enum class Binding : uint8_t { method, class_method, static_method } binding = Binding::method;
};

// What a helper of natives says: `needs_call` if only Python code can answer (the native then
// ends with Vm::call_prelude).
enum class Outcome : uint8_t { no, yes, raised, needs_call };

class Vm {
  public:
    // `natives`: the whole table, this folder's rows first. Positions in it are in the boot image.
    explicit Vm(std::span<const NativeRow> natives);

    Block block;
    void* host = nullptr;      // the machine; vm never looks at it
    Ref<Context> context;      // the one that runs
    // Who hears that an exception comes into the script's own frames (once for each raise), and
    // that one of their except clauses takes it; null: nobody. May not allocate.
    enum class ExceptionNews : uint8_t { raised, caught };
    void (*hears_exceptions)(Vm&, Value exception, ExceptionNews) = nullptr;
    // Who hears that bytes [begin, end) of a bytearray that processes share are about to be read or
    // written; null: nobody. May not allocate.
    void (*hears_shared_bytes)(Vm&, uint32_t array, uint32_t begin, uint32_t end,
                               bool writes) = nullptr;

    // --- making objects (null and MemoryError pending if the block is full) ---
    template <typename T>
    Ref<T> allocate(Kind kind, Root type, uint32_t size = sizeof(T)) {
        return Ref<T>{allocate_cell(kind, root_shape(type), size)};
    }
    uint32_t allocate_cell(Kind kind, Ref<Shape> shape, uint32_t size);

    // --- roots and types ---
    Value root(Root root) const { return block.header().roots[static_cast<uint32_t>(root)]; }
    void set_root(Root root, Value value);
    Value none() const { return root(Root::none); }
    Value boolean(bool value) const { return root(value ? Root::true_value : Root::false_value); }
    Ref<Type> type(Root root) const { return this->root(root).as_ref<Type>(); }
    Ref<Shape> root_shape(Root type_root) const { return block[type(type_root)].root_shape; }
    Ref<Type> type_of(Value value) const;
    bool is_subtype(Ref<Type> type, Ref<Type> base) const;
    bool is_instance(Value value, Root type_root) const {
        return is_subtype(type_of(value), type(type_root));
    }
    Value special(Value object, Special name) const {  // null: the type has none
        return block[type_of(object)].specials[static_cast<uint32_t>(name)];
    }

    // --- how a native ends without a value; all return null ---
    Value raise(Root exception_type, std::string_view message);  // UTF-8
    Value raise(Root exception_type, std::initializer_list<Value> arguments);
    Value raise_value(Value exception);
    bool has_exception() const { return !block[context].exception.is_null(); }
    Value call(Value callable, std::initializer_list<Value> arguments);
    Value call(Value callable, std::span<const Value> arguments, Value keyword_names = {});
    Value call_prelude(Root function, std::initializer_list<Value> arguments) {
        return call(root(function), arguments);
    }
    Value suspend();  // parked: the machine delivers the result later (deliver, deliver_exception)

    // --- cost: units of native work (elements, bytes), charged to the clock by the machine ---
    void charge(uint64_t units) {
        charged_units += units;
        if (charged_units >= units_alarm) block.attention |= attention_units;
    }
    uint64_t charged_units = 0;      // by all natives since the Vm was made or restored
    uint64_t units_alarm = ~uint64_t{0};
    uint64_t user_instructions = 0;  // likewise; exact inside natives and between runs
    bool running = false;
    RunningLoop loop;
    bool reraised = false;           // RERAISE: the traceback has this frame already
    static constexpr uint32_t raised_here = ~uint32_t{0};
    uint32_t raised_at = raised_here;  // RERAISE: the instruction that raised it first
    // A native that has done this much in one go ends with Vm::call of itself and its state.
    static constexpr uint64_t slice_units = 10'000;

    std::span<const NativeRow> natives;

    std::vector<Signature> signatures;  // of `natives`, parsed once
    // By index: natives that a call with so many positional arguments reaches without binding.
    struct DirectNative {
        NativeCode code = nullptr;
        uint8_t least = 1, parameters = 0, most = 0;  // at first no number of arguments fits
        bool checks_self = false;     // the first one must be of the owner's type
        Quick form = Quick::CALL;     // of the places that call it with `form_arguments`
        uint8_t form_arguments = 0;
    };
    std::vector<DirectNative> direct_natives;

    // Look-ups through the MRO, by type and name: outside the block, valid while the type's
    // version is. Whoever replaces the block's bytes calls forget_lookups.
    struct Lookup {
        uint32_t type = 0, name = 0, version = 0;
        Value found;
    };
    std::array<Lookup, 1024> lookups;
    void forget_lookups() {
        lookups.fill({});
        forget_shape_lookups();
    }
    // What an attribute's name leads to in objects of one shape: what the inline caches hold, for
    // the places that see many shapes. Outside the block; forgotten whenever those are.
    enum class ShapeUse : uint32_t { load, method, store };
    struct ShapeLookup {
        uint32_t shape = 0, name = 0;
        ShapeUse use = ShapeUse::load;
        uint32_t target = 0;  // load, store: offset in the object; method: the function
        // store: the shape after it, if the attribute is new; load: 1, if the target is no offset
        // in the object but one in its class's attributes
        uint32_t extra = 0;
        bool is(uint32_t its_shape, uint32_t its_name, ShapeUse its_use) const {
            return shape == its_shape && name == its_name && use == its_use;
        }
    };
    static constexpr uint32_t shape_lookup_count = 2048;
    ShapeLookup& shape_lookup(uint32_t shape, uint32_t name, ShapeUse use) {
        const uint32_t hash = shape / 16 * 31 + name / 16 * 7 + static_cast<uint32_t>(use);
        return shape_lookups[hash % shape_lookup_count];
    }
    void forget_shape_lookups() { shape_lookups.fill({}); }
    std::array<ShapeLookup, shape_lookup_count> shape_lookups;
    // After the block's bytes were replaced: what is derived from them outside the block.
    void restored();

    // The collector's own between its turns, so that none has to be made anew: all zero, empty.
    std::vector<uint64_t> mark_bits;
    std::vector<uint32_t> grey_cells;

    // What the last native asked for; read and reset by the interpreter.
    struct Request {
        // class_body: `callable` is a function whose code runs with arguments[0], a dict, as locals
        enum class Kind : uint8_t { none, call, suspend, class_body, generator } kind = Kind::none;
        Value callable, keyword_names;
        std::vector<Value> arguments;
    } request;
    uint32_t nested_calls = 0;  // calls made by calls, no frame between them: C++ recursion
};

}  // namespace meada
