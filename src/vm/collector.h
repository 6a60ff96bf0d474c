// The collector: traces what the roots reach, frees the rest, moves nothing. Minor collections
// look only at cells allocated since the last one (an old cell has cell_old set in its header) and
// at what old cells in marked cards refer to: sticky mark bits, after Demers et al., "Combining
// generational and conservative garbage collection". Inside vm; the door has collect().
#pragma once

#include <utility>
#include <vector>

#include "vm/size_classes.h"
#include "vm/vm.h"

namespace meada {

// Where a cell's references are, by its kind (kinds.def).
struct CellLayout {
    uint8_t references;   // 32-bit ones after the header
    uint8_t first_value;  // 0: none
};
constexpr CellLayout cell_layouts[] = {
#define KIND(name, type, references, first_value) {references, first_value},
#include "vm/kinds.def"
#undef KIND
};

class Collector {
  public:
    Collector(Vm& vm, bool major);
    ~Collector();
    Collector(const Collector&) = delete;
    void run();
    void promote(std::vector<uint32_t> noted, const std::vector<uint32_t>& targets);  // holders.h
    // Dooms what no root reaches, or none but through this module (0: whatever the module reaches
    // stays), and frees nothing.
    void doom_unreached(Ref<Module> module);

    bool shapes_died() const { return shapes_died_; }

  private:
    // What trace() is for: marking what lives; giving back the counts of a dead cell's references;
    // finding the references to some cells.
    enum class Purpose : uint8_t { mark, let_go, find };

    void visit(uint32_t cell);  // 0 is fine
    void reach(uint32_t cell);  // to mark it
    void visit_counted(uint32_t field);  // a 32-bit reference that counts if it is to a mortal
    void trace(uint32_t cell);
    void trace_custom(uint32_t cell);
    void trace_frame(uint32_t frame);
    void trace_values(uint32_t begin, uint32_t end);
    void trace_card_of_large(uint32_t cell, uint32_t card);
    void drain();
    void visit_roots();
    void visit_marked_cards(CardMark mark, uint32_t page_count);
    void visit_old_written();
    void find_unreachable_mortals();
    void clear_weak();
    bool awaits_finalizer(uint32_t cell) const;
    void sweep();
    void sweep_cells(uint32_t index);
    void sweep_large(uint32_t index);
    bool is_dead(uint32_t index) const;  // nothing on the page lives: free for cells of any size
    void release_page(uint32_t index);
    bool looks_at_dead(const Page&) const;
    void look_at_dead(uint32_t cell);
    void drop_dead_contexts();
    void clear_cards();
    void let_go(uint32_t cell);  // a dead cell's counted references

    bool is_marked(uint32_t cell) const { return marks_[cell / 1024] >> (cell / 16 % 64) & 1; }
    void set_marked(uint32_t cell) { marks_[cell / 1024] |= uint64_t{1} << (cell / 16 % 64); }
    // Contexts stand in their list by age, the youngest first. An old one is looked through where
    // its card is marked: no others ran or were given anything (activate_context), and there may
    // be thousands.
    bool is_young(uint32_t context) const {
        return !major_ && !(block_.at<Object>(context)->flags & cell_old);
    }
    bool is_alive(uint32_t cell) const {
        return cell < frozen_end_ || is_marked(cell) ||
               (!major_ && block_.at<Object>(cell)->flags & cell_old);
    }
    template <typename Function>
    void each_cell(uint32_t page_index, Function&& function);

    Vm& vm_;
    Block& block_;
    const uint32_t frozen_pages_, frozen_end_;  // see Block::freeze
    bool major_;
    bool shapes_died_ = false;
    Purpose purpose_ = Purpose::mark;
    std::vector<uint64_t>& marks_;  // a bit for 16 bytes
    bool marks_cleared_ = false;
    std::vector<uint32_t>& grey_;
    std::vector<uint32_t> unreachable_;  // mortals whose finalisers are to run
    std::vector<uint32_t> weak_calls_;   // weak references whose call-backs are

    // --- holders.cpp ---
    struct Hit {
        uint32_t location, target, holder;
        bool is_value;  // a Value, which gets the mortal bit; else a 32-bit reference
    };
    void find_references();
    void find_owners();
    uint32_t owner_of(uint32_t holder) const;
    bool can_be_mortal(uint32_t cell) const;
    void make_mortal(uint32_t cell);
    void add_instances_alike(const std::vector<uint32_t>& targets, std::vector<uint32_t>& noted);

    bool is_target(uint32_t cell) const {
        return targets_[cell / 1024] >> (cell / 16 % 64) & 1;
    }
    uint32_t holder_ = 0;            // whose references are being looked through
    std::vector<uint64_t> targets_;  // as marks_
    std::vector<Hit> hits_;
    std::vector<uint32_t> pinned_;   // targets with references that nobody counts
    std::vector<std::pair<uint32_t, uint32_t>> owners_;  // of storage cells, sorted
};

template <typename Function>
void Collector::each_cell(uint32_t page_index, Function&& function) {
    const Page& page = block_.at<Page>(page_table_offset)[page_index];
    if (page.size_class == 0 || page.size_class == size_class_rest) return;
    const uint32_t start = page_index * page_size_bytes;
    if (page.size_class == size_class_large) {
        function(start);
        return;
    }
    const uint32_t size = size_of_class(page.size_class);
    const uint32_t count = page.used_cells;
    for (uint32_t number = 0; number < count; ++number) {
        const uint32_t cell = start + number * size;
        if (block_.at<Object>(cell)->kind != Kind::free_cell) function(cell);
    }
}

}  // namespace meada
