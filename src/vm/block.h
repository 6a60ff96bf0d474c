// The block: one relocatable run of bytes that holds the whole state of the simulated machine.
// Everything in it refers by 32-bit offsets. This file: reading, storing, allocating, counting.
//
// Storing goes through `edit`, `store` and `move_in` only: they mark a 512-byte card in a map
// outside the block, which checkpoints (history) and the collector read. The frame that runs is
// the exception: its cards are marked when it becomes active (see frame.h).
//
// The bytes may move at any call that may allocate; offsets stay. The collector does not move
// cells and never starts inside an allocation: only the interpreter starts it, between two
// instructions, so C++ code needs no handles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "base/varint.h"
#include "vm/relocation.h"
#include "vm/value.h"

namespace meada {

enum class Kind : uint8_t {
#define KIND(name, type, references, first_value) name,
#include "vm/kinds.def"
#undef KIND
};

struct Shape;
struct Mortal;

// The header of every cell. A cell whose kind is free_cell is zero but for `link`.
struct Object {
    Ref<Shape> shape;  // of what type, with which attributes; 0 for inner kinds (values, keys, …)
    Kind kind;
    uint8_t flags;     // CellFlags
    uint16_t detail;   // its meaning is the kind's
};
static_assert(sizeof(Object) == 8);

enum CellFlags : uint8_t {
    cell_old = 1,      // survived a collection
    cell_mortal = 2,   // references to it are counted; Value::mortal_bit is set in each
    cell_finalized = 4,  // its finaliser has run or is queued
    cell_interned = 8,   // str: the one with this text
    cell_dying = 16,     // mortal: its count fell to zero in this instruction (header().dying)
    cell_doomed = 32,    // mortal: waits in its context's queue for its finaliser (finalize.h)
    cell_unreachable = 64,  // doomed by the collector: its references stand, nobody reaches it
    cell_noted = 128,    // it holds a mortal: has been, or is to be, looked at (holders.h)
};

constexpr uint32_t block_size_bytes_max = 256u << 20;  // a script that wants more gets MemoryError
constexpr uint32_t page_size_bytes = 16u << 10;        // cells of one size share a page
constexpr uint32_t page_count_max = block_size_bytes_max / page_size_bytes;
// Kept back from the script, so that its MemoryError can still be reported.
constexpr uint32_t page_reserve = 512;
constexpr uint32_t card_size_bytes = 512;
constexpr uint32_t size_class_count = 32;
constexpr uint32_t cell_size_bytes_max = 8192;  // larger cells take whole pages

// Why the interpreter should look up at the next opportunity (Block::attention).
enum Attention : uint8_t {
    attention_collect = 1,  // enough has been allocated
    attention_dying = 2,    // a mortal's count fell to zero
    attention_units = 4,    // natives have charged a lot (Vm::charge)
    attention_holders = 8,  // a container that is not mortal got a mortal (Block::noted)
};
constexpr uint32_t collect_after_bytes = 512u << 10;
constexpr uint32_t collect_all_bytes = 1u << 31;  // asks for a major collection

enum CardMark : uint8_t {
    card_for_collector = 1,
    card_for_checkpoint = 2,
    card_since_freeze = 4,  // of frozen pages: never cleared (see freeze)
};
constexpr uint8_t card_written = card_for_collector | card_for_checkpoint | card_since_freeze;

// One a page, in a table at the start of the block.
struct Page {
    uint16_t size_class;   // 0: unused; size_class_large; size_class_rest: inside a large cell
    uint16_t used_cells;   // those behind them were not handed out since the page was swept
    uint32_t free_list;    // the first free cell below used_cells, linked by Object::shape
    uint16_t free_cells;   // in free_list
    uint16_t old_cells;    // how many lived when it was swept: 0 if none has cell_old
    uint16_t next;         // index + 1 of the next page with room in this class
    uint16_t page_count;   // large: pages of the cell
    uint8_t fresh;         // 1: cells were handed out since the last collection
    uint8_t listed;        // 1: in its class's list of pages with room
    uint8_t mortals;       // 1: perhaps it has some
    uint8_t unused;
};
static_assert(sizeof(Page) == 20);
constexpr uint16_t size_class_large = 0xfffe;
constexpr uint16_t size_class_rest = 0xffff;

constexpr uint32_t root_count_max = 768;

// At offset 0.
struct BlockHeader {
    uint32_t magic, layout_version;
    uint32_t page_count;                // pages in use or once used: the block's size
    uint32_t allocated_bytes;           // since the last collection: what starts the next
    uint64_t live_bytes_after_major;    // of the last major collection
    uint64_t live_bytes;                // estimate: allocated minus freed, since freeze
    uint16_t room[size_class_count];    // index + 1 of the first page with room
    uint32_t next_serial;               // id() and the 0x… of a repr, handed out at first request
    uint32_t dying, last_dying;         // mortals whose count fell to zero, linked in Mortal
    uint32_t collection_count;
    uint32_t contexts;                  // first Context, linked by Context::next
    uint32_t mortal_cells;              // how many exist: 0 spares the collector's second look
    uint32_t first_unused_page;         // none below it is unused
    uint32_t recursion_limit;           // Python frames of a context (sys.setrecursionlimit)
    uint32_t digits_limit;              // of int <-> str (sys.set_int_max_str_digits)
    uint32_t holder_credit;             // what looking at holders may still cost (holders.h)
    uint32_t longest_code;              // instructions of the longest code object loaded so far
    uint32_t page_limit;                // allocating stops here; see page_reserve
    uint32_t frozen_pages;              // the first so many: see freeze
    uint64_t epoch;                     // of inline caches: see attributes.cpp
    Value scratch[16];                  // arguments of a native; see calls.cpp
    Value roots[root_count_max];          // by Root (vm.h), then the upper floors' own
};
static_assert(offsetof(BlockHeader, scratch) <= card_size_bytes);
constexpr uint32_t page_table_offset = 8192;

class Block {
  public:
    Block();
    ~Block();
    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;

    // Reading. The reference is dead after the next call that may allocate.
    template <typename T>
    const T& operator[](Ref<T> ref) const {
        return *reinterpret_cast<const T*>(bytes_ + ref.offset);
    }
    template <typename T = Value>
    const T* at(uint32_t offset) const {
        return reinterpret_cast<const T*>(bytes_ + offset);
    }
    const Object& object(Value value) const { return (*this)[value.as_ref()]; }
    Kind kind(Value value) const {  // of a reference; ints and floats have none
        return value.is_ref() ? object(value).kind : Kind::free_cell;
    }

    // Storing: marks the cards of the T (not of what follows it in the cell).
    template <typename T>
    T& edit(Ref<T> ref) {
        mark(ref.offset, sizeof(T));
        return *reinterpret_cast<T*>(bytes_ + ref.offset);
    }
    // A raw stretch that the caller is about to overwrite with anything but counted Values.
    uint8_t* edit_bytes(uint32_t offset, uint32_t size) {
        mark(offset, size);
        return bytes_ + offset;
    }

    // Counted slots: every Value slot in a cell. `store` replaces what is there.
    Value load(uint32_t slot) const { return *at<Value>(slot); }
    void store(uint32_t slot, Value value) {
        if (value.is_mortal()) increment(value);
        const Value old = exchange(slot, value);
        if (old.is_mortal()) decrement(old);
    }
    // Hands a slot's count over instead of changing it: for moving values between slots.
    void move_in(uint32_t slot, Value value) { exchange(slot, value); }
    void clear(uint32_t slot) { store(slot, Value{}); }

    // A 32-bit reference to what may be mortal: a traceback's next, a function's defaults, …
    void refer(uint32_t field, Value value) {
        increment_if_mortal(value);
        const uint32_t old = *at<uint32_t>(field);
        edit(Ref<uint32_t>{field}) = value.offset();
        if (old != 0) decrement_if_mortal(value_of(Ref<Object>{old}));
    }

    // A zeroed cell with its header filled in; null if the block would pass its limit (the caller
    // raises MemoryError, see Vm::allocate). `size` in bytes, header included.
    uint32_t allocate(Kind kind, Ref<Shape> shape, uint32_t size);
    bool refused = false;  // an allocation failed; who takes note of it resets it
    // Gives an inner cell back at once (a list's old storage): nothing else may refer to it.
    // Its Values must have been moved out or cleared.
    void free_now(uint32_t offset);
    // Bytes of the cell at this offset (the size class's, so at least what was asked for).
    uint32_t cell_size(uint32_t offset) const;

    template <typename T>
    Value value_of(Ref<T> ref) const {  // with the mortal bit where it belongs
        const uint64_t mortal = at<Object>(ref.offset)->flags & cell_mortal;
        return Value{ref.offset | mortal << 31};
    }

    void increment(Value mortal);
    void decrement(Value mortal);  // at zero: onto the list of the dying (header().dying)
    void increment_if_mortal(Value value) {
        if (value.is_mortal()) increment(value);
    }
    void decrement_if_mortal(Value value) {
        if (value.is_mortal()) decrement(value);
    }
    // A value that was made and that perhaps nobody stored: then it dies.
    void let_go_if_fresh(Value value) {
        if (!value.is_mortal()) return;
        increment(value);
        decrement(value);
    }
    void make_mortal(uint32_t cell);  // right after it was allocated
    void make_immortal(uint32_t cell);  // likewise: what will never die
    uint32_t& count_of(uint32_t mortal);
    // This object got a mortal: if it is not one itself, it becomes one before the next
    // instruction, so that what it holds dies with it (holders.h).
    void note_holder(uint32_t cell) {
        if (!(at<Object>(cell)->flags & (cell_mortal | cell_noted))) note(cell);
    }
    std::vector<uint32_t> noted;  // since the last instruction
    // It got a weak reference: it becomes mortal if it can, whoever runs.
    void note_target(uint32_t cell) {
        if (at<Object>(cell)->flags & cell_mortal) return;
        noted_targets.push_back(cell);
        attention |= attention_holders;
    }
    std::vector<uint32_t> noted_targets;  // likewise

    // For changing what stands before the roots: all of it is in one card.
    BlockHeader& header() {
        cards_[0] = card_written;
        return *reinterpret_cast<BlockHeader*>(bytes_);
    }
    const BlockHeader& header() const { return *at<BlockHeader>(0); }
    uint32_t size_bytes() const { return header().page_count * page_size_bytes; }
    uint8_t attention = 0;  // Attention; derived from the block, so not part of it
    std::span<const uint8_t> bytes() const { return {bytes_, size_bytes()}; }
    uint8_t* base() { return bytes_; }
    uint8_t* cards() { return cards_.data(); }
    const uint8_t* cards() const { return cards_.data(); }

    // From now on what lives, lives for ever (a boot image: most of it is needed to the end, and
    // tracing it would cost each major collection more than the script's own cells). Frozen cells
    // that were written since are roots; their pages are handed out no more.
    void freeze();
    uint32_t frozen_end() const { return header().frozen_pages * page_size_bytes; }
    bool is_frozen(uint32_t cell) const { return cell < frozen_end(); }

    // Replaces everything by a copy of these bytes. Of a boot image as it was frozen no card is
    // marked; of a snapshot all: the collector then finds the same garbage as with exact ones.
    enum class Contents : uint8_t { frozen, snapshot };
    Result<bool> assign(std::span<const uint8_t> bytes, Contents contents);
    // Before cards are written back one by one: so many bytes, zero where they were not before.
    void resize(uint32_t size);
    void refresh_attention();
    // To another address; what points to the old one reads nothing of it (the chaos option).
    void relocate();
    uint64_t moves = 0;       // how often relocate() has run
    uint32_t move_every = 0;  // chaos: so many allocations move the block; 0: only growing does

    // Inlined where the loop does it: what calls nothing keeps its registers.
    [[gnu::always_inline]] void mark_here(uint32_t offset, uint32_t size) {
        const uint32_t first = offset / card_size_bytes;
        const uint32_t last = (offset + size - 1) / card_size_bytes;
        uint8_t* const cards = cards_.data();
        cards[first] = cards[last] = card_written;
        if (__builtin_constant_p(size) && size <= card_size_bytes) return;
        for (uint32_t card = first + 1; card < last; ++card) cards[card] = card_written;
    }
    void mark(uint32_t offset, uint32_t size) { mark_here(offset, size); }

  private:
    friend class Collector;

    Value exchange(uint32_t slot, Value value) {
        cards_[slot / card_size_bytes] = card_written;
        Value* place = reinterpret_cast<Value*>(bytes_ + slot);
        const Value old = *place;
        *place = value;
        return old;
    }
    Page& page(uint32_t index) {
        return edit(Ref<Page>{page_table_offset + index * static_cast<uint32_t>(sizeof(Page))});
    }
    void make_header();
    uint32_t take_cell(uint32_t size_class);
    uint32_t take_large(uint32_t size);
    uint32_t take_pages(uint32_t count);
    void release_pages(uint32_t first, uint32_t count);
    void release_cell(uint32_t page_index, uint32_t offset);
    bool has_much_room(const Page&) const;
    void list_page(uint32_t page_index);
    void list_rooms();
    bool list_any_room(uint32_t size_class);
    uint32_t open_page(uint32_t size_class);
    void add_dying(Ref<Mortal>);
    void note(uint32_t cell);
    void grow(uint32_t page_count);

    uint8_t* bytes_ = nullptr;
    uint32_t moves_in_ = 0;
    uint32_t capacity_bytes_ = 0;
    Relocation relocation_;
    std::vector<uint8_t> cards_;
};

}  // namespace meada
