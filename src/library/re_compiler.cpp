// Trees of regular expressions to programs.
#include <algorithm>

#include "library/re_program.h"

namespace meada::regex {
namespace {

uint64_t times(uint64_t width, uint64_t count) { return std::min(width * count, width_max); }

struct Compiler {
    const Parsed& parsed;
    std::vector<uint32_t> code = {};
    uint32_t registers = 0;
    bool bad_behind = false;

    uint32_t here() const { return static_cast<uint32_t>(code.size()); }
    void emit(Op op) { code.push_back(static_cast<uint32_t>(op)); }
    template <typename... Words>
    void emit(Op op, Words... words) {
        emit(op);
        (code.push_back(static_cast<uint32_t>(words)), ...);
    }
    bool ascii_only(const Node& node) const {
        return node.flags & ascii || !((parsed.flags | node.flags) & unicode);
    }

    void add(const Node&);
    void add_sequence(const Node&);
    void add_literal(const Node&);
    void add_set(std::vector<Range> ranges, uint32_t categories, bool negated, bool ascii_only);
    void add_group(const Node&);
    void add_branch(const Node&);
    void add_repeat(const Node&);
    void add_loop(const Node&, Mode);
    void add_inside(Op, const Node& body, std::initializer_list<uint32_t> words);
    void add_condition(const Node&);
    void add_reference(const Node&);
};

bool is_plain_literal(const Node& node) {
    return node.kind == Node::Kind::literal && !(node.flags & ignore_case);
}

// The node itself if it always takes one character and keeps no group.
const Node* single(const Node& node) {
    switch (node.kind) {
        case Node::Kind::literal:
        case Node::Kind::any:
        case Node::Kind::set:
            return &node;
        case Node::Kind::sequence:
            return node.parts.size() == 1 ? single(node.parts[0]) : nullptr;
        case Node::Kind::group:
            return node.number == 0 ? single(node.parts[0]) : nullptr;
        default:
            return nullptr;
    }
}

void Compiler::add_sequence(const Node& sequence) {
    const std::vector<Node>& parts = sequence.parts;
    for (size_t at = 0; at < parts.size();) {
        size_t end = at;
        while (end < parts.size() && is_plain_literal(parts[end])) ++end;
        if (end - at < 2) {
            add(parts[at++]);
            continue;
        }
        emit(Op::text, end - at);
        for (; at < end; ++at) code.push_back(parts[at].character);
    }
}

void Compiler::add_literal(const Node& node) {
    if (is_plain_literal(node)) return emit(Op::character, node.character);
    std::vector<Range> ranges{{node.character, node.character}};
    close_over_case(ranges, ascii_only(node));
    std::vector<char32_t> characters;
    for (const Range& range : ranges)
        for (char32_t c = range.first; c <= range.last; ++c)
            if (std::ranges::find(characters, c) == characters.end()) characters.push_back(c);
    if (characters.size() == 1) return emit(Op::character, characters[0]);
    if (characters.size() == 2) return emit(Op::either, characters[0], characters[1]);
    add_set(std::move(ranges), 0, false, ascii_only(node));
}

void Compiler::add_set(std::vector<Range> ranges, uint32_t categories, bool negated,
                       bool ascii_only) {
    std::ranges::sort(ranges, {}, &Range::first);
    std::vector<Range> joined;
    for (const Range& range : ranges) {
        if (!joined.empty() && range.first <= joined.back().last + 1)
            joined.back().last = std::max(joined.back().last, range.last);
        else joined.push_back(range);
    }
    const uint32_t start = here();
    emit(Op::set, 0, negated, ascii_only ? categories << 8 : categories);
    code.resize(code.size() + 8);
    for (char32_t c = 0; c < 256; ++c) {
        bool in = in_category(c, categories, ascii_only);
        for (const Range& range : joined) in |= c >= range.first && c <= range.last;
        if (in) code[start + set_bits_at + c / 32] |= 1u << c % 32;
    }
    for (const Range& range : joined) {
        if (range.last < 256) continue;
        code.push_back(range.first);
        code.push_back(range.last);
    }
    code[start + 1] = here() - start;
}

void Compiler::add_group(const Node& node) {
    if (node.number) emit(Op::mark, node.number * 2);
    add(node.parts[0]);
    if (node.number) emit(Op::close, node.number * 2 + 1, node.number);
}

void Compiler::add_branch(const Node& node) {
    std::vector<uint32_t> jumps;
    for (size_t index = 0; index < node.parts.size(); ++index) {
        const bool last = index + 1 == node.parts.size();
        const uint32_t fork = here();
        if (!last) emit(Op::fork, 0);
        add(node.parts[index]);
        if (last) break;
        jumps.push_back(here() + 1);
        emit(Op::jump, 0);
        code[fork + 1] = here();
    }
    for (const uint32_t jump : jumps) code[jump] = here();
}

void Compiler::add_repeat(const Node& node) {
    if (const Node* one = single(node.parts[0])) {
        const uint32_t start = here();
        emit(Op::one, node.least, node.most, node.mode, 0);
        add(*one);
        code[start + 4] = here() - start - 5;
        return;
    }
    if (node.mode != Mode::possessive) return add_loop(node, node.mode);
    const uint32_t start = here();
    emit(Op::atomic, 0);
    add_loop(node, Mode::greedy);
    emit(Op::success);
    code[start + 1] = here() - start - 2;
}

void Compiler::add_loop(const Node& node, Mode mode) {
    if (node.least == 0 && node.most == 1) {
        const uint32_t fork = here();
        emit(Op::fork, 0);
        if (mode == Mode::greedy) {
            add(node.parts[0]);
            code[fork + 1] = here();
        } else {
            emit(Op::jump, 0);
            code[fork + 1] = here();
            add(node.parts[0]);
            code[fork + 3] = here();
        }
        return;
    }
    const uint32_t loop = registers, start = here();
    registers += 2;
    emit(Op::begin, loop, 0);
    const uint32_t body = here();
    add(node.parts[0]);
    code[start + 2] = here();
    emit(Op::until, loop, node.least, node.most, mode, body);
}

void Compiler::add_inside(Op op, const Node& body, std::initializer_list<uint32_t> words) {
    emit(op);
    code.insert(code.end(), words);
    code.push_back(0);
    const uint32_t start = here();
    add(body);
    emit(Op::success);
    code[start - 1] = here() - start;
}

void Compiler::add_condition(const Node& node) {
    const uint32_t start = here();
    emit(Op::condition, node.number, 0);
    add(node.parts[0]);
    if (node.parts.size() > 1) {
        const uint32_t jump = here();
        emit(Op::jump, 0);
        code[start + 2] = here();
        add(node.parts[1]);
        code[jump + 1] = here();
    } else {
        code[start + 2] = here();
    }
}

void Compiler::add_reference(const Node& node) {
    const bool any_case = node.flags & ignore_case;
    emit(Op::reference, node.number, !any_case ? 0 : ascii_only(node) ? 2 : 1);
}

void Compiler::add(const Node& node) {
    switch (node.kind) {
        case Node::Kind::literal: return add_literal(node);
        case Node::Kind::any:
            return emit(node.flags & dot_all ? Op::any_at_all : Op::any);
        case Node::Kind::set: {
            std::vector<Range> ranges = node.ranges;
            if (node.flags & ignore_case) close_over_case(ranges, ascii_only(node));
            return add_set(std::move(ranges), node.categories, node.negated, ascii_only(node));
        }
        case Node::Kind::place:
            return emit(Op::place, static_cast<uint32_t>(node.at) | ascii_only(node) << 8);
        case Node::Kind::group: return add_group(node);
        case Node::Kind::branch: return add_branch(node);
        case Node::Kind::sequence: return add_sequence(node);
        case Node::Kind::repeat: return add_repeat(node);
        case Node::Kind::ahead: return add_inside(Op::look, node.parts[0], {node.negated, 0});
        case Node::Kind::behind: {
            const Width width = width_of(parsed, node.parts[0]);
            if (width.least != width.most) bad_behind = true;
            return add_inside(Op::look, node.parts[0],
                              {node.negated, static_cast<uint32_t>(width.least)});
        }
        case Node::Kind::atomic: return add_inside(Op::atomic, node.parts[0], {});
        case Node::Kind::reference: return add_reference(node);
        case Node::Kind::condition: return add_condition(node);
        case Node::Kind::failure: return emit(Op::fail);
    }
}

// What every match starts with, as far as it is easy to say.
void find_first(std::vector<uint32_t>& code) {
    auto set = [&](Header::First first, uint32_t word) {
        code[3] = static_cast<uint32_t>(first);
        code[4] = word;
    };
    for (uint32_t at = Header::words;;) {
        switch (static_cast<Op>(code[at])) {
            case Op::mark: at += 2; break;
            case Op::atomic: at += 2; break;
            case Op::character: return set(Header::First::character, code[at + 1]);
            case Op::text: return set(Header::First::character, code[at + 2]);
            case Op::set: return set(Header::First::set, at);
            case Op::place:
                if (static_cast<Place>(code[at + 1] & 0xff) == Place::start)
                    return set(Header::First::start, 0);
                at += 2;
                break;
            case Op::one:
                if (code[at + 1] == 0) return;
                at += 5;
                break;
            case Op::begin:
                if (code[code[at + 2] + 2] == 0) return;
                at += 3;
                break;
            default: return;
        }
    }
}

}  // namespace

Width width_of(const Parsed& parsed, const Node& node) {
    switch (node.kind) {
        case Node::Kind::literal:
        case Node::Kind::any:
        case Node::Kind::set: return {1, 1};
        case Node::Kind::reference: return parsed.group_widths[node.number];
        case Node::Kind::group:
        case Node::Kind::atomic: return width_of(parsed, node.parts[0]);
        case Node::Kind::repeat: {
            const Width one = width_of(parsed, node.parts[0]);
            return {times(one.least, node.least),
                    node.most == repeat_max ? (one.most ? width_max : 0)
                                            : times(one.most, node.most)};
        }
        case Node::Kind::sequence: {
            Width sum;
            for (const Node& part : node.parts) {
                const Width width = width_of(parsed, part);
                sum = {std::min(sum.least + width.least, width_max),
                       std::min(sum.most + width.most, width_max)};
            }
            return sum;
        }
        case Node::Kind::branch:
        case Node::Kind::condition: {
            Width all = width_of(parsed, node.parts[0]);
            for (const Node& part : node.parts) {
                const Width width = width_of(parsed, part);
                all = {std::min(all.least, width.least), std::max(all.most, width.most)};
            }
            if (node.kind == Node::Kind::condition && node.parts.size() == 1) all.least = 0;
            return all;
        }
        default: return {};
    }
}

std::vector<uint32_t> compile(const Parsed& parsed) {
    Compiler compiler{parsed};
    compiler.registers = parsed.group_count * 2 + 1;
    compiler.code.resize(Header::words);
    compiler.add(parsed.root);
    compiler.emit(Op::success);
    if (compiler.bad_behind) return {};
    compiler.code[0] = parsed.group_count;
    compiler.code[1] = compiler.registers;
    compiler.code[2] = static_cast<uint32_t>(
        std::min<uint64_t>(width_of(parsed, parsed.root).least, repeat_max));
    find_first(compiler.code);
    return std::move(compiler.code);
}

}  // namespace meada::regex
