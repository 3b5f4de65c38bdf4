#pragma once

#include <QWidget>

#include <optional>

class QAction;
class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace views {

class Elided;

/// What a field shows: what is given, and what holds where nothing is.
struct FieldValue
{
    QString text; ///< null: not given
    QString derived; ///< what is then made of it
    QString reason; ///< why
    bool differs = false; ///< in the things that are shown at once; the reason says how

    bool operator==(const FieldValue &) const = default;
};

/// One option of the thing that is inspected. What is derived stands in it as a grey ghost; what is given
/// beside that has an arrow that takes it back.
class Field : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    const QString &label() const { return m_label; }
    const FieldValue &value() const { return m_value; }
    /// Shows a value; never emits left().
    virtual void show(const FieldValue &value) = 0;
    using QWidget::show;
    /// What was entered is not taken, and why.
    virtual void refuse(const QString &reason) = 0;
    /// How wide it has to be at least for its label to be read.
    virtual int labelWidth() const = 0;
    /// Says what is entered and not said yet, as if the field were left.
    virtual void leave() { }

Q_SIGNALS:
    /// The field was left with another text; null takes the option away.
    void left(const QString &text);

protected:
    void setLabel(const QString &label) { m_label = label; }

    QString m_label;
    FieldValue m_value;
};

/// A field of text, with the label above it.
class TextField : public Field
{
    Q_OBJECT

public:
    /// The choices complete what is typed; anything else may be typed too.
    explicit TextField(const QString &label, const QStringList &choices = {}, QWidget *parent = nullptr);

    void show(const FieldValue &value) override;
    using QWidget::show;
    void refuse(const QString &reason) override;
    int labelWidth() const override;
    void leave() override;
    void setChoices(const QStringList &choices);
    /// A word in the row of the label, at its right.
    void setCorner(QWidget *widget);
    void setLabelText(const QString &text);
    QLineEdit *edit() const { return m_edit; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setNote(const QString &reason);
    void showReason();
    void revert();

    QLabel *m_title = nullptr;
    Elided *m_reason = nullptr;
    QLabel *m_note = nullptr;
    QLineEdit *m_edit = nullptr;
    QAction *m_reset = nullptr;
    QAction *m_open = nullptr;
    std::optional<QString> m_said; ///< what left() was emitted with since the last show()
};

/// An option that is true or false: the box shows what holds; italic where nothing is given; half ticked
/// where it differs.
class FlagField : public Field
{
    Q_OBJECT

public:
    explicit FlagField(const QString &label, QWidget *parent = nullptr);

    void show(const FieldValue &value) override;
    using QWidget::show;
    void refuse(const QString &reason) override;
    int labelWidth() const override;
    QCheckBox *box() const { return m_box; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int widthOf(const QString &words) const;

    QCheckBox *m_box = nullptr;
    QToolButton *m_reset = nullptr;
    QLabel *m_note = nullptr;
};

}
