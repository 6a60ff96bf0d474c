#include "lang/compiler.h"

namespace meada::lang {
namespace {

bool has_star(Expressions items, List<Keyword> keywords) {
    for (const Expression* item : items)
        if (item->kind == ExpressionKind::starred) return true;
    for (const Keyword& keyword : keywords)
        if (keyword.name.empty()) return true;
    return false;
}

// The type's name if calling or indexing a literal of this kind can only fail.
const char* literal_type(const Expression* e) {
    switch (e->kind) {
        case ExpressionKind::tuple:
            return "tuple";
        case ExpressionKind::list:
        case ExpressionKind::list_comprehension:
            return "list";
        case ExpressionKind::dict:
        case ExpressionKind::dict_comprehension:
            return "dict";
        case ExpressionKind::set:
        case ExpressionKind::set_comprehension:
            return "set";
        case ExpressionKind::generator:
            return "generator";
        case ExpressionKind::joined_string:
        case ExpressionKind::formatted_value:
            return "str";
        case ExpressionKind::lambda:
            return "function";
        case ExpressionKind::constant:
            break;
        default:
            return nullptr;
    }
    switch (e->constant->kind) {
        case Constant::Kind::none:
            return "NoneType";
        case Constant::Kind::true_value:
        case Constant::Kind::false_value:
            return "bool";
        case Constant::Kind::ellipsis:
            return "ellipsis";
        case Constant::Kind::integer:
            return "int";
        case Constant::Kind::floating:
            return "float";
        case Constant::Kind::complex:
            return "complex";
        case Constant::Kind::text:
            return "str";
        case Constant::Kind::bytes:
            return "bytes";
        case Constant::Kind::tuple:
            return "tuple";
        case Constant::Kind::frozen_set:
            return "frozenset";
        case Constant::Kind::code:
            return "code";
    }
    return nullptr;
}

}  // namespace

void Compiler::check_callee(const Expression* e) {
    const char* type = literal_type(e);
    if (type == nullptr || e->kind == ExpressionKind::lambda) return;
    warn(std::string("'") + type + "' object is not callable; perhaps you missed a comma?",
         unit_->place);
}

void Compiler::check_index(const Expression* e) {
    const Expression* value = e->first;
    const char* type = literal_type(value);
    if (type == nullptr) return;
    const std::string name(type);
    const bool indexable =
        name == "tuple" || name == "list" || name == "dict" || name == "str" || name == "bytes";
    if (!indexable)
        return warn("'" + name + "' object is not subscriptable; perhaps you missed a comma?",
                    unit_->place);
    const char* index = literal_type(e->second);
    if (index == nullptr || name == "dict" || e->second->kind == ExpressionKind::slice) return;
    const std::string index_name(index);
    if (index_name == "int" || index_name == "bool") return;
    warn(name + " indices must be integers or slices, not " + index_name +
             "; perhaps you missed a comma?",
         unit_->place);
}

void Compiler::check_keywords(List<Keyword> keywords) {
    for (size_t first = 0; first < keywords.size(); ++first) {
        if (keywords[first].name.empty()) continue;
        if (keywords[first].name == "__debug__")
            return fail("cannot assign to __debug__", unit_->place);
        for (size_t second = first + 1; second < keywords.size(); ++second)
            if (keywords[first].name == keywords[second].name)
                return fail("keyword argument repeated: " + std::string(keywords[first].name),
                            keywords[second].range);
    }
}

void Compiler::call(const Expression* e) {
    check_keywords(e->keywords);
    if (method_call(e)) return;
    check_callee(e->first);
    set_place(e->first->range);
    emit(Opcode::PUSH_NULL);
    set_place(e->range);
    expression(e->first);
    call_with(0, e->items, e->keywords);
}

// object.method(...): no bound method is made.
bool Compiler::method_call(const Expression* e) {
    const Expression* method = e->first;
    if (method->kind != ExpressionKind::attribute || method->context != Context::load) return false;
    if (method->first->kind == ExpressionKind::name) {
        // A function of a module, most likely: there is nothing to bind.
        const Symbol* symbol = symbols_.scopes[0]->find(method->first->name);
        if (symbol != nullptr && symbol->imported) return false;
    }
    const size_t count = e->items.size() + e->keywords.size();
    if (count + (e->keywords.empty() ? 0 : 1) >= stack_use_max) return false;
    if (has_star(e->items, e->keywords)) return false;
    expression(method->first);
    set_place(method->range);
    place_at_attribute(method);
    emit_name(Opcode::LOAD_METHOD, method->name);
    expressions(e->items);
    for (const Keyword& keyword : e->keywords) expression(keyword.value);
    if (!e->keywords.empty()) keyword_names(e->keywords);
    set_place(e->range);
    place_at_attribute(method);
    emit(Opcode::CALL, static_cast<uint32_t>(count));
    return true;
}

void Compiler::keyword_names(List<Keyword> keywords) {
    Constant names;
    names.kind = Constant::Kind::tuple;
    for (const Keyword& keyword : keywords) {
        Constant name;
        name.kind = Constant::Kind::text;
        name.text = keyword.name;
        names.items.push_back(std::move(name));
    }
    emit(Opcode::KW_NAMES, constant_slot(names));
}

void Compiler::call_with(uint32_t pushed, Expressions items, List<Keyword> keywords) {
    check_keywords(keywords);
    if (items.size() + keywords.size() * 2 > stack_use_max || has_star(items, keywords))
        return call_unpacking(pushed, items, keywords);
    expressions(items);
    for (const Keyword& keyword : keywords) expression(keyword.value);
    if (!keywords.empty()) keyword_names(keywords);
    emit(Opcode::CALL, static_cast<uint32_t>(pushed + items.size() + keywords.size()));
}

void Compiler::call_unpacking(uint32_t pushed, Expressions items, List<Keyword> keywords) {
    if (pushed == 0 && items.size() == 1 && items[0]->kind == ExpressionKind::starred)
        expression(items[0]->first);
    else
        display(items, pushed,
                {Opcode::BUILD_LIST, Opcode::LIST_APPEND, Opcode::LIST_EXTEND, true});
    if (!keywords.empty()) {
        bool have_dict = false;
        size_t pending = 0;
        const auto flush = [&](size_t begin, size_t end) {
            part_of_keywords(keywords, begin, end);
            if (have_dict) emit(Opcode::DICT_MERGE, 1);
            have_dict = true;
            pending = 0;
        };
        for (size_t index = 0; index < keywords.size(); ++index) {
            if (!keywords[index].name.empty()) {
                ++pending;
                continue;
            }
            if (pending != 0) flush(index - pending, index);
            if (!have_dict) emit(Opcode::BUILD_MAP, 0);
            have_dict = true;
            expression(keywords[index].value);
            emit(Opcode::DICT_MERGE, 1);
        }
        if (pending != 0) flush(keywords.size() - pending, keywords.size());
    }
    emit(Opcode::CALL_FUNCTION_EX, keywords.empty() ? 0 : 1);
}

void Compiler::part_of_keywords(List<Keyword> keywords, size_t begin, size_t end) {
    const uint32_t count = static_cast<uint32_t>(end - begin);
    const bool big = count * 2 > stack_use_max;
    if (count > 1 && !big) {
        Constant names;
        names.kind = Constant::Kind::tuple;
        for (size_t index = begin; index < end; ++index) {
            expression(keywords[index].value);
            Constant name;
            name.kind = Constant::Kind::text;
            name.text = keywords[index].name;
            names.items.push_back(std::move(name));
        }
        load_constant(names);
        return emit(Opcode::BUILD_CONST_KEY_MAP, count);
    }
    if (big) emit(Opcode::BUILD_MAP, 0);
    for (size_t index = begin; index < end; ++index) {
        load_text(keywords[index].name);
        expression(keywords[index].value);
        if (big) unit_->graph.add(Opcode::MAP_ADD, 1, SourceRange{});
    }
    if (!big) emit(Opcode::BUILD_MAP, count);
}

}  // namespace meada::lang
