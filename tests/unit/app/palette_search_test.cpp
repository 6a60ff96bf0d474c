// Pure, but its folder is built with a window only: it is compiled in here.
#include "app/palette_search.h"

#include <doctest/doctest.h>

#include "app/palette_search.cpp"

using namespace meada::app;

TEST_CASE("letters fit in their order, without case and accents") {
    CHECK(fit_of("os", "Open a script") > 0);
    CHECK(fit_of("so", "Open a script") == 0);
    CHECK(fit_of("maquina", "A máquina: núcleos") > 0);
    CHECK(fit_of("MÁQ", "a maquina") > 0);
    CHECK(fit_of("", "anything") > 0);
    CHECK(fit_of("abc", "ab") == 0);
}

TEST_CASE("starts of words and letters in a row fit better") {
    CHECK(fit_of("play", "Play") > fit_of("play", "Put a library away"));
    CHECK(fit_of("fr", "Find and replace") > fit_of("fr", "Shuffle order"));
    CHECK(fit_of("dark", "Dark colours") > fit_of("dark", "Do a real kill"));
    CHECK(fit_of("play", "Play") > fit_of("play", "Play backward"));
}

TEST_CASE("numbers are places in the script and in the run") {
    CHECK(goal_of("42") == Goal{Goal::Kind::line, 42});
    CHECK(goal_of(" event 120 ") == Goal{Goal::Kind::event, 120});
    CHECK(goal_of("evento 7") == Goal{Goal::Kind::event, 7});
    CHECK(goal_of("18.3 ms") == Goal{Goal::Kind::time, 18'300'000});
    CHECK(goal_of("18,3ms") == Goal{Goal::Kind::time, 18'300'000});
    CHECK(goal_of("2 s") == Goal{Goal::Kind::time, 2'000'000'000});
    CHECK(goal_of("5 µs") == Goal{Goal::Kind::time, 5'000});
    for (const char* wrong :
         {"", "0", "x", "18.3", "event", "event x", "3 m", "99999999999999999999"})
        CHECK_FALSE(goal_of(wrong).has_value());
}
