#include "app/hover.h"

#include <doctest/doctest.h>

#include "app/hover.cpp"
#include "app/syntax.cpp"

using namespace meada::app;

namespace {

struct Script {
    TextBuffer buffer;
    std::vector<SyntaxRun> runs;
    Hover hover = {};

    explicit Script(const char* text) {
        set_text(buffer, text);
        runs = syntax_runs(buffer.text);
    }
    std::string asked_at(std::string_view mark, size_t more = 0) {
        look_under(buffer, runs, buffer.text.find(mark) + more, hover);
        return hover.begin == hover.end ? "" : hover.expression;
    }
};

constexpr const char* shop = R"(import asyncio
class Shop:
    def sell(self, count):
        # a comment
        self.stock.left -= count
        return make(1)[0].name + f"text"
async def main(limit=3):
    if limit:

        await go(limit)
main
)";

}  // namespace

TEST_CASE("the name under the pointer goes with what stands before its dots, but no calls") {
    Script script(shop);
    CHECK(script.asked_at("self.stock") == "self");
    CHECK(script.asked_at("self.stock", 6) == "self.stock");
    CHECK(script.asked_at("left -=", 2) == "self.stock.left");
    CHECK(script.asked_at("name +").empty());
    CHECK(script.asked_at("comment").empty());
    CHECK(script.asked_at("return").empty());
    CHECK(script.asked_at("text\"").empty());
    CHECK(script.asked_at("3):").empty());
    CHECK(script.asked_at(" -= count").empty());
}

TEST_CASE("a name belongs to the function whose line it is on, a parameter to its own") {
    Script script(shop);
    const auto function_of = [&](std::string_view mark) {
        (void)script.asked_at(mark);
        return script.hover.function;
    };
    CHECK(function_of("self.stock") == 3);
    CHECK(function_of("count)") == 3);
    CHECK(function_of("sell(") == 2);
    CHECK(function_of("limit=3") == 7);
    CHECK(function_of("limit)\nmain") == 7);
    CHECK(function_of("main\n") == 0);
    CHECK(function_around(script.buffer, 9, 0) == 0);
    CHECK(function_around(script.buffer, 99, 0) == 0);
}
