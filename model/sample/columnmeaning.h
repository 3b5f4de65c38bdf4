#pragma once

#include "model/sample/words.h"
#include "model/project/type.h"

#include <QStringList>

/// What a column is about, as far as its name tells.
namespace model::sample {

enum class Meaning : quint8 {
    Anything,
    Name, ///< what the subject is called
    FirstName,
    LastName,
    Username,
    Email,
    Phone,
    JobTitle,
    Gender,
    Sentence,
    Paragraph,
    Comment,
    Biography,
    Tags,
    Status,
    Kind,
    Priority,
    Difficulty,
    Slug,
    Code,
    Sku,
    Isbn,
    Barcode,
    Iban,
    Bic,
    Token,
    Password,
    Uuid,
    Url,
    Image,
    Host,
    FileName,
    Extension,
    Path,
    Mime,
    Color,
    Icon,
    Street,
    City,
    Region,
    Country,
    CountryCode,
    PostalCode,
    Locale,
    Currency,
    TimeZone,
    Ip,
    Mac,
    UserAgent,
    Release,
    Unit,
    Size,
    Id, ///< of a row elsewhere that nothing refers to properly
    Price,
    Amount,
    Budget,
    Salary,
    Quantity,
    Popularity,
    Capacity,
    Pages,
    Population,
    Age,
    Year,
    Month,
    Day,
    Weekday,
    Hour,
    Rating,
    Score,
    Percent,
    Discount,
    TaxRate,
    Progress,
    Share, ///< 0 … 1
    Level,
    Position,
    Latitude,
    Longitude,
    Duration, ///< in minutes
    Effort, ///< in hours or days
    Bytes,
    Weight,
    Length,
    Distance,
    Temperature,
    Port,
    Created,
    Updated,
    Deleted,
    Started,
    Finished,
    Due,
    Expires,
    Birthday,
    Happened, ///< any other moment
    Done,
    Likely, ///< true more often than not: isActive
    Unlikely, ///< isBanned
};

/// One end of a span: `startYear`, `endYear`; `minPrice`, `maxPrice`.
enum class End : quint8 { None, Low, High };

struct ColumnMeaning
{
    Meaning meaning = Meaning::Anything;
    Subject subject = Subject::None;
    bool isOwn = true; ///< a name is that of the row itself, or of whom it is about
    End end = End::None;
    QString span; ///< the words that both ends of a span share
};

/// The words of a name in lower case: `dueDate`, `due_date`, `DUE-DATE` and `dueDate2` have the same.
QStringList wordsOf(QStringView name);

/// What the rows of a model are.
Subject subjectOf(QStringView model);

/// What a column of a model is about; its type tells a `number` on a door from one that counts.
ColumnMeaning columnMeaningOf(QStringView attribute, const Type &type, Subject model);

/// Whether a column of the meaning is left empty in some rows where the table allows it.
bool isSometimesEmpty(Meaning meaning);

/// How far a row has come, by a word like "in progress".
enum class Stage : quint8 { Unknown, Waiting, Running, Finished };
Stage stageOf(QStringView word);

}
