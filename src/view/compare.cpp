#include "view/compare.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace meada::view {
namespace {

constexpr double told_speed_up = 1.005;  // less is not worth a number

// 2.9, or 1.020 where that is all there is.
std::string times_text(const Texts& texts, double times) {
    char digits[32];
    std::snprintf(digits, sizeof digits, times < 1.1 ? "%.3f" : "%.1f", times);
    std::string text = digits;
    if (texts.language == Language::pt_br) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string line_text(const Moment& moment, size_t line, const Texts& texts) {
    return line < moment.output->size() ? "“" + (*moment.output)[line].text + "”"
                                        : texts[TextId::compare_nothing];
}

}  // namespace

Comparison compare(const Moment& here, const Moment& there, const Texts& texts) {
    Comparison out;
    out.both_ended = here.ended && there.ended;
    if (!out.both_ended) {
        out.verdict = texts[TextId::compare_running];
        return out;
    }
    out.there_faster = there.end_ns < here.end_ns;
    const auto [least, most] = std::minmax(here.end_ns, there.end_ns);
    out.speed_up = least == 0 ? 1 : double(most) / double(least);
    if (out.speed_up < told_speed_up)
        out.verdict = texts[least == most ? TextId::compare_equal : TextId::compare_near];
    else
        out.verdict = texts(out.there_faster ? TextId::compare_faster : TextId::compare_slower,
                            {times_text(texts, out.speed_up)});
    const size_t lines = std::max(here.output->size(), there.output->size());
    size_t first = 0;
    const auto same = [&](size_t line) {
        return line < here.output->size() && line < there.output->size() &&
               (*here.output)[line].text == (*there.output)[line].text;
    };
    while (first < lines && same(first)) ++first;
    out.same_output = first == lines;
    out.output = out.same_output ? texts[TextId::compare_output_same]
                                 : texts(TextId::compare_output_differs,
                                         {texts.count(first + 1), line_text(here, first, texts),
                                          line_text(there, first, texts)});
    return out;
}

}  // namespace meada::view
