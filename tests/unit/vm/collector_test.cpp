#include "doctest/doctest.h"
#include "vm/text_calls.h"

using namespace meada;

namespace {

constexpr uint32_t small = 32, large = 128, total = 4u << 20;

void fill(Vm& vm, uint32_t size) {
    for (uint32_t taken = 0; taken < total; taken += size)
        vm.block.allocate(Kind::raw, {}, size);
}

}  // namespace

TEST_CASE("a page on which nothing lives serves cells of another size") {
    TextCalls calls;
    Vm& vm = calls.vm;
    collect(vm, false);
    fill(vm, small);
    const uint32_t before = vm.block.size_bytes();
    for (uint32_t round = 0; round < 3; ++round) {
        collect(vm, false);
        fill(vm, round % 2 == 0 ? large : small);
    }
    CHECK(vm.block.size_bytes() <= before + page_size_bytes);
}

TEST_CASE("what a collection frees is zero, beside what lives too") {
    TextCalls calls;
    Vm& vm = calls.vm;
    const Value kept = calls.list({});
    vm.set_root(Root::serials, kept);
    std::vector<Value> dead;
    for (uint32_t index = 0; index < 1000; ++index) {
        dead.push_back(calls.str("dead text " + std::to_string(index)));
        const Value alive = calls.str("alive text " + std::to_string(index));
        if (index % 3 == 0) list_append(vm, kept.as_ref<List>(), alive);
    }
    collect(vm, false);
    for (const Value value : dead) {
        CHECK(vm.block.object(value).kind == Kind::free_cell);
        CHECK(*vm.block.at<uint64_t>(value.offset() + Str::data_offset) == 0);
    }
    for (uint32_t index = 0; index < 1000; ++index)
        calls.str("other text " + std::to_string(index));
    const std::string shown = calls.shown(kept);
    CHECK(shown.starts_with("['alive text 0', 'alive text 3', "));
    CHECK(shown.ends_with(", 'alive text 999']"));
}

TEST_CASE("an old context keeps what it was given since, and only its list's young end is walked") {
    TextCalls calls;
    Vm& vm = calls.vm;
    const Ref<Context> old = new_context(vm);
    collect(vm, false);
    REQUIRE((vm.block[old].flags & cell_old) != 0);
    const Value given = calls.str("given to it"), lost = calls.str("given to nobody");
    vm.block.store(old.offset + static_cast<uint32_t>(offsetof(Context, result)), given);
    const Ref<Context> young = new_context(vm);
    for (uint32_t round = 0; round < 3; ++round) {
        collect(vm, false);
        CHECK(vm.block.header().contexts == young.offset);
        CHECK((vm.block[young].flags & cell_old) != 0);
        CHECK(calls.shown(given) == "'given to it'");
        CHECK(vm.block.object(lost).kind == Kind::free_cell);
        calls.str("where the lost one was");
    }
}
