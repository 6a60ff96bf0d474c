#include <doctest/doctest.h>

#include "library/library.h"

using namespace meada;

namespace {

struct Output : Recorder {
    void record(const Event& event) override {
        if (const auto* printed = event_as<event::printed>(event)) text += printed->text;
    }
    std::string text;
};

}  // namespace

TEST_CASE("a script can ask whether there is a GIL, as Python 3.13 lets it") {
    Script script;
    script.file_name = "ask.py";
    script.source = R"(import sys, sysconfig
asks = getattr(sys, "_is_gil_enabled", None)
print(asks and asks(), sysconfig.get_config_var("Py_GIL_DISABLED"), sys.getswitchinterval())
)";
    const auto said_on = [&](GilMode gil, TimeNs switch_interval_ns) {
        MachineSpec spec;
        spec.gil = static_cast<uint64_t>(gil);
        spec.switch_interval_ns = switch_interval_ns;
        auto made = make_machine(spec, linked_boot_image(), script);
        REQUIRE(made);
        Output output;
        (*made)->recorder = &output;
        REQUIRE(advance(**made, {}) == Advanced::ended);
        return output.text;
    };
    CHECK(said_on(GilMode::cpython311, 5'000'000) == "None None 0.005\n");
    CHECK(said_on(GilMode::every_instruction, 1'000'000) == "None None 0.001\n");
    CHECK(said_on(GilMode::none, 5'000'000) == "False 1 0.005\n");
}

TEST_CASE("a run begins as the interpreter does, and a spawned process reads the source anew") {
    struct Story : Recorder {
        void record(const Event& event) override {
            if (event_is<event::process_started>(event)) names.push_back("process");
            if (const auto* read = event_as<event::source_read>(event)) {
                names.push_back("read");
                sizes.push_back(read->size_bytes);
            }
            if (event_is<event::source_compiled>(event)) names.push_back("compiled");
            if (event_is<event::interpreter_started>(event)) names.push_back("interpreter");
            if (event_is<event::module_imported>(event)) names.push_back("module");
            if (event_is<event::process_created>(event)) names.push_back("created");
            if (const auto* seen = event_as<event::end_seen>(event)) ends.push_back(seen->ended);
        }
        std::vector<std::string> names;
        std::vector<Count> sizes;
        std::vector<Serial> ends;
    } story;
    Script script;
    script.file_name = "story.py";
    script.source = R"(import multiprocessing
if __name__ == "__main__":
    for method in ("fork", "spawn"):
        child = multiprocessing.get_context(method).Process()
        child.start()
        child.join()
)";
    auto made = make_machine(MachineSpec{}, linked_boot_image(), script);
    REQUIRE(made);
    for (const Event& event : (*made)->first_events) story.record(event);
    (*made)->recorder = &story;
    REQUIRE(advance(**made, {}) == Advanced::ended);
    const std::vector<std::string> expected = {"process", "read", "compiled", "interpreter",
                                               "module", "created", "created", "read",
                                               "compiled", "interpreter"};
    CHECK(story.names == expected);
    CHECK(story.sizes == std::vector<Count>{script.source.size(), script.source.size()});
    CHECK(story.ends.size() == 2);
}

TEST_CASE("64 processes at once: each with its own globals, all of them end") {
    Script script;
    script.file_name = "many.py";
    script.source = R"(from multiprocessing import Process, Pipe
seen = []
def child(number, end):
    seen.append(number)
    end.send(seen)
if __name__ == "__main__":
    here, there = Pipe()
    processes = [Process(target=child, args=(number, there)) for number in range(64)]
    for process in processes: process.start()
    print(sorted(here.recv() for _ in processes) == [[number] for number in range(64)], seen)
    for process in processes: process.join()
    print({process.exitcode for process in processes})
)";
    auto made = make_machine(MachineSpec{}, linked_boot_image(), script);
    REQUIRE(made);
    Output output;
    (*made)->recorder = &output;
    REQUIRE(advance(**made, {}) == Advanced::ended);
    CHECK(output.text == "True []\n{0}\n");
    CHECK((*made)->root().exit_status == 0);
}
