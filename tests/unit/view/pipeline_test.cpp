// A statement as source, tokens, tree, bytecode and stack, and what several names reach.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "history/history.h"
#include "library/library.h"
#include "view/recorded.h"
#include "view/view.h"

using namespace meada;

namespace {

constexpr const char* race_source =
    "import threading\n"
    "counter = 0\n"
    "def add():\n"
    "    global counter\n"
    "    for _ in range(1000):\n"
    "        counter += 1\n"
    "add(); names = [name for name in 'ab']\n";

struct AtInstruction {
    std::unique_ptr<Machine> machine;
    MachineSpec spec;
    MachineState state;
    Moment moment;

    AtInstruction(const char* source, uint64_t instruction) {
        Scenario scenario;
        scenario.source = source;
        auto made = make_machine(scenario, linked_boot_image());
        REQUIRE(made);
        machine = std::move(*made);
        go_to(instruction);
    }
    void go_to(uint64_t instruction) {
        while (machine->user_instructions() < instruction && !machine->ended())
            if (advance(*machine, {.user_instructions = instruction}) != Advanced::slice) break;
        state = inspect(*machine);
        moment.spec = &spec;
        moment.state = &state;
    }
    // Instruction by instruction to the first moment for which it holds.
    template <typename Holds>
    void go_on_until(const Holds& holds) {
        for (int i = 0; i < 20'000 && !machine->ended(); ++i) {
            if (holds()) return;
            go_to(machine->user_instructions() + 1);
        }
        FAIL("it never came to that");
    }
};

std::vector<std::string> names_of(const view::Pipeline& pipeline) {
    std::vector<std::string> names;
    for (const view::PipelineInstruction& each : pipeline.instructions) names.push_back(each.name);
    return names;
}

const view::PipelineInstruction* next_of(const view::Pipeline& pipeline) {
    for (const view::PipelineInstruction& each : pipeline.instructions)
        if (each.next) return &each;
    return nullptr;
}

}  // namespace

TEST_CASE("pipeline: a line is its tokens, its tree and all its instructions, and ranges nest") {
    const AtInstruction at(race_source, 0);
    const view::CompiledScript script = view::compile_script(race_source);
    const view::Pipeline line = view::pipeline(at.moment, script, 1, 6);
    CHECK(!line.current);
    REQUIRE(line.source.size() == 1);
    CHECK(line.source[0] == "        counter += 1");
    REQUIRE(line.tokens.size() == 3);
    CHECK(line.tokens[1].text == "+=");
    CHECK(line.tokens[1].kind == "OP");
    CHECK(line.tokens[0].kind == "NAME");
    CHECK(line.tokens[2].kind == "NUMBER");
    REQUIRE(line.nodes.size() == 3);
    CHECK(line.nodes[0].kind == "AugAssign");
    CHECK(line.nodes[0].detail == "Add");
    CHECK(line.nodes[1].field == "target");
    CHECK(line.nodes[2].kind == "Constant");
    for (const view::PipelineNode& node : line.nodes)
        CHECK(view::lies_within(node.range, line.nodes[0].range));
    CHECK(names_of(line) == std::vector<std::string>{"LOAD_GLOBAL", "LOAD_CONST", "BINARY_OP",
                                                     "STORE_GLOBAL", "JUMP_BACKWARD"});
    CHECK(line.instructions[0].argument == "counter");
    CHECK(line.instructions[2].argument == "+=");
    for (const view::PipelineInstruction& each : line.instructions)
        CHECK(view::lies_within(each.range, line.nodes[0].range) == (each.range.line == 6));
}

TEST_CASE("pipeline: every instruction of every line appears once") {
    const AtInstruction at(race_source, 0);
    const view::CompiledScript script = view::compile_script(race_source);
    for (uint32_t line = 1; line <= 7; ++line) {
        const view::Pipeline found = view::pipeline(at.moment, script, 1, line);
        if (line == 4) continue;  // `global` has no instruction
        std::map<std::pair<uint32_t, uint32_t>, int> times;
        for (const view::PipelineInstruction& each : found.instructions)
            ++times[{each.code, each.index}];
        for (uint32_t code = 0; code < script.unit.codes.size(); ++code)
            for (uint32_t i = 0; i < script.unit.codes[code].ranges.size(); ++i) {
                const SourceRange range = script.unit.codes[code].ranges[i];
                // Of two statements on a line the first is shown.
                const bool here = range.line == line && (line != 7 || range.end_column <= 5);
                if (here) CHECK(times[{code, i}] == 1);
            }
    }
}

TEST_CASE("pipeline: += is several instructions, and others can come where the machine says so") {
    AtInstruction at(race_source, 0);
    const view::CompiledScript script = view::compile_script(race_source);
    view::Pipeline now;
    at.go_on_until([&] {
        now = view::pipeline(at.moment, script, 1);
        const view::PipelineInstruction* next = next_of(now);
        return now.line == 6 && next && next->name == "BINARY_OP";
    });
    CHECK(now.current);
    CHECK(now.depth == 2);
    REQUIRE(now.stack.size() == 3);  // the loop's iterator lies under them
    CHECK(now.stack[1] == "0");
    CHECK(now.stack[2] == "1");
    CHECK(now.switches_threads);  // the jump back
    CHECK(next_of(now)->switches == view::SwitchPoint::none);
    at.go_to(at.machine->user_instructions() + 1);
    now = view::pipeline(at.moment, script, 1);
    REQUIRE(now.stack.size() == 2);
    CHECK(now.stack[1] == "1");
    CHECK(next_of(now)->name == "STORE_GLOBAL");
    at.spec.gil = static_cast<uint64_t>(GilMode::none);
    now = view::pipeline(at.moment, script, 1);
    CHECK(next_of(now)->switches == view::SwitchPoint::thread);
}

TEST_CASE("pipeline: an await is where a task may give the loop back; a head is without its body") {
    const char* source =
        "import asyncio\n"
        "async def main():\n"
        "    for _ in range(2):\n"
        "        await asyncio.sleep(1)\n"
        "asyncio.run(main())\n";
    AtInstruction at(source, 0);
    const view::CompiledScript script = view::compile_script(source);
    view::Pipeline now;
    at.go_on_until([&] {
        const bool waits = !at.state.tasks.empty() &&
                           at.state.tasks[0].wait_reason == WaitReason::sleep;
        if (waits) now = view::pipeline(at.moment, script, at.state.tasks[0].serial);
        return waits;
    });
    CHECK(now.line == 4);
    CHECK(now.switches_tasks);
    CHECK(now.waits);
    REQUIRE(next_of(now));
    CHECK(next_of(now)->switches == view::SwitchPoint::task);
    const view::Pipeline head = view::pipeline(at.moment, script, 1, 3);
    CHECK(head.nodes[0].kind == "For");
    CHECK(head.last_line == 3);
    CHECK(head.nodes.size() == 5);  // For, target, iter: Call, range, 2
}

TEST_CASE("pipeline: what is pointed at lights up in every column") {
    const AtInstruction at(race_source, 0);
    const view::CompiledScript script = view::compile_script(race_source);
    const view::Pipeline line = view::pipeline(at.moment, script, 1, 6);
    const SourceRange counter = line.tokens[0].range;
    CHECK(view::linked_range(line, counter) == counter);
    // An operator is no node: the smallest one around it is the whole statement.
    CHECK(view::linked_range(line, line.tokens[1].range) == line.nodes[0].range);
}

TEST_CASE("locks: a barrier's parties, a queue's items, waiters in order, and who wants the GIL") {
    AtInstruction at(R"(
import threading, queue, time
gate = threading.Barrier(3)
shelf = queue.Queue(5)
shelf.put("rye")
shelf.put("oat")
lock = threading.Lock()
def wait(delay):
    time.sleep(delay)
    gate.wait()
def want(delay):
    time.sleep(delay)
    with lock:
        pass
lock.acquire()
for delay in (0.002, 0.001):
    threading.Thread(target=wait, args=(delay,), name=f"w{delay}").start()
    threading.Thread(target=want, args=(delay,), name=f"l{delay}").start()
def spin():
    x = 0
    while True:
        x += 1
time.sleep(0.01)
for name in ("a", "b"):
    threading.Thread(target=spin, name=name).start()
spin()
)", 30'000);
    view::LaneCache cache;
    view::meet_all(cache.actors, at.state);
    const Texts texts;
    const view::Threads threads = view::threads(at.moment, cache.actors, texts);
    const auto row = [&](const std::string& name) {
        const auto found = std::ranges::find(threads.syncs, name, &view::SyncRow::name);
        REQUIRE(found != threads.syncs.end());
        return *found;
    };
    CHECK(row("gate").words == "2 of 3 parties are there");
    CHECK(row("shelf").words == "2 of 5 items");
    CHECK(row("shelf").items == "'rye', 'oat'");
    REQUIRE(row("lock").waiters.size() == 2);
    CHECK(cache.actors.find(row("lock").waiters[0])->name == "l0.001");
    const view::SyncRow gil = row("GIL");
    CHECK(gil.gil);
    CHECK(gil.holder != 0);
    REQUIRE(!gil.waiters.empty());
    CHECK(gil.waits.size() == gil.waiters.size());
    CHECK(!gil.waits[0].empty());
}

TEST_CASE("objects: two names for one list, and who has them") {
    AtInstruction at(R"(
import threading
rows = []
class Shop:
    def __init__(self, rows):
        self.items = rows
shop = Shop(rows)
alone = [1]
def work(mine):
    x = 0
    while True:
        x += 1
threading.Thread(target=work, args=(rows,)).start()
)", 3000);
    view::LaneCache cache;
    const std::vector<view::ObjectRow> found = view::objects(at.moment, cache.actors);
    const auto is_list = [](const view::ObjectRow& row) { return row.type == "list"; };
    REQUIRE(std::ranges::count_if(found, is_list) == 1);
    const view::ObjectRow& rows = *std::ranges::find_if(found, is_list);
    CHECK(rows.text == "[]");
    CHECK(rows.global);
    REQUIRE(rows.owners.size() == 1);
    REQUIRE(rows.names.size() == 3);
    CHECK(rows.names[0].path == "rows");
    CHECK(rows.names[1].path == "shop.items");
    CHECK(rows.names[2].path == "mine");
    CHECK(rows.names[2].function == "work");
}

TEST_CASE("a run's beginning is told stage by stage, over the first statement") {
    const testing::Recorded run(race_source, {});
    const view::CompiledScript script = view::compile_script(race_source);
    std::vector<view::Stage> stages;
    Moment moment = run.session.moment();
    for (uint64_t event = 1; event <= 8; ++event) {
        moment.cursor_event = event;
        const view::Pipeline found = view::pipeline(moment, script, 0);
        if (found.stage == view::Stage::none) continue;
        stages.push_back(found.stage);
        CHECK(found.line == 1);
    }
    using view::Stage;
    CHECK(stages == std::vector<Stage>{Stage::source, Stage::compiler, Stage::bytecode});
}
