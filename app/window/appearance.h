#pragma once

#include "app/window/settings.h"

#include <QObject>

namespace app {

/// Style, palette and fonts of the whole program. Follows the system's theme unless the user chose one.
class Appearance : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(QObject *parent = nullptr);

    void setTheme(ThemeChoice choice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    ThemeChoice m_choice = ThemeChoice::System;
    bool m_isApplying = false;
};

}
