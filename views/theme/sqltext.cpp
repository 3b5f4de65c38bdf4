#include "views/theme/sqltext.h"

#include "model/words.h"
#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <cctype>

// QScintilla's headers use Qt's keywords.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscilexerjavascript.h>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexersql.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots

namespace views {

namespace {

/// SQL as all dialects quote it: names in backticks and double quotes alike, words in capitals too.
class SqlLexer : public QsciLexerSQL
{
public:
    using QsciLexerSQL::QsciLexerSQL;

    const char *keywords(int set) const override
    {
        if (set != 1)
            return set <= 2 ? nullptr : QsciLexerSQL::keywords(set);
        return "add all alter and any as asc autoincrement auto_increment begin between bigint blob boolean "
               "by "
               "cascade case cast char character check collate column comment commit constraint create cross "
               "current_timestamp date datetime decimal default deferrable deferred delete desc distinct do "
               "double drop else end engine enum except exists false first float for foreign from full "
               "generated group having identity if immediate in index initially inner insert int integer "
               "intersect interval into is join json jsonb key last lateral left like ilike limit mediumint "
               "natural no not null nulls numeric offset on or order outer over partition precision primary "
               "real references returning restrict right rollback row rows schema select serial set smallint "
               "table temporary text then time timestamp tinyint to true type union unique unsigned update "
               "using uuid values varchar varying view when where window with without zone zerofill";
    }
};

QsciLexer *lexerOf(SqlText::Language language, QObject *parent)
{
    switch (language) {
    case SqlText::Language::Sql: {
        auto *lexer = new SqlLexer(parent);
        lexer->setBackslashEscapes(false);
        lexer->setQuotedIdentifiers(true);
        return lexer;
    }
    case SqlText::Language::JavaScript: return new QsciLexerJavaScript(parent);
    case SqlText::Language::Json: return new QsciLexerJSON(parent);
    }
    Q_UNREACHABLE();
}

/// Styles from here on look like those before: neighbours of two styles are drawn by themselves, and a font
/// cannot join them to a ligature. Scintilla leaves no other way to turn ligatures off.
constexpr int twins = 64;

/// The styles of a text whose every second sign beside another is of the twin style. Takes and returns
/// Scintilla's pairs of sign and style; leaves letters, digits and spaces alone, which the lexer goes on
/// from.
QByteArray separated(const QByteArray &pairs)
{
    QByteArray styles;
    bool isTwin = false;
    for (qsizetype i = 0; i + 1 < pairs.size(); i += 2) {
        const auto sign = uchar(pairs[i]);
        const bool joins = sign > ' ' && sign < 127 && !isalnum(sign);
        isTwin = joins && !isTwin;
        styles.append(char((uchar(pairs[i + 1]) % twins) + (isTwin ? twins : 0)));
    }
    return styles;
}

struct Inks
{
    QColor text, keyword, string, number, comment;
};

void colourSql(QsciLexer *lexer, const Inks &inks)
{
    lexer->setColor(inks.keyword, QsciLexerSQL::Keyword);
    lexer->setColor(inks.string, QsciLexerSQL::SingleQuotedString);
    lexer->setColor(inks.number, QsciLexerSQL::Number);
    for (const int style : {QsciLexerSQL::Comment, QsciLexerSQL::CommentLine, QsciLexerSQL::CommentDoc,
                            QsciLexerSQL::CommentLineHash})
        lexer->setColor(inks.comment, style);
}

void colourJavaScript(QsciLexer *lexer, const Inks &inks)
{
    lexer->setColor(inks.keyword, QsciLexerJavaScript::Keyword);
    for (const int style : {QsciLexerJavaScript::DoubleQuotedString, QsciLexerJavaScript::SingleQuotedString,
                            QsciLexerJavaScript::RawString, QsciLexerJavaScript::Regex})
        lexer->setColor(inks.string, style);
    lexer->setColor(inks.number, QsciLexerJavaScript::Number);
    for (const int style :
         {QsciLexerJavaScript::Comment, QsciLexerJavaScript::CommentLine, QsciLexerJavaScript::CommentDoc})
        lexer->setColor(inks.comment, style);
}

void colourJson(QsciLexer *lexer, const Inks &inks)
{
    lexer->setColor(inks.keyword, QsciLexerJSON::Property);
    lexer->setColor(inks.string, QsciLexerJSON::String);
    lexer->setColor(inks.number, QsciLexerJSON::Number);
    lexer->setColor(inks.number, QsciLexerJSON::Keyword);
}

}

SqlText::SqlText(Language language, QWidget *parent)
    : QWidget(parent), m_language(language), m_editor(new QsciScintilla(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_editor);
    setFocusProxy(m_editor);
    m_editor->setLexer(lexerOf(language, m_editor));
    m_editor->setUtf8(true);
    m_editor->setReadOnly(true);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setTabWidth(2);
    for (int margin = 0; margin < 5; ++margin)
        m_editor->setMarginWidth(margin, 0);
    m_editor->SendScintilla(QsciScintilla::SCI_SETMARGINLEFT, 0UL, 12L);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    // Tab leaves the text, as it does every other view.
    for (const int key : {Qt::Key_Tab, Qt::Key_Backtab})
        m_editor->SendScintilla(QsciScintilla::SCI_CLEARCMDKEY, key == Qt::Key_Tab ? 9UL : 9UL | (1UL << 16));
    for (char16_t code = 1; code < 0xFFFF; ++code) {
        if (model::isInvisible(QChar(code))) {
            const QByteArray number = QByteArray::number(code, 16).toUpper().rightJustified(4, '0');
            const QByteArray sign = QString(QChar(code)).toUtf8();
            m_editor->SendScintilla(QsciScintilla::SCI_SETREPRESENTATION, sign.constData(),
                                    number.constData());
        }
    }
    m_editor->setCaretWidth(0);
    m_editor->viewport()->installEventFilter(this);
    m_editor->setAccessibleName(language == Language::Sql ? tr("SQL") : tr("Code"));
    paintInTheme();
}

QString SqlText::text() const
{
    return m_editor->text();
}

void SqlText::show(const QString &text)
{
    if (text == m_editor->text())
        return;
    const int line = m_editor->firstVisibleLine();
    const int across = m_editor->horizontalScrollBar()->value();
    m_editor->setText(text);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    m_editor->setFirstVisibleLine(line);
    m_editor->horizontalScrollBar()->setValue(across);
}

void SqlText::setStale(bool isStale)
{
    if (m_isStale == isStale)
        return;
    m_isStale = isStale;
    paintInTheme();
}

void SqlText::showPlace(const QString &part)
{
    if (!m_editor->findFirst(part, false, true, false, false, true, 0, 0))
        return;
    int line = 0;
    int column = 0;
    m_editor->getCursorPosition(&line, &column);
    m_editor->setFirstVisibleLine(std::max(0, line - 1));
}

QSize SqlText::sizeHint() const
{
    return {320, 200};
}

bool SqlText::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint)
        separateSigns();
    return QWidget::eventFilter(watched, event);
}

/// What is about to be seen is shown as the signs that it has.
void SqlText::separateSigns()
{
    const auto ask = [this](unsigned message, unsigned long w = 0, long l = 0) {
        return m_editor->SendScintilla(message, w, l);
    };
    const long first = ask(QsciScintilla::SCI_GETFIRSTVISIBLELINE);
    const long last = first + ask(QsciScintilla::SCI_LINESONSCREEN) + 1;
    const long start = ask(QsciScintilla::SCI_POSITIONFROMLINE, std::max(0L, first));
    const long to = ask(QsciScintilla::SCI_POSITIONFROMLINE, std::max(0L, last));
    const long end = to < 0 ? ask(QsciScintilla::SCI_GETLENGTH) : to;
    if (const long styled = ask(QsciScintilla::SCI_GETENDSTYLED); styled < end)
        ask(QsciScintilla::SCI_COLOURISE, styled, end);
    QByteArray pairs(2 * (end - start) + 2, '\0');
    m_editor->SendScintilla(QsciScintilla::SCI_GETSTYLEDTEXT, start, end, pairs.data());
    pairs.chop(2);
    const QByteArray styles = separated(pairs);
    bool isDone = true;
    for (qsizetype i = 0; i < styles.size() && isDone; ++i)
        isDone = styles[i] == pairs[2 * i + 1];
    if (isDone)
        return;
    const long styled = ask(QsciScintilla::SCI_GETENDSTYLED);
    ask(QsciScintilla::SCI_STARTSTYLING, start);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSTYLINGEX, (unsigned long)(styles.size()),
                            styles.constData());
    // What was styled behind it still is.
    ask(QsciScintilla::SCI_STARTSTYLING, std::max(styled, end));
}

void SqlText::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        paintInTheme();
    QWidget::changeEvent(event);
}

void SqlText::paintInTheme()
{
    const Theme &theme = themeOf(palette());
    const QColor muted = legible(theme.muted, theme.panel);
    const Inks inks = m_isStale ? Inks{muted, muted, muted, muted, muted}
                                : Inks{theme.text, theme.sqlKeyword, theme.sqlString, theme.sqlNumber, muted};
    QsciLexer *lexer = m_editor->lexer();
    const QFont font = fixedFont();
    for (int style = 0; style < 128; ++style) {
        lexer->setColor(inks.text, style);
        lexer->setPaper(theme.panel, style);
        lexer->setFont(font, style);
        lexer->setEolFill(false, style);
    }
    lexer->setDefaultColor(inks.text);
    lexer->setDefaultPaper(theme.panel);
    lexer->setDefaultFont(font);
    switch (m_language) {
    case Language::Sql: colourSql(lexer, inks); break;
    case Language::JavaScript: colourJavaScript(lexer, inks); break;
    case Language::Json: colourJson(lexer, inks); break;
    }
    for (int style = 0; style < 32; ++style)
        lexer->setColor(lexer->color(style), style + twins);
    m_editor->setPaper(theme.panel);
    m_editor->setColor(inks.text);
    m_editor->setSelectionBackgroundColor(theme.accentWash);
    m_editor->resetSelectionForegroundColor();
    m_editor->setExtraAscent(2);
    m_editor->setExtraDescent(2);
}

}
