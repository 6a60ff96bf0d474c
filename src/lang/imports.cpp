// Which modules a script may import.
#include "lang/lang.h"

namespace meada::lang {
namespace {

struct Collector {
    std::vector<Import> found;

    void walk(const Statements& statements) {
        for (const Statement* statement : statements) visit(*statement);
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
        walk(statement.body);
        walk(statement.orelse);
        walk(statement.final_body);
        for (const ExceptHandler& handler : statement.handlers) walk(handler.body);
        for (const MatchCase& match_case : statement.cases) walk(match_case.body);
    }
};

}  // namespace

std::vector<Import> imports(const Ast& ast) {
    Collector collector;
    collector.walk(ast.body);
    return std::move(collector.found);
}

}  // namespace meada::lang
