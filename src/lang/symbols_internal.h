// The walk that fills a symbol table; only for symbols*.cpp.
#pragma once

#include <string>

#include "lang/symbols.h"

namespace meada::lang {

class SymbolFinder {
  public:
    explicit SymbolFinder(Arena& arena) : arena_(arena) {}
    Symbols run(const Ast&);

  private:
    Scope* enter(ScopeKind kind, std::string_view name, const void* node);
    void leave();
    static Symbol& symbol(Scope& scope, std::string_view name);
    void fail(std::string message, SourceRange range, std::string class_name = "SyntaxError");
    void use(std::string_view name);
    void bind(std::string_view name, SourceRange range);
    void bind_parameter(const Parameter&);
    void resolve(Scope& scope);
    void fail_at_directive(const Scope& scope, std::string_view name, std::string message);

    // symbols_walk.cpp
    void visit(Statements body);
    void visit(const Statement*);
    void visit_simple(const Statement*);
    void visit_function(const Statement*);
    void visit_class(const Statement*);
    void visit_annotated(const Statement*);
    void visit_import(const Statement*);
    void visit_try(const Statement*);
    void declare(const Statement*);
    void visit_annotation(const Expression*);
    void visit_annotations(const Parameters&);
    void visit_defaults(const Parameters&);
    void bind_parameters(const Parameters&);
    void visit(Expressions);
    void visit(const Expression*);
    void visit_named(const Expression*);
    void visit_comprehension(const Expression*);
    void visit_clause(const Comprehension&, bool outermost);
    void visit_yield(const Expression*, const char* word);
    void extend_named_scope(const Expression*);
    void visit(const Pattern*);

    Arena& arena_;
    Symbols out_;
    Scope* current_ = nullptr;
    std::string_view private_name_;
    bool comprehension_target_ = false;
    uint32_t iterable_depth_ = 0;  // inside the iterable of a comprehension
    uint32_t annotation_depth_ = 0;
    uint32_t depth_ = 0;
};

}  // namespace meada::lang
