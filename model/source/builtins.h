#pragma once

#include "model/source/evaluator.h"

/// What JavaScript and Node bring along, as far as it only computes.
namespace model::source {

void addObjectMethods(Evaluator &evaluator, Object &methods);
void addTextMethods(Evaluator &evaluator, Object &methods);
void addListMethods(Evaluator &evaluator, Object &methods);
void addFunctionMethods(Evaluator &evaluator, Object &methods);
void addNumberMethods(Evaluator &evaluator, Object &methods);
void addRegExpMethods(Evaluator &evaluator, Object &methods);
void addDateMethods(Evaluator &evaluator, Object &methods);
/// `Object`, `JSON`, `process` and so on.
void addGlobals(Evaluator &evaluator);
/// `Object`, with what it does to objects; `Set` and `Map`.
void addObjectFunctions(Evaluator &evaluator);
void addCollections(Evaluator &evaluator);
/// `path`, `fs`, `url`, `util`.
void addNodePackages(Evaluator &evaluator);

/// As `Number(text)`.
double numberOf(const QString &text);

/// Longer texts and lists are not made.
inline constexpr qsizetype longestText = 1 << 20;
inline constexpr size_t longestList = 100'000;

}
