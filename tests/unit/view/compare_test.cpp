// What is said of two runs beside each other: real runs, on machines that differ.
#include "view/compare.h"

#include <doctest/doctest.h>

#include "view/recorded.h"

using namespace meada;

namespace {

constexpr const char* two_threads = R"(
import threading
def work(name):
    for _ in range(20000): pass
    print(name)
threads = [threading.Thread(target=work, args=(name,)) for name in ("ana", "rui")]
for thread in threads: thread.start()
for thread in threads: thread.join()
)";

view::Comparison compared(const MachineSpec& here, const MachineSpec& there,
                          Language language = Language::en) {
    const testing::Recorded left(two_threads, here), right(two_threads, there);
    return view::compare(left.session.moment(), right.session.moment(), Texts{language});
}

}  // namespace

TEST_CASE("a run without a GIL is told to be faster, and by how much") {
    MachineSpec free;
    free.gil = static_cast<uint64_t>(GilMode::none);
    const view::Comparison faster = compared({}, free);
    CHECK(faster.there_faster);
    CHECK(faster.speed_up > 1.5);
    CHECK(faster.verdict.starts_with("The other run is "));
    const view::Comparison slower = compared(free, {}, Language::pt_br);
    CHECK(!slower.there_faster);
    CHECK(slower.verdict.find("vezes mais rápida") != std::string::npos);
    CHECK(slower.verdict.find(',') != std::string::npos);
}

TEST_CASE("a difference that nobody would notice is not told as a number") {
    CHECK(compared({}, {}).verdict == "Both take the same time.");
    MachineSpec later;
    later.thread_start_ns += 1000;
    const view::Comparison near = compared({}, later);
    CHECK(near.speed_up > 1);
    CHECK(near.verdict == "Both take nearly the same time.");
    CHECK(near.same_output);
}
