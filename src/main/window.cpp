// The window program: on the desktop, and as the page's module.
// Until src/app is there: a plain ImGui frame that shows what platform gives.
#include <imgui.h>

#include <cstdio>
#include <memory>

#include "platform/platform.h"

using namespace meada;

namespace {

struct Hello {
    platform::Shader hatching = platform::make_shader(R"(
        void main() {
            float stripe = step(0.5, fract((frag_uv.x + frag_uv.y) * 8.0));
            out_color = mix(frag_color * vec4(1.0, 1.0, 1.0, 0.3), frag_color, stripe);
        })");
    char text[256] = "";
    int drops = 0;
};

void draw(Hello& hello, const platform::Frame& frame) {
    ImGui::SetNextWindowPos(ImVec2(24 * frame.scale, 24 * frame.scale));
    ImGui::SetNextWindowSize(ImVec2(640 * frame.scale, 320 * frame.scale));
    ImGui::Begin("Meada", nullptr, ImGuiWindowFlags_NoSavedSettings);
    ImGui::Text("%.0f x %.0f px, scale %.3g, frame %d", double(frame.width_px),
                double(frame.height_px), double(frame.scale), int(platform::frame_count()));
    ImGui::InputText("text", hello.text, sizeof hello.text);
    ImGui::Text("composition: %s", platform::composition().text.c_str());
    ImGui::Text("language %s, files %d", platform::preferred_language().c_str(), hello.drops);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    platform::begin_shader(list, hello.hatching, {});
    list->PrimReserve(6, 4);
    list->PrimRectUV(at, ImVec2(at.x + 400 * frame.scale, at.y + 40 * frame.scale), ImVec2(0, 0),
                     ImVec2(4, 0.4f), IM_COL32(34, 61, 131, 255));
    platform::end_shader(list);
    ImGui::End();
}

}  // namespace

int main(int argc, char** argv) {
    platform::WindowOptions options;
    std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!platform::take_window_options(arguments, options)) {
        std::fprintf(stderr, "meada-app: %s wants a value\n", arguments[0].c_str());
        return 2;
    }
    auto hello = std::make_shared<Hello>();
    platform::Program program;
    program.load_fonts = [](float scale) {
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        const std::string_view file = platform::font_file(platform::Font::ui);
        if (file.empty()) return;
        ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char*>(file.data()), int(file.size()),
                                                   13 * scale, &config);
    };
    program.draw = [hello](const platform::Frame& frame) { draw(*hello, frame); };
    program.file_arrived = [hello](std::string, std::string) { ++hello->drops; };
    program.called = [hello](std::string_view) {
        return "{\"text\":\"" + std::string(hello->text) + "\"}";
    };
    return platform::run(options, std::move(program));
}
