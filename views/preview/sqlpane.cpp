#include "views/preview/sqlpane.h"

#include "model/sql/readable.h"
#include "views/preview/barparts.h"
#include "views/preview/noteslist.h"
#include "views/theme/sqltext.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

SqlPane::SqlPane(QWidget *parent)
    : QWidget(parent), m_dialect(new QComboBox), m_text(new SqlText(SqlText::Language::Sql)),
      m_list(new NotesList)
{
    m_dialect->setAccessibleName(tr("Dialect"));
    m_dialect->setFont(smallFont(m_dialect->font()));
    for (const model::Dialect *dialect : model::dialects())
        m_dialect->addItem(dialect->title, QString(dialect->id));
    auto *copyLink = new LinkButton(tr("Copy"));
    auto *bar = new QWidget;
    QHBoxLayout *parts = newBar(bar);
    parts->addWidget(new SectionTitle(tr("SQL")));
    parts->addStretch();
    parts->addWidget(m_dialect);
    parts->addWidget(copyLink);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_list);
    connect(m_dialect, &QComboBox::activated, this, [this] { Q_EMIT dialectChosen(&dialect()); });
    connect(m_list, &NotesList::proposalTaken, this, &SqlPane::proposalTaken);
    connect(copyLink, &QAbstractButton::clicked, this,
            [this] { QApplication::clipboard()->setText(text()); });
}

const model::Dialect &SqlPane::dialect() const
{
    return *model::dialectNamed(m_dialect->currentData().toString());
}

void SqlPane::setDialect(const model::Dialect &dialect)
{
    m_dialect->setCurrentIndex(m_dialect->findData(QString(dialect.id)));
}

void SqlPane::show(const QStringList &statements, const model::Notes &notes)
{
    QStringList readable;
    for (const QString &sql : statements)
        readable.append(model::readableSql(sql, dialect()));
    m_text->show(readable.join(u"\n\n"_s));
    m_notes = notes;
    m_list->show(notes);
}

void SqlPane::showMore(const model::Notes &notes)
{
    model::Notes all = m_notes;
    for (const model::Note &note : notes) {
        const auto isKnown = [&](const model::Note &each) { return each.code == note.code; };
        if (std::none_of(m_notes.begin(), m_notes.end(), isKnown))
            all.append(note);
    }
    m_list->show(all);
}

void SqlPane::setStale(bool isStale)
{
    m_text->setStale(isStale);
}

QString SqlPane::text() const
{
    return m_text->text();
}

}
