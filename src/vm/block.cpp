#include "vm/block.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/zeros.h"
#include "vm/objects.h"
#include "vm/size_classes.h"

namespace meada {
namespace {

constexpr uint32_t block_magic = 0x6164656d;  // "meda"
constexpr uint32_t block_layout_version = 4;
constexpr uint32_t table_end = page_table_offset + page_count_max * sizeof(Page);
constexpr uint32_t first_free_page = (table_end + page_size_bytes - 1) / page_size_bytes;
constexpr uint32_t capacity_bytes_start = 4u << 20;  // beyond what there is at the start
constexpr uint32_t holder_credit_start = 200;

static_assert(sizeof(BlockHeader) <= page_table_offset);

uint8_t* allocate_zeroed(size_t size) {
    auto* bytes = static_cast<uint8_t*>(std::calloc(size, 1));
    ASSERT(bytes != nullptr);
    return bytes;
}

}  // namespace

Block::Block() : cards_(block_size_bytes_max / card_size_bytes) {
    capacity_bytes_ = capacity_bytes_start;
    bytes_ = allocate_zeroed(capacity_bytes_);
    make_header();
}

Block::~Block() { relocation_.release(bytes_); }

void Block::make_header() {
    BlockHeader& header = edit(Ref<BlockHeader>{0});
    header.magic = block_magic;
    header.layout_version = block_layout_version;
    header.page_count = first_free_page;
    header.first_unused_page = first_free_page;
    header.page_limit = page_count_max - page_reserve;
    header.recursion_limit = 1000;
    header.digits_limit = 4300;
    header.holder_credit = holder_credit_start;
    for (uint32_t index = 0; index < first_free_page; ++index)
        page(index).size_class = size_class_rest;
}

void Block::grow(uint32_t page_count) {
    ASSERT(page_count <= page_count_max);
    const uint32_t needed = page_count * page_size_bytes;
    if (needed > capacity_bytes_) {
        const uint32_t capacity = std::max(needed, std::min(block_size_bytes_max,
                                                            capacity_bytes_ * 2));
        uint8_t* bytes = allocate_zeroed(capacity);
        std::memcpy(bytes, bytes_, size_bytes());
        relocation_.release(bytes_);
        bytes_ = bytes;
        capacity_bytes_ = capacity;
    }
    header().page_count = page_count;
}

// First fit from below, so that the block stays short; 0 if it would pass its limit.
uint32_t Block::take_pages(uint32_t count) {
    uint32_t index = header().first_unused_page;
    uint32_t found = 0;  // unused pages in a row before index
    const uint32_t end = header().page_count;
    while (index < end && found < count) {
        found = at<Page>(page_table_offset)[index].size_class == 0 ? found + 1 : 0;
        ++index;
    }
    const uint32_t first = index - found;
    if (found < count) {
        if (first + count > header().page_limit) {
            refused = true;
            return 0;
        }
        grow(first + count);
    }
    BlockHeader& header = this->header();
    while (header.first_unused_page < first + count && header.first_unused_page >= first)
        header.first_unused_page = first + count;
    return first;
}

void Block::release_pages(uint32_t first, uint32_t count) {
    for (uint32_t index = first; index < first + count; ++index) page(index) = Page{};
    header().first_unused_page = std::min(header().first_unused_page, first);
}

// Cells are handed out only where at least half of a page is free, as long as there are pages
// enough. Old cells beside new ones cost each collection: the marks of cards do not tell which of
// the two was stored into.
bool Block::has_much_room(const Page& page) const {
    const uint32_t most = cells_of_class(page.size_class);
    const uint32_t room = most - page.used_cells + page.free_cells;
    if (header().frozen_pages == 0) return room > 0;  // a boot image should be small
    return header().page_count > page_count_max / 2 ? room > 0 : room * 2 >= most;
}

void Block::list_page(uint32_t page_index) {
    Page& found = page(page_index);
    if (found.listed) return;
    uint16_t& room = header().room[found.size_class];
    found.listed = 1;
    found.next = room;
    room = static_cast<uint16_t>(page_index + 1);
}

// When the block is full: what room there is after all.
bool Block::list_any_room(uint32_t size_class) {
    for (uint32_t index = header().page_count; index-- > header().frozen_pages;) {
        const Page& found = at<Page>(page_table_offset)[index];
        if (found.size_class != size_class) continue;
        if (found.free_list != 0 || found.used_cells < cells_of_class(size_class)) list_page(index);
    }
    return header().room[size_class] != 0;
}

// The page to take a cell of this class from, as index + 1; 0 if there is no room any more.
uint32_t Block::open_page(uint32_t size_class) {
    const bool refused_before = refused;
    if (const uint32_t index = take_pages(1)) {
        page(index) = Page{};
        page(index).size_class = static_cast<uint16_t>(size_class);
        list_page(index);
        return index + 1;
    }
    if (!list_any_room(size_class)) return 0;
    refused = refused_before;
    return header().room[size_class];
}

[[gnu::always_inline]] inline uint32_t Block::take_cell(uint32_t size_class) {
    uint32_t room = header().room[size_class];
    if (room == 0) [[unlikely]] {
        room = open_page(size_class);
        if (room == 0) return 0;
    }
    Page& found = page(room - 1);
    const uint32_t size = size_of_class(size_class);
    uint32_t cell = found.free_list;
    if (cell != 0) {
        Object& object = *reinterpret_cast<Object*>(bytes_ + cell);
        found.free_list = object.shape.offset;
        --found.free_cells;
        object.shape = {};
    } else {
        cell = (room - 1) * page_size_bytes + found.used_cells * size;
        ++found.used_cells;
    }
    mark(cell, size);
    found.fresh = 1;
    if (found.free_list == 0 && found.used_cells == cells_of_class(size_class)) [[unlikely]] {
        header().room[size_class] = found.next;
        found.listed = 0;
    }
    return cell;
}

uint32_t Block::take_large(uint32_t size) {
    if (size > block_size_bytes_max) {
        refused = true;
        return 0;
    }
    const uint32_t count = (size + page_size_bytes - 1) / page_size_bytes;
    const uint32_t first = take_pages(count);
    if (first == 0) return 0;
    for (uint32_t index = first; index < first + count; ++index) {
        page(index) = Page{};
        page(index).size_class = index == first ? size_class_large : size_class_rest;
    }
    page(first).page_count = static_cast<uint16_t>(count);
    page(first).used_cells = page(first).fresh = 1;
    mark(first * page_size_bytes, count * page_size_bytes);
    return first * page_size_bytes;
}

uint32_t Block::allocate(Kind kind, Ref<Shape> shape, uint32_t size) {
    // What holds an address across an allocation is wrong when the block grows: rarely. So often.
    if (move_every != 0 && moves_in_-- == 0) [[unlikely]] {
        moves_in_ = move_every - 1;
        relocate();
    }
    uint32_t cell, taken;
    if (size <= cell_size_bytes_max) [[likely]] {
        const uint32_t size_class = class_of_size(size);
        taken = size_of_class(size_class);
        cell = take_cell(size_class);
    } else {
        cell = take_large(size);
        taken = (size + page_size_bytes - 1) / page_size_bytes * page_size_bytes;
    }
    if (cell == 0) [[unlikely]] return 0;
    Object& object = *reinterpret_cast<Object*>(bytes_ + cell);
    object.shape = shape;
    object.kind = kind;
    BlockHeader& header = this->header();
    header.allocated_bytes += size;
    header.live_bytes += taken;
    if (header.allocated_bytes >= collect_after_bytes) attention |= attention_collect;
    return cell;
}

void Block::release_cell(uint32_t page_index, uint32_t offset) {
    const uint32_t size = cell_size(offset);
    zero_units(edit_bytes(offset, size), size);
    if (is_frozen(offset)) return;
    header().live_bytes -= size;
    Page& found = page(page_index);
    if (found.size_class == size_class_large) {
        release_pages(page_index, found.page_count);
        return;
    }
    edit(Ref<Object>{offset}).shape.offset = found.free_list;
    found.free_list = offset;
    ++found.free_cells;
    if (!found.listed && has_much_room(found)) list_page(page_index);
}

// After a sweep. Lower pages first, so that the block stays short.
void Block::list_rooms() {
    for (uint16_t& room : header().room) room = 0;
    for (uint32_t index = header().page_count; index-- > header().frozen_pages;) {
        const Page& found = at<Page>(page_table_offset)[index];
        if (found.size_class == 0 || found.size_class >= size_class_large) continue;
        if (found.listed) page(index).listed = 0;
        if (has_much_room(found)) list_page(index);
    }
}

void Block::free_now(uint32_t offset) { release_cell(offset / page_size_bytes, offset); }

uint32_t Block::cell_size(uint32_t offset) const {
    const Page& found = at<Page>(page_table_offset)[offset / page_size_bytes];
    if (found.size_class == size_class_large) return found.page_count * page_size_bytes;
    return size_of_class(found.size_class);
}

namespace {

constexpr auto make_count_offsets() {
    std::array<uint8_t, 256> offsets{};
    for (uint32_t kind = 0; kind < 256; ++kind)
        offsets[kind] = static_cast<uint8_t>(count_offset(static_cast<Kind>(kind)));
    return offsets;
}
constexpr auto count_offsets = make_count_offsets();

}  // namespace

uint32_t& Block::count_of(uint32_t mortal) {
    const auto kind = static_cast<uint8_t>(at<Object>(mortal)->kind);
    return edit(Ref<uint32_t>{mortal + count_offsets[kind]});
}

void Block::increment(Value value) {
    uint32_t& count = count_of(value.offset());
    if (at<Object>(value.offset())->flags & cell_dying) {  // not dead after all: out of the list
        uint32_t before = 0;
        uint32_t* link = &header().dying;
        while (*link != value.offset()) {
            before = *link;
            link = &count_of(before);
        }
        *link = count;
        if (header().last_dying == value.offset()) header().last_dying = before;
        count = 0;
        edit(value.as_ref()).flags &= static_cast<uint8_t>(~cell_dying);
    }
    ++count;
}

void Block::decrement(Value value) {
    uint32_t& count = count_of(value.offset());
    const uint8_t flags = at<Object>(value.offset())->flags;
    ASSERT(count > 0 && !(flags & cell_dying));
    if (--count > 0 || flags & cell_doomed) return;
    add_dying(value.as_ref<Mortal>());
}

void Block::add_dying(Ref<Mortal> ref) {
    // At the end of the list: they die in the order in which their last references went.
    BlockHeader& header = this->header();
    if (header.dying == 0) header.dying = ref.offset;
    else count_of(header.last_dying) = ref.offset;
    header.last_dying = ref.offset;
    edit(ref).flags |= cell_dying;
    attention |= attention_dying;
}

void Block::note(uint32_t cell) {
    edit(Ref<Object>{cell}).flags |= cell_noted;
    noted.push_back(cell);
    attention |= attention_holders;
}

void Block::make_mortal(uint32_t cell) {
    if (at<Object>(cell)->flags & cell_mortal) return;
    edit(Ref<Object>{cell}).flags |= cell_mortal;
    page(cell / page_size_bytes).mortals = 1;
    ++header().mortal_cells;
}

void Block::make_immortal(uint32_t cell) {
    ASSERT(count_of(cell) == 0);
    edit(Ref<Object>{cell}).flags &= static_cast<uint8_t>(~cell_mortal);
    --header().mortal_cells;
}

void Block::freeze() {
    BlockHeader& header = this->header();
    ASSERT(header.contexts == 0 && header.dying == 0);  // what runs is written without cards
    for (uint16_t& room : header.room) room = 0;
    for (uint32_t index = 0; index < header.page_count; ++index) page(index).listed = 0;
    header.frozen_pages = header.first_unused_page = header.page_count;
    header.live_bytes = header.live_bytes_after_major = 0;
}

Result<bool> Block::assign(std::span<const uint8_t> bytes, Contents contents) {
    const auto damaged = [](Reason reason) {
        return Error{ErrorCode::snapshot_damaged, {reason_argument(reason)}, {}, {}};
    };
    if (bytes.size() < table_end || bytes.size() > block_size_bytes_max)
        return damaged(Reason::wrong_size);
    BlockHeader found;
    std::memcpy(&found, bytes.data(), sizeof found);
    if (found.magic != block_magic) return damaged(Reason::wrong_layout);
    if (found.layout_version != block_layout_version) return damaged(Reason::wrong_layout);
    if (uint64_t{found.page_count} * page_size_bytes != bytes.size())
        return damaged(Reason::wrong_size);
    relocation_.release(bytes_);
    capacity_bytes_ = std::min(static_cast<uint32_t>(bytes.size()) + capacity_bytes_start,
                               block_size_bytes_max);
    bytes_ = allocate_zeroed(capacity_bytes_);
    std::memcpy(bytes_, bytes.data(), bytes.size());
    noted.clear();
    noted_targets.clear();
    std::fill(cards_.begin(), cards_.end(), contents == Contents::frozen ? 0 : card_written);
    refresh_attention();
    return true;
}

void Block::resize(uint32_t size) {
    const uint32_t before = size_bytes();
    if (size > before) {
        grow(size / page_size_bytes);
    } else {
        std::memset(bytes_ + size, 0, before - size);
        header().page_count = size / page_size_bytes;
    }
}

void Block::refresh_attention() {
    attention = 0;
    if (header().allocated_bytes >= collect_after_bytes) attention |= attention_collect;
    if (header().dying != 0) attention |= attention_dying;
    for (uint32_t context = header().contexts; context != 0; context = at<Context>(context)->next)
        if (at<Context>(context)->doomed_count != 0) attention |= attention_dying;
}

void Block::relocate() {
    ++moves;
    bytes_ = relocation_.move(bytes_, capacity_bytes_);
}

}  // namespace meada
