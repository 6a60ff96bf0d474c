#include <doctest/doctest.h>

#include "view/view.h"
#include "view/yarn_run.h"

using namespace meada;
using testing::YarnRun;

namespace {

std::string told(TimeNs now_ns, Language language) {
    YarnRun run;
    run.go_to_time(now_ns);
    view::LaneCache cache;
    view::update(cache, run.moment);
    return view::plain(view::narration(run.moment, cache.actors, Texts{language}));
}

// Every alternative of EventDetail, one after the other.
template <size_t... index>
std::vector<EventDetail> all_details(std::index_sequence<index...>) {
    return {EventDetail(std::in_place_index<index>)...};
}

}  // namespace

TEST_CASE("narration says who, why and what comes next, in both languages") {
    CHECK(told(12'200'500, Language::en) ==
          "silk wakes wool, which has waited 3.999\u00a0ms: it goes to the ready queue. "
          "Next: silk ends.");
    CHECK(told(12'200'500, Language::pt_br) ==
          "silk acorda wool, que esperou 3,999\u00a0ms: vai para a fila de prontos. "
          "A seguir: silk termina.");
}

TEST_CASE("a wait for a lock names the lock and its holder") {
    const std::string words = told(8'200'700, Language::en);
    CHECK(words.find("it needs desk") != std::string::npos);
}

TEST_CASE("names are marked with their yarn") {
    YarnRun run;
    run.go_to_time(12'200'500);
    view::LaneCache cache;
    view::update(cache, run.moment);
    const view::Narration narration = view::narration(run.moment, cache.actors, Texts{});
    REQUIRE(!narration.pieces.empty());
    CHECK(narration.pieces[0].kind == view::PieceKind::name);
    CHECK(narration.pieces[0].text == "silk");
    CHECK(narration.pieces[0].yarn == 3);
}

TEST_CASE("every row of events.def has a sentence in both languages, with all its arguments") {
    constexpr size_t count = std::variant_size_v<EventDetail> - 1;  // the last says nothing
    YarnRun run;
    for (const EventDetail& detail : all_details(std::make_index_sequence<count>{})) {
        run.events = {{0, 0, 1, 0, 1, event::process_started{"x.py"}}, {5, 0, 1, 0, 1, detail}};
        run.go_to_event(2);
        view::LaneCache cache;
        view::update(cache, run.moment);
        for (const Language language : {Language::en, Language::pt_br}) {
            CAPTURE(name_of(detail));
            const std::string words =
                view::plain(view::narration(run.moment, cache.actors, Texts{language}));
            CHECK(words.size() > 8);
            CHECK(words.find('{') == std::string::npos);
        }
    }
}

TEST_CASE("before the first event the narration says what to press") {
    YarnRun run;
    run.go_to_event(0);
    view::LaneCache cache;
    view::update(cache, run.moment);
    CHECK(view::plain(view::narration(run.moment, cache.actors, Texts{})).find("play") !=
          std::string::npos);
}

TEST_CASE("a sleeper that goes on takes back its timer, and cancels nothing of another's") {
    YarnRun run;
    run.events = {{0, 0, 1, 0, 1, event::task_created{2, "nap", "nap"}},
                  {1, 0, 1, 2, 1, event::timer_set{7, 9, 2, "_set_result"}},
                  {9, 0, 1, 2, 1, event::callback_cancelled{7}}};
    run.go_to_event(3);
    view::LaneCache cache;
    view::update(cache, run.moment);
    const std::string words =
        view::plain(view::narration(run.moment, cache.actors, Texts{}));
    CHECK(words.starts_with("nap takes back its timer"));
}
