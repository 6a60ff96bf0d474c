// Every sentence that a person reads, in English and in Brazilian Portuguese: a name and
// arguments become words. The table is texts.def; nothing here decides what is said.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace meada {

enum class TextId : uint16_t {
#define TEXT(name, english, portuguese) name,
#include "text/texts.def"
#undef TEXT
};
constexpr size_t text_count = 0
#define TEXT(name, english, portuguese) +1
#include "text/texts.def"
#undef TEXT
    ;

enum class Language : uint8_t { en, pt_br };

// As stored in settings and sent by browsers: "en", "pt-BR"; anything Portuguese is pt_br.
Language language_from_tag(std::string_view tag);
std::string_view language_tag(Language);

// The row as it is written, with its {0}, {1}, … still inside.
std::string_view text_template(Language, TextId);
const char* name_of(TextId);  // of the row
std::string text(Language, TextId, std::initializer_list<std::string_view> arguments = {});

// A template cut at its arguments: literal words, or the number of the argument that goes there.
// For callers that draw an argument in another way than the words around it.
struct TextPiece {
    std::string_view words;  // empty: an argument
    int argument = -1;
};
std::vector<TextPiece> text_pieces(Language, TextId);

// Numbers with the language's decimal sign and groups: 1,500 and 1.500.
std::string count_text(Language, uint64_t);
// Virtual time to 1 µs with its unit, a no-break space between: "12.200 ms", "12,200 ms".
std::string time_text(Language, uint64_t time_ns);
// The same without unit, in ms, with no more decimals than `step_ns` needs: a ruler's labels.
std::string ruler_text(Language, uint64_t time_ns, uint64_t unit_ns);

// What bad input caused, in one sentence, without its place (the caller shows it).
std::string word_error(Language, const Error&);

// A language and its words, as panels and views are given them.
struct Texts {
    Language language = Language::en;
    std::string operator[](TextId id) const { return text(language, id); }
    std::string operator()(TextId id, std::initializer_list<std::string_view> arguments) const {
        return text(language, id, arguments);
    }
    std::string time(uint64_t time_ns) const { return time_text(language, time_ns); }
    std::string count(uint64_t number) const { return count_text(language, number); }
};

}  // namespace meada
