#include "model/check/groups.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

struct Entry
{
    QLatin1StringView code;
    const char *title;
};

// What the problems of one code have in common.
constexpr std::array entries{
    Entry{"NM01"_L1, QT_TRANSLATE_NOOP("Model", "Keys of an n:m that are not unique")},
    Entry{"NM02"_L1, QT_TRANSLATE_NOOP("Model", "Keys of an n:m that may be NULL")},
    Entry{"NM03"_L1, QT_TRANSLATE_NOOP("Model", "Join keys of another type than what they refer to")},
    Entry{"NM04"_L1, QT_TRANSLATE_NOOP("Model", "Join tables without an index for the second key")},
    Entry{"NM05"_L1, QT_TRANSLATE_NOOP("Model", "Join tables in which a pair can be linked twice")},
    Entry{"NM06"_L1, QT_TRANSLATE_NOOP("Model", "Two ends of an n:m that use one key")},
    Entry{"NM07"_L1, QT_TRANSLATE_NOOP("Model", "n:m that only one side declares")},
    Entry{"NM08"_L1, QT_TRANSLATE_NOOP("Model", "Unique constraints of join tables with too long a name")},
    Entry{"NM09"_L1, QT_TRANSLATE_NOOP("Model", "Associations named like a through")},
    Entry{"NM10"_L1, QT_TRANSLATE_NOOP("Model", "Throughs that several n:m share")},
    Entry{"NM11"_L1, QT_TRANSLATE_NOOP("Model", "Two sides of an n:m with different keys")},
    Entry{"NM12"_L1, QT_TRANSLATE_NOOP("Model", "Join tables that get timestamps by themselves")},
    Entry{"NM13"_L1, QT_TRANSLATE_NOOP("Model", "Links that are deleted with either end")},
    Entry{"NM14"_L1, QT_TRANSLATE_NOOP("Model", "belongsToMany without a through")},
    Entry{"NM15"_L1, QT_TRANSLATE_NOOP("Model", "Keys of an n:m that no attribute is")},
    Entry{"NM16"_L1, QT_TRANSLATE_NOOP("Model", "Models that are a through and an end of it")},
    Entry{"NM17"_L1, QT_TRANSLATE_NOOP("Model", "Throughs named by the table of a model")},
    Entry{"NM18"_L1, QT_TRANSLATE_NOOP("Model", "Attributes named like a through")},
    Entry{"NM19"_L1, QT_TRANSLATE_NOOP("Model", "Paranoid throughs that refuse a link removed before")},
    Entry{"NM20"_L1, QT_TRANSLATE_NOOP("Model", "n:m that do not start from the primary key")},
    Entry{"NM21"_L1, QT_TRANSLATE_NOOP("Model", "n:m that do not lead to the primary key")},
    Entry{"NM22"_L1, QT_TRANSLATE_NOOP("Model", "Scopes of an n:m that are not in the key of the through")},
    Entry{"NM23"_L1, QT_TRANSLATE_NOOP("Model", "Join keys without a name")},
    Entry{"NM24"_L1, QT_TRANSLATE_NOOP("Model", "BIGINT join keys, which PostgreSQL gives as text")},
    Entry{"NM25"_L1, QT_TRANSLATE_NOOP("Model", "Join tables that take options over from an end")},
    Entry{"NM26"_L1, QT_TRANSLATE_NOOP("Model", "Throughs between their own rows")},
    Entry{"NM27"_L1, QT_TRANSLATE_NOOP("Model", "Keys of an n:m that are unique by themselves")},
    Entry{"NM28"_L1, QT_TRANSLATE_NOOP("Model", "Keys of an n:m that are objects in JavaScript")},
    Entry{"NM29"_L1, QT_TRANSLATE_NOOP("Model", "Required attributes beside the keys of an n:m")},
    Entry{"S01"_L1, QT_TRANSLATE_NOOP("Model", "An attribute id that is not the primary key")},
    Entry{"S02"_L1, QT_TRANSLATE_NOOP("Model", "Several attributes with autoIncrement in one model")},
    Entry{"S03"_L1, QT_TRANSLATE_NOOP("Model", "Attributes without a type")},
    Entry{"S04"_L1, QT_TRANSLATE_NOOP("Model", "ENUMs without values")},
    Entry{"S05"_L1, QT_TRANSLATE_NOOP("Model", "Timestamps with an empty name")},
    Entry{"S06"_L1, QT_TRANSLATE_NOOP("Model", "Indexes without fields")},
    Entry{"S07"_L1, QT_TRANSLATE_NOOP("Model", "Associations whose name is taken")},
    Entry{"S08"_L1, QT_TRANSLATE_NOOP("Model", "Foreign keys whose derived name Sequelize cannot use")},
    Entry{"S09"_L1, QT_TRANSLATE_NOOP("Model", "Aliases of the wrong form")},
    Entry{"S10"_L1, QT_TRANSLATE_NOOP("Model", "Keys of an association that no attribute is")},
    Entry{"S11"_L1, QT_TRANSLATE_NOOP("Model", "Options that this kind of association does not take")},
    Entry{"S12"_L1, QT_TRANSLATE_NOOP("Model", "ARRAYs without a type of their elements")},
    Entry{"S13"_L1, QT_TRANSLATE_NOOP("Model", "Types that Sequelize does not know")},
    Entry{"S14"_L1, QT_TRANSLATE_NOOP("Model", "Associations with a model that has no primary key")},
    Entry{"S15"_L1, QT_TRANSLATE_NOOP("Model", "Indexes on columns that are not there")},
    Entry{"S16"_L1, QT_TRANSLATE_NOOP("Model", "Names that two indexes or keys share")},
    Entry{"S17"_L1, QT_TRANSLATE_NOOP("Model", "Attributes that share a column")},
    Entry{"S18"_L1, QT_TRANSLATE_NOOP("Model", "Models that share a table")},
    Entry{"S19"_L1, QT_TRANSLATE_NOOP("Model", "References to tables that no model makes")},
    Entry{"S20"_L1, QT_TRANSLATE_NOOP("Model", "References to columns that are not there")},
    Entry{"S21"_L1, QT_TRANSLATE_NOOP("Model", "Foreign keys to columns that are not unique")},
    Entry{"S22"_L1, QT_TRANSLATE_NOOP("Model", "Foreign keys of another type than what they lead to")},
    Entry{"S23"_L1, QT_TRANSLATE_NOOP("Model", "Actions that a foreign key cannot take")},
    Entry{"S24"_L1, QT_TRANSLATE_NOOP("Model", "Actions that no database knows")},
    Entry{"S25"_L1, QT_TRANSLATE_NOOP("Model", "Keys whose constraint leads to another table")},
    Entry{"S26"_L1, QT_TRANSLATE_NOOP("Model", "Keys that a belongsToMany has taken away")},
    Entry{"S27"_L1, QT_TRANSLATE_NOOP("Model", "Tables that can have no first row")},
    Entry{"S28"_L1, QT_TRANSLATE_NOOP("Model", "Defaults that the database refuses")},
    Entry{"S29"_L1, QT_TRANSLATE_NOOP("Model", "autoIncrement that the database refuses")},
    Entry{"S30"_L1, QT_TRANSLATE_NOOP("Model", "VIRTUAL attributes that are keys")},
    Entry{"S31"_L1, QT_TRANSLATE_NOOP("Model", "Names that Sequelize or JavaScript use themselves")},
    Entry{"S32"_L1, QT_TRANSLATE_NOOP("Model", "Associations that a later one of the same name replaces")},
    Entry{"S33"_L1, QT_TRANSLATE_NOOP("Model", "Options that have no effect")},
    Entry{"S34"_L1,
          QT_TRANSLATE_NOOP("Model", "Keys that are not set NULL, because they leave out allowNull")},
    Entry{"S35"_L1, QT_TRANSLATE_NOOP("Model", "Two sides of an association with different keys")},
    Entry{"S36"_L1, QT_TRANSLATE_NOOP("Model", "Associations with half of a primary key")},
    Entry{"S37"_L1, QT_TRANSLATE_NOOP("Model", "Foreign keys without an index")},
    Entry{"S38"_L1, QT_TRANSLATE_NOOP("Model", "Names that Sequelize takes for a plural")},
    Entry{"S39"_L1, QT_TRANSLATE_NOOP("Model", "Throughs that spell columns unlike their ends")},
    Entry{"S40"_L1, QT_TRANSLATE_NOOP("Model", "Acronyms that underscored takes apart")},
    Entry{"S41"_L1,
          QT_TRANSLATE_NOOP("Model", "Names with characters that Sequelize or a database cannot use")},
    Entry{"S42"_L1, QT_TRANSLATE_NOOP("Model", "Scopes of associations that do not fit")},
    Entry{"S43"_L1, QT_TRANSLATE_NOOP("Model", "Default scopes that do not fit")},
    Entry{"S44"_L1,
          QT_TRANSLATE_NOOP("Model", "Timestamps and versions that an attribute gets in the way of")},
    Entry{"S45"_L1, QT_TRANSLATE_NOOP("Model", "Rows that can belong only to themselves")},
    Entry{"S46"_L1, QT_TRANSLATE_NOOP("Model", "Indexes with options that the database refuses")},
    Entry{"S47"_L1, QT_TRANSLATE_NOOP("Model", "Methods that two associations share")},
    Entry{"S48"_L1, QT_TRANSLATE_NOOP("Model", "Paranoid models without deletedAt")},
    Entry{"S49"_L1, QT_TRANSLATE_NOOP("Model", "Associations named like their model")},
    Entry{"S50"_L1, QT_TRANSLATE_NOOP("Model", "Texts that Sequelize takes for SQL")},
    Entry{"S51"_L1, QT_TRANSLATE_NOOP("Model", "Types that say NOT NULL, which Sequelize does not read")},
    Entry{"S52"_L1, QT_TRANSLATE_NOOP("Model", "Required keys to columns that may be NULL")},
    Entry{"S53"_L1, QT_TRANSLATE_NOOP("Model", "Columns named like another attribute")},
    Entry{"S54"_L1, QT_TRANSLATE_NOOP("Model", "References that Sequelize does not see in time")},
    Entry{"S55"_L1, QT_TRANSLATE_NOOP("Model", "VIRTUAL attributes made of what is not there")},
    Entry{"S56"_L1, QT_TRANSLATE_NOOP("Model", "Attributes with an index that Sequelize does not make")},
    Entry{"S57"_L1, QT_TRANSLATE_NOOP("Model", "Keys that are likely misspelt")},
    Entry{"S58"_L1, QT_TRANSLATE_NOOP("Model", "SQL of one's own that does not stay in its place")},
    Entry{"D01"_L1, QT_TRANSLATE_NOOP("Model", "Foreign keys in a circle")},
    Entry{"D02"_L1, QT_TRANSLATE_NOOP("Model", "Names that are too long for a database")},
    Entry{"D03"_L1, QT_TRANSLATE_NOOP("Model", "Names that are one to PostgreSQL")},
    Entry{"D04"_L1, QT_TRANSLATE_NOOP("Model", "Types that a database does not have")},
    Entry{"D05"_L1, QT_TRANSLATE_NOOP("Model", "Types that need an extension")},
    Entry{"D06"_L1, QT_TRANSLATE_NOOP("Model", "Sizes that a database does not allow")},
    Entry{"D07"_L1, QT_TRANSLATE_NOOP("Model", "Keys of a type that a database takes for none")},
    Entry{"D08"_L1, QT_TRANSLATE_NOOP("Model", "Options of indexes and keys that a database does not know")},
    Entry{"D09"_L1, QT_TRANSLATE_NOOP("Model", "Schemas that a database cannot follow")},
    Entry{"D10"_L1, QT_TRANSLATE_NOOP("Model", "Storage engines and collations that MySQL does not have")},
    Entry{"D11"_L1, QT_TRANSLATE_NOOP("Model", "Attributes that sync() cannot alter on PostgreSQL")},
    Entry{"D12"_L1, QT_TRANSLATE_NOOP("Model", "ENUMs whose types are one to PostgreSQL")},
    Entry{"D13"_L1, QT_TRANSLATE_NOOP("Model", "More keys and indexes than MySQL allows")},
};

}

QString titleOfCode(const QString &code)
{
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry &each) { return each.code == code; });
    return found == entries.end() ? QString() : Text::tr(found->title);
}

QStringList allCodes()
{
    QStringList codes;
    for (const Entry &each : entries)
        codes.append(each.code);
    return codes;
}

}
