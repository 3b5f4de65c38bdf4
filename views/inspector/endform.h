#pragma once

#include "views/inspector/form.h"

#include <memory>
#include <vector>

namespace views {

/// One end of an edge: a call of belongsToMany, hasMany, hasOne or belongsTo, with its options. One that is
/// alone says in its place across what it says of the other end.
class EndForm : public Form
{
    Q_OBJECT

public:
    EndForm(model::AssociationKind kind, bool isAlone);

    model::AssociationKind kind() const { return m_kind; }
    /// What stands where the other end would; nullptr where there is one.
    QWidget *across() const { return m_across; }
    /// Which of the project's calls it is.
    void setCall(model::AssociationId call) { m_call = call; }

protected:
    void refresh() override;

private:
    void addMain();
    void addRare();
    void addAcross();
    void addOther(QVBoxLayout *layout);
    void addThrough(QVBoxLayout *layout);
    void addKey(QVBoxLayout *layout, const QString &label, model::ForeignKey model::Association::*key,
                model::Derived model::ResolvedAssociation::*derived);
    Field *addAlias();
    Field *addSingular();
    TextField *addReferred(const QString &key, model::Derived model::ResolvedAssociation::*derived);
    Field *addAction(const QString &key, QString model::Column::*made);
    bool isManyToMany() const { return m_kind == model::AssociationKind::BelongsToMany; }
    const model::ResolvedAssociation *resolved() const;
    /// The column that a key of this call is made into.
    const model::Column *keyColumn(const model::Derived &key) const;
    std::function<GhostValue(const model::Association &)>
    derivedGhost(model::Derived model::ResolvedAssociation::*derived) const;

    const model::AssociationKind m_kind;
    model::AssociationId m_call;
    OptionSet<model::Association> m_options;
    std::vector<std::unique_ptr<OptionSet<model::Association>>> m_keys; ///< as attributes
    QLabel *m_title = nullptr;
    QWidget *m_across = nullptr;
    QLabel *m_acrossTitle = nullptr;
    TextField *m_sourceKey = nullptr;
    TextField *m_targetKey = nullptr;
};

}
