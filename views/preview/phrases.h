#pragma once

#include "views/theme/theme.h"

#include <QStyledItemDelegate>

namespace views {

/// A part of a row: some words in one ink, or an icon.
struct Phrase
{
    enum Ink : quint8 { Plain, Strong, Muted, Link, Code, Detail, Through, Warning };

    Ink ink = Plain;
    QString text;
    QString icon; ///< stands before the text

    bool operator==(const Phrase &) const = default;
};
using Phrases = QList<Phrase>;

/// The words of phrases, one behind the other: for tests, search and screen readers.
QString textOf(const Phrases &phrases);

/// Paints rows of phrases, with the check mark of those that have one. What finds no room is elided.
class PhraseDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int PhrasesRole = Qt::UserRole + 1; ///< holds Phrases

    using QStyledItemDelegate::QStyledItemDelegate;

    /// Greys everything, for what no longer holds.
    void setStale(bool isStale) { m_isStale = isStale; }
    /// The icon at the right end of the rows that are hovered or selected; none for those that have no
    /// EditRole.
    void setAction(const QString &icon) { m_action = icon; }
    QRect actionRect(const QRect &row) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int paintPhrase(QPainter *painter, const Phrase &phrase, const QRect &room,
                    const QStyleOptionViewItem &option) const;

    bool m_isStale = false;
    QString m_action;
};

}

Q_DECLARE_METATYPE(views::Phrases)
