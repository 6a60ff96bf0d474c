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
    // importlib.import_module("name"), __import__("name").
    void look_in(const Expression* expression) {
        if (expression == nullptr) return;
        if (expression->kind == ExpressionKind::call) add_named(*expression);
        look_in(expression->first);
        look_in(expression->second);
        look_in(expression->third);
        walk(expression->items);
        walk(expression->others);
        for (const Keyword& keyword : expression->keywords) look_in(keyword.value);
        for (const Comprehension& each : expression->comprehensions) {
            look_in(each.iterable);
            walk(each.conditions);
        }
    }
    void add_named(const Expression& call) {
        const std::string_view function = call.first->name;
        if ((function != "import_module" && function != "__import__") || call.items.empty()) return;
        const Expression& first = *call.items[0];
        if (first.kind != ExpressionKind::constant || first.constant->kind != Constant::Kind::text)
            return;
        const std::string& text = first.constant->text;
        if (!text.starts_with('.')) found.push_back({text, 0, {}});
    }
};

}  // namespace

std::vector<Import> imports(const Ast& ast) {
    Collector collector;
    collector.walk(ast.body);
    return std::move(collector.found);
}

}  // namespace meada::lang
