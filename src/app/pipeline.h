// One statement from source to stack, its parts linked: what the pointer is on lights up in every
// column.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "view/view.h"

namespace meada::app {

struct PipelineUi {
    uint64_t compiled_run = 0;  // that the script was compiled for
    view::CompiledScript script;
    Scroll columns[3];
    SourceRange hovered;  // what the pointer is on since the last frame; line 0: nothing
    uint32_t shown_code = 0, shown_index = 0;  // the instruction that was last scrolled to
    // The stack at the moment before, and at this one.
    std::vector<std::string> before, now;
    Serial who = 0;
    Count instruction = ~Count{0};
    bool has_before = false;
};

// The statement to show; keeps what the script compiles to, and the stack of the moment before.
view::Pipeline current_pipeline(const Moment&, const std::string& source, Serial who,
                                uint32_t line, PipelineUi&);
std::string pipeline_aside(const Ui&, const view::Pipeline&);
Commands draw_pipeline(Ui&, Rect body, const Moment&, const view::Pipeline&, PipelineUi&);

}  // namespace meada::app
