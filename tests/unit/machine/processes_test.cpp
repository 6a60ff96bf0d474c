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
