#include "views/schema/textpane.h"

#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>

#include <utility>

namespace views {

TextPane::TextPane(SqlText::Language language, const QString &title, QWidget *parent)
    : QWidget(parent), m_bar(new QHBoxLayout), m_note(new MutedLabel), m_empty(new EmptyLabel({})),
      m_text(new SqlText(language))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *copyLink = new LinkButton(tr("Copy"));
    auto *saveLink = new LinkButton(tr("Save…"));
    m_bar->setContentsMargins(metric::apart, metric::tight, metric::apart, metric::tight);
    m_bar->setSpacing(metric::apart);
    m_bar->addWidget(new SectionTitle(title));
    m_bar->addWidget(m_note);
    m_bar->addStretch();
    m_bar->addWidget(copyLink);
    m_bar->addWidget(saveLink);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(m_bar);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_empty, 1);
    m_empty->hide();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(20);
    connect(&m_refresh, &QTimer::timeout, this, &TextPane::bringUpToDate);
    m_text->setAccessibleName(title);
    setFocusProxy(m_text);
    connect(copyLink, &QAbstractButton::clicked, this, &TextPane::copy);
    connect(saveLink, &QAbstractButton::clicked, this, [this] { Q_EMIT saveAsked(text(), suggestedName()); });
}

void TextPane::addChooser(QWidget *chooser)
{
    m_bar->insertWidget(1, chooser);
}

void TextPane::showText(const QString &text)
{
    m_text->show(text);
    m_empty->setText(m_hint);
    m_empty->setVisible(!m_hint.isEmpty());
    m_text->setVisible(m_hint.isEmpty());
}

void TextPane::setNote(const QString &note)
{
    m_note->setText(note);
}

QString TextPane::text()
{
    bringUpToDate();
    return m_text->text();
}

void TextPane::showPlace(const QString &part)
{
    bringUpToDate();
    m_text->showPlace(part);
}

void TextPane::showEvent(QShowEvent *event)
{
    bringUpToDate();
    QWidget::showEvent(event);
}

void TextPane::invalidate()
{
    m_isStale = true;
    if (isVisible())
        m_refresh.start();
}

void TextPane::bringUpToDate()
{
    if (std::exchange(m_isStale, false))
        refresh();
}

void TextPane::copy()
{
    QApplication::clipboard()->setText(text());
}

}
