// The layout of every object in the block. Offsets only, no padding, no pointers; what traces
// them is in kinds.def. `attributes` is the __dict__ of an instance of a Python subclass of a
// built-in type, made at first use; 0 until then.
#pragma once

#include "code/code_unit.h"
#include "vm/block.h"

namespace meada {

struct Str;
struct Dict;
struct Tuple;
struct Type;

struct Values : Object {  // a bare array; as many as the cell holds
    static constexpr uint32_t first_offset = 8;
};
struct Raw : Object {};

struct Boolean : Object {};  // detail: 0 or 1

struct BigInt : Object {  // detail: 1 if negative. Digits of 28 bits, least first (libtommath's)
    Ref<Dict> attributes;
    uint32_t digit_count;
    static constexpr uint32_t digits_offset = 16;  // uint32_t[digit_count]
};
struct BoxedFloat : Object {
    Ref<Dict> attributes;
    uint32_t unused;
    double number;
};
struct Complex : Object {
    Ref<Dict> attributes;
    uint32_t unused;
    double real, imaginary;
};

// detail: bytes a code point takes, 1, 2 or 4: the least that holds every one (as CPython, whose
// hashes are over these bytes); bit 3 is set if all are ASCII.
struct Str : Object {
    Ref<Dict> attributes;
    uint32_t length;  // code points
    uint64_t hash;    // 0: not computed yet
    static constexpr uint32_t data_offset = 24;
    static constexpr uint16_t width_mask = 7, ascii_bit = 8;
};
struct ByteString : Object {
    Ref<Dict> attributes;
    uint32_t length;
    uint64_t hash;  // 0: not computed yet
    static constexpr uint32_t data_offset = 24;
};
struct ByteArray : Object {
    Ref<Dict> attributes;
    Ref<Raw> storage;  // bytes from offset 8
    uint32_t length;
    uint32_t export_count;  // memory views that forbid resizing
};

struct Tuple : Object {  // detail: unpacked_mark, or 0
    Ref<Dict> attributes;  // a mortal one, never of a subclass, counts its references here
    uint32_t count;
    static constexpr uint32_t items_offset = 16;  // Value[count]
};
// A tuple with which the prelude answers an instruction that it was called for and that now runs
// again (made by _meada.unpacked): no script ever sees it.
constexpr uint16_t unpacked_mark = 1;
struct List : Object {
    Ref<Dict> attributes;
    Ref<Values> items;  // 0 while capacity is 0
    uint32_t count;
    uint32_t capacity;
    uint32_t references;  // if mortal; likewise below
    uint32_t unused;
};

// As CPython's compact dict: a table of indices into entries in order of insertion.
struct DictEntry {
    uint64_t hash;
    Value key;    // null: deleted
    Value value;
};
struct DictKeys : Object {  // detail: log2 of the index table's size
    uint32_t usable;        // entries that may still be added
    uint32_t entry_count;   // used ones, deleted included
    // then: index table of uint8_t, uint16_t or uint32_t (all ones: empty; all ones but the last
    // bit: deleted), aligned to 8; then DictEntry[size * 2 / 3]
    static constexpr uint32_t indices_offset = 16;
};
constexpr uint32_t dict_entries_offset(uint32_t log2_size) {  // from the start of the DictKeys
    const uint32_t width = log2_size <= 7 ? 1 : log2_size <= 15 ? 2 : 4;
    return DictKeys::indices_offset + (((width << log2_size) + 7) & ~7u);
}
struct Dict : Object {
    Ref<Dict> attributes;
    Ref<DictKeys> keys;
    uint32_t count;
    // Non-zero: some instruction has cached a slot, or that a name of the built-ins is no key here;
    // set to 0 when entries move, or when such a key comes. A deleted key leaves a null value.
    uint32_t slot_version;
    uint32_t references;
    uint32_t absence_version;
};

struct SetEntry {
    Value key;  // null: never used; Value::from_int(-1) with hash ~0: deleted ("dummy")
    uint64_t hash;
};
struct SetTable : Object {
    uint32_t mask;
    uint32_t finger;  // where pop() looks next
    static constexpr uint32_t entries_offset = 16;  // SetEntry[mask + 1]
};
struct Set : Object {
    Ref<Dict> attributes;
    Ref<SetTable> table;
    uint32_t count;  // keys
    uint32_t fill;   // keys and deleted entries
    uint64_t hash;   // frozenset; 0: not computed yet
    uint32_t references;
    uint32_t unused;
};

struct Range : Object {
    Value start, stop, step;  // ints of any size
};
struct Slice : Object {
    Value start, stop, step;
};

enum class IteratorForm : uint16_t {  // Object::detail
    list, tuple, range, str, bytes, bytearray, dict_keys, dict_values, dict_items, set,
    reversed_list, reversed_dict_keys, reversed_dict_values, reversed_dict_items,
    sequence,  // __getitem__ from 0 until IndexError
    callable,  // iter(callable, sentinel)
    enumerate, zip, map, filter, reversed_sequence, range_big, memory,
};
struct Iterator : Object {
    uint32_t index;  // next position
    uint32_t limit;  // dict, set: expected count; range: how many are left
    uint32_t length; // range: how many there were
    uint32_t references;
    Value source;    // null when exhausted (but range)
    Value next, step;  // range: ints; others as the form needs
};

// What attributes an object has and where: instances made alike share one. Each type has a root
// shape; adding an attribute goes to the shape for (shape, name). Inline caches compare shapes.
struct Shape : Object {
    Ref<Type> type;
    Ref<Shape> parent;      // 0: root
    Ref<Str> name;          // the attribute added to parent's, in slot count - 1
    Ref<Dict> transitions;  // name -> shape; 0 until needed
    uint32_t count;         // slots in use
    uint32_t dict_mode;     // 1: attributes are in Instance::dict
};

enum TypeFlags : uint32_t {
    type_heap = 1,            // made by a class statement
    type_base = 2,            // may be subclassed
    type_mortal = 4,          // instances are counted: has __del__
    type_dict = 8,            // instances have a __dict__
    type_cached = 16,         // some inline cache relies on it
    type_exception = 32,      // a subclass of BaseException
    type_abstract = 128,      // has abstract methods
    type_slots_only = 256,    // __slots__ without __dict__
    type_weakrefs = 512,
    type_hidden = 1024,       // stands for one of C: messages put its module in front of its name
    type_end = 2048,          // an exception by which a loop, an await or a generator may end
};

constexpr uint32_t type_inherited = type_exception | type_mortal | type_end;

enum class Special : uint8_t {
#define SPECIAL(name) name##_,
#include "vm/specials.def"
#undef SPECIAL
};
constexpr uint32_t special_count = 0
#define SPECIAL(name) +1
#include "vm/specials.def"
#undef SPECIAL
    ;

struct Type : Object {
    Ref<Dict> attributes;      // what the class body and setattr put there
    Ref<Tuple> bases, mro;
    Ref<Str> name, qualified_name;
    Ref<Type> base;            // the one whose layout instances have
    Ref<Shape> root_shape, dict_shape;
    Ref<List> subclasses;
    uint32_t flags;            // TypeFlags
    uint32_t version;          // changes when a look-up through it may change
    Kind instance_kind;
    uint8_t unused[3];
    uint32_t instance_slots;   // attribute slots that a new instance gets
    uint32_t member_slots;     // of them, how many members of __slots__ own: the first ones
    Value specials[special_count];  // looked up through the MRO; null: none
};

struct Instance : Object {
    Ref<Dict> dict;   // dict mode only
    uint32_t count;   // references, if mortal (Mortal)
    static constexpr uint32_t slots_offset = 16;  // Values to the cell's end
};

// What a mortal must have, whatever else it is. Where the count is depends on the kind.
struct Mortal : Object {};

struct Traceback;
struct Exception : Object {
    Ref<Dict> attributes;
    Ref<Traceback> traceback;
    uint32_t suppress_context;
    uint32_t references;
    Value args;            // tuple
    Value cause, context;  // null or None: none
    Value extra[4];        // StopIteration.value, SystemExit.code; NameError, AttributeError: name,
                           // obj; SyntaxError: details; ImportError: name; OSError: errno,
                           // strerror, filename; ExceptionGroup: message, exceptions
};

// Exception::detail: since it was raised the script's frames have heard of it (unwind.cpp).
constexpr uint16_t exception_told = 1;

struct CodeObject;
struct Context;
struct Generator;
// Where a frame is, or what is left of it. Frames live on a context's stack, whose memory is used
// again, so whether this one is still there is found by its serial.
struct FramePlace {
    Ref<CodeObject> code;
    Ref<Dict> globals;
    Ref<Dict> locals;        // of a module's or class's body; 0 in functions
    Ref<Values> kept;        // once it was left by an exception: its slots' values
    Ref<Context> context;
    Ref<Generator> generator;  // the one that it belongs to, or 0
    uint32_t frame, serial;
    uint32_t instruction;    // where it stood when this was made
};
struct FrameObject : Object {
    Ref<FrameObject> back;   // 0: not asked for yet
    FramePlace place;
    uint32_t line;           // where it stood then
};
struct Traceback : Object {  // detail: traceback_shown, or 0
    Ref<Traceback> next;     // towards the raising frame
    Ref<FrameObject> frame;  // 0: not asked for yet
    FramePlace place;
    uint32_t line;
    uint32_t references;
};
// A script has had it in its hands: then it does not go with its exception.
constexpr uint16_t traceback_shown = 1;

// An instruction as it runs. `word` is opcode | argument << 8; fast forms (vm/quick.def) replace
// the opcode and use the caches.
struct CodeWord {
    uint32_t word;
    uint32_t cache_key;     // a shape or a dict version
    uint32_t cache_target;  // an offset
    uint32_t cache_extra;
};
struct Instructions : Object {
    static constexpr uint32_t first_offset = 16;  // CodeWord[], aligned to 16
    uint32_t count;
    uint32_t unused;
};

struct PackedExceptionRange {
    uint32_t start, end, target;
    uint32_t depth_and_push;  // depth << 1 | push_last_index
};

enum CodeObjectFlags : uint32_t {  // beside CodeFlags
    code_library = 0x10000,        // of the modelled library: uncounted, atomic, free of charge
    code_hidden = 0x20000,         // not in tracebacks: stands for what is native in CPython
    code_has_cells = 0x40000,
    code_elsewhere = 0x80000,      // its lines are not the script's
};
using LibraryLine = uint16_t;
struct CodeObject : Object {
    Ref<Str> name, qualified_name, file_name;
    Ref<Tuple> constants, names, slot_names;  // slot_names: locals, cells, free variables
    Ref<Instructions> instructions;
    Ref<Raw> ranges;      // from offset 8: SourceRange[]; of the library: LibraryLine[]
    Ref<Raw> exceptions;  // PackedExceptionRange[] from offset 8
    uint32_t flags;
    uint32_t positional_count, positional_only_count, keyword_only_count;
    uint32_t slot_count, local_count, cell_count, free_count;
    uint32_t stack_size, first_line, exception_range_count, instruction_count;
    uint32_t unit_index;  // in CodeUnit::codes
    static constexpr uint32_t reference_count = 9;
};

struct Function : Object {
    Ref<CodeObject> code;
    Ref<Dict> globals;
    Ref<Str> name, qualified_name, module;
    Ref<Tuple> defaults;
    Ref<Dict> keyword_defaults;
    Ref<Tuple> closure;
    Ref<Dict> attributes, annotations;
    uint32_t version;  // for inline caches: changes with code, defaults
    uint32_t references;
    Value documentation;  // null: the code's first constant, if that is a str
};

struct NativeFunction : Object {
    Ref<Str> name;
    Ref<Type> owner;   // of a method; 0 for a module's function
    Ref<Str> module;
    uint32_t index;    // in the native table
};
struct BoundMethod : Object {
    uint32_t unused;
    uint32_t references;
    Value self, function;
};
struct MethodWrapper : Object {
    Ref<Dict> attributes;
    uint32_t unused;
    Value function;
};
struct Property : Object {
    Ref<Dict> attributes;
    uint32_t unused;
    Value getter, setter, deleter, documentation, name;
};
struct Cell : Object {
    uint32_t unused;
    uint32_t references;
    Value content;
};
struct Module : Object {  // detail: 1 while its body runs
    Ref<Str> name;
    Ref<Dict> attributes;
};
struct Super : Object {
    Value type, self, self_type;
    static constexpr uint32_t size_mortal = 40;  // its count follows, if `self` is mortal
};
enum class MemberForm : uint16_t { slot, native, item };  // Object::detail
struct Member : Object {
    Ref<Str> name;
    Ref<Type> owner;
    Ref<Str> documentation;  // of a named tuple's field, if it was given one
    uint32_t index;   // slot, getter in the native table, or place in a named tuple
    uint32_t setter;  // native index + 1, 0: read only
};
enum class DictViewForm : uint16_t { keys, values, items, proxy };
struct DictView : Object {
    Ref<Dict> dict;
    uint32_t references;
};

// Objects of the machine and the library: lock, event loop, random state, …
struct NativeObject : Object {  // detail: how many Values
    Ref<Dict> attributes;
    uint32_t count;  // Mortal
    // Value[detail], then raw bytes to the cell's end
    static constexpr uint32_t values_offset = 16;
};
inline uint32_t value_count(const Object& native_object) { return native_object.detail & 0xff; }

// What happens with a frame's result when it returns (or, a generator's, yields) to its caller.
enum class ReturnMode : uint8_t {
    push,         // onto the caller's value stack; a generator's return raises StopIteration
    discard,      // __setattr__, __setitem__, …
    init,         // __init__: must be None; the new instance is on the caller's stack already
    binary,       // __add__ …: NotImplemented goes on to the prelude's full protocol
    next,         // __next__ or a generator under FOR_ITER: StopIteration ends the loop
    send,         // a generator under SEND: its return ends the delegation
    close,        // generator.close()
    step,         // an async generator's __anext__().send(): what it yields ends the step
    class_body,   // a class body: the caller gets what it returned (its __class__ cell or None)
    module_body,  // an imported module's body: the module is the result
    push_over_two,  // replaces the two values on top of the caller's stack
    raise,        // an exception (made by the prelude), which is then raised
    decide,       // a bool: the rest of JUMP_IF_TRUE_OR_POP or JUMP_IF_FALSE_OR_POP
    bottom,       // a context's first frame: its result is the context's
    finalizer,    // __del__, a dying generator: exceptions are reported and dropped
    close_inner,  // a generator that another one delegates to, which is being closed: as close,
    raise_saved,  // and then (or when a close() returns) the caller's Frame::extra is raised
    awaited,      // __await__(): must be an iterator, then onto the caller's stack
    length,       // __len__ under len(): must be an int that is no less than 0
};

// A frame lives in a stack chunk or in its generator. Slots follow it: locals, cells and free
// variables (CodeObject::slot_count), then the value stack.
struct Frame {
    uint32_t previous;      // the caller's frame, 0 at the bottom
    Ref<CodeObject> code;
    Ref<Function> function;
    Ref<Dict> globals;
    Ref<Dict> locals;       // of module and class bodies; 0 in functions
    uint32_t next_word;     // offset of the CodeWord that runs next; valid while it does not run
    uint32_t stack_end;     // offset behind the last value on the value stack; likewise
    uint32_t generator;     // the Generator it is embedded in, or 0
    ReturnMode return_mode;
    uint8_t flags;          // FrameFlags
    uint16_t unused;
    uint32_t serial;        // numbers the frames of a context: for stepping over and out
    Ref<Tuple> keyword_names;  // between KW_NAMES and the CALL behind it
    uint32_t unused2;
    Value extra;            // the operator of ReturnMode::binary; the module of module_body; …

    static constexpr uint32_t slots_offset = 56;
    Value* slots() { return reinterpret_cast<Value*>(this + 1); }
};
static_assert(sizeof(Frame) == Frame::slots_offset);
enum FrameFlags : uint8_t {
    frame_library = 1,   // uncounted, atomic
    frame_hidden = 2,    // not in tracebacks
};

struct StackChunk : Object {
    uint32_t previous;  // chunk, or 0
    uint32_t top;       // offset of the first free byte
    uint32_t end;       // offset behind the chunk
    uint32_t unused;
    static constexpr uint32_t first_offset = 24;
};
constexpr uint32_t stack_chunk_size_bytes = page_size_bytes;

enum class GeneratorState : uint32_t { created, suspended, running, finished };
struct Generator : Object {  // detail: GeneratorForm
    uint32_t yields_item;    // async generator: the next yield is its own, not an await's
    uint32_t count;          // Mortal
    Ref<CodeObject> code;
    Ref<Str> name, qualified_name;
    GeneratorState state;
    Value handled;           // the exception that its innermost except block handles
    Value awaiting;          // what it delegates to (yield from, await) while suspended
    Value origin;            // async generators, once started: the finalizer hook, or None;
                             // coroutines: null, or (file, line, name) of the calls that made it
    uint32_t outer_item;     // running: the generator (0: context) whose `handled` is next outwards
    uint8_t first_awaited;   // coroutine: has been started or closed
    uint8_t closed;          // async generator: aclose() has begun, whether it obeys or not
    uint8_t closing;         // async generator: aclose() is under way (1: under SEND, 2: by send)
    uint8_t stepping;        // async generator: a step of it has begun and not ended
    Frame frame;             // slots behind it
};
enum class GeneratorForm : uint16_t { generator, coroutine, async_generator };

enum class AsyncStepForm : uint16_t { next, send, throw_, close, wrapped_coroutine, anext_default };
struct AsyncStep : Object {
    Ref<Dict> attributes;
    uint32_t state;
    uint32_t unused;
    uint32_t references;
    Value generator;
    Value arguments[3];
};

// A thread of execution as the interpreter sees it; the machine has one in each of its threads.
struct Context : Object {
    uint32_t frame;         // the running or suspended innermost frame, 0: none
    uint32_t chunk;         // the newest stack chunk; 0: none yet
    uint32_t depth;         // Python frames: the recursion limit counts them
    uint32_t handled_item;  // the generator whose `handled` is innermost, or 0
    uint32_t frame_serial;  // frames made so far
    uint32_t next;          // Context, in the list that starts in the block's header
    uint32_t delivery;      // ReturnMode of what it is parked in
    Ref<Values> doomed;     // mortals that are to be finalised: see finalize.h
    uint64_t instructions;  // of user code, since it started
    uint32_t doomed_count;
    uint32_t interrupted;   // 1: `exception` came from outside and is raised when this runs
    uint32_t origin_depth;  // how many calls a new coroutine keeps of those that made it
    uint32_t unused;
    Value exception;        // being raised, else null
    Value handled;          // the exception that the innermost except block handles
    Value owner;            // the machine's thread object
    Value result;           // of the bottom frame, once it has ended
    Value first_iteration, finalizer;  // sys.set_asyncgen_hooks; null: none
    Value shown;            // tuple: offsets of the containers whose repr called Python code
};

// Where a mortal of this kind keeps the number of references to it; while it is in the list of the
// dying, the offset of the next one.
constexpr uint32_t count_offset(Kind kind) {
    switch (kind) {
        case Kind::tuple: return 8;
        case Kind::list: return sizeof(List) - 8;
        case Kind::dict: return sizeof(Dict) - 8;
        case Kind::set: return sizeof(Set) - 8;
        case Kind::iterator:
        case Kind::exception:
        case Kind::async_step:
        case Kind::wrapped_coroutine: return 20;
        case Kind::traceback: return sizeof(Traceback) - 4;
        case Kind::function: return offsetof(Function, references);
        case Kind::super: return sizeof(Super);
        default: return 12;  // instance, generator, native_object, bound_method, cell, view
    }
}

}  // namespace meada
