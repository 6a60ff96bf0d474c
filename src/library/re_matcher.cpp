// The matcher: goes on while it can, keeps on a stack what else could be tried and what registers
// held, and goes back to the last choice when stuck. No recursion but for look-arounds and atomic
// groups, whose depth the pattern bounds.
#include "library/re_matcher.h"

#include <algorithm>

namespace meada::regex {
namespace {

template <typename Char>
struct Run {
    using Kind = Matcher::Kind;

    Matcher& m;
    const uint32_t* code;
    const Char* text;
    uint32_t length, end;  // of the text; where it ends for this search
    uint32_t last_group;   // register
    bool to_the_end, not_empty;
    uint32_t origin;

    static bool in_set(const uint32_t* set, char32_t c) {
        bool in;
        if (c < 256) {
            in = set[set_bits_at + c / 32] >> c % 32 & 1;
        } else {
            const uint32_t categories = set[3];
            in = categories && in_category(c, categories & 0xff ? categories : categories >> 8,
                                           (categories & 0xff) == 0);
            for (uint32_t at = set_ranges_at; !in && at < set[1]; at += 2)
                in = c >= set[at] && c <= set[at + 1];
        }
        return in != (set[2] != 0);
    }

    bool takes(const uint32_t* one, uint32_t at) const {
        const char32_t c = text[at];
        switch (static_cast<Op>(one[0])) {
            case Op::character: return c == one[1];
            case Op::either: return c == one[1] || c == one[2];
            case Op::any: return c != '\n';
            case Op::any_at_all: return true;
            default: return in_set(one, c);
        }
    }

    uint32_t count(const uint32_t* one, uint32_t at, uint32_t most) {
        const uint32_t stop = most < end - at ? at + most : end, start = at;
        if (static_cast<Op>(one[0]) == Op::any_at_all) at = stop;
        while (at < stop && takes(one, at)) ++at;
        m.steps += at - start;
        return at - start;
    }

    bool is_word(int64_t at, bool ascii_only) const {
        return at >= 0 && at < end && in_category(text[at], word, ascii_only);
    }

    bool holds(uint32_t place, uint32_t at) const {
        const bool ascii_only = place >> 8;
        switch (static_cast<Place>(place & 0xff)) {
            case Place::start: return at == 0;
            case Place::line_start: return at == 0 || text[at - 1] == '\n';
            case Place::end: return at == end || (at + 1 == end && text[at] == '\n');
            case Place::line_end: return at == end || text[at] == '\n';
            case Place::very_end: return at == end;
            case Place::boundary:
                return end > 0 && is_word(int64_t{at} - 1, ascii_only) != is_word(at, ascii_only);
            default:
                return end > 0 && is_word(int64_t{at} - 1, ascii_only) == is_word(at, ascii_only);
        }
    }

    void keep(uint32_t index, int32_t value) {
        m.stack.push_back({Kind::undo, index, m.registers[index], 0});
        m.registers[index] = value;
    }
    void choice(Kind kind, uint32_t word, uint32_t place, uint32_t least = 0) {
        m.stack.push_back(
            {kind, word, static_cast<int32_t>(place), static_cast<int32_t>(least)});
    }
    void take_back(size_t base) {
        while (m.stack.size() > base) {
            const Matcher::Entry& entry = m.stack.back();
            if (entry.kind == Kind::undo) m.registers[entry.word] = entry.place;
            m.stack.pop_back();
        }
    }
    // What was decided above `base` stays so; what registers held before stays known.
    void settle(size_t base) {
        std::erase_if(m.stack, [&, index = size_t{0}](const Matcher::Entry& entry) mutable {
            return index++ >= base && entry.kind != Kind::undo;
        });
    }

    // Goes back to the last choice above `base`; false: there is none.
    bool go_back(size_t base, uint32_t& at_word, uint32_t& at) {
        while (m.stack.size() > base) {
            Matcher::Entry& entry = m.stack.back();
            switch (entry.kind) {
                case Kind::undo:
                    m.registers[entry.word] = entry.place;
                    m.stack.pop_back();
                    continue;
                case Kind::choice:
                    at_word = entry.word;
                    at = static_cast<uint32_t>(entry.place);
                    m.stack.pop_back();
                    return true;
                case Kind::greedy:
                    if (retreat(entry, at_word, at)) return true;
                    m.stack.pop_back();
                    continue;
                case Kind::lazy:
                    if (advance(entry, at_word, at)) return true;
                    m.stack.pop_back();
                    continue;
                case Kind::until: {
                    const uint32_t word = entry.word;
                    at = static_cast<uint32_t>(entry.place);
                    m.stack.pop_back();
                    if (again(word, at)) {
                        at_word = code[word + 5];
                        return true;
                    }
                    continue;
                }
            }
        }
        return false;
    }

    // One character less, and less until what follows can match.
    bool retreat(Matcher::Entry& entry, uint32_t& at_word, uint32_t& at) {
        const bool sought = static_cast<Op>(code[entry.word]) == Op::character;
        while (entry.place > entry.least) {
            --entry.place;
            ++m.steps;
            if (sought && text[entry.place] != code[entry.word + 1]) continue;
            at_word = entry.word;
            at = static_cast<uint32_t>(entry.place);
            return true;
        }
        return false;
    }

    bool advance(Matcher::Entry& entry, uint32_t& at_word, uint32_t& at) {
        const uint32_t* one = code + entry.word + 5;
        if (entry.least == 0 || static_cast<uint32_t>(entry.place) >= end ||
            !takes(one, static_cast<uint32_t>(entry.place)))
            return false;
        ++entry.place;
        if (entry.least > 0) --entry.least;
        at_word = entry.word + 5 + code[entry.word + 4];
        at = static_cast<uint32_t>(entry.place);
        return true;
    }

    // One more turn of the loop at `word`, unless it has had all or the last one took nothing.
    bool again(uint32_t word, uint32_t at) {
        const uint32_t loop = code[word + 1], most = code[word + 3];
        const int32_t turns = m.registers[loop];
        if (most != repeat_max && static_cast<uint32_t>(turns) >= most) return false;
        if (m.registers[loop + 1] == static_cast<int32_t>(at)) return false;
        keep(loop, turns + 1);
        keep(loop + 1, static_cast<int32_t>(at));
        return true;
    }

    // At an `until`: where to go.
    uint32_t turn(uint32_t word, uint32_t at) {
        const uint32_t loop = code[word + 1], body = code[word + 5];
        if (static_cast<uint32_t>(m.registers[loop]) < code[word + 2]) {
            keep(loop, m.registers[loop] + 1);
            return body;
        }
        const uint32_t behind = word + 6;
        if (static_cast<Mode>(code[word + 4]) == Mode::lazy) {
            choice(Kind::until, word, at);
            return behind;
        }
        const size_t before = m.stack.size();
        choice(Kind::choice, behind, at);
        if (again(word, at)) return body;
        m.stack.resize(before);
        return behind;
    }

    // The op `one`: false if there are too few.
    bool repeat(uint32_t& at_word, uint32_t& at) {
        const uint32_t least = code[at_word + 1], most = code[at_word + 2];
        const auto mode = static_cast<Mode>(code[at_word + 3]);
        const uint32_t* one = code + at_word + 5;
        const uint32_t found = count(one, at, mode == Mode::lazy ? least : most);
        if (found < least) return false;
        const uint32_t behind = at_word + 5 + code[at_word + 4];
        if (mode == Mode::lazy) {
            if (most != least)
                choice(Kind::lazy, at_word, at + found, most == repeat_max ? ~0u : most - least);
        } else if (mode == Mode::greedy && found > least) {
            choice(Kind::greedy, behind, at + found, at + least);
        }
        at += found;
        at_word = behind;
        return true;
    }

    bool refer(uint32_t group, uint32_t any_case, uint32_t& at) {
        const int32_t from = m.registers[group * 2], to = m.registers[group * 2 + 1];
        if (from < 0 || to < from) return false;
        const auto count = static_cast<uint32_t>(to - from);
        m.steps += count;
        if (count > end - at) return false;
        for (uint32_t index = 0; index < count; ++index) {
            const char32_t left = text[static_cast<uint32_t>(from) + index];
            const char32_t right = text[at + index];
            if (left != right && (!any_case || !same_but_case(left, right, any_case == 2)))
                return false;
        }
        at += count;
        return true;
    }

    bool look(uint32_t& at_word, uint32_t at) {
        const uint32_t* words = code + at_word;
        const bool negated = words[1];
        const uint32_t back = words[2], body = at_word + 4;
        at_word = body + words[3];
        if (back > at) return negated;
        const size_t base = m.stack.size();
        uint32_t stop = at - back;
        const bool found = run(body, stop, false);
        if (m.too_many) return false;
        if (negated) {
            take_back(base);
            return !found;
        }
        settle(base);
        return found;
    }

    // What takes characters; see step.
    bool take(uint32_t& word, uint32_t& at) {
        const uint32_t* words = code + word;
        switch (static_cast<Op>(words[0])) {
            case Op::character:
            case Op::either:
                if (at >= end || !takes(words, at)) return false;
                word += static_cast<Op>(words[0]) == Op::character ? 2 : 3;
                ++at;
                return true;
            case Op::any:
            case Op::any_at_all:
                if (at >= end || !takes(words, at)) return false;
                ++word;
                ++at;
                return true;
            case Op::set:
                if (at >= end || !in_set(words, text[at])) return false;
                word += words[1];
                ++at;
                return true;
            case Op::text: {
                const uint32_t count = words[1];
                if (count > end - at) return false;
                for (uint32_t index = 0; index < count; ++index)
                    if (text[at + index] != words[2 + index]) return false;
                word += 2 + count;
                at += count;
                return true;
            }
            default: return false;
        }
    }

    // One instruction other than success: false if it does not match.
    bool step(uint32_t& word, uint32_t& at) {
        const uint32_t* words = code + word;
        switch (static_cast<Op>(words[0])) {
            case Op::place:
                word += 2;
                return holds(words[1], at);
            case Op::mark:
                keep(words[1], static_cast<int32_t>(at));
                word += 2;
                return true;
            case Op::close:
                keep(words[1], static_cast<int32_t>(at));
                keep(last_group, static_cast<int32_t>(words[2]));
                word += 3;
                return true;
            case Op::jump:
                word = words[1];
                return true;
            case Op::fork:
                choice(Kind::choice, words[1], at);
                word += 2;
                return true;
            case Op::one: return repeat(word, at);
            case Op::begin:
                keep(words[1], 0);
                keep(words[1] + 1, -1);
                word = words[2];
                return true;
            case Op::until:
                word = turn(word, at);
                return true;
            case Op::look: return look(word, at);
            case Op::atomic: {
                const size_t base = m.stack.size();
                const bool found = run(word + 2, at, false);
                settle(base);
                word += 2 + words[1];
                return found;
            }
            case Op::reference:
                word += 3;
                return refer(words[1], words[2], at);
            case Op::condition:
                word = m.registers[words[1] * 2 + 1] >= 0 ? word + 3 : words[2];
                return true;
            default: return take(word, at);
        }
    }

    // From `word` until success (outermost: of the whole), `at` moves to the end of what matched.
    bool run(uint32_t word, uint32_t& at, bool outermost) {
        const size_t base = m.stack.size();
        for (;;) {
            if (++m.steps > steps_max) {
                m.too_many = true;
                return false;
            }
            bool goes_on;
            if (static_cast<Op>(code[word]) == Op::success) {
                if (!outermost || ((!to_the_end || at == end) && !(not_empty && at == origin)))
                    return true;
                goes_on = false;
            } else {
                goes_on = step(word, at);
            }
            if (!goes_on && (m.too_many || !go_back(base, word, at))) return false;
        }
    }

    bool match_at(uint32_t start) {
        std::ranges::fill(m.registers, -1);
        m.stack.clear();
        origin = start;
        uint32_t at = start;
        if (!run(Header::words, at, true)) return false;
        m.registers[0] = static_cast<int32_t>(start);
        m.registers[1] = static_cast<int32_t>(at);
        return true;
    }

    // The next place from `at` on where a match may start.
    bool seek(uint32_t& at) {
        const uint32_t start = at;
        const uint32_t last = end - code[2];
        switch (static_cast<Header::First>(code[3])) {
            case Header::First::character:
                while (at <= last && text[at] != code[4]) ++at;
                break;
            case Header::First::set:
                while (at <= last && !in_set(code + code[4], text[at])) ++at;
                break;
            case Header::First::start:
                if (at > 0) return false;
                break;
            default: break;
        }
        m.steps += at - start;
        return at <= last;
    }

    bool search(uint32_t at) {
        for (; seek(at); ++at) {
            if (match_at(at)) return true;
            if (m.too_many) return false;
            not_empty = false;
        }
        return false;
    }
};

}  // namespace

bool Matcher::find(std::span<const uint32_t> program, const TextView& text, uint32_t start,
                   uint32_t end, Wanted wanted, bool not_empty_at_start) {
    const uint32_t groups = program[0];
    registers.resize(program[1]);
    if (start > end || program[2] > end - start) return false;
    const bool found = with_characters(text, [&](const auto* characters) {
        using Char = std::remove_cvref_t<decltype(*characters)>;
        Run<Char> run{*this, program.data(), characters, text.length, end, groups * 2,
                      wanted == Wanted::everything, not_empty_at_start, start};
        return wanted == Wanted::anywhere ? run.search(start) : run.match_at(start);
    });
    if (!found) return false;
    spans.assign(registers.begin(), registers.begin() + groups * 2);
    for (uint32_t group = 1; group < groups; ++group)
        if (spans[group * 2 + 1] < 0) spans[group * 2] = -1;
    last_group = registers[groups * 2];
    return true;
}

}  // namespace meada::regex
