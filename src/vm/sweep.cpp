// The collector's second half: clearing the cells that nothing reached.
#include <algorithm>

#include "base/zeros.h"
#include "vm/collector.h"
#include "vm/holders.h"

namespace meada {
namespace {

// Whether a cell of this kind may hold references that count.
constexpr bool may_count(Kind kind) {
    switch (kind) {
        case Kind::integer:
        case Kind::floating:
        case Kind::complex:
        case Kind::str:
        case Kind::bytes:
        case Kind::bytearray:
        case Kind::raw:
        case Kind::list:
        case Kind::dict:
        case Kind::set:
        case Kind::stack_chunk:
        case Kind::frame: return false;
        default: return true;
    }
}

}  // namespace

void Collector::let_go(uint32_t cell) {
    if (block_.at<Object>(cell)->flags & cell_mortal) --block_.header().mortal_cells;
    if (block_.header().mortal_cells == 0) return;
    const Kind kind = block_.at<Object>(cell)->kind;
    if (!may_count(kind)) return;
    const CellLayout layout = cell_layouts[static_cast<uint8_t>(kind)];
    if (layout.first_value == 0 || counted_references(kind) != 0) trace(cell);
    else trace_values(cell + layout.first_value, cell + block_.cell_size(cell));
}

bool Collector::is_dead(uint32_t index) const {
    const Page& page = block_.at<Page>(page_table_offset)[index];
    if (!major_ && page.old_cells != 0) return false;
    const uint64_t* marks = marks_.data() + index * (page_size_bytes / 1024);
    uint64_t any = 0;
    for (uint32_t word = 0; word < page_size_bytes / 1024; ++word) any |= marks[word];
    return any == 0;
}

void Collector::release_page(uint32_t index) {
    const Page page = block_.at<Page>(page_table_offset)[index];
    const uint32_t size = size_of_class(page.size_class), start = index * page_size_bytes;
    if (looks_at_dead(page))
        each_cell(index, [&](uint32_t cell) { look_at_dead(cell); });
    const uint32_t bytes = page.used_cells * size;
    zero_units(block_.edit_bytes(start, bytes), bytes);
    const uint64_t died = page.used_cells - page.free_cells;
    block_.header().live_bytes -= died * size;
    block_.release_pages(index, 1);
}

// What is to be known of dead cells before they are cleared; otherwise nobody reads them.
bool Collector::looks_at_dead(const Page& page) const {
    return block_.header().mortal_cells != 0 || page.size_class == class_of_size(sizeof(Shape));
}

void Collector::look_at_dead(uint32_t cell) {
    const Kind kind = block_.at<Object>(cell)->kind;
    shapes_died_ |= kind == Kind::shape;
    if (block_.header().mortal_cells != 0 && kind != Kind::free_cell && kind != Kind::context)
        let_go(cell);
}

// The cells behind the last living one become as if never handed out; the free ones before it are
// linked from below. What died together lies together: a run of cells is cleared at once.
void Collector::sweep_cells(uint32_t index) {
    Page& page = block_.page(index);
    const uint32_t size = size_of_class(page.size_class), start = index * page_size_bytes;
    const bool looks = looks_at_dead(page), has_old = !major_ && page.old_cells != 0;
    block_.mark(start, page.used_cells * size);
    uint32_t living = 0, used = 0, free_list = 0;
    bool mortals = false;
    uint32_t run_end = start + page.used_cells * size;
    const auto clear_run = [&](uint32_t from) {
        zero_units(block_.base() + from, run_end - from);
        if (living == 0) return;
        for (uint32_t cell = run_end; cell > from;) {
            cell -= size;
            reinterpret_cast<Object*>(block_.base() + cell)->shape.offset = free_list;
            free_list = cell;
        }
    };
    for (uint32_t number = page.used_cells; number-- > 0;) {
        const uint32_t cell = start + number * size;
        auto* object = reinterpret_cast<Object*>(block_.base() + cell);
        if (!is_marked(cell) && !(has_old && object->flags & cell_old)) {
            if (looks) look_at_dead(cell);
            continue;
        }
        object->flags |= cell_old;
        mortals |= (object->flags & cell_mortal) != 0;
        if (run_end != cell + size) clear_run(cell + size);
        if (living++ == 0) used = number + 1;
        run_end = cell;
    }
    if (run_end != start) clear_run(start);
    const uint64_t died = page.used_cells - page.free_cells - living;
    block_.header().live_bytes -= died * size;
    page.used_cells = static_cast<uint16_t>(used);
    page.free_cells = static_cast<uint16_t>(used - living);
    page.old_cells = static_cast<uint16_t>(living);
    page.free_list = free_list;
    page.mortals = mortals;
}

void Collector::sweep_large(uint32_t index) {
    const uint32_t cell = index * page_size_bytes;
    if (is_alive(cell)) {
        block_.edit(Ref<Object>{cell}).flags |= cell_old;
        return;
    }
    look_at_dead(cell);
    block_.release_cell(index, cell);
}

void Collector::sweep() {
    purpose_ = Purpose::let_go;
    for (uint32_t index = frozen_pages_; index < block_.header().page_count; ++index) {
        const Page& page = block_.at<Page>(page_table_offset)[index];
        if (page.size_class == 0 || page.size_class == size_class_rest) continue;
        if (!major_ && !page.fresh) continue;
        if (page.size_class == size_class_large) sweep_large(index);
        else if (is_dead(index)) release_page(index);
        else sweep_cells(index);
        block_.page(index).fresh = 0;
        // In a minor collection nothing else was marked, and what lives is old from here on.
        if (!major_) std::fill_n(marks_.begin() + index * (page_size_bytes / 1024),
                                 page_size_bytes / 1024, 0);
    }
    marks_cleared_ = !major_;
    purpose_ = Purpose::mark;
    block_.list_rooms();
}

// Contexts that nobody knows any more leave their list. What they count is given back while their
// frames, which lie in other cells, are still there.
void Collector::drop_dead_contexts() {
    purpose_ = Purpose::let_go;
    uint32_t* link = &block_.header().contexts;
    while (*link != 0) {
        Context& context = block_.edit(Ref<Context>{*link});
        if (is_alive(*link)) {
            link = &context.next;
            continue;
        }
        let_go(*link);
        *link = context.next;
    }
    purpose_ = Purpose::mark;
}

}  // namespace meada
