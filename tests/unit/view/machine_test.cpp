#include <doctest/doctest.h>

#include <algorithm>

#include "view/view.h"

using namespace meada;

namespace {

const Texts english{Language::en}, portuguese{Language::pt_br};

view::KnobRow row(const MachineSpec& spec, std::string_view name, const Texts& texts = english) {
    for (view::KnobRow& each : view::machine_knobs(spec, texts).rows)
        if (name == each.knob->name) return each;
    FAIL(name);
    return {};
}

view::Turned typed(const MachineSpec& spec, std::string_view name, std::string_view text,
                   const Texts& texts = english) {
    return view::turn(spec, row(spec, name, texts), text, texts);
}

}  // namespace

TEST_CASE("every knob stands in the panel once, and all are at their defaults at first") {
    const view::MachineKnobs all = view::machine_knobs({}, english);
    CHECK(all.rows.size() == knobs().size());
    CHECK_FALSE(all.changed);
    for (const view::KnobRow& each : all.rows) {
        CHECK_FALSE(each.changed);
        CHECK_FALSE(each.what.empty());
        CHECK(each.choices.size() == choices_of(*each.knob).size());
    }
}

TEST_CASE("values have their units, in the language's numbers") {
    CHECK(row({}, "switch_interval_ns").value_text == "5\u00a0ms");
    CHECK(row({.instruction_ns = 1500}, "instruction_ns").value_text == "1.5\u00a0µs");
    CHECK(row({.instruction_ns = 1500}, "instruction_ns", portuguese).value_text ==
          "1,5\u00a0µs");
    CHECK(row({.wake_ns = 0}, "wake_ns").value_text == "0\u00a0ns");
    CHECK(row({}, "slow_core_percent").value_text == "50\u00a0%");
    CHECK(row({}, "epoch_s").value_text == "2023-11-14 22:13:20");
    CHECK(row({}, "policy", portuguese).value_text == "Justo");
}

TEST_CASE("what one types is read with its unit, else in that of the present value") {
    CHECK(typed({}, "quantum_ns", "7").spec.quantum_ns == 7'000'000);
    CHECK(typed({}, "quantum_ns", " 250 us ").spec.quantum_ns == 250'000);
    CHECK(typed({}, "quantum_ns", "1.5\u00a0ms").spec.quantum_ns == 1'500'000);
    CHECK(typed({}, "quantum_ns", "2,5 µs", portuguese).spec.quantum_ns == 2'500);
    CHECK(typed({}, "slow_core_percent", "30 %").spec.slow_core_percent == 30);
    CHECK(typed({}, "epoch_s", "2026-01-31 09:30").spec.epoch_s == 1'769'851'800);
    CHECK(typed({}, "epoch_s", "2026-01-31").spec.epoch_s == 1'769'817'600);
    CHECK(typed({}, "epoch_s", "0").spec.epoch_s == 0);
    for (const view::KnobRow& each : view::machine_knobs({}, portuguese).rows)
        if (each.choices.empty())
            CHECK(view::turn({}, each, std::string_view(each.typed_text), portuguese).spec ==
                  MachineSpec{});
}

TEST_CASE("nonsense is refused, with what is allowed in words") {
    const view::Turned none = typed({}, "cores", "0");
    CHECK(none.spec == MachineSpec{});
    CHECK(none.refused == "Cores: from 1 to 64.");
    CHECK(typed({}, "cores", "0", portuguese).refused == "Núcleos: de 1 a 64.");
    CHECK(typed({}, "quantum_ns", "1 ns").refused ==
          "Quantum: from 1\u00a0µs to 10\u00a0s.");
    for (const char* text : {"", "many", "-3", "5 kg", "1.2.3", "2026-02-30"})
        CHECK_FALSE(typed({}, "quantum_ns", text).refused.empty());
    CHECK_FALSE(typed({}, "epoch_s", "2026-02-30").refused.empty());
    CHECK_FALSE(typed({}, "cores", "99999999999999999999999").refused.empty());
    CHECK_FALSE(typed({.cores = 4}, "slow_cores", "4").refused.empty());
}

TEST_CASE("fewer cores are fewer slow ones: one at least has full speed") {
    const MachineSpec spec{.cores = 8, .slow_cores = 4};
    const view::Turned turned = typed(spec, "cores", "3");
    CHECK(turned.spec.slow_cores == 2);
    CHECK(check(turned.spec));
    CHECK(row({.cores = 1}, "slow_cores").idle);
}

TEST_CASE("steps lead through the whole range, and back") {
    MachineSpec spec;
    for (const char* name : {"cores", "instruction_ns", "quantum_ns", "wake_ns",
                             "slow_core_percent"}) {
        for (const int direction : {1, -1}) {
            for (int steps = 0; steps < 200; ++steps) {
                const view::KnobRow here = row(spec, name);
                const uint64_t next = view::next_value(here, direction);
                if (next == here.value) break;
                CHECK((next > here.value) == (direction > 0));
                spec = view::turn(spec, here, next, english).spec;
            }
            const view::KnobRow end = row(spec, name);
            CHECK(end.value == (direction > 0 ? end.most : end.least));
        }
    }
    CHECK(view::next_value(row({}, "wake_ns"), 1) == 50'000);
    CHECK(view::next_value(row({}, "wake_ns"), -1) == 10'000);
}

TEST_CASE("a machine with a name is all of that machine, but for seed and clock") {
    MachineSpec spec{.wake_ns = 1, .cores = 2, .seed = 7};
    spec = view::preset_machine(spec, "free_threaded");
    CHECK(spec.gil_mode() == GilMode::none);
    CHECK(spec.cores == 8);
    CHECK(spec.seed == 7);
    CHECK(spec.wake_ns == MachineSpec{}.wake_ns);
    for (const view::PresetChoice& each : view::machine_knobs(spec, english).presets)
        CHECK(each.on == (each.preset == std::string("free_threaded")));
    CHECK(view::machine_words(spec, english) == "8 cores · no GIL");
    CHECK(view::machine_words({.cores = 1}, portuguese) == "1 núcleo · GIL como 3.11");
}
