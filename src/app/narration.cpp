#include "app/narration.h"

#include <algorithm>

namespace meada::app {

namespace {

// A word with the look of the piece that it belongs to. Words of one piece without a space
// between them and the next stay on one line.
struct Word {
    std::string text;
    const view::Piece* piece;
    float width = 0;
    bool space_before = false;
};

Face face_of(const view::Piece& piece, bool small) {
    if (piece.kind == view::PieceKind::words) return small ? Face::lead : Face::book;
    return small ? Face::code : Face::book_code;
}

std::vector<Word> split(const Ui& ui, const view::Narration& narration, bool small) {
    std::vector<Word> words;
    bool space = false;
    for (const view::Piece& piece : narration.pieces) {
        size_t at = 0;
        while (at < piece.text.size()) {
            if (piece.text[at] == ' ') {
                space = true;
                ++at;
                continue;
            }
            // A name or a piece of code may break at spaces as words do.
            const size_t end = std::min(piece.text.find(' ', at), piece.text.size());
            Word word{piece.text.substr(at, end - at), &piece, 0, space};
            word.width = text_width(ui, face_of(piece, small), word.text);
            words.push_back(std::move(word));
            space = false;
            at = end;
        }
    }
    return words;
}

struct Line {
    size_t begin, end;
};

// Breaks at spaces only; what hangs together without one moves down together.
std::vector<Line> break_lines(const std::vector<Word>& words, float width, float space_w) {
    std::vector<Line> lines;
    size_t begin = 0, group = 0;
    float x = 0, group_x = 0;
    for (size_t i = 0; i < words.size(); ++i) {
        if (words[i].space_before) {
            group = i;
            if (i > begin) x += space_w;
            group_x = x;
        }
        x += words[i].width;
        if (x > width && group > begin) {
            lines.push_back({begin, group});
            begin = group;
            x -= group_x;
        }
    }
    if (begin < words.size()) lines.push_back({begin, words.size()});
    return lines;
}

void draw_line(Ui& ui, const std::vector<Word>& words, Line line, Point at, float space_w,
               bool small) {
    const Theme& theme = *ui.theme;
    float x = at.x;
    for (size_t i = line.begin; i < line.end; ++i) {
        const Word& word = words[i];
        if (word.space_before && i > line.begin) x += space_w;
        const view::Piece& piece = *word.piece;
        draw_text(ui, face_of(piece, small), x, at.y, theme.ink, word.text);
        if (piece.kind == view::PieceKind::name)
            fill(ui, {x, at.y + (small ? 8.0f : 9.5f), word.width, 2},
                 yarn_colour(theme, piece.yarn));
        x += word.width;
    }
}

}  // namespace

void draw_narration(Ui& ui, Rect rect, const Moment& moment, const view::Narration& narration) {
    panel(ui, rect);
    const Theme& theme = *ui.theme;
    if (narration.bad) outline(ui, rect, theme.bad, size::radius_panel);
    const Texts& texts = ui.texts;
    const uint64_t total = moment.events ? moment.first_event + moment.events->size() : 0;
    const std::string number = texts(TextId::event_number, {texts.count(moment.cursor_event)});
    const std::string of = texts(TextId::event_of, {texts.count(total)});
    const float label_w =
        text_width(ui, Face::label_strong, number) + text_width(ui, Face::label, " " + of);
    const float column = std::max(112.0f, label_w + 28);
    const float x = rect.x + 16, middle = rect.middle_y();
    draw_text(ui, Face::label_strong, x, middle - 9, theme.ink, number);
    draw_text(ui, Face::label, x + text_width(ui, Face::label_strong, number), middle - 9,
              theme.ink2, " " + of);
    draw_text(ui, Face::label, x, middle + 9, theme.ink2, texts.time(moment.cursor_ns));
    const float width = rect.w - column - 20;
    bool small = false;
    float space_w = text_width(ui, Face::book, " ");
    std::vector<Word> words = split(ui, narration, false);
    std::vector<Line> lines = break_lines(words, width, space_w);
    if (float(lines.size()) * 24 > rect.h - 4) {  // it has taken all the lines there are
        small = true;
        words = split(ui, narration, true);
        space_w = text_width(ui, Face::lead, " ");
        lines = break_lines(words, width, space_w);
    }
    float line_h = small ? 20 : lines.size() > 2 ? 24 : 26;
    float y = middle - line_h * float(lines.size() - 1) / 2;
    if (lines.empty()) return;
    begin_clip(ui, rect.inset(1));
    for (const Line& each : lines) {
        draw_line(ui, words, each, {rect.x + column, y}, space_w, small);
        y += line_h;
    }
    end_clip(ui);
}

}  // namespace meada::app
