#include "vm/abandon.h"

#include "vm/clone.h"
#include "vm/references.h"

namespace meada {
namespace {

struct Reached {
    const Block& block;
    std::vector<uint32_t>& cells;

    void reference(uint32_t field) {
        if (const uint32_t cell = *block.at<uint32_t>(field); cell != 0) cells.push_back(cell);
    }
    void counted(uint32_t field) { reference(field); }
    void values(uint32_t begin, uint32_t end) {
        for (uint32_t slot = begin; slot + 8 <= end; slot += 8)
            if (const Value value = block.load(slot); value.is_ref())
                cells.push_back(value.offset());
    }
};

}  // namespace

void abandon(Vm& vm, std::vector<uint32_t> cells, std::unordered_set<uint32_t> seen,
             bool is_first_process) {
    Block& block = vm.block;
    const Cloner sharing(vm);
    Reached reached{block, cells};
    while (!cells.empty()) {
        const uint32_t cell = cells.back();
        cells.pop_back();
        if (!seen.insert(cell).second || sharing.is_shared(cell)) continue;
        if (!is_first_process && block.is_frozen(cell)) continue;
        if (block.at<Object>(cell)->flags & cell_mortal)
            block.edit(Ref<Object>{cell}).flags |= cell_finalized;
        if (block.at<Object>(cell)->kind == Kind::context) {
            const Context& context = *block.at<Context>(cell);
            for (uint32_t frame = context.frame; frame != 0;
                 frame = block.at<Frame>(frame)->previous)
                each_of_frame(block, frame, reached);
        } else {
            each_reference(block, cell, reached);
        }
    }
}

}  // namespace meada
