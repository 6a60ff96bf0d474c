// Sentences with marked names, broken into lines: words in a book face, names and code in mono, a
// name with its yarn under it.
#pragma once

#include "app/ui.h"
#include "view/view.h"

namespace meada::app {

struct ProseLook {
    Face words, code;
    float underline;  // from the middle of a line to the yarn
};
constexpr ProseLook prose_book{Face::book, Face::book_code, 9.5f};
constexpr ProseLook prose_card{Face::card, Face::book_code, 10.5f};
constexpr ProseLook prose_lead{Face::lead, Face::code, 8};
constexpr ProseLook prose_plain{Face::ui, Face::code, 8};

class Prose {
  public:
    // The pieces must live as long.
    Prose(const Ui&, const std::vector<view::Piece>&, ProseLook, float width);
    size_t line_count() const { return lines_.size(); }
    float width() const;  // of the longest line
    // `at`: where the first line begins, and the middle of its capitals.
    void draw(Ui&, Point at, float line_h, ImU32 ink) const;

  private:
    // A word with the look of the piece that it belongs to. Words of one piece without a space
    // between them and the next stay on one line.
    struct Word {
        std::string text;
        const view::Piece* piece;
        float width = 0;
        bool space_before = false;
    };
    struct Line {
        size_t begin, end;
    };
    void split(const Ui&, const std::vector<view::Piece>&);
    void break_lines(float width);
    Face face_of(const view::Piece&) const;
    float line_width(Line) const;

    ProseLook look_;
    float space_w_ = 0;
    std::vector<Word> words_;
    std::vector<Line> lines_;
};

}  // namespace meada::app
