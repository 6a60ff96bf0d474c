// What a frame of the timeline costs the processor with a million spans: all of them in view,
// zoomed in, and moving; and what a span takes of memory. The run is a real one, of many tasks that
// take turns; it is not recorded as the page does it, because history forgets the oldest of so many
// events. Prints JSON; status 1 where a frame takes more than 4 ms.
//
// Nothing is drawn on a screen: ImGui's lists and the quads for the shaders are made, and thrown
// away, as in a frame of the window.
#include <imgui.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <deque>
#include <set>

#include "app/timeline.h"
#include "history/history.h"
#include "library/library.h"

using namespace meada;

namespace {

constexpr double frame_ms_most = 4;
constexpr int frames = 120;

constexpr const char* script = R"(
import asyncio
async def turn(times):
    for i in range(times):
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(*(turn(8500) for i in range(40)))
asyncio.run(main())
)";

// All events; their texts lie in the block, which moves on, so names are kept here.
struct Keeper : Recorder {
    Events events;
    std::set<std::string, std::less<>> names;

    Text kept(Text text) { return *names.emplace(text).first; }
    void record(const Event& event) override {
        Event copy = event;
        if (auto* task = std::get_if<event::task_created>(&copy.detail)) {
            task->name = kept(task->name);
            task->coroutine = kept(task->coroutine);
        } else if (auto* thread = std::get_if<event::thread_created>(&copy.detail)) {
            thread->name = kept(thread->name);
        }
        events.push_back(copy);
    }
};

double cpu_ms() { return double(std::clock()) * 1000 / CLOCKS_PER_SEC; }

struct Window {
    app::UiMemory memory;
    app::Faces faces;

    Window() {
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {1920, 1080};
        app::load_faces(faces, 1);
        unsigned char* pixels = nullptr;
        int width = 0, height = 0;
        io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    }

    template <typename Draw>
    double frame_ms(Draw draw) {
        ImGui::GetIO().DeltaTime = 1 / 60.0f;
        ImGui::NewFrame();
        app::Ui ui;
        ui.theme = &app::light_theme();
        ui.faces = &faces;
        app::begin_ui(ui, memory);
        const double from = cpu_ms();
        draw(ui);
        const double took = cpu_ms() - from;
        app::end_ui(ui);
        ImGui::Render();
        return took;
    }
};

// The middle of so many frames, and the slowest.
struct Times {
    std::vector<double> ms;
    double middle() {
        std::sort(ms.begin(), ms.end());
        return ms[ms.size() / 2];
    }
    double most() const { return *std::max_element(ms.begin(), ms.end()); }
};

}  // namespace

int main() {
    Scenario scenario;
    scenario.source = script;
    auto made = make_machine(scenario, linked_boot_image());
    if (!made) return 2;
    Machine& machine = **made;
    Keeper keeper;
    for (const Event& event : machine.first_events) keeper.record(event);
    machine.recorder = &keeper;
    advance(machine, {});
    const MachineState state = inspect(machine);
    Moment moment;
    moment.spec = &scenario.spec;
    moment.state = &state;
    moment.events = &keeper.events;
    moment.run = 1;
    moment.ended = true;
    moment.end_ns = keeper.events.back().time_ns;
    moment.cursor_event = moment.end_event = keeper.events.size();
    moment.cursor_ns = moment.end_ns / 2;
    view::LaneCache lanes;
    const double read_from = cpu_ms();
    view::update(lanes, moment);
    const double read_ms = cpu_ms() - read_from;
    size_t spans = 0, bytes = 0;
    const auto add = [&](const view::Lane& lane) {
        spans += lane.spans.size();
        bytes += lane.spans.capacity() * sizeof(view::Span) +
                 lane.totals.capacity() * sizeof(view::LaneTotal);
    };
    for (const auto& [serial, lane] : lanes.lanes) add(lane);
    for (const view::Lane& core : lanes.cores) add(core);

    Window window;
    app::TimelineUi ui_state;
    const auto measure = [&](auto each_frame) {
        Times times;
        for (int i = 0; i < frames; ++i)
            times.ms.push_back(window.frame_ms([&](app::Ui& ui) {
                each_frame(i);
                app::draw_timeline(ui, {0, 0, 1400, 900}, moment, lanes, ui_state);
            }));
        return times;
    };
    const auto end = double(moment.end_ns);
    Times whole = measure([&](int) { ui_state.whole = true; });
    const auto show = [&](double from, double part) {
        ui_state.whole = false;
        ui_state.begin_ns = end * from;
        ui_state.end_ns = end * (from + part);
    };
    Times tenth = measure([&](int i) { show(0.2 + 0.002 * i, 0.1); });
    Times near = measure([&](int i) { show(0.2 + 0.002 * i, 0.0001); });
    std::printf("{\"spans\": %zu, \"bytes_a_span\": %.1f, \"read_ms\": %.0f, \"whole_ms\": %.2f, "
                "\"tenth_moving_ms\": %.2f, \"near_moving_ms\": %.2f, \"slowest_ms\": %.2f}\n",
                spans, double(bytes) / double(spans), read_ms, whole.middle(), tenth.middle(),
                near.middle(), std::max({whole.most(), tenth.most(), near.most()}));
    const double slowest = std::max({whole.middle(), tenth.middle(), near.middle()});
    return slowest > frame_ms_most || spans < 1'000'000 ? 1 : 0;
}
