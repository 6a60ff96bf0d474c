#include "app/pipeline.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "platform/platform.h"

namespace meada::app {

view::Pipeline current_pipeline(const Moment& moment, const std::string& source, Serial who,
                                uint32_t line, PipelineUi& state) {
    const bool other_run = state.compiled_run != moment.run;
    if (other_run) {
        state = {};
        state.script = view::compile_script(source);
        state.compiled_run = moment.run;
    }
    view::Pipeline found = view::pipeline(moment, state.script, who, line);
    if (!found.current) return found;
    if (state.who != who) state.has_before = false;
    if (state.who == who && state.instruction != moment.cursor_instruction) {
        state.before = std::move(state.now);
        state.has_before = true;
    }
    state.now = found.stack;
    state.who = who;
    state.instruction = moment.cursor_instruction;
    return found;
}

std::string pipeline_aside(const Ui& ui, const view::Pipeline& pipeline) {
    if (pipeline.line == 0) return {};
    if (pipeline.first_line == pipeline.last_line)
        return ui.texts(TextId::pipeline_line, {std::to_string(pipeline.first_line)});
    return ui.texts(TextId::pipeline_lines, {std::to_string(pipeline.first_line),
                                             std::to_string(pipeline.last_line)});
}

namespace {

constexpr float head_h = 22, instruction_h = 20, indent_w = 14;

struct PipelinePanel {
    Ui& ui;
    const Moment& moment;
    const view::Pipeline& shown;
    PipelineUi& state;
    Commands commands{};
    SourceRange linked{};   // what lights up in this frame
    SourceRange pointed{};  // what the pointer is on
    float names_w = 0;      // of the longest instruction
    float next_y = -1;      // where the next instruction stands, from its column's top

    bool lit(SourceRange range) const { return view::lies_within(range, linked); }
    void point_at(Rect at, SourceRange range) {
        if (range.end_line != 0 && hovers(ui, at)) pointed = range;
    }
    bool stage_is(view::Stage stage) const { return shown.stage == stage; }
    // The stage that the last event tells of is underlined.
    void heading(Rect column, float y, std::string_view words, bool told = false) {
        const ImU32 ink = told ? ui.theme->ink : ui.theme->ink2;
        draw_text_fit(ui, Face::label, column.x, y + 11, column.w, ink, words);
        const float w = std::min(text_width(ui, Face::label, words), column.w);
        if (told) fill(ui, {column.x, y + 18, w, 1.5f}, ui.theme->ink);
    }

    float source(Rect column, float y);
    void source_line(Rect column, float y, uint32_t line, size_t cut);
    float tree(Rect column, float y);
    float bytecode(Rect column, float y);
    void step_buttons(Rect column, float y);
    void instruction(Rect row, const view::PipelineInstruction&);
    float stack(Rect column, float y);
    float values(Rect column, float y, const std::vector<std::string>&, ImU32 ink);
    float note(Rect column, float y, TextId words, Icon icon);
    const view::PipelineInstruction* next() const {
        for (const view::PipelineInstruction& each : shown.instructions)
            if (each.next) return &each;
        return nullptr;
    }
};

// ---- source and tree
// --------------------------------------------------------------------------

// A line without the indentation that all of them have; each token can be pointed at.
void PipelinePanel::source_line(Rect column, float y, uint32_t line, size_t cut) {
    const Theme& theme = *ui.theme;
    const std::string& text = shown.source[line - shown.first_line];
    const float middle = y + size::code_line / 2;
    const auto x_of = [&](size_t at) {
        at = std::min(at, text.size());
        return column.x + (at > cut ? text_width(ui, Face::code, text.substr(cut, at - cut)) : 0);
    };
    const view::PipelineInstruction* next = this->next();
    for (const view::PipelineToken& token : shown.tokens) {
        if (token.range.line != line) continue;
        const float x = x_of(token.range.column);
        const Rect box{x - 1, y + 1, text_width(ui, Face::code, token.text) + 2, 18};
        point_at(box, token.range);
        if (lit(token.range)) fill(ui, box, theme.selection, size::radius_span);
        if (hovers(ui, box))
            explain(ui, id_of("pipeline/token", line * 4096 + token.range.column), box,
                    ui.texts(TextId::pipeline_token,
                             {token.kind + " " + token.text,
                              std::to_string(token.range.column),
                              std::to_string(token.range.end_column)}));
    }
    draw_text_fit(ui, Face::code, column.x, middle, column.w, theme.ink,
                  std::string_view(text).substr(std::min(cut, text.size())));
    if (!next || next->range.line != line || next->range.end_line == 0) return;
    const float from = x_of(next->range.column);
    const float to = next->range.end_line == line ? x_of(next->range.end_column)
                                                  : x_of(text.size());
    if (to > from) fill(ui, {from, y + 18, std::min(to, column.right()) - from, 1.5f}, theme.ink);
}

float PipelinePanel::source(Rect column, float y) {
    const float top = y;
    heading(column, y, ui.texts[TextId::pipeline_source], stage_is(view::Stage::source));
    y += head_h;
    size_t cut = std::string::npos;
    for (const std::string& text : shown.source)
        if (const size_t first = text.find_first_not_of(" \t"); first != text.npos)
            cut = std::min(cut, first);
    if (cut == std::string::npos) cut = 0;
    for (uint32_t line = shown.first_line; line <= shown.last_line; ++line) {
        source_line(column, y, line, cut);
        y += size::code_line;
    }
    return y - top + 4;
}

float PipelinePanel::tree(Rect column, float y) {
    const Theme& theme = *ui.theme;
    const float top = y;
    heading(column, y, ui.texts[TextId::pipeline_tree], stage_is(view::Stage::compiler));
    y += head_h;
    for (const view::PipelineNode& node : shown.nodes) {
        const Rect row{column.x - 4, y, column.w + 4, instruction_h};
        point_at(row, node.range);
        if (lit(node.range)) fill(ui, row, theme.selection, size::radius_span);
        const float middle = row.middle_y();
        float x = column.x + float(node.depth) * indent_w;
        for (uint32_t depth = 1; depth <= node.depth; ++depth)
            rule_down(ui, column.x + float(depth) * indent_w - 9, y, instruction_h);
        if (!node.field.empty()) {
            const std::string field = node.kind.empty() ? node.field : node.field + ":";
            draw_text_fit(ui, Face::label, x, middle, column.right() - x, theme.ink2, field);
            x += text_width(ui, Face::label, field) + 6;
        }
        if (x < column.right())
            draw_text_fit(ui, Face::code_label, x, middle, column.right() - x, theme.ink,
                          node.kind + (node.detail.empty() ? "" : " " + node.detail));
        y += instruction_h;
    }
    return y - top + 4;
}

// ---- bytecode
// ---------------------------------------------------------------------------------

void PipelinePanel::step_buttons(Rect column, float y) {
    const float x = column.right() - 52;
    if (icon_button(ui, id_of("pipeline/back"), {x, y - 1, 24, 24}, Icon::left,
                    ui.texts[TextId::pipeline_back], "Shift I"))
        commands.push_back(command::Step{StepKind::instruction, Direction::backward});
    if (icon_button(ui, id_of("pipeline/on"), {x + 26, y - 1, 24, 24}, Icon::right,
                    ui.texts[TextId::pipeline_on], "I"))
        commands.push_back(command::Step{StepKind::instruction, Direction::forward});
}

void PipelinePanel::instruction(Rect row, const view::PipelineInstruction& each) {
    const Theme& theme = *ui.theme;
    const float middle = row.middle_y();
    point_at(row, each.range);
    if (lit(each.range)) fill(ui, row, theme.selection, size::radius_span);
    if (each.next) {
        outline(ui, row, theme.edge, size::radius_span);
        fill(ui, {row.x, row.y, 3, row.h}, theme.ink);
    }
    const float name_w = std::min(names_w, row.w * 0.6f), x = row.x + 10;
    draw_text_fit(ui, each.next ? Face::code_label_strong : Face::code_label, x, middle, name_w,
                  theme.ink, each.name);
    const float argument_x = x + name_w + 8, right = row.right() - 24;
    if (argument_x < right)
        draw_text_fit(ui, Face::code_label, argument_x, middle, right - argument_x, theme.ink2,
                      each.argument);
    if (each.switches == view::SwitchPoint::none) return;
    const bool task = each.switches == view::SwitchPoint::task;
    draw_icon(ui, task ? Icon::await : Icon::gil, {row.right() - 12, middle}, 14, theme.ink2);
    const Id id = id_of("pipeline/instruction", each.code * 65536 + each.index);
    if (hovers(ui, row))
        explain(ui, id, row,
                each.name + ": " + ui.texts[task ? TextId::pipeline_task_here
                                                 : TextId::pipeline_thread_here]);
}

float PipelinePanel::bytecode(Rect column, float y) {
    const float top = y;
    bool first = true;
    for (const view::PipelineInstruction& each : shown.instructions) {
        if (each.begins) {
            if (!first) y += 6;
            Rect words = column;
            if (first) words.w -= 60, step_buttons(column, y);
            heading(words, y, each.code_name == "<module>"
                                  ? std::string(ui.texts[TextId::pipeline_bytecode])
                                  : ui.texts(TextId::pipeline_bytecode_of, {each.code_name}),
                    stage_is(view::Stage::compiler) || stage_is(view::Stage::bytecode));
            y += head_h + 2;
            first = false;
        }
        if (each.next) next_y = y - top;
        instruction({column.x - 6, y, column.w + 6, instruction_h}, each);
        y += instruction_h;
    }
    return y - top + 4;
}

// ---- stack
// ------------------------------------------------------------------------------------

float PipelinePanel::values(Rect column, float y, const std::vector<std::string>& stack,
                            ImU32 ink) {
    if (stack.empty()) {
        draw_text_fit(ui, Face::label, column.x, y + 10, column.w, ui.theme->ink3,
                      ui.texts[TextId::pipeline_stack_empty]);
        return size::code_line;
    }
    const float top = y;
    for (size_t i = stack.size(); i-- > 0;) {
        draw_text_fit(ui, Face::code_label, column.x, y + 10, column.w, ink, stack[i]);
        y += size::code_line;
    }
    return y - top;
}

float PipelinePanel::note(Rect column, float y, TextId words, Icon icon) {
    const float x = icon == Icon::none ? 0 : 20;
    if (icon != Icon::none)
        draw_icon(ui, icon, {column.x + 7, y + 9}, 14, ui.theme->ink2);
    return draw_paragraph(ui, Face::label, {column.x + x, y, column.w - x, 0}, 18,
                          ui.theme->ink2, ui.texts[words]) + 6;
}

float PipelinePanel::stack(Rect column, float y) {
    const float top = y;
    const view::PipelineInstruction* next = this->next();
    if (shown.current && next) {
        heading(column, y,
                ui.texts(shown.waits ? TextId::pipeline_stack_waits : TextId::pipeline_stack,
                         {next->name}));
        y += head_h;
        y += values(column, y, shown.stack, ui.theme->ink);
        if (state.has_before && !shown.waits) {
            y += 4;
            heading(column, y, ui.texts[TextId::pipeline_stack_before]);
            y += head_h;
            y += values(column, y, state.before, ui.theme->ink3);
        }
        y += 4;
        heading(column, y, ui.texts(TextId::pipeline_depth, {std::to_string(shown.depth)}));
        y += head_h + 4;
    } else {
        y += note(column, y + 2, TextId::pipeline_not_here, Icon::none);
    }
    const bool some = shown.switches_threads;
    if (moment.spec && moment.spec->gil_mode() != GilMode::cpython311)
        y += note(column, y, TextId::pipeline_threads_all, Icon::gil);
    else
        y += note(column, y,
                  some ? TextId::pipeline_threads_some : TextId::pipeline_threads_none, Icon::gil);
    if (moment.state && !moment.state->loops.empty())
        y += note(column, y,
                  shown.switches_tasks ? TextId::pipeline_tasks_some : TextId::pipeline_tasks_none,
                  Icon::await);
    return y - top;
}

}  // namespace

Commands draw_pipeline(Ui& ui, Rect body, const Moment& moment, const view::Pipeline& shown,
                       PipelineUi& state) {
    if (shown.line == 0) {
        empty_panel(ui, body, ui.texts[TextId::pipeline_none],
                    ui.texts[TextId::pipeline_none_what]);
        return {};
    }
    PipelinePanel panel{ui, moment, shown, state};
    for (const view::PipelineInstruction& each : shown.instructions)
        panel.names_w =
            std::max(panel.names_w, text_width(ui, Face::code_label_strong, each.name) + 4);
    panel.linked = view::linked_range(shown, state.hovered);
    using Part = std::function<float(Rect, float)>;
    const Part source = [&](Rect at, float y) { return panel.source(at, y); };
    const Part tree = [&](Rect at, float y) { return panel.tree(at, y); };
    const Part bytecode = [&](Rect at, float y) { return panel.bytecode(at, y); };
    const Part stack = [&](Rect at, float y) { return panel.stack(at, y); };
    std::vector<std::vector<Part>> columns;
    if (body.w >= 640)
        columns = {{source, tree}, {bytecode}, {stack}};
    else if (body.w >= 400)
        columns = {{source, tree}, {bytecode, stack}};
    else
        columns = {{source, bytecode, stack, tree}};
    const float w = body.w / float(columns.size());
    for (size_t i = 0; i < columns.size(); ++i) {
        const Rect area{body.x + float(i) * w, body.y, w, body.h};
        const Rect inner{area.x + size::panel_text, area.y, w - 2 * size::panel_text, area.h};
        Scroll& scroll = state.columns[i];
        panel.next_y = -1;
        begin_clip(ui, area);
        const float top = area.y + 6 - scroll.at;
        float y = top, next_y = -1;
        for (const Part& part : columns[i]) {
            const float from = y;
            y += part(inner, y);
            if (panel.next_y >= 0 && next_y < 0) next_y = from + panel.next_y - top;
        }
        const view::PipelineInstruction* next = panel.next();
        const bool moved = next && (next->code != state.shown_code ||
                                    next->index != state.shown_index);
        if (next_y >= 0 && moved) {  // the next instruction is kept in sight
            if (next_y < scroll.at || next_y + 2 * instruction_h > scroll.at + area.h)
                scroll.at = std::max(0.0f, next_y - std::floor(area.h / 2 / instruction_h) *
                                                        instruction_h);
            state.shown_code = next->code;
            state.shown_index = next->index;
            platform::request_frame();
        }
        scroll_rows(ui, id_of("pipeline/scroll", Id(i)), area, y - top + 10, scroll);
        end_clip(ui);
        if (i > 0) rule_down(ui, area.x, area.y, area.h);
    }
    if (state.hovered != panel.pointed) platform::request_frame();
    state.hovered = panel.pointed;
    return std::move(panel.commands);
}

}  // namespace meada::app
