#pragma once

#include <QCoreApplication>
#include <QString>

#include <tl/expected.hpp>

namespace model {

/// Why something was refused, in one sentence for the user. A line of 0 means that no text is to blame;
/// lines and columns (in characters) count from 1.
struct Error
{
    QString message;
    int line = 0;
    int column = 0;
    int offset = -1; ///< in bytes of the text to blame, for who knows that text: errorAt() makes a line of it

    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> refusalAt(int offset, QString message)
{
    return tl::unexpected(Error{.message = std::move(message), .offset = offset});
}

inline tl::unexpected<Error> refusal(QString message, int line = 0, int column = 0)
{
    return tl::unexpected(Error{.message = std::move(message), .line = line, .column = column});
}

/// The translation context of everything that the model says to the user.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Model)
};

}
