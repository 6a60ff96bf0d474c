// Which scope each name belongs to: Python's rules for local, global, nonlocal and closures.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lang/ast.h"
#include "lang/lexer.h"

namespace meada::lang {

enum class ScopeKind : uint8_t { module, function, class_ };

enum class NameScope : uint8_t { local, global_explicit, global_implicit, free, cell };

struct Symbol {
    std::string_view name;
    bool bound = false;  // assigned, imported, a parameter, ...
    bool parameter = false;
    bool used = false;
    bool imported = false;
    bool annotated = false;
    bool global = false;  // declared so
    bool nonlocal = false;
    bool comprehension_target = false;
    bool free_through_class = false;  // a class binds it, and a method's closure passes through
    NameScope scope = NameScope::local;
};

struct Scope {
    ScopeKind kind = ScopeKind::module;
    Scope* parent = nullptr;
    const void* node = nullptr;
    std::string_view name;
    std::string_view private_name;  // class around it, for name mangling
    bool nested = false;
    bool generator = false;
    bool coroutine = false;
    bool comprehension = false;
    bool is_generator_expression = false;
    bool needs_class_closure = false;
    bool has_var_positional = false;
    bool has_var_keyword = false;
    bool annotation_only = false;
    std::vector<std::string_view> parameters;  // in the order of their slots
    std::vector<Symbol> symbols;
    std::unordered_map<std::string_view, size_t> index;
    struct Directive {
        std::string_view name;
        SourceRange range;
    };
    std::vector<Directive> directives;  // global and nonlocal
    std::vector<Scope*> children;

    Symbol* find(std::string_view name) {
        const auto found = index.find(name);
        return found == index.end() ? nullptr : &symbols[found->second];
    }
};

struct Symbols {
    std::vector<std::unique_ptr<Scope>> scopes;  // [0]: the module's
    std::unordered_map<const void*, Scope*> by_node;
    bool future_annotations = false;
    std::optional<SyntaxError> error;
};

std::optional<SyntaxError> check_future_imports(const Ast&);
bool has_future_annotations(const Ast&);
Symbols find_symbols(const Ast&);

// `__name` inside class `_Klass` is `_Klass__name`.
std::string_view mangle(Arena&, std::string_view private_name, std::string_view name);

// Expressions and statements may nest so deep, as CPython's symbol table and compiler allow.
constexpr uint32_t nesting_max = 3000;

}  // namespace meada::lang
