#pragma once

#include "model/edit/findedit.h"

#include <QFrame>

#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QVBoxLayout;

namespace views {

/// What a query says of one of its parts, field by field, in a frame above the tree. Typing is told at once
/// as a draft; it is an edit when the field is left. Esc takes back what was typed, then closes.
class FindFields : public QFrame
{
    Q_OBJECT

public:
    explicit FindFields(QWidget *parent = nullptr);

    /// Shows the fields of a place; a field that is being typed in stays as it is.
    void show(const model::Json &find, const model::Schema &schema, const model::FindPlace &place);
    using QWidget::show;
    const model::FindPlace &place() const { return m_place; }
    /// Puts the keyboard into the field of an option: "where", "order", ….
    void focus(const QString &option);

Q_SIGNALS:
    void attributeToggled(const model::FindPlace &place, const QString &attribute, bool isSelected);
    /// An option has another value; null: it is no longer given.
    void changed(const model::FindPlace &place, const QString &option, const model::Json &value);
    void drafted(const model::FindPlace &place, const QString &option, const model::Json &value);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    using Parse = std::function<model::Result<model::Json>(const QString &)>;
    struct Field
    {
        QLineEdit *edit = nullptr;
        QLabel *label = nullptr;
        QLabel *reason = nullptr;
        Parse parse;
        QString shown;
    };

    void addField(const QString &option, const QString &label, const QString &hint, const Parse &parse);
    void showField(const QString &option, const QString &text, bool isThere);
    void showAttributes(const model::Json &options, const model::Table &table);
    void draft(const QString &option);
    void commit(const QString &option);
    bool revert(QObject *edit);

    model::FindPlace m_place;
    QVBoxLayout *m_layout = nullptr;
    QLabel *m_title = nullptr;
    QListWidget *m_attributes = nullptr;
    QComboBox *m_required = nullptr;
    QLabel *m_requiredLabel = nullptr;
    QHash<QString, Field> m_fields;
};

}
