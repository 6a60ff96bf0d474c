// Expressions back to text, as `from __future__ import annotations` stores annotations: CPython's
// ast_unparse.c, its spacing and its parentheses.
#include <cmath>
#include <cstdio>

#include "base/shortest_float.h"
#include "base/utf8.h"
#include "lang/compiler.h"
#include "lang/unicode.h"

namespace meada::lang {
namespace {

enum Level : int {
    level_tuple,
    level_test,
    level_or,
    level_and,
    level_not,
    level_compare,
    level_bit_or,
    level_bit_xor,
    level_bit_and,
    level_shift,
    level_sum,
    level_term,
    level_factor,
    level_power,
    level_await,
    level_atom,
};
Level tighter(Level level) { return static_cast<Level>(level + 1); }

std::string float_text(double number) {
    if (std::isinf(number)) return number < 0 ? "-1e309" : "1e309";
    return float_repr(number);
}

std::string text_repr(std::string_view text, bool bytes) {
    const bool double_quotes =
        text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
    const char quote = double_quotes ? '"' : '\'';
    std::string out = bytes ? "b" : "";
    out += quote;
    for (size_t at = 0; at < text.size();) {
        const size_t start = at;
        const uint8_t byte = static_cast<uint8_t>(text[at]);
        const auto decoded = bytes ? std::optional<char32_t>(byte) : decode_utf8(text, at);
        if (bytes || !decoded) ++at;
        const char32_t c = decoded.value_or(byte);
        char hex[16];
        if (c == '\\' || c == static_cast<char32_t>(quote)) {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c < 32 || c == 127 || (c >= 128 && (bytes || (c < 256 && !is_printable(c))))) {
            std::snprintf(hex, sizeof hex, "\\x%02x", static_cast<unsigned>(c));
            out += hex;
        } else if (c >= 128 && !is_printable(c)) {
            std::snprintf(hex, sizeof hex, c < 0x10000 ? "\\u%04x" : "\\U%08x",
                          static_cast<unsigned>(c));
            out += hex;
        } else {
            out += text.substr(start, at - start);
        }
    }
    return out + quote;
}

class Unparser {
  public:
    void write(const Expression* e, Level level);
    std::string out;

  private:
    // Writes in parentheses where `needed`.
    template <typename Write>
    void wrapped(bool needed, Write write_inner) {
        if (needed) out += "(";
        write_inner();
        if (needed) out += ")";
    }
    void list(Expressions items, Level level) {
        for (size_t index = 0; index < items.size(); ++index) {
            if (index > 0) out += ", ";
            write(items[index], level);
        }
    }
    void operation(const Expression* e, Level level);
    void comprehension(const Expression* e, const char* open, const char* close);
    void clauses(const Expression* e);
    void compare(const Expression* e, Level level);
    void call(const Expression* e);
    void dict(const Expression* e);
    void lambda(const Expression* e, Level level);
    void parameters(const Parameters& p);
    void joined_string(const Expression* e);
    void format_parts(const Expression* e, std::string& text);
    void rest(const Expression* e, Level level);
    void primary(const Expression* e, Level level);
};

void Unparser::operation(const Expression* e, Level level) {
    static constexpr struct {
        const char* text;
        Level level;
    } binary[] = {{" + ", level_sum},    {" & ", level_bit_and}, {" // ", level_term},
                  {" << ", level_shift}, {" @ ", level_term},    {" * ", level_term},
                  {" % ", level_term},   {" | ", level_bit_or},  {" ** ", level_power},
                  {" >> ", level_shift}, {" - ", level_sum},     {" / ", level_term},
                  {" ^ ", level_bit_xor}};
    const auto& found = binary[e->operation];
    const bool right_first = found.level == level_power;
    wrapped(level > found.level, [&] {
        write(e->first, right_first ? tighter(found.level) : found.level);
        out += found.text;
        write(e->second, right_first ? found.level : tighter(found.level));
    });
}

void Unparser::clauses(const Expression* e) {
    for (const Comprehension& clause : e->comprehensions) {
        out += clause.is_async ? " async for " : " for ";
        write(clause.target, level_tuple);
        out += " in ";
        write(clause.iterable, tighter(level_test));
        for (const Expression* condition : clause.conditions) {
            out += " if ";
            write(condition, tighter(level_test));
        }
    }
}

void Unparser::comprehension(const Expression* e, const char* open, const char* close) {
    out += open;
    write(e->first, level_test);
    if (e->kind == ExpressionKind::dict_comprehension) {
        out += ": ";
        write(e->second, level_test);
    }
    clauses(e);
    out += close;
}

void Unparser::compare(const Expression* e, Level level) {
    static constexpr const char* texts[] = {" < ",  " <= ", " == ",     " != ", " > ",
                                            " >= ", " is ", " is not ", " in ", " not in "};
    wrapped(level > level_compare, [&] {
        write(e->first, tighter(level_compare));
        for (size_t index = 0; index < e->items.size(); ++index) {
            out += texts[static_cast<uint8_t>(e->operators[index])];
            write(e->items[index], tighter(level_compare));
        }
    });
}

void Unparser::call(const Expression* e) {
    write(e->first, level_atom);
    if (e->items.size() == 1 && e->keywords.empty() &&
        e->items[0]->kind == ExpressionKind::generator)
        return comprehension(e->items[0], "(", ")");
    out += "(";
    list(e->items, level_test);
    bool first = e->items.empty();
    for (const Keyword& keyword : e->keywords) {
        if (!first) out += ", ";
        first = false;
        if (keyword.name.empty())
            out += "**";
        else
            out.append(keyword.name).append("=");
        write(keyword.value, level_test);
    }
    out += ")";
}

void Unparser::dict(const Expression* e) {
    out += "{";
    for (size_t index = 0; index < e->items.size(); ++index) {
        if (index > 0) out += ", ";
        if (e->items[index] == nullptr) {
            out += "**";
            write(e->others[index], level_bit_or);
        } else {
            write(e->items[index], level_test);
            out += ": ";
            write(e->others[index], level_test);
        }
    }
    out += "}";
}

void Unparser::parameters(const Parameters& p) {
    bool first = true;
    const size_t positional = p.positional_only.size() + p.positional.size();
    size_t index = 0;
    const auto comma = [&] {
        if (!first) out += ", ";
        first = false;
    };
    const auto plain = [&](const Parameter& parameter) {
        comma();
        out += parameter.name;
        const size_t without = positional - p.defaults.size();
        if (index >= without) {
            out += "=";
            write(p.defaults[index - without], level_test);
        }
        ++index;
    };
    for (const Parameter& parameter : p.positional_only) plain(parameter);
    if (!p.positional_only.empty()) out += ", /";
    for (const Parameter& parameter : p.positional) plain(parameter);
    if (p.var_positional != nullptr || !p.keyword_only.empty()) {
        comma();
        out += "*";
        if (p.var_positional != nullptr) out += p.var_positional->name;
    }
    for (size_t at = 0; at < p.keyword_only.size(); ++at) {
        comma();
        out += p.keyword_only[at].name;
        if (p.keyword_defaults[at] == nullptr) continue;
        out += "=";
        write(p.keyword_defaults[at], level_test);
    }
    if (p.var_keyword != nullptr) {
        comma();
        out.append("**").append(p.var_keyword->name);
    }
}

void Unparser::lambda(const Expression* e, Level level) {
    wrapped(level > level_test, [&] {
        const Parameters& p = *e->parameters;
        const bool any = !p.positional_only.empty() || !p.positional.empty() ||
                         !p.keyword_only.empty() || p.var_positional != nullptr ||
                         p.var_keyword != nullptr;
        out += any ? "lambda " : "lambda";
        parameters(p);
        out += ": ";
        write(e->first, level_test);
    });
}

void Unparser::format_parts(const Expression* e, std::string& text) {
    for (const Expression* part : e->items) {
        if (part->kind == ExpressionKind::constant) {
            for (const char c : part->constant->text) {
                text += c;
                if (c == '{' || c == '}') text += c;
            }
            continue;
        }
        Unparser inner;
        inner.write(part->first, tighter(level_test));
        text += inner.out.starts_with("{") ? "{ " : "{";
        text += inner.out;
        if (part->operation != 0) text.append("!").push_back(static_cast<char>(part->operation));
        if (part->second != nullptr) {
            text += ":";
            format_parts(part->second, text);
        }
        text += "}";
    }
}

void Unparser::joined_string(const Expression* e) {
    std::string text;
    format_parts(e, text);
    out += "f" + text_repr(text, false);
}

void Unparser::write(const Expression* e, Level level) {
    static constexpr const char* unary[] = {"~", "not ", "+", "-"};
    switch (e->kind) {
        case ExpressionKind::bool_op: {
            const bool is_and = e->operation == static_cast<uint8_t>(BoolOperator::and_);
            const Level own = is_and ? level_and : level_or;
            return wrapped(level > own, [&] {
                for (size_t index = 0; index < e->items.size(); ++index) {
                    if (index > 0) out += is_and ? " and " : " or ";
                    write(e->items[index], tighter(own));
                }
            });
        }
        case ExpressionKind::binary:
            return operation(e, level);
        case ExpressionKind::unary: {
            const bool is_not = e->operation == static_cast<uint8_t>(UnaryOperator::not_);
            const Level own = is_not ? level_not : level_factor;
            return wrapped(level > own, [&] {
                out += unary[e->operation];
                write(e->first, own);
            });
        }
        case ExpressionKind::lambda:
            return lambda(e, level);
        case ExpressionKind::conditional:
            return wrapped(level > level_test, [&] {
                write(e->second, tighter(level_test));
                out += " if ";
                write(e->first, tighter(level_test));
                out += " else ";
                write(e->third, level_test);
            });
        case ExpressionKind::compare:
            return compare(e, level);
        case ExpressionKind::call:
            return call(e);
        case ExpressionKind::dict:
            return dict(e);
        default:
            return rest(e, level);
    }
}

void Unparser::rest(const Expression* e, Level level) {
    switch (e->kind) {
        case ExpressionKind::set:
            out += "{";
            list(e->items, level_test);
            out += "}";
            return;
        case ExpressionKind::list:
            out += "[";
            list(e->items, level_test);
            out += "]";
            return;
        case ExpressionKind::tuple:
            if (e->items.empty()) {
                out += "()";
                return;
            }
            return wrapped(level > level_tuple, [&] {
                list(e->items, level_test);
                if (e->items.size() == 1) out += ",";
            });
        default:
            return primary(e, level);
    }
}

void Unparser::primary(const Expression* e, Level level) {
    switch (e->kind) {
        case ExpressionKind::generator:
            return comprehension(e, "(", ")");
        case ExpressionKind::list_comprehension:
            return comprehension(e, "[", "]");
        case ExpressionKind::set_comprehension:
        case ExpressionKind::dict_comprehension:
            return comprehension(e, "{", "}");
        case ExpressionKind::yield:
        case ExpressionKind::yield_from:
            out += e->kind == ExpressionKind::yield ? "(yield" : "(yield from";
            if (e->first != nullptr) {
                out += " ";
                write(e->first, level_test);
            }
            out += ")";
            return;
        case ExpressionKind::await:
            return wrapped(level > level_await, [&] {
                out += "await ";
                write(e->first, level_atom);
            });
        case ExpressionKind::named:
            return wrapped(level > level_tuple, [&] {
                write(e->first, level_atom);
                out += " := ";
                write(e->second, level_atom);
            });
        case ExpressionKind::joined_string:
            return joined_string(e);
        case ExpressionKind::constant:
            if (e->unicode_prefix) out += "u";
            out += constant_text(*e->constant);
            return;
        case ExpressionKind::attribute: {
            write(e->first, level_atom);
            const bool integer = e->first->kind == ExpressionKind::constant &&
                                 e->first->constant->kind == Constant::Kind::integer;
            out += integer ? " ." : ".";
            out += e->name;
            return;
        }
        case ExpressionKind::subscript:
            write(e->first, level_atom);
            out += "[";
            write(e->second, level_tuple);
            out += "]";
            return;
        case ExpressionKind::starred:
            out += "*";
            return write(e->first, level_bit_or);
        case ExpressionKind::name:
            out += e->name;
            return;
        case ExpressionKind::slice:
            if (e->first != nullptr) write(e->first, level_test);
            out += ":";
            if (e->second != nullptr) write(e->second, level_test);
            if (e->third != nullptr) {
                out += ":";
                write(e->third, level_test);
            }
            return;
        default:
            return;
    }
}

}  // namespace

std::string constant_text(const Constant& value) {
    switch (value.kind) {
        case Constant::Kind::none:
            return "None";
        case Constant::Kind::true_value:
            return "True";
        case Constant::Kind::false_value:
            return "False";
        case Constant::Kind::ellipsis:
            return "...";
        case Constant::Kind::integer:
            return value.text;
        case Constant::Kind::floating:
            return float_text(value.number);
        case Constant::Kind::complex: {
            std::string text = float_text(value.number);
            if (text.ends_with(".0")) text.resize(text.size() - 2);
            return text + "j";
        }
        case Constant::Kind::text:
            return text_repr(value.text, false);
        case Constant::Kind::bytes:
            return text_repr(value.text, true);
        default:
            break;
    }
    std::string out = "(";
    for (size_t index = 0; index < value.items.size(); ++index) {
        if (index > 0) out += ", ";
        out += constant_text(value.items[index]);
    }
    return out + (value.items.size() == 1 ? ",)" : ")");
}

std::string unparse(const Expression* e) {
    Unparser unparser;
    unparser.write(e, level_test);
    return unparser.out;
}

}  // namespace meada::lang
