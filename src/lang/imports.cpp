// Which modules a script may import.
#include "lang/lang.h"

namespace meada::lang {
namespace {

struct Collector {
    std::vector<Import> found;

    void walk(const Statements& statements) {
        for (const Statement* statement : statements) visit(*statement);
    }
    void walk(const Expressions& expressions) {
        for (const Expression* expression : expressions) look_in(expression);
    }
    void visit(const Statement& statement) {
        if (statement.kind == StatementKind::import) {
            for (const Alias& alias : statement.aliases)
                found.push_back({std::string(alias.name), 0, {}});
        } else if (statement.kind == StatementKind::import_from) {
            Import import{std::string(statement.name), statement.level, {}};
            for (const Alias& alias : statement.aliases) import.names.emplace_back(alias.name);
            found.push_back(std::move(import));
        }
        look_in(statement.value);
        walk(statement.items);
        walk(statement.decorators);
        for (const WithItem& item : statement.with_items) look_in(item.context);
        walk(statement.body);
        walk(statement.orelse);
        walk(statement.final_body);
        for (const ExceptHandler& handler : statement.handlers) walk(handler.body);
        for (const MatchCase& match_case : statement.cases) walk(match_case.body);
    }
    // importlib.import_module("name"), __import__("name"), and of a name that is put together the
    // package: "plugins." + name. Without recursion: a sum of a hundred thousand is as deep.
    void look_in(const Expression* whole) {
        std::vector<const Expression*> left{whole};
        const auto add = [&](const Expressions& expressions) {
            left.insert(left.end(), expressions.begin(), expressions.end());
        };
        while (!left.empty()) {
            const Expression* expression = left.back();
            left.pop_back();
            if (expression == nullptr) continue;
            if (expression->kind == ExpressionKind::call) add_named(*expression);
            left.insert(left.end(), {expression->first, expression->second, expression->third});
            add(expression->items);
            add(expression->others);
            for (const Keyword& keyword : expression->keywords) left.push_back(keyword.value);
            for (const Comprehension& each : expression->comprehensions) {
                left.push_back(each.iterable);
                add(each.conditions);
            }
        }
    }
    void add_named(const Expression& call) {
        const std::string_view function = call.first->name;
        if ((function != "import_module" && function != "__import__") || call.items.empty()) return;
        const std::string_view text = beginning(*call.items[0]);
        if (text.starts_with('.')) return;
        const bool whole = call.items[0]->kind == ExpressionKind::constant;
        if (whole && !text.empty()) found.push_back({std::string(text), 0, {}});
        const size_t dot = whole ? std::string_view::npos : text.rfind('.');
        if (dot != std::string_view::npos)
            found.push_back({std::string(text.substr(0, dot)), 0, {every_module}});
    }
    // What a text expression begins with, as far as it is written there.
    static std::string_view beginning(const Expression& whole) {
        const Expression* first = &whole;
        while (first && first->kind == ExpressionKind::binary) first = first->first;
        if (first && first->kind == ExpressionKind::joined_string && !first->items.empty())
            first = first->items[0];
        const bool text = first && first->kind == ExpressionKind::constant &&
                          first->constant->kind == Constant::Kind::text;
        return text ? std::string_view(first->constant->text) : std::string_view{};
    }
};

}  // namespace

std::vector<Import> imports(const Ast& ast) {
    Collector collector;
    collector.walk(ast.body);
    return std::move(collector.found);
}

}  // namespace meada::lang
