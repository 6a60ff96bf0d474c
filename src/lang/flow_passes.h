// The passes over a flow graph, in the order in which `assemble` calls them; only for the flow
// graph's own files.
#pragma once

#include "lang/flow_graph.h"

namespace meada::lang {

// A place with a line but no columns. Kept inside the compiler, where clean-up compares places.
constexpr uint32_t no_column = UINT32_MAX;

void prepare_blocks(FlowGraph&);
void optimize(FlowGraph&, std::vector<Constant>& constants);
void optimize_block(FlowGraph&, FlowBlock&, std::vector<Constant>& constants);  // peephole.cpp
void clean_block(FlowGraph&, FlowBlock&);
void duplicate_exits(FlowGraph&);
void propagate_lines(FlowGraph&);
void guarantee_exit_lines(FlowGraph&, uint32_t first_line);

}  // namespace meada::lang
