#include "lang/symbols.h"

#include "lang/symbols_internal.h"

#include <algorithm>
#include <iterator>

namespace meada::lang {

std::string_view mangle(Arena& arena, std::string_view private_name, std::string_view name) {
    if (private_name.empty() || !name.starts_with("__")) return name;
    if (name.ends_with("__") || name.find('.') != std::string_view::npos) return name;
    const size_t first = private_name.find_first_not_of('_');
    if (first == std::string_view::npos) return name;
    return arena.text("_" + std::string(private_name.substr(first)) + std::string(name));
}

// --- scopes -----------------------------------------------------------------------------------

Scope* SymbolFinder::enter(ScopeKind kind, std::string_view name, const void* node) {
    auto made = std::make_unique<Scope>();
    made->kind = kind;
    made->name = name;
    made->node = node;
    made->parent = current_;
    made->private_name = private_name_;
    if (current_ != nullptr) {
        made->nested = current_->nested || current_->kind == ScopeKind::function;
        current_->children.push_back(made.get());
    }
    current_ = made.get();
    out_.by_node[node] = current_;
    out_.scopes.push_back(std::move(made));
    return current_;
}

void SymbolFinder::leave() { current_ = current_->parent; }

Symbol& SymbolFinder::symbol(Scope& scope, std::string_view name) {
    const auto [place, added] = scope.index.try_emplace(name, scope.symbols.size());
    if (added) {
        scope.symbols.push_back({});
        scope.symbols.back().name = name;
    }
    return scope.symbols[place->second];
}

void SymbolFinder::fail(std::string message, SourceRange range, std::string class_name) {
    if (!out_.error) out_.error = SyntaxError{std::move(class_name), std::move(message), range, {}};
}

void SymbolFinder::use(std::string_view name) {
    symbol(*current_, mangle(arena_, private_name_, name)).used = true;
}

void SymbolFinder::bind(std::string_view name, SourceRange range) {
    const std::string_view mangled = mangle(arena_, private_name_, name);
    Symbol& found = symbol(*current_, mangled);
    if (comprehension_target_ && current_->comprehension) {
        // Written by `for` of this comprehension: `:=` inside must not write it.
        if (found.global || found.nonlocal)
            return fail("comprehension inner loop cannot rebind assignment expression target '" +
                            std::string(name) + "'",
                        range);
        found.comprehension_target = true;
    }
    found.bound = true;
}

void SymbolFinder::bind_parameter(const Parameter& parameter) {
    const std::string_view mangled = mangle(arena_, private_name_, parameter.name);
    Symbol& found = symbol(*current_, mangled);
    if (found.parameter)
        return fail(
            "duplicate argument '" + std::string(parameter.name) + "' in function definition",
            parameter.range);
    found.parameter = found.bound = true;
    current_->parameters.push_back(mangled);
}

// --- resolving ----------------------------------------------------------------------------------

namespace {

// The name is free in `scope`; so it is in every function on the way to where it is bound.
void pass_through(const std::vector<Scope*>& between, std::string_view name) {
    for (Scope* scope : between) {
        const auto [place, added] = scope->index.try_emplace(name, scope->symbols.size());
        if (added) {
            scope->symbols.push_back({});
            scope->symbols.back().name = name;
            scope->symbols.back().scope = NameScope::free;
        } else if (scope->kind == ScopeKind::class_ &&
                   (scope->symbols[place->second].bound || scope->symbols[place->second].global)) {
            scope->symbols[place->second].free_through_class = true;
        }
    }
}

NameScope resolve_outside(Scope& scope, std::string_view name) {
    std::vector<Scope*> between;
    for (Scope* outer = scope.parent; outer != nullptr; outer = outer->parent) {
        if (outer->kind == ScopeKind::module) break;
        if (outer->kind == ScopeKind::class_ && name == "__class__") {
            outer->needs_class_closure = true;
            pass_through(between, name);
            return NameScope::free;
        }
        if (outer->kind == ScopeKind::function) {
            Symbol* found = outer->find(name);
            if (found != nullptr && found->global) return NameScope::global_implicit;
            if (found != nullptr && found->bound && !found->nonlocal) {
                found->scope = NameScope::cell;
                pass_through(between, name);
                return NameScope::free;
            }
        }
        between.push_back(outer);
    }
    return NameScope::global_implicit;
}

}  // namespace

void SymbolFinder::resolve(Scope& scope) {
    for (size_t index = 0; index < scope.symbols.size(); ++index) {
        const Symbol found = scope.symbols[index];
        NameScope resolved = found.scope;
        if (found.global) {
            resolved = NameScope::global_explicit;
        } else if (found.nonlocal) {
            resolved = resolve_outside(scope, found.name);
            if (resolved != NameScope::free)
                return fail_at_directive(
                    scope, found.name,
                    "no binding for nonlocal '" + std::string(found.name) + "' found");
        } else if (!found.bound && found.scope != NameScope::free) {
            resolved = resolve_outside(scope, found.name);
        } else if (found.bound && found.scope == NameScope::free) {
            resolved = NameScope::local;
        }
        if (scope.symbols[index].scope != NameScope::cell) scope.symbols[index].scope = resolved;
    }
}

void SymbolFinder::fail_at_directive(const Scope& scope, std::string_view name,
                                     std::string message) {
    for (const Scope::Directive& directive : scope.directives)
        if (directive.name == name) return fail(std::move(message), directive.range);
}

Symbols SymbolFinder::run(const Ast& ast) {
    enter(ScopeKind::module, "top", &ast);
    out_.future_annotations = has_future_annotations(ast);
    visit(ast.body);
    if (ast.expression != nullptr) visit(ast.expression);
    // CPython words the first error in the order of scopes: a child after what its parent declares.
    for (const auto& scope : out_.scopes) {
        if (out_.error) break;
        // An annotation kept as text uses nothing: its names must not become cells.
        bool is_text = false;
        for (const Scope* outer = scope.get(); outer != nullptr; outer = outer->parent)
            is_text |= outer->annotation_only;
        if (!is_text) resolve(*scope);
    }
    return std::move(out_);
}

std::optional<SyntaxError> check_future_imports(const Ast& ast) {
    static constexpr std::string_view features[] = {
        "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
        "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
    bool late = false, docstring_allowed = true;
    for (const Statement* s : ast.body) {
        const bool future =
            s->kind == StatementKind::import_from && s->name == "__future__" && s->level == 0;
        const SourceRange place{s->range.line, s->range.line, 0, 0};
        if (!future) {
            const bool docstring = docstring_allowed && s->kind == StatementKind::expression &&
                                   s->value->kind == ExpressionKind::constant &&
                                   s->value->constant->kind == Constant::Kind::text;
            late = late || !docstring;
            docstring_allowed = false;
            continue;
        }
        if (late)
            return SyntaxError{"SyntaxError",
                               "from __future__ imports must occur at the beginning of the file",
                               s->range,
                               {}};
        docstring_allowed = false;
        for (const Alias& alias : s->aliases) {
            const std::string name(alias.name);
            if (name == "braces") return SyntaxError{"SyntaxError", "not a chance", place, {}};
            if (std::find(std::begin(features), std::end(features), name) == std::end(features))
                return SyntaxError{
                    "SyntaxError", "future feature " + name + " is not defined", place, {}};
        }
    }
    return std::nullopt;
}

bool has_future_annotations(const Ast& ast) {
    for (const Statement* statement : ast.body)
        if (statement->kind == StatementKind::import_from && statement->name == "__future__")
            for (const Alias& alias : statement->aliases)
                if (alias.name == "annotations") return true;
    return false;
}

Symbols find_symbols(const Ast& ast) { return SymbolFinder(*ast.arena).run(ast); }

}  // namespace meada::lang
