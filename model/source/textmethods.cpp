#include "model/source/builtins.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

/// What texts and regular expressions do.
namespace model::source {

namespace {

constexpr qsizetype longestSubject = 20'000; // of a regular expression

/// A regular expression, within limits.
QRegularExpression regularExpression(const RegExpValue &value)
{
    QRegularExpression::PatternOptions options;
    if (value.flags.contains(u'i'))
        options |= QRegularExpression::CaseInsensitiveOption;
    if (value.flags.contains(u'm'))
        options |= QRegularExpression::MultilineOption;
    if (value.flags.contains(u's'))
        options |= QRegularExpression::DotMatchesEverythingOption;
    return QRegularExpression(u"(*LIMIT_MATCH=200000)"_s + value.pattern, options);
}

bool isTooMuch(const Call &call, const QString &subject)
{
    return subject.size() > longestSubject || !call.evaluator.spend(10 + subject.size());
}

Value tooMuch(const Call &call)
{
    return call.evaluator.unknown(u"a text that is too long"_s, call.place);
}

/// An argument as a text; the first one that is not known ends the method.
struct Texts
{
    explicit Texts(const Call &call) : self(call.evaluator.toText(call.self))
    {
        for (const Value &argument : call.arguments) {
            if (argument.isUnknown())
                unknown = argument;
        }
        first = call.arguments.empty() ? QString() : call.evaluator.toText(call.arguments[0]);
        if (self.isNull() && !call.self.isText())
            unknown = call.self.isUnknown()
                ? call.self
                : call.evaluator.unknown(u"a text that is not known"_s, call.place);
        call.evaluator.spend(self.size() / 64);
    }
    QString self;
    QString first;
    Value unknown;
};

qsizetype integerOf(const Call &call, size_t index, qsizetype fallback)
{
    const Value argument = call.argument(index);
    if (argument.isUndefined())
        return fallback;
    const double number = call.evaluator.toNumber(argument).value_or(0);
    return std::isnan(number) ? 0 : qsizetype(std::clamp(number, -1e9, 1e9));
}

qsizetype fromEnd(qsizetype index, qsizetype size)
{
    return index < 0 ? std::max<qsizetype>(size + index, 0) : std::min(index, size);
}

template <typename Method>
Value textMethod(const Call &call)
{
    const Texts texts(call);
    return texts.unknown.isUnknown() ? texts.unknown.at(call.place) : Method()(call, texts);
}

Value made(const Call &call, const QString &text)
{
    return text.size() > longestText ? tooMuch(call) : call.evaluator.text(text, call.place);
}

Value split(const Call &call, const Texts &texts)
{
    Values parts;
    const auto add = [&](const QString &part) {
        if (parts.size() < longestList && call.evaluator.spend(1))
            parts.push_back(call.evaluator.text(part, call.place));
    };
    if (const RegExpValue *expression = call.argument(0).as<RegExpValue>()) {
        if (isTooMuch(call, texts.self))
            return tooMuch(call);
        for (const QString &part : texts.self.split(regularExpression(*expression)))
            add(part);
    } else if (call.argument(0).isUndefined()) {
        add(texts.self);
    } else if (texts.first.isEmpty()) {
        for (const QChar c : texts.self)
            add(QString(c));
    } else {
        for (const QString &part : texts.self.split(texts.first))
            add(part);
    }
    return Value(call.evaluator.list(std::move(parts)), call.place);
}

/// `$1` and `$&` of a replacement.
QString filledIn(const QString &replacement, const QRegularExpressionMatch &match)
{
    QString text = u""_s;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const QChar next = i + 1 < replacement.size() ? replacement[i + 1] : QChar();
        if (replacement[i] != u'$' || (!next.isDigit() && next != u'&' && next != u'$')) {
            text += replacement[i];
            continue;
        }
        ++i;
        text += next == u'&' ? match.captured() : next == u'$' ? u"$"_s : match.captured(next.digitValue());
    }
    return text;
}

QString replacementFor(const Call &call, const QString &found, const QRegularExpressionMatch *match,
                       qsizetype at)
{
    const Value with = call.argument(1);
    if (!with.as<Function>())
        return match ? filledIn(call.evaluator.toText(with), *match) : call.evaluator.toText(with);
    Values arguments{call.evaluator.text(found)};
    for (int i = 1; match && i <= match->lastCapturedIndex(); ++i)
        arguments.push_back(call.evaluator.text(match->captured(i)));
    arguments.push_back(Value(double(at)));
    arguments.push_back(call.self);
    return call.evaluator.toText(call.evaluator.call(with, Value(), arguments, call.place));
}

Value replaced(const Call &call, const Texts &texts, bool all)
{
    QString result;
    qsizetype done = 0;
    if (const RegExpValue *expression = call.argument(0).as<RegExpValue>()) {
        if (isTooMuch(call, texts.self))
            return tooMuch(call);
        auto matches = regularExpression(*expression).globalMatch(texts.self);
        while (matches.hasNext() && call.evaluator.spend(1)) {
            const auto match = matches.next();
            const QString with = replacementFor(call, match.captured(), &match, match.capturedStart());
            if (with.isNull())
                return call.evaluator.unknown(u"a replacement that is not known"_s, call.place);
            result += texts.self.mid(done, match.capturedStart() - done) + with;
            done = match.capturedEnd();
            if (!expression->flags.contains(u'g') || result.size() > longestText)
                break;
        }
        return made(call, result + texts.self.mid(done));
    }
    for (qsizetype at = texts.self.indexOf(texts.first); at >= 0 && call.evaluator.spend(1);
         at = texts.self.indexOf(texts.first, done))
    {
        const QString with = replacementFor(call, texts.first, nullptr, at);
        if (with.isNull())
            return call.evaluator.unknown(u"a replacement that is not known"_s, call.place);
        result += texts.self.mid(done, at - done) + with;
        done = at + texts.first.size();
        if (!all || texts.first.isEmpty() || result.size() > longestText)
            break;
    }
    return made(call, result + texts.self.mid(done));
}

Value matchList(Evaluator &evaluator, const QRegularExpressionMatch &match, Place place)
{
    Values groups;
    for (int i = 0; i <= match.lastCapturedIndex(); ++i)
        groups.push_back(match.capturedStart(i) < 0 ? Value() : evaluator.text(match.captured(i), place));
    List *list = evaluator.list(std::move(groups));
    list->properties.set(evaluator.atom("index"), Value(double(match.capturedStart())));
    return Value(list, place);
}

Value matched(const Call &call, const Texts &texts)
{
    const RegExpValue *expression = call.argument(0).as<RegExpValue>();
    if (!expression || isTooMuch(call, texts.self))
        return tooMuch(call);
    const QRegularExpression compiled = regularExpression(*expression);
    if (!expression->flags.contains(u'g')) {
        const auto match = compiled.match(texts.self);
        return match.hasMatch() ? matchList(call.evaluator, match, call.place) : Value::null(call.place);
    }
    Values all;
    auto matches = compiled.globalMatch(texts.self);
    while (matches.hasNext() && call.evaluator.spend(1))
        all.push_back(call.evaluator.text(matches.next().captured(), call.place));
    return all.empty() ? Value::null(call.place) : Value(call.evaluator.list(std::move(all)), call.place);
}

Value padded(const Call &call, const Texts &texts, bool atStart)
{
    const qsizetype size = integerOf(call, 0, 0);
    const QString fill = call.argument(1).isUndefined() ? u" "_s : call.evaluator.toText(call.argument(1));
    if (fill.isEmpty() || size <= texts.self.size() || size > longestText)
        return call.self;
    QString added;
    while (added.size() < size - texts.self.size())
        added += fill;
    added.truncate(size - texts.self.size());
    call.evaluator.spend(size / 16);
    return made(call, atStart ? added + texts.self : texts.self + added);
}

}

void addTextMethods(Evaluator &evaluator, Object &methods)
{
    const auto add = [&](const char *name, auto method) {
        evaluator.addNative(methods, name, textMethod<decltype(method)>);
    };
    add("toString", [](const Call &call, const Texts &) -> Value { return call.self; });
    add("valueOf", [](const Call &call, const Texts &) -> Value { return call.self; });
    add("normalize", [](const Call &call, const Texts &) -> Value { return call.self; });
    add("trim", [](const Call &call, const Texts &texts) -> Value {
        return made(call, texts.self.trimmed() + u""_s);
    });
    add("trimStart", [](const Call &call, const Texts &texts) -> Value {
        QString text = texts.self;
        while (!text.isEmpty() && text[0].isSpace())
            text.remove(0, 1);
        return made(call, text + u""_s);
    });
    add("trimEnd", [](const Call &call, const Texts &texts) -> Value {
        QString text = texts.self;
        while (!text.isEmpty() && text.back().isSpace())
            text.chop(1);
        return made(call, text + u""_s);
    });
    add("toUpperCase",
        [](const Call &call, const Texts &texts) -> Value { return made(call, texts.self.toUpper()); });
    add("toLowerCase",
        [](const Call &call, const Texts &texts) -> Value { return made(call, texts.self.toLower()); });
    add("toLocaleUpperCase",
        [](const Call &call, const Texts &texts) -> Value { return made(call, texts.self.toUpper()); });
    add("toLocaleLowerCase",
        [](const Call &call, const Texts &texts) -> Value { return made(call, texts.self.toLower()); });
    add("split", [](const Call &call, const Texts &texts) -> Value { return split(call, texts); });
    add("slice", [](const Call &call, const Texts &texts) -> Value {
        const qsizetype begin = fromEnd(integerOf(call, 0, 0), texts.self.size());
        const qsizetype end = fromEnd(integerOf(call, 1, texts.self.size()), texts.self.size());
        return made(call, end > begin ? texts.self.mid(begin, end - begin) : u""_s);
    });
    add("substring", [](const Call &call, const Texts &texts) -> Value {
        const qsizetype size = texts.self.size();
        qsizetype begin = std::clamp<qsizetype>(integerOf(call, 0, 0), 0, size);
        qsizetype end = std::clamp<qsizetype>(integerOf(call, 1, size), 0, size);
        if (begin > end)
            std::swap(begin, end);
        return made(call, texts.self.mid(begin, end - begin) + u""_s);
    });
    add("substr", [](const Call &call, const Texts &texts) -> Value {
        const qsizetype begin = fromEnd(integerOf(call, 0, 0), texts.self.size());
        return made(call,
                    texts.self.mid(begin, std::max<qsizetype>(integerOf(call, 1, texts.self.size()), 0))
                        + u""_s);
    });
    add("indexOf", [](const Call &call, const Texts &texts) -> Value {
        return Value(double(texts.self.indexOf(texts.first, std::max<qsizetype>(integerOf(call, 1, 0), 0))),
                     call.place);
    });
    add("lastIndexOf", [](const Call &call, const Texts &texts) -> Value {
        return Value(double(texts.self.lastIndexOf(texts.first)), call.place);
    });
    add("includes", [](const Call &call, const Texts &texts) -> Value {
        return Value(texts.self.contains(texts.first), call.place);
    });
    add("startsWith", [](const Call &call, const Texts &texts) -> Value {
        return Value(QStringView(texts.self)
                         .sliced(fromEnd(integerOf(call, 1, 0), texts.self.size()))
                         .startsWith(texts.first),
                     call.place);
    });
    add("endsWith", [](const Call &call, const Texts &texts) -> Value {
        return Value(texts.self.endsWith(texts.first), call.place);
    });
    add("search", [](const Call &call, const Texts &texts) -> Value {
        const RegExpValue *expression = call.argument(0).as<RegExpValue>();
        if (!expression || isTooMuch(call, texts.self))
            return tooMuch(call);
        return Value(double(regularExpression(*expression).match(texts.self).capturedStart()), call.place);
    });
    add("replace",
        [](const Call &call, const Texts &texts) -> Value { return replaced(call, texts, false); });
    add("replaceAll",
        [](const Call &call, const Texts &texts) -> Value { return replaced(call, texts, true); });
    add("match", [](const Call &call, const Texts &texts) -> Value { return matched(call, texts); });
    add("concat", [](const Call &call, const Texts &texts) -> Value {
        QString text = texts.self;
        for (const Value &argument : call.arguments)
            text += call.evaluator.toText(argument);
        return made(call, text);
    });
    add("repeat", [](const Call &call, const Texts &texts) -> Value {
        const qsizetype count = integerOf(call, 0, 0);
        if (count < 0 || count * texts.self.size() > longestText
            || !call.evaluator.spend(count * texts.self.size() / 16))
            return tooMuch(call);
        return made(call, texts.self.repeated(count) + u""_s);
    });
    add("padStart", [](const Call &call, const Texts &texts) -> Value { return padded(call, texts, true); });
    add("padEnd", [](const Call &call, const Texts &texts) -> Value { return padded(call, texts, false); });
    add("charAt", [](const Call &call, const Texts &texts) -> Value {
        const qsizetype index = integerOf(call, 0, 0);
        return made(call, index >= 0 && index < texts.self.size() ? texts.self.mid(index, 1) : u""_s);
    });
    add("at", [](const Call &call, const Texts &texts) -> Value {
        const qsizetype index = integerOf(call, 0, 0) + (integerOf(call, 0, 0) < 0 ? texts.self.size() : 0);
        return index >= 0 && index < texts.self.size() ? made(call, texts.self.mid(index, 1)) : Value();
    });
    add("charCodeAt", [](const Call &call, const Texts &texts) -> Value {
        const qsizetype index = integerOf(call, 0, 0);
        return index >= 0 && index < texts.self.size()
            ? Value(double(texts.self[index].unicode()), call.place)
            : Value(std::numeric_limits<double>::quiet_NaN());
    });
    add("localeCompare", [](const Call &call, const Texts &texts) -> Value {
        return Value(double(texts.self.compare(texts.first)), call.place);
    });
}

void addRegExpMethods(Evaluator &evaluator, Object &methods)
{
    evaluator.addNative(methods, "test", [](const Call &call) -> Value {
        const RegExpValue *expression = call.self.as<RegExpValue>();
        const QString subject = call.evaluator.toText(call.argument(0));
        if (!expression || subject.isNull() || isTooMuch(call, subject))
            return call.argument(0).isUnknown() ? call.argument(0).at(call.place) : tooMuch(call);
        return Value(regularExpression(*expression).match(subject).hasMatch(), call.place);
    });
    evaluator.addNative(methods, "exec", [](const Call &call) -> Value {
        const RegExpValue *expression = call.self.as<RegExpValue>();
        const QString subject = call.evaluator.toText(call.argument(0));
        if (!expression || subject.isNull() || isTooMuch(call, subject))
            return tooMuch(call);
        const auto match = regularExpression(*expression).match(subject);
        return match.hasMatch() ? matchList(call.evaluator, match, call.place) : Value::null(call.place);
    });
}

void addNumberMethods(Evaluator &evaluator, Object &methods)
{
    evaluator.addNative(methods, "toString", [](const Call &call) -> Value {
        const int base = int(call.argument(0).isNumber() ? call.argument(0).number() : 10);
        if (base != 10 && base >= 2 && base <= 36 && call.self.number() == std::trunc(call.self.number())
            && std::abs(call.self.number()) < 9e15)
            return call.evaluator.text(QString::number(qint64(call.self.number()), base), call.place);
        return call.evaluator.text(call.evaluator.toText(call.self), call.place);
    });
    evaluator.addNative(methods, "toFixed", [](const Call &call) -> Value {
        const int digits = int(std::clamp(call.argument(0).number(), 0.0, 20.0));
        return call.evaluator.text(QString::number(call.self.number(), 'f', digits), call.place);
    });
    evaluator.addNative(methods, "valueOf", [](const Call &call) -> Value { return call.self; });
}

}
