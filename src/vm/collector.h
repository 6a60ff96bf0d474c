// The collector: traces what the roots reach, frees the rest, moves nothing. Minor collections
// look only at cells allocated since the last one (an old cell has cell_old set in its header) and
// at what old cells in marked cards refer to: sticky mark bits, after Demers et al., "Combining
// generational and conservative garbage collection". Inside vm; the door has collect().
#pragma once

#include <vector>

#include "vm/vm.h"

namespace meada {

class Collector {
  public:
    Collector(Vm& vm, bool major);
    void run();

  private:
    void visit(uint32_t cell);  // 0 is fine
    void visit(Value value) {
        if (value.is_ref()) visit(value.offset());
    }
    void trace(uint32_t cell);
    void trace_custom(uint32_t cell);
    void trace_frame(uint32_t frame);
    void trace_values(uint32_t begin, uint32_t end);
    void trace_card_of_large(uint32_t cell, uint32_t card);
    void drain();
    void visit_roots();
    void visit_marked_cards();
    void find_unreachable_mortals();
    void sweep();
    void sweep_page(uint32_t index);
    void let_go(uint32_t cell);  // a dead cell's counted references

    bool is_marked(uint32_t cell) const { return marks_[cell / 1024] >> (cell / 16 % 64) & 1; }
    void set_marked(uint32_t cell) { marks_[cell / 1024] |= uint64_t{1} << (cell / 16 % 64); }
    bool is_alive(uint32_t cell) const {
        return is_marked(cell) || (!major_ && block_.at<Object>(cell)->flags & cell_old);
    }
    template <typename Function>
    void each_cell(uint32_t page_index, Function&& function);

    Vm& vm_;
    Block& block_;
    bool major_;
    bool letting_go_ = false;  // visit() then gives counts back instead of marking
    std::vector<uint64_t> marks_;  // a bit for 16 bytes
    std::vector<uint32_t> grey_;
    std::vector<uint32_t> unreachable_;  // mortals whose finalisers are to run
};

}  // namespace meada
