#include "tests/fuzz/jsonmutator.h"

#include "model/json.h"

#include <functional>
#include <random>

using namespace Qt::StringLiterals;
using model::Json;

namespace fuzz {

namespace {

/// Texts that lead out of quotes, past limits, and to places that only some values lead to.
const QStringList &nastyTexts()
{
    static const QStringList texts{u"'"_s,
                                   u"\""_s,
                                   u"`"_s,
                                   u"\\"_s,
                                   u"\\'"_s,
                                   u"''"_s,
                                   u"'; --"_s,
                                   u"\n"_s,
                                   u"\r"_s,
                                   u"--"_s,
                                   u"/*"_s,
                                   u"*/"_s,
                                   u"#"_s,
                                   u"]"_s,
                                   u"$$"_s,
                                   u"$"_s,
                                   u"."_s,
                                   u"->"_s,
                                   u"%"_s,
                                   u"\t"_s,
                                   u"\u0001"_s,
                                   u"\uFEFF"_s,
                                   u"\u2028"_s,
                                   u"é"_s,
                                   u"\U0001F600"_s,
                                   u""_s,
                                   u" "_s,
                                   QString(70, u'n'),
                                   QString(30, u'é'),
                                   QString(QChar(0)),
                                   u"0"_s,
                                   u"-1"_s,
                                   u"NULL"_s,
                                   u"__proto__"_s,
                                   u"constructor"_s,
                                   u"2024-02-30"_s,
                                   u"2024-03-14T15:09:26.535Z"_s};
    return texts;
}

const QStringList &numbers()
{
    static const QStringList texts{u"0"_s,
                                   u"1"_s,
                                   u"-1"_s,
                                   u"1.5"_s,
                                   u"1e999"_s,
                                   u"-0"_s,
                                   u"255"_s,
                                   u"65536"_s,
                                   u"2147483648"_s,
                                   u"9007199254740993"_s,
                                   u"9223372036854775808"_s,
                                   u"1e-7"_s,
                                   u"1e21"_s,
                                   u"1E400"_s};
    return texts;
}

class Mutator
{
public:
    Mutator(unsigned seed, const QStringList &words) : m_random(seed), m_words(words) { }

    int below(qsizetype count) { return count <= 1 ? 0 : int(m_random() % unsigned(count)); }

    /// The tree with what `change` makes of its `target`th value.
    Json changedAt(const Json &json, int &target, const std::function<Json(const Json &)> &change)
    {
        if (target-- == 0)
            return change(json);
        if (json.isArray()) {
            Json::Array items;
            for (const Json &item : json.items())
                items.append(target < 0 ? item : changedAt(item, target, change));
            return Json(items);
        }
        if (json.isObject()) {
            Json::Object members;
            for (const Json::Member &each : json.members())
                members.append({each.key, target < 0 ? each.value : changedAt(each.value, target, change)});
            return Json(members);
        }
        return json;
    }

    static int countOf(const Json &json)
    {
        int count = 1;
        for (const Json &item : json.items())
            count += countOf(item);
        for (const Json::Member &each : json.members())
            count += countOf(each.value);
        return count;
    }

    Json oneOf(const Json &json)
    {
        int target = below(countOf(json));
        Json found;
        changedAt(json, target, [&](const Json &at) {
            found = at;
            return at;
        });
        return found;
    }

    QString word() { return m_words.isEmpty() ? u"name"_s : m_words[below(m_words.size())]; }

    QString changedText(QString text)
    {
        const int at = below(text.size() + 1);
        switch (below(6)) {
        case 0: return word();
        case 1: return text.insert(at, nastyTexts()[below(nastyTexts().size())]);
        case 2: return text.remove(at, 1 + below(3));
        case 3: return text + word();
        case 4: {
            // The bytes are libFuzzer's to change: it knows what comparisons look for.
            QByteArray bytes = text.toUtf8();
            const auto size = size_t(bytes.size());
            bytes.resize(qsizetype(size) + 8);
            const size_t length =
                LLVMFuzzerMutate(reinterpret_cast<uint8_t *>(bytes.data()), size, size_t(bytes.size()));
            return QString::fromUtf8(bytes.first(qsizetype(length)));
        }
        default: return nastyTexts()[below(nastyTexts().size())];
        }
    }

    Json scalar()
    {
        switch (below(5)) {
        case 0: return Json();
        case 1: return Json(below(2) == 0);
        case 2: return Json::number(numbers()[below(numbers().size())]);
        default: return Json(word());
        }
    }

    Json changed(const Json &json, const Json &root)
    {
        if (below(8) == 0)
            return below(2) == 0 ? oneOf(root) : scalar();
        if (json.isString())
            return Json(changedText(json.string()));
        if (json.isArray())
            return changedList(json, root);
        if (json.isObject())
            return changedObject(json, root);
        return scalar();
    }

    Json changedList(const Json &json, const Json &root)
    {
        Json::Array items = json.items();
        const int at = below(items.size());
        switch (items.isEmpty() ? 2 : below(4)) {
        case 0: items.removeAt(at); break;
        case 1: items.insert(at, Json(items[at])); break;
        case 2: items.insert(at, oneOf(root)); break;
        default: items.swapItemsAt(at, below(items.size()));
        }
        return Json(items);
    }

    Json changedObject(const Json &json, const Json &root)
    {
        Json::Object members = json.members();
        const int at = below(members.size());
        switch (members.isEmpty() ? 2 : below(6)) {
        case 0: members.removeAt(at); break;
        case 1: members[at].key = below(2) == 0 ? word() : changedText(members[at].key); break;
        case 2: members.insert(at, {word(), scalar()}); break;
        case 3: members.insert(at, {word(), oneOf(root)}); break;
        case 4: members.insert(at, {word(), Json(Json::Object{{word(), scalar()}})}); break;
        default: members[at].value = changed(members[at].value, root);
        }
        return Json(members);
    }

    Json mutated(Json root)
    {
        const int changes = 1 + below(3);
        for (int i = 0; i < changes; ++i) {
            int target = below(countOf(root));
            const Json before = root;
            root = changedAt(before, target, [&](const Json &at) { return changed(at, before); });
        }
        return root;
    }

private:
    std::minstd_rand m_random;
    const QStringList &m_words;
};

}

QByteArray mutatedJson(const QByteArray &text, size_t most, unsigned seed, const QStringList &words)
{
    Mutator mutator(seed, words);
    const auto json = model::parseJson(text, model::DuplicateKeys::LastWins);
    if (json && mutator.below(6) != 0) {
        const QByteArray mutated = model::compactJson(mutator.mutated(*json)).toUtf8();
        if (size_t(mutated.size()) <= most)
            return mutated;
    }
    QByteArray bytes = text;
    bytes.resize(qsizetype(most));
    bytes.resize(
        qsizetype(LLVMFuzzerMutate(reinterpret_cast<uint8_t *>(bytes.data()), size_t(text.size()), most)));
    return bytes;
}

QByteArray crossedJson(const QByteArray &text, const QByteArray &donor, unsigned seed)
{
    const auto json = model::parseJson(text, model::DuplicateKeys::LastWins);
    const auto other = model::parseJson(donor, model::DuplicateKeys::LastWins);
    if (!json || !other)
        return text;
    Mutator mutator(seed, {});
    int target = mutator.below(Mutator::countOf(*json));
    const Json crossed =
        mutator.changedAt(*json, target, [&](const Json &) { return mutator.oneOf(*other); });
    return model::compactJson(crossed).toUtf8();
}

}
