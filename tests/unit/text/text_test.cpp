#include "text/text.h"

#include <doctest/doctest.h>

#include <set>

using namespace meada;

namespace {

std::set<int> arguments_of(Language language, TextId id) {
    std::set<int> found;
    for (const TextPiece& piece : text_pieces(language, id))
        if (piece.argument >= 0) found.insert(piece.argument);
    return found;
}

}  // namespace

TEST_CASE("every text is there in both languages and takes the same arguments") {
    for (size_t i = 0; i < text_count; ++i) {
        const auto id = TextId(i);
        CAPTURE(name_of(id));
        CHECK_FALSE(text_template(Language::en, id).empty());
        CHECK_FALSE(text_template(Language::pt_br, id).empty());
        CHECK(arguments_of(Language::en, id) == arguments_of(Language::pt_br, id));
    }
}

TEST_CASE("arguments go where the language wants them") {
    CHECK(text(Language::en, TextId::loop_more, {"3"}) == "3 more");
    CHECK(text(Language::pt_br, TextId::loop_more, {"3"}) == "mais 3");
}

TEST_CASE("times have a unit behind a no-break space, and the language's decimal sign") {
    CHECK(time_text(Language::en, 12'200'500) == "12.200\u00a0ms");
    CHECK(time_text(Language::pt_br, 12'200'500) == "12,200\u00a0ms");
    CHECK(time_text(Language::en, 999) == "0.000\u00a0ms");
    CHECK(time_text(Language::en, 1'234'567'000) == "1,234.567\u00a0ms");
    CHECK(time_text(Language::pt_br, 12'345'678'901) == "12,345678\u00a0s");
}

TEST_CASE("a ruler's labels have the decimals that they need") {
    CHECK(ruler_text(Language::en, 5'000'000, 1'000'000) == "5");
    CHECK(ruler_text(Language::pt_br, 2'500'000, 1'000'000) == "2,5");
}

TEST_CASE("errors are worded with their arguments") {
    const Error error{ErrorCode::syntax, {"SyntaxError", "invalid syntax"}, {3, 3, 0, 1}, {}};
    CHECK(word_error(Language::en, error) == "SyntaxError: invalid syntax");
    const Error missing{ErrorCode::file_missing, {"a.py"}, {}, {}};
    CHECK(word_error(Language::pt_br, missing) == "O arquivo a.py não existe.");
}

TEST_CASE("a browser's tag chooses the language") {
    CHECK(language_from_tag("pt-BR") == Language::pt_br);
    CHECK(language_from_tag("pt") == Language::pt_br);
    CHECK(language_from_tag("de-DE") == Language::en);
}
