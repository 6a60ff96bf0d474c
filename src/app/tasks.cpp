#include "app/tasks.h"

#include <algorithm>
#include <functional>
#include <map>

namespace meada::app {

namespace {

void draw_row(Ui& ui, Rect row, const view::TaskRow& task, float name_w, TasksUi& state) {
    const Theme& theme = *ui.theme;
    const Press pressed = press(ui, id_of("tasks/row", task.serial), row);
    if (pressed.clicked) state.chosen = state.chosen == task.serial ? 0 : task.serial;
    if (task.running || state.chosen == task.serial) fill(ui, row, theme.selection);
    if (pressed.hovered) {
        ui.cursor = ImGuiMouseCursor_Hand;
        outline(ui, row, theme.edge, 2);
    }
    const float middle = row.middle_y(), x = row.x + size::panel_text;
    const float right = row.right() - size::panel_text;
    swatch(ui, x, middle, task.yarn);
    draw_text_fit(ui, Face::code_label, x + 20, middle, name_w, theme.ink, task.name);
    const float where_w = text_width(ui, Face::label, task.where);
    const float words_x = x + 20 + name_w + 8;
    float room = right - where_w - 8 - words_x;
    std::string words = task.words;
    // What it waits for comes first; the editor shows the line, too.
    if (text_width(ui, Face::ui, words) > room - 22)
        room = right - words_x;
    else
        draw_text_right(ui, Face::label, right, middle, theme.ink2, task.where);
    if (!task.result.empty() && room > 150)
        words += ", " + ui.texts(TextId::task_returned, {task.result});
    look_words(ui, words_x, middle, room, task.look, words);
    if (text_width(ui, Face::ui, words) > room - 22)
        explain(ui, id_of("tasks/row", task.serial), row, task.name + ": " + words);
    if (pressed.focused) focus_ring(ui, row.inset(4), size::radius_key);
}

}  // namespace

void draw_tasks(Ui& ui, Rect body, const view::Tasks& tasks, TasksUi& state) {
    if (tasks.rows.empty()) {
        empty_panel(ui, body, ui.texts[TextId::tasks_none], ui.texts[TextId::tasks_none_what]);
        return;
    }
    float name_w = 38;
    for (const view::TaskRow& task : tasks.rows)
        name_w = std::max(name_w, text_width(ui, Face::code_label, task.name));
    name_w = std::min(name_w, body.w * 0.36f);
    begin_clip(ui, body);
    const float pad_top = 6;
    for (size_t i = 0; i < tasks.rows.size(); ++i) {
        const float y = body.y + pad_top + float(i) * size::row - state.scroll.at;
        if (y + size::row < body.y || y > body.bottom()) continue;
        draw_row(ui, {body.x, y, body.w, size::row}, tasks.rows[i], name_w, state);
    }
    scroll_rows(ui, id_of("tasks/scroll"), body,
                2 * pad_top + float(tasks.rows.size()) * size::row, state.scroll);
    end_clip(ui);
}

// ---- the graph
// -----------------------------------------------------------------------------------

namespace {

struct Node {
    Serial serial = 0;
    int level = 0;
    Rect box{};
    bool sync = false;
};

constexpr int levels_max = 12;

// Longest way from who awaits and is awaited by nobody; a cycle ends where it closes.
void level_nodes(std::vector<Node>& nodes, const std::vector<view::AwaitEdge>& edges) {
    for (size_t round = 0; round < nodes.size(); ++round) {
        bool moved = false;
        for (const view::AwaitEdge& edge : edges) {
            Node *from = nullptr, *to = nullptr;
            for (Node& node : nodes) {
                if (node.serial == edge.from) from = &node;
                if (node.serial == edge.to) to = &node;
            }
            if (from && to && to->level < from->level + 1 && from->level + 1 < levels_max) {
                to->level = from->level + 1;
                moved = true;
            }
        }
        if (!moved) return;
    }
}

// In each column those stand together that the same one awaits, so that few arrows cross.
void order_nodes(std::vector<Node>& nodes, const std::vector<view::AwaitEdge>& edges) {
    std::map<Serial, float> row;  // within its column
    std::vector<Node> ordered;
    for (int level = 0; level < levels_max; ++level) {
        std::vector<std::pair<float, size_t>> column;  // mean row of who awaits it, index
        for (size_t i = 0; i < nodes.size(); ++i) {
            if (nodes[i].level != level) continue;
            float sum = 0, count = 0;
            for (const view::AwaitEdge& edge : edges)
                if (edge.to == nodes[i].serial && row.contains(edge.from))
                    sum += row[edge.from], count += 1;
            column.emplace_back(count > 0 ? sum / count : float(i), i);
        }
        std::sort(column.begin(), column.end());
        for (size_t i = 0; i < column.size(); ++i) {
            const Node& node = nodes[column[i].second];
            row[node.serial] = float(i);
            ordered.push_back(node);
        }
    }
    nodes = std::move(ordered);
}

std::vector<Node> nodes_of(const view::Tasks& tasks) {
    std::vector<Node> nodes;
    const auto add = [&](Serial serial, bool sync) {
        for (const Node& node : nodes)
            if (node.serial == serial) return;
        nodes.push_back({serial, 0, {}, sync});
    };
    for (const view::AwaitEdge& edge : tasks.edges) {
        add(edge.from, false);
        add(edge.to, edge.to_sync);
    }
    level_nodes(nodes, tasks.edges);
    order_nodes(nodes, tasks.edges);
    return nodes;
}

// Returns whether the nodes had to leave out their state to fit.
bool place_nodes(const Ui& ui, std::vector<Node>& nodes, const Rect& body, float scroll,
                 const std::function<std::string(Serial)>& name) {
    int levels = 1;
    int counts[levels_max] = {};
    for (Node& node : nodes) {
        levels = std::max(levels, node.level + 1);
        ++counts[node.level];
    }
    float widths[levels_max] = {};
    for (const Node& node : nodes)
        widths[node.level] =
            std::max(widths[node.level], text_width(ui, Face::code_label, name(node.serial)) + 54);
    const auto sum = [&] {
        float total = 0;
        for (int i = 0; i < levels; ++i) total += widths[i];
        return total;
    };
    const bool compact = sum() + 24 + 20 * float(levels - 1) > body.w;
    if (compact)
        for (int i = 0; i < levels; ++i) widths[i] -= 18;
    const float total = sum();
    const float gap =
        std::clamp((body.w - 24 - total) / float(std::max(1, levels - 1)), 14.0f, 40.0f);
    int done[levels_max] = {};
    for (Node& node : nodes) {
        float x = body.x + size::panel_text;
        for (int i = 0; i < node.level; ++i) x += widths[i] + gap;
        const float step = 32, all = float(counts[node.level]) * step;
        const float top = body.y + std::max(8.0f, (body.h - all) / 2) - scroll;
        node.box = {x, top + float(done[node.level]++) * step, widths[node.level], 24};
    }
    return compact;
}

void draw_node(Ui& ui, const Node& node, const view::Tasks& tasks, const std::string& name,
               bool compact) {
    const Theme& theme = *ui.theme;
    const Rect& box = node.box;
    if (node.sync) {
        fill(ui, box, theme.raised, 12);
        outline(ui, box, theme.ink, 12, 1);
        draw_icon(ui, Icon::lock, {box.x + 14, box.middle_y()}, 14, theme.ink);
        draw_text(ui, Face::code_label, box.x + 26, box.middle_y(), theme.ink, name);
        return;
    }
    const view::TaskRow* task = nullptr;
    for (const view::TaskRow& row : tasks.rows)
        if (row.serial == node.serial) task = &row;
    if (!task) {  // a future: somebody's promise, no yarn
        fill(ui, box, theme.raised, size::radius_button);
        outline(ui, box, theme.edge, size::radius_button);
        draw_icon(ui, Icon::await, {box.x + 14, box.middle_y()}, 14, theme.ink2);
        draw_text(ui, Face::code_label, box.x + 27, box.middle_y(), theme.ink, name);
        return;
    }
    const ImU32 yarn = yarn_colour(theme, task->yarn);
    const bool over = task->look == view::Look::done;
    fill(ui, box, theme.raised, size::radius_button);
    if (over)
        dashed_outline(ui, box, yarn, size::radius_button);
    else
        outline(ui, box, yarn, size::radius_button, task->running ? 2 : 1);
    swatch(ui, box.x + 8, box.middle_y(), task->yarn);
    draw_text(ui, Face::code_label, box.x + 27, box.middle_y(), theme.ink, name);
    if (!compact)
        draw_icon(ui, icon_of(task->look), {box.right() - 14, box.middle_y()}, 14, theme.ink);
}

}  // namespace

void draw_awaits(Ui& ui, Rect body, const Moment& moment, const view::Actors& actors,
                 const view::Tasks& tasks, TasksUi& state) {
    std::vector<Node> nodes = nodes_of(tasks);
    if (nodes.empty()) {
        empty_panel(ui, body, ui.texts[TextId::task_none_waits], ui.texts[TextId::tasks_none_what]);
        return;
    }
    const auto name = [&](Serial serial) {
        return view::thing_name(*moment.state, actors, ui.texts, serial);
    };
    const bool compact = place_nodes(ui, nodes, body, state.scroll.at, name);
    float bottom = body.y;
    for (const Node& node : nodes) bottom = std::max(bottom, node.box.bottom() + state.scroll.at);
    begin_clip(ui, body);
    const auto box_of = [&](Serial serial) {
        for (const Node& node : nodes)
            if (node.serial == serial) return node.box;
        return Rect{};
    };
    for (const view::AwaitEdge& edge : tasks.edges) {
        const Rect from = box_of(edge.from), to = box_of(edge.to);
        const Point a{from.right(), from.middle_y()}, b{to.x - 6, to.middle_y()};
        const float bend = std::max(10.0f, (b.x - a.x) / 2);
        const ImU32 ink = edge.met ? ui.theme->edge : ui.theme->ink2;
        curve(ui, a, {a.x + bend, a.y}, {b.x - bend, b.y}, b, ink, edge.met ? 1 : 1.4f);
        polygon(ui, {{b.x, b.y - 4}, {b.x + 6, b.y}, {b.x, b.y + 4}}, ink);
    }
    for (const Node& node : nodes) draw_node(ui, node, tasks, name(node.serial), compact);
    scroll_rows(ui, id_of("awaits/scroll"), body, bottom - body.y + 8, state.scroll);
    end_clip(ui);
}

}  // namespace meada::app
