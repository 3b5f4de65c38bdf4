#include "views/start/startpage.h"

#include "views/start/recentfile.h"
#include "views/start/samplecard.h"
#include "views/theme/icons.h"
#include "views/theme/style.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int beginningWidth = 280;
QLabel *sectionTitle(const QString &text)
{
    auto *label = new QLabel(text.toUpper());
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    font.setPixelSize(12);
    label->setFont(font);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

/// Cards side by side, as many as leave each its words.
class Cards : public QWidget
{
public:
    Cards()
    {
        auto *grid = new QGridLayout(this);
        grid->setContentsMargins({});
        grid->setSpacing(metric::far);
    }
    void add(QWidget *card)
    {
        m_cards.append(card);
        place();
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        constexpr int leastWidth = 220;
        QWidget::resizeEvent(event);
        const int columns = std::clamp(width() / leastWidth, 1, 3);
        if (std::exchange(m_columns, columns) != columns)
            place();
    }

private:
    void place()
    {
        auto *grid = static_cast<QGridLayout *>(layout());
        while (QLayoutItem *item = grid->takeAt(0))
            delete item;
        for (int i = 0; i < m_cards.size(); ++i)
            grid->addWidget(m_cards[i], i / m_columns, i % m_columns);
    }

    QList<QWidget *> m_cards;
    int m_columns = 3;
};

/// A page that may be higher than the window.
QScrollArea *scrolled(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    page->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    return area;
}

QString shortPath(const QString &path)
{
    const QString folder = QFileInfo(path).path();
    const QString home = QDir::homePath();
    return folder.startsWith(home) ? u'~' + folder.sliced(home.size()) : folder;
}

}

StartPage::StartPage(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(48, 40, 32, 24);
    layout->setSpacing(48 - metric::apart);
    layout->addWidget(beginning());
    layout->addWidget(sampleGrid(), 1);
}

QWidget *StartPage::beginning()
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, metric::apart, 0);
    layout->setSpacing(metric::near);

    auto *title = new QLabel(u"Throughline"_s);
    QFont large = title->font();
    large.setPixelSize(26);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    layout->addWidget(title);
    auto *text =
        new QLabel(tr("Draw models and their n:m; see the schema and what your include queries return."));
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(text);
    layout->addSpacing(metric::far);

    auto *fresh = new QPushButton(icon(u"new"_s), tr("New project"));
    fresh->setObjectName(u"newProject"_s);
    auto *open = new QPushButton(icon(u"open"_s), tr("Open…"));
    open->setObjectName(u"openProject"_s);
    connect(fresh, &QPushButton::clicked, this, &StartPage::newAsked);
    connect(open, &QPushButton::clicked, this, &StartPage::openAsked);
    layout->addWidget(fresh);
    layout->addWidget(open);
    layout->addSpacing(metric::far);

    layout->addWidget(sectionTitle(tr("Recent")));
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(metric::tight);
    layout->addLayout(m_recent);
    layout->addStretch(1);
    showRecent({});
    QScrollArea *area = scrolled(column);
    area->setFixedWidth(beginningWidth + metric::apart);
    return area;
}

QWidget *StartPage::sampleGrid()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, metric::far, 0);
    layout->setSpacing(metric::apart);
    layout->addWidget(sectionTitle(tr("Samples")));
    auto *cards = new Cards;
    for (const Sample &sample : samples()) {
        auto *card = new SampleCard(sample);
        connect(card, &SampleCard::clicked, this, [this, path = sample.path] { Q_EMIT samplePicked(path); });
        cards->add(card);
    }
    layout->addWidget(cards);
    layout->addStretch(1);
    return scrolled(page);
}

void StartPage::showRecent(const QStringList &files)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &path : files) {
        auto *button = new RecentFile(QFileInfo(path).fileName(), shortPath(path));
        button->setToolTip(QDir::toNativeSeparators(path));
        connect(button, &QAbstractButton::clicked, this, [this, path] { Q_EMIT filePicked(path); });
        m_recent->addWidget(button);
    }
    if (files.isEmpty()) {
        auto *none = new QLabel(tr("Projects that you open or save are listed here."));
        none->setWordWrap(true);
        none->setForegroundRole(QPalette::PlaceholderText);
        m_recent->addWidget(none);
    }
}

void StartPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeOf(palette()).window);
}

}
