#pragma once

#include "model/source/value.h"

namespace model::source {

/// What an escape sequence stands for: `\n`, `\u{1F600}`, and nothing for a line that goes on.
QString unescaped(QByteArrayView escape);

/// `1_000`, `0xff`, `1e3`, `10n`.
Value numberLiteral(Syntax node, Place place);

}
