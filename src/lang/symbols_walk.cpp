// The walk over the tree: every binding and use, in CPython's order.
#include "lang/symbols_internal.h"

namespace meada::lang {

void SymbolFinder::visit(Statements body) {
    for (const Statement* statement : body) visit(statement);
}

void SymbolFinder::visit(const Statement* s) {
    if (out_.error) return;
    switch (s->kind) {
        case StatementKind::function:
        case StatementKind::async_function:
            return visit_function(s);
        case StatementKind::class_:
            return visit_class(s);
        case StatementKind::try_:
        case StatementKind::try_star:
            return visit_try(s);
        case StatementKind::annotated_assign:
            return visit_annotated(s);
        case StatementKind::import:
        case StatementKind::import_from:
            return visit_import(s);
        case StatementKind::global:
        case StatementKind::nonlocal:
            return declare(s);
        case StatementKind::for_:
        case StatementKind::async_for:
            visit(s->target);
            visit(s->value);
            visit(s->body);
            return visit(s->orelse);
        case StatementKind::while_:
        case StatementKind::if_:
            visit(s->value);
            visit(s->body);
            return visit(s->orelse);
        case StatementKind::with:
        case StatementKind::async_with:
            for (const WithItem& item : s->with_items) {
                visit(item.context);
                visit(item.target);
            }
            return visit(s->body);
        case StatementKind::match:
            visit(s->value);
            for (const MatchCase& match_case : s->cases) {
                visit(match_case.pattern);
                visit(match_case.guard);
                visit(match_case.body);
            }
            return;
        default:
            return visit_simple(s);
    }
}

void SymbolFinder::visit_simple(const Statement* s) {
    switch (s->kind) {
        case StatementKind::assign:
        case StatementKind::delete_:
            visit(s->items);
            visit(s->value);
            return;
        case StatementKind::augmented_assign:
            visit(s->target);
            visit(s->value);
            return;
        case StatementKind::raise:
        case StatementKind::assert_:
            visit(s->value);
            visit(s->cause);
            return;
        default:
            visit(s->value);
    }
}

void SymbolFinder::visit_function(const Statement* s) {
    bind(s->name, s->range);
    visit_defaults(*s->parameters);
    visit_annotations(*s->parameters);
    visit_annotation(s->value);
    visit(s->decorators);
    enter(ScopeKind::function, s->name, s);
    current_->coroutine = s->kind == StatementKind::async_function;
    bind_parameters(*s->parameters);
    visit(s->body);
    leave();
}

void SymbolFinder::visit_class(const Statement* s) {
    bind(s->name, s->range);
    visit(s->items);
    for (const Keyword& keyword : s->keywords) visit(keyword.value);
    visit(s->decorators);
    const std::string_view outer = private_name_;
    enter(ScopeKind::class_, s->name, s);
    private_name_ = s->name;
    current_->private_name = s->name;
    visit(s->body);
    private_name_ = outer;
    leave();
}

void SymbolFinder::visit_try(const Statement* s) {
    visit(s->body);
    visit(s->orelse);
    for (const ExceptHandler& handler : s->handlers) {
        visit(handler.type);
        if (!handler.name.empty()) bind(handler.name, handler.range);
        visit(handler.body);
    }
    visit(s->final_body);
}

void SymbolFinder::visit_annotated(const Statement* s) {
    if (s->target->kind == ExpressionKind::name) {
        const std::string_view mangled = mangle(arena_, private_name_, s->target->name);
        Symbol& found = symbol(*current_, mangled);
        if ((found.global || found.nonlocal) && current_->kind != ScopeKind::module && s->simple)
            return fail("annotated name '" + std::string(s->target->name) + "' can't be " +
                            (found.global ? "global" : "nonlocal"),
                        s->range);
        if (s->simple) found.annotated = true;
        if (s->simple || s->value != nullptr) found.bound = true;
    } else {
        visit(s->target);
    }
    visit_annotation(s->annotation);
    visit(s->value);
}

void SymbolFinder::visit_import(const Statement* s) {
    for (const Alias& alias : s->aliases) {
        const std::string_view name = alias.as_name.empty() ? alias.name : alias.as_name;
        if (name == "*") {
            if (current_->kind != ScopeKind::module)
                fail("import * only allowed at module level", alias.range);
            continue;
        }
        const bool dotted = s->kind == StatementKind::import && alias.as_name.empty();
        const std::string_view bound = dotted ? name.substr(0, name.find('.')) : name;
        bind(bound, alias.range);
        symbol(*current_, mangle(arena_, private_name_, bound)).imported = true;
    }
}

void SymbolFinder::declare(const Statement* s) {
    const bool global = s->kind == StatementKind::global;
    const char* const word = global ? "global" : "nonlocal";
    for (const std::string_view plain : s->names) {
        const std::string_view name = mangle(arena_, private_name_, plain);
        if (!global && current_->kind == ScopeKind::module)
            return fail("nonlocal declaration not allowed at module level", s->range);
        Symbol& found = symbol(*current_, name);
        const std::string quoted = "'" + std::string(plain) + "'";
        if (found.parameter) return fail("name " + quoted + " is parameter and " + word, s->range);
        if (found.used)
            return fail("name " + quoted + " is used prior to " + word + " declaration", s->range);
        if (found.annotated)
            return fail("annotated name " + quoted + " can't be " + word, s->range);
        if (found.bound)
            return fail("name " + quoted + " is assigned to before " + word + " declaration",
                        s->range);
        (global ? found.global : found.nonlocal) = true;
        current_->directives.push_back({name, s->range});
        if (found.global && found.nonlocal)
            return fail_at_directive(*current_, name, "name " + quoted + " is nonlocal and global");
        // As in CPython the module's own uses of the name become global too.
        if (global) symbol(*out_.scopes[0], name).global = true;
    }
}

void SymbolFinder::visit_annotation(const Expression* e) {
    if (e == nullptr) return;
    if (out_.future_annotations) {
        // Kept as text: nothing in it is used here. A scope of its own holds what it names.
        enter(ScopeKind::function, "_annotation", e);
        current_->annotation_only = true;
        ++annotation_depth_;
        visit(e);
        --annotation_depth_;
        leave();
        current_->children.pop_back();
        return;
    }
    visit(e);
}

void SymbolFinder::visit_annotations(const Parameters& p) {
    for (const Parameter& parameter : p.positional_only) visit_annotation(parameter.annotation);
    for (const Parameter& parameter : p.positional) visit_annotation(parameter.annotation);
    if (p.var_positional != nullptr) visit_annotation(p.var_positional->annotation);
    if (p.var_keyword != nullptr) visit_annotation(p.var_keyword->annotation);
    for (const Parameter& parameter : p.keyword_only) visit_annotation(parameter.annotation);
}

void SymbolFinder::visit_defaults(const Parameters& p) {
    visit(p.defaults);
    visit(p.keyword_defaults);
}

void SymbolFinder::bind_parameters(const Parameters& p) {
    for (const Parameter& parameter : p.positional_only) bind_parameter(parameter);
    for (const Parameter& parameter : p.positional) bind_parameter(parameter);
    for (const Parameter& parameter : p.keyword_only) bind_parameter(parameter);
    if (p.var_positional != nullptr) bind_parameter(*p.var_positional);
    if (p.var_keyword != nullptr) bind_parameter(*p.var_keyword);
    current_->has_var_positional = p.var_positional != nullptr;
    current_->has_var_keyword = p.var_keyword != nullptr;
}

void SymbolFinder::visit(Expressions items) {
    for (const Expression* item : items) visit(item);
}

void SymbolFinder::visit(const Expression* e) {
    if (e == nullptr || out_.error) return;
    if (++depth_ > nesting_max)
        fail("maximum recursion depth exceeded during compilation", e->range, "RecursionError");
    switch (e->kind) {
        case ExpressionKind::name:
            if (e->context == Context::load)
                use(e->name);
            else
                bind(e->name, e->range);
            // `super()` needs the class that is being made.
            if (e->context == Context::load && current_->kind == ScopeKind::function &&
                e->name == "super")
                symbol(*current_, "__class__").used = true;
            break;
        case ExpressionKind::named:
            visit_named(e);
            break;
        case ExpressionKind::lambda:
            visit_defaults(*e->parameters);
            enter(ScopeKind::function, "lambda", e);
            bind_parameters(*e->parameters);
            visit(e->first);
            leave();
            break;
        case ExpressionKind::list_comprehension:
        case ExpressionKind::set_comprehension:
        case ExpressionKind::dict_comprehension:
        case ExpressionKind::generator:
            visit_comprehension(e);
            break;
        case ExpressionKind::yield:
        case ExpressionKind::yield_from:
            visit_yield(e, "yield expression");
            break;
        case ExpressionKind::await:
            if (annotation_depth_ > 0)
                fail("await expression cannot be used within an annotation", e->range);
            visit(e->first);
            current_->coroutine = true;
            break;
        case ExpressionKind::dict:
            visit(e->items);
            visit(e->others);
            break;
        default:
            visit(e->first);
            visit(e->second);
            visit(e->third);
            visit(e->items);
            for (const Keyword& keyword : e->keywords) visit(keyword.value);
    }
    --depth_;
}

void SymbolFinder::visit_yield(const Expression* e, const char* word) {
    if (annotation_depth_ > 0)
        return fail(std::string(word) + " cannot be used within an annotation", e->range);
    visit(e->first);
    current_->generator = true;
    if (!current_->comprehension) return;
    const auto* owner = static_cast<const Expression*>(current_->node);
    const char* kind = owner->kind == ExpressionKind::list_comprehension   ? "list comprehension"
                       : owner->kind == ExpressionKind::set_comprehension  ? "set comprehension"
                       : owner->kind == ExpressionKind::dict_comprehension ? "dict comprehension"
                                                                           : "generator expression";
    fail(std::string("'yield' inside ") + kind, e->range);
}

void SymbolFinder::visit_named(const Expression* e) {
    if (annotation_depth_ > 0)
        return fail("named expression cannot be used within an annotation", e->range);
    if (iterable_depth_ > 0)
        return fail("assignment expression cannot be used in a comprehension iterable expression",
                    e->range);
    if (current_->comprehension) extend_named_scope(e);
    visit(e->second);
    visit(e->first);
}

// `:=` in a comprehension binds in the function (or module) around it.
void SymbolFinder::extend_named_scope(const Expression* e) {
    const std::string plain(e->first->name);
    const std::string_view name = mangle(arena_, private_name_, e->first->name);
    for (Scope* scope = current_; scope != nullptr; scope = scope->parent) {
        if (scope->comprehension) {
            const Symbol* found = scope->find(name);
            if (found != nullptr && found->comprehension_target)
                return fail(
                    "assignment expression cannot rebind comprehension iteration "
                    "variable '" +
                        plain + "'",
                    e->first->range);
            continue;
        }
        if (scope->kind == ScopeKind::function) {
            Symbol& inner = symbol(*current_, name);
            const Symbol* found = scope->find(name);
            if (found != nullptr && found->global)
                inner.global = true;
            else
                inner.nonlocal = true;
            current_->directives.push_back({name, e->range});
            symbol(*scope, name).bound = true;
            return;
        }
        if (scope->kind == ScopeKind::module) {
            symbol(*current_, name).global = true;
            current_->directives.push_back({name, e->range});
            symbol(*scope, name).global = true;
            return;
        }
        return fail("assignment expression within a comprehension cannot be used in a class body",
                    e->first->range);
    }
}

void SymbolFinder::visit_comprehension(const Expression* e) {
    const Comprehension& outermost = e->comprehensions[0];
    ++iterable_depth_;
    visit(outermost.iterable);
    --iterable_depth_;
    const char* const name = e->kind == ExpressionKind::list_comprehension   ? "listcomp"
                             : e->kind == ExpressionKind::set_comprehension  ? "setcomp"
                             : e->kind == ExpressionKind::dict_comprehension ? "dictcomp"
                                                                             : "genexpr";
    enter(ScopeKind::function, name, e);
    current_->comprehension = true;
    const bool is_generator = e->kind == ExpressionKind::generator;
    current_->is_generator_expression = is_generator;
    current_->coroutine = outermost.is_async;
    symbol(*current_, ".0").parameter = true;
    current_->find(".0")->bound = true;
    current_->parameters.push_back(".0");
    bool is_async = false;
    for (size_t index = 0; index < e->comprehensions.size(); ++index) {
        visit_clause(e->comprehensions[index], index == 0);
        is_async |= e->comprehensions[index].is_async;
    }
    current_->coroutine |= is_async;
    if (e->kind == ExpressionKind::dict_comprehension) visit(e->second);
    visit(e->first);
    current_->generator |= is_generator;
    const bool coroutine = current_->coroutine && !is_generator;
    leave();
    if (coroutine) current_->coroutine = true;
}

void SymbolFinder::visit_clause(const Comprehension& clause, bool outermost) {
    const bool before = comprehension_target_;
    comprehension_target_ = true;
    visit(clause.target);
    comprehension_target_ = before;
    if (!outermost) {
        ++iterable_depth_;
        visit(clause.iterable);
        --iterable_depth_;
    }
    visit(clause.conditions);
}

void SymbolFinder::visit(const Pattern* p) {
    if (p == nullptr || out_.error) return;
    visit(p->value);
    visit(p->first);
    for (const Pattern* pattern : p->patterns) visit(pattern);
    visit(p->keys);
    for (const Pattern* pattern : p->keyword_patterns) visit(pattern);
    if (!p->name.empty()) bind(p->name, p->range);
}

}  // namespace meada::lang
