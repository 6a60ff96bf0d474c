// ImGui's lists and the quads between them, drawn with as few pixels as a frame needs: a browser
// without a graphics card pays for each. One program draws glyphs and plain areas, and reads the
// glyphs' texture only for glyphs.
#include "platform/draw.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <vector>

#include "platform/changed_tiles.h"
#include "platform/gl.h"

namespace meada::platform {

namespace {

constexpr const char* vertex_source = R"(
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 glyph;
layout(location = 2) in vec4 ink;
uniform vec4 view;
out vec2 at;
out vec4 color;
void main() {
    at = glyph;
    color = ink;
    vec2 part = (position - view.xy) / view.zw;
    gl_Position = vec4(part.x * 2.0 - 1.0, 1.0 - part.y * 2.0, 0.0, 1.0);
}
)";
// Plain areas have no place in the texture (make_glyphs).
constexpr const char* fragment_source = R"(
in vec2 at;
in vec4 color;
uniform sampler2D glyphs;
out vec4 out_color;
void main() {
    float part = 1.0;
    if (at.x >= 0.0) part = textureLod(glyphs, at, 0.0).r;
    out_color = vec4(color.rgb, color.a * part);
}
)";

// What is drawn with one call: triangles, or a command's quads.
struct Step {
    Box box;
    size_t first_index = 0, index_count = 0;
    const ImDrawCmd* quads = nullptr;
};

// All that is uploaded and drawn for a frame.
struct Plan {
    std::vector<ImDrawVert> vertices;
    std::vector<uint32_t> indices;
    std::vector<Step> steps;
    void clear() { vertices.clear(), indices.clear(), steps.clear(); }
};

// Where a triangle lies, and around so many that follow each other: what lies elsewhere need not be
// looked at one by one.
struct Place {
    int16_t left, top, right, bottom;
};
constexpr size_t places_together = 64;

// How a list's triangles lie in the window.
struct Places {
    std::vector<Place> triangles, groups;
    std::vector<uint64_t> hashes;  // of its vertices
    Box box_of(size_t triangle) const {
        const Place& at = triangles[triangle];
        return {at.left, at.top, at.right, at.bottom};
    }
};

struct Drawing {
    GLuint program = 0, glyphs = 0, vertex_array = 0, vertices = 0, indices = 0;
    GLint view = -1;
    ChangedTiles tiles;
    Plan plan;
    std::vector<Places> places;      // of each list
    std::vector<uint32_t> planned;  // where each vertex of all lists is in the plan
};
constexpr uint32_t not_planned = ~uint32_t{0};
static_assert(sizeof(ImDrawIdx) == sizeof(uint32_t));

Drawing& drawing() {
    static Drawing the_drawing;
    return the_drawing;
}

Box box_of(const ImVec4& clip) {
    return {int(clip.x), int(clip.y), int(clip.z), int(clip.w)};
}

Box box_of(const ImVec2& a, const ImVec2& b, const ImVec2& c) {
    const float left = std::min({a.x, b.x, c.x}), right = std::max({a.x, b.x, c.x});
    const float top = std::min({a.y, b.y, c.y}), bottom = std::max({a.y, b.y, c.y});
    return {int(std::floor(left)), int(std::floor(top)), int(std::ceil(right)),
            int(std::ceil(bottom))};
}

Place place_of(const Box& box) {
    const auto within = [](int at) { return int16_t(std::clamp(at, -32768, 32767)); };
    return {within(box.left), within(box.top), within(box.right), within(box.bottom)};
}

bool meets(const Place& place, const Box& box) {
    return place.left < box.right && box.left < place.right && place.top < box.bottom &&
           box.top < place.bottom;
}

// Of eight bytes at a time, each mixed by itself.
template <typename Plain>
uint64_t hash_of(const Plain& value, uint64_t seed) {
    uint64_t words[(sizeof value + 7) / 8] = {};
    std::memcpy(words, &value, sizeof value);
    uint64_t factor = 0x9e3779b97f4a7c15u;
    for (const uint64_t word : words) {
        const uint64_t mixed = (word ^ seed) * factor;
        seed += mixed ^ mixed >> 31;
        factor += 0x2545f4914f6cdd1eu;  // an odd one stays odd
    }
    return seed;
}

// ---- what differs -------------------------------------------------------------------------------

// Two triangles of ImGui's plain rectangle, in one colour and on whole pixels.
bool is_area(const ImDrawList& list, const ImDrawIdx* index) {
    if (index[3] != index[0] || index[4] != index[2]) return false;
    const ImDrawVert& a = list.VtxBuffer[int(index[0])];
    const ImDrawVert& b = list.VtxBuffer[int(index[1])];
    const ImDrawVert& c = list.VtxBuffer[int(index[2])];
    const ImDrawVert& d = list.VtxBuffer[int(index[5])];
    const bool upright = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y &&
                         d.pos.x == a.pos.x;
    const bool plain = a.uv.x < 0 && a.col == b.col && a.col == c.col && a.col == d.col;
    const auto whole = [](float at) { return at == std::floor(at); };
    return upright && plain && whole(a.pos.x) && whole(a.pos.y) && whole(c.pos.x) &&
           whole(c.pos.y);
}

// Puts down where the triangles lie, too.
void tell(ChangedTiles& tiles, Places& places, const ImDrawList& list) {
    for (const ImDrawVert& vertex : list.VtxBuffer) places.hashes.push_back(hash_of(vertex, 1));
    const std::vector<uint64_t>& hashes = places.hashes;
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const Box clip = box_of(command.ClipRect);
        const uint64_t seed = hash_of(clip, 2);
        if (command.UserCallback) {
            for (const Quad& quad : quads_of(command))
                tiles.add(common(box_of(quad), clip), hash_of(quad, seed));
            continue;
        }
        const size_t first = command.IdxOffset / 3, end = first + command.ElemCount / 3;
        for (size_t triangle = first; triangle < end; ++triangle) {
            const ImDrawIdx* index = &list.IdxBuffer[int(triangle * 3)];
            const Box box = places.box_of(triangle);
            if (triangle + 1 < end && is_area(list, index)) {
                tiles.add_area(common(box, clip), list.VtxBuffer[int(index[0])].col);
                ++triangle;
                continue;
            }
            const uint64_t hash = (hashes[index[0]] * 3 ^ hashes[index[1]]) * 5 ^ hashes[index[2]];
            tiles.add(common(box, clip), hash ^ seed);
        }
    }
}

void place_triangles(Places& places, const ImDrawList& list) {
    places.triangles.clear();
    places.groups.clear();
    places.hashes.clear();
    for (int i = 0; i + 2 < list.IdxBuffer.Size; i += 3) {
        const ImDrawIdx* index = &list.IdxBuffer[i];
        const Place place = place_of(box_of(list.VtxBuffer[int(index[0])].pos,
                                            list.VtxBuffer[int(index[1])].pos,
                                            list.VtxBuffer[int(index[2])].pos));
        if (places.triangles.size() % places_together == 0) places.groups.push_back(place);
        Place& group = places.groups.back();
        group = {std::min(group.left, place.left), std::min(group.top, place.top),
                 std::max(group.right, place.right), std::max(group.bottom, place.bottom)};
        places.triangles.push_back(place);
    }
}

std::vector<Box> boxes_to_draw(Drawing& all, const ImDrawData& data, bool keeps_pixels) {
    const int width = int(data.DisplaySize.x), height = int(data.DisplaySize.y);
    all.places.resize(size_t(data.CmdListsCount));
    for (int i = 0; i < data.CmdListsCount; ++i)
        place_triangles(all.places[size_t(i)], *data.CmdLists[i]);
    if (!keeps_pixels) return {{0, 0, width, height}};
    all.tiles.begin(width, height);
    for (int i = 0; i < data.CmdListsCount; ++i)
        tell(all.tiles, all.places[size_t(i)], *data.CmdLists[i]);
    return all.tiles.finish();
}

// ---- what is drawn ------------------------------------------------------------------------------

// A list of a frame: where its triangles lie, and where its vertices are in the plan.
struct Listed {
    const ImDrawList& list;
    const Places& places;
    uint32_t* planned;
};

void plan_triangle(Plan& plan, const Listed& from, const ImDrawIdx* index) {
    for (int corner = 0; corner < 3; ++corner) {
        uint32_t& there = from.planned[index[corner]];
        if (there == not_planned) {
            there = uint32_t(plan.vertices.size());
            plan.vertices.push_back(from.list.VtxBuffer[int(index[corner])]);
        }
        plan.indices.push_back(there);
    }
}

// The triangles of a command that touch the box, with the vertices that they need.
void plan_triangles(Plan& plan, const Listed& from, const ImDrawCmd& command, const Box& box) {
    const size_t before = plan.indices.size();
    const size_t first = command.IdxOffset / 3, end = first + command.ElemCount / 3;
    for (size_t triangle = first; triangle < end;) {
        const size_t group = triangle / places_together;
        const size_t group_end = std::min(end, (group + 1) * places_together);
        if (meets(from.places.groups[group], box))
            for (size_t each = triangle; each < group_end; ++each)
                if (meets(from.places.triangles[each], box))
                    plan_triangle(plan, from, &from.list.IdxBuffer[int(each * 3)]);
        triangle = group_end;
    }
    if (plan.indices.size() > before)
        plan.steps.push_back({box, before, plan.indices.size() - before, nullptr});
}

// One box after the other, each from the ground up: where two overlap the second covers the first.
void make_plan(Drawing& all, const ImDrawData& data, const std::vector<Box>& boxes) {
    all.plan.clear();
    all.planned.assign(size_t(data.TotalVtxCount), not_planned);
    for (const Box& box : boxes) {
        size_t first_vertex = 0;
        for (int i = 0; i < data.CmdListsCount; ++i) {
            const Listed from{*data.CmdLists[i], all.places[size_t(i)],
                              all.planned.data() + first_vertex};
            for (const ImDrawCmd& command : from.list.CmdBuffer) {
                const Box seen = common(box, box_of(command.ClipRect));
                if (seen.empty()) continue;
                if (command.UserCallback)
                    all.plan.steps.push_back({seen, 0, 0, &command});
                else
                    plan_triangles(all.plan, from, command, seen);
            }
            first_vertex += size_t(from.list.VtxBuffer.Size);
        }
    }
}

void make_buffers(Drawing& all) {
    std::string error;
    all.program = make_program(vertex_source, fragment_source, error);
    all.view = gl().GetUniformLocation(all.program, "view");
    gl().GenVertexArrays(1, &all.vertex_array);
    gl().GenBuffers(1, &all.vertices);
    gl().GenBuffers(1, &all.indices);
    gl().BindVertexArray(all.vertex_array);
    gl().BindBuffer(GL_ARRAY_BUFFER, all.vertices);
    gl().BindBuffer(GL_ELEMENT_ARRAY_BUFFER, all.indices);
    const auto attribute = [](GLuint location, GLint count, GLenum type, size_t offset) {
        gl().EnableVertexAttribArray(location);
        gl().VertexAttribPointer(location, count, type, type == GL_UNSIGNED_BYTE,
                                 sizeof(ImDrawVert), reinterpret_cast<const void*>(offset));
    };
    attribute(0, 2, GL_FLOAT, offsetof(ImDrawVert, pos));
    attribute(1, 2, GL_FLOAT, offsetof(ImDrawVert, uv));
    attribute(2, 4, GL_UNSIGNED_BYTE, offsetof(ImDrawVert, col));
}

template <typename Item>
void upload(GLenum target, GLuint buffer, const std::vector<Item>& items) {
    gl().BindBuffer(target, buffer);
    gl().BufferData(target, GLsizeiptr(items.size() * sizeof(Item)), items.data(),
                    GL_STREAM_DRAW);
}

void use_triangles(const Drawing& all, const ImDrawData& data) {
    gl().UseProgram(all.program);
    gl().Uniform4f(all.view, data.DisplayPos.x, data.DisplayPos.y, data.DisplaySize.x,
                   data.DisplaySize.y);
    gl().BindVertexArray(all.vertex_array);
    gl().BindTexture(GL_TEXTURE_2D, all.glyphs);
}

void draw_plan(const Drawing& all, const ImDrawData& data) {
    const int height = int(data.DisplaySize.y);
    gl().Viewport(0, 0, int(data.DisplaySize.x), height);
    gl().Enable(GL_SCISSOR_TEST);
    gl().Enable(GL_BLEND);
    gl().BlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    bool ready = false;
    for (const Step& step : all.plan.steps) {
        gl().Scissor(step.box.left, height - step.box.bottom, step.box.right - step.box.left,
                     step.box.bottom - step.box.top);
        if (step.quads) {
            draw_quads_of(*step.quads, step.box, data);
            ready = false;
            continue;
        }
        if (!ready) use_triangles(all, data);
        ready = true;
        gl().DrawElements(GL_TRIANGLES, GLsizei(step.index_count), GL_UNSIGNED_INT,
                          reinterpret_cast<const void*>(step.first_index * sizeof(uint32_t)));
    }
}

}  // namespace

void make_glyphs() {
    Drawing& all = drawing();
    all.tiles.forget();
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
    atlas.TexUvWhitePixel = {-1, -1};
    if (!all.glyphs) gl().GenTextures(1, &all.glyphs);
    gl().BindTexture(GL_TEXTURE_2D, all.glyphs);
    gl().TexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    gl().TexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    gl().PixelStorei(GL_UNPACK_ALIGNMENT, 1);
    gl().TexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
    atlas.ClearTexData();
}

void draw_lists(const ImDrawData& data, bool keeps_pixels) {
    Drawing& all = drawing();
    const std::vector<Box> boxes = boxes_to_draw(all, data, keeps_pixels);
    if (boxes.empty() || data.DisplaySize.x <= 0 || data.DisplaySize.y <= 0) return;
    make_plan(all, data, boxes);
    if (!all.program) make_buffers(all);
    gl().BindVertexArray(all.vertex_array);
    upload(GL_ARRAY_BUFFER, all.vertices, all.plan.vertices);
    upload(GL_ELEMENT_ARRAY_BUFFER, all.indices, all.plan.indices);
    draw_plan(all, data);
}

}  // namespace meada::platform
