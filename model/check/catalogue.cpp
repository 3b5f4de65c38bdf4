#include "model/check/catalogue.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr std::array entries{
    CodeEntry{Code::KeyOfPairNotUnique, "NM01"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Keys of an n:m that are not unique")},
    CodeEntry{Code::KeyOfPairNullable, "NM02"_L1, Family::ManyToMany, Severity::Warning,
              QT_TRANSLATE_NOOP("Model", "Keys of an n:m that may be NULL")},
    CodeEntry{Code::JoinKeyOfOtherType, "NM03"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Join keys of another type than what they refer to")},
    CodeEntry{Code::JoinKeyWithoutIndex, "NM04"_L1, Family::ManyToMany, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "Join tables without an index for the second key")},
    CodeEntry{Code::PairLinkedTwice, "NM05"_L1, Family::ManyToMany, Severity::Warning,
              QT_TRANSLATE_NOOP("Model", "Join tables in which a pair can be linked twice")},
    CodeEntry{Code::SameKeyForBothEnds, "NM06"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Two ends of an n:m that use one key")},
    CodeEntry{Code::OnlyOneSideDeclared, "NM07"_L1, Family::ManyToMany, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "n:m that only one side declares")},
    CodeEntry{Code::JoinConstraintNameTooLong, "NM08"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Unique constraints of join tables with too long a name")},
    CodeEntry{Code::AliasIsThroughName, "NM09"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Associations named like a through")},
    CodeEntry{Code::SharedThrough, "NM10"_L1, Family::ManyToMany, Severity::Warning,
              QT_TRANSLATE_NOOP("Model", "Throughs that several n:m share")},
    CodeEntry{Code::SidesWithDifferentKeys, "NM11"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Two sides of an n:m with different keys")},
    CodeEntry{Code::ThroughGetsTimestamps, "NM12"_L1, Family::ManyToMany, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "Join tables that get timestamps by themselves")},
    CodeEntry{Code::LinksDeletedWithEnd, "NM13"_L1, Family::ManyToMany, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "Links that are deleted with either end")},
    CodeEntry{Code::ThroughMissing, "NM14"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "belongsToMany without a through")},
    CodeEntry{Code::KeyOfPairUnknown, "NM15"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Keys of an n:m that no attribute is")},
    CodeEntry{Code::ThroughIsItsOwnEnd, "NM16"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Models that are a through and an end of it")},
    CodeEntry{Code::ThroughNamesTable, "NM17"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Throughs named by the table of a model")},
    CodeEntry{Code::AttributeIsThroughName, "NM18"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Attributes named like a through")},
    CodeEntry{Code::ParanoidThrough, "NM19"_L1, Family::ManyToMany, Severity::Warning,
              QT_TRANSLATE_NOOP("Model", "Paranoid throughs that refuse a link removed before")},
    CodeEntry{Code::SourceKeyNotPrimary, "NM20"_L1, Family::ManyToMany, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "n:m that do not start from the primary key")},
    CodeEntry{Code::TargetKeyNotPrimary, "NM21"_L1, Family::ManyToMany, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "n:m that do not lead to the primary key")},
    CodeEntry{Code::ScopeOutsideUniqueKey, "NM22"_L1, Family::ManyToMany, Severity::Warning,
              QT_TRANSLATE_NOOP("Model", "Scopes of an n:m that are not in the key of the through")},
    CodeEntry{Code::JoinKeyWithoutName, "NM23"_L1, Family::ManyToMany, Severity::Warning,
              QT_TRANSLATE_NOOP("Model", "Join keys without a name")},
    CodeEntry{Code::BigintJoinKey, "NM24"_L1, Family::ManyToMany, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "BIGINT join keys, which PostgreSQL gives as text")},
    CodeEntry{Code::ThroughInheritsOptions, "NM25"_L1, Family::ManyToMany, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "Join tables that take options over from an end")},
    CodeEntry{Code::ThroughBetweenItsOwnRows, "NM26"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Throughs between their own rows")},
    CodeEntry{Code::JoinKeyUniqueAlone, "NM27"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Keys of an n:m that are unique by themselves")},
    CodeEntry{Code::JoinKeyIsObject, "NM28"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Keys of an n:m that are objects in JavaScript")},
    CodeEntry{Code::RequiredThroughAttribute, "NM29"_L1, Family::ManyToMany, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Required attributes beside the keys of an n:m")},
    CodeEntry{Code::IdNotPrimaryKey, "S01"_L1, Family::Keys, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "An attribute id that is not the primary key")},
    CodeEntry{Code::SeveralAutoIncrements, "S02"_L1, Family::Keys, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Several attributes with autoIncrement in one model")},
    CodeEntry{Code::TypeMissing, "S03"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Attributes without a type")},
    CodeEntry{Code::EnumWithoutValues, "S04"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "ENUMs without values")},
    CodeEntry{Code::TimestampWithoutName, "S05"_L1, Family::Timestamps, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Timestamps with an empty name")},
    CodeEntry{Code::IndexWithoutFields, "S06"_L1, Family::Indexes, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Indexes without fields")},
    CodeEntry{Code::AliasTaken, "S07"_L1, Family::Associations, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Associations whose name is taken")},
    CodeEntry{Code::ForeignKeyNameUnusable, "S08"_L1, Family::Associations, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Foreign keys whose derived name Sequelize cannot use")},
    CodeEntry{Code::AliasOfWrongForm, "S09"_L1, Family::Associations, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Aliases of the wrong form")},
    CodeEntry{Code::KeyUnknown, "S10"_L1, Family::Associations, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Keys of an association that no attribute is")},
    CodeEntry{Code::OptionNotTaken, "S11"_L1, Family::Associations, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Options that this kind of association does not take")},
    CodeEntry{Code::ArrayWithoutElementType, "S12"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "ARRAYs without a type of their elements")},
    CodeEntry{Code::TypeUnknown, "S13"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Types that Sequelize does not know")},
    CodeEntry{Code::TargetWithoutPrimaryKey, "S14"_L1, Family::Associations, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Associations with a model that has no primary key")},
    CodeEntry{Code::IndexedColumnUnknown, "S15"_L1, Family::Indexes, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Indexes on columns that are not there")},
    CodeEntry{Code::ConstraintNameTaken, "S16"_L1, Family::Indexes, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Names that two indexes or keys share")},
    CodeEntry{Code::ColumnShared, "S17"_L1, Family::Names, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Attributes that share a column")},
    CodeEntry{Code::TableShared, "S18"_L1, Family::Names, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Models that share a table")},
    CodeEntry{Code::ReferencedTableUnknown, "S19"_L1, Family::Keys, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "References to tables that no model makes")},
    CodeEntry{Code::ReferencedColumnUnknown, "S20"_L1, Family::Keys, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "References to columns that are not there")},
    CodeEntry{Code::ReferencedColumnNotUnique, "S21"_L1, Family::Keys, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Foreign keys to columns that are not unique")},
    CodeEntry{Code::ForeignKeyOfOtherType, "S22"_L1, Family::Keys, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Foreign keys of another type than what they lead to")},
    CodeEntry{Code::ActionImpossible, "S23"_L1, Family::Keys, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Actions that a foreign key cannot take")},
    CodeEntry{Code::ActionUnknown, "S24"_L1, Family::Keys, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Actions that no database knows")},
    CodeEntry{Code::ConstraintOnOtherTable, "S25"_L1, Family::Associations, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Keys whose constraint leads to another table")},
    CodeEntry{Code::KeyTakenAway, "S26"_L1, Family::Associations, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Keys that a belongsToMany has taken away")},
    CodeEntry{Code::NoFirstRow, "S27"_L1, Family::Keys, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Tables that can have no first row")},
    CodeEntry{Code::DefaultRefused, "S28"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Defaults that the database refuses")},
    CodeEntry{Code::AutoIncrementRefused, "S29"_L1, Family::Keys, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "autoIncrement that the database refuses")},
    CodeEntry{Code::VirtualKey, "S30"_L1, Family::Keys, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "VIRTUAL attributes that are keys")},
    CodeEntry{Code::NameReserved, "S31"_L1, Family::Names, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Names that Sequelize or JavaScript use themselves")},
    CodeEntry{Code::AssociationReplaced, "S32"_L1, Family::Associations, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Associations that a later one of the same name replaces")},
    CodeEntry{Code::OptionWithoutEffect, "S33"_L1, Family::Associations, Severity::Warning,
              QT_TRANSLATE_NOOP("Model", "Options that have no effect")},
    CodeEntry{Code::SetNullWithoutAllowNull, "S34"_L1, Family::Associations, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "Keys that are not set NULL, because they leave out allowNull")},
    CodeEntry{Code::SidesWithDifferentForeignKeys, "S35"_L1, Family::Associations, Severity::Warning,
              QT_TRANSLATE_NOOP("Model", "Two sides of an association with different keys")},
    CodeEntry{Code::HalfOfPrimaryKey, "S36"_L1, Family::Associations, Severity::Warning,
              QT_TRANSLATE_NOOP("Model", "Associations with half of a primary key")},
    CodeEntry{Code::ForeignKeyWithoutIndex, "S37"_L1, Family::Associations, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "Foreign keys without an index")},
    CodeEntry{Code::NameTakenForPlural, "S38"_L1, Family::Names, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "Names that Sequelize takes for a plural")},
    CodeEntry{Code::ThroughSpelledUnlikeEnds, "S39"_L1, Family::Names, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "Throughs that spell columns unlike their ends")},
    CodeEntry{Code::AcronymTakenApart, "S40"_L1, Family::Names, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "Acronyms that underscored takes apart")},
    CodeEntry{Code::CharactersUnusable, "S41"_L1, Family::Names, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Names with characters that Sequelize or a database cannot use")},
    CodeEntry{Code::AssociationScopeUnfit, "S42"_L1, Family::Associations, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Scopes of associations that do not fit")},
    CodeEntry{Code::DefaultScopeUnfit, "S43"_L1, Family::Associations, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Default scopes that do not fit")},
    CodeEntry{Code::TimestampInTheWay, "S44"_L1, Family::Timestamps, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Timestamps and versions that an attribute gets in the way of")},
    CodeEntry{Code::RowBelongsToItself, "S45"_L1, Family::Associations, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Rows that can belong only to themselves")},
    CodeEntry{Code::IndexOptionRefused, "S46"_L1, Family::Indexes, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Indexes with options that the database refuses")},
    CodeEntry{Code::MethodNamesCollide, "S47"_L1, Family::Associations, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Methods that two associations share")},
    CodeEntry{Code::ParanoidWithoutDeletedAt, "S48"_L1, Family::Timestamps, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Paranoid models without deletedAt")},
    CodeEntry{Code::AliasIsModelName, "S49"_L1, Family::Names, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Associations named like their model")},
    CodeEntry{Code::TextTakenForSql, "S50"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Texts that Sequelize takes for SQL")},
    CodeEntry{Code::NotNullInType, "S51"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Types that say NOT NULL, which Sequelize does not read")},
    CodeEntry{Code::RequiredKeyToNullable, "S52"_L1, Family::Keys, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Required keys to columns that may be NULL")},
    CodeEntry{Code::ColumnNamedLikeAttribute, "S53"_L1, Family::Names, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Columns named like another attribute")},
    CodeEntry{Code::ReferenceNotOrdered, "S54"_L1, Family::Keys, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "References that Sequelize does not see in time")},
    CodeEntry{Code::VirtualOfUnknown, "S55"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "VIRTUAL attributes made of what is not there")},
    CodeEntry{Code::IndexNotMade, "S56"_L1, Family::Indexes, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "Attributes with an index that Sequelize does not make")},
    CodeEntry{Code::KeyMisspelt, "S57"_L1, Family::Names, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "Keys that are likely misspelt")},
    CodeEntry{Code::FragmentLeavesItsPlace, "S58"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "SQL of one's own that does not stay in its place")},
    CodeEntry{Code::CyclicReferences, "D01"_L1, Family::Keys, Severity::Hint,
              QT_TRANSLATE_NOOP("Model", "Foreign keys in a circle")},
    CodeEntry{Code::NameTooLong, "D02"_L1, Family::Names, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Names that are too long for a database")},
    CodeEntry{Code::NamesEqualWhenCut, "D03"_L1, Family::Names, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Names that are one to PostgreSQL")},
    CodeEntry{Code::TypeUnsupported, "D04"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Types that a database does not have")},
    CodeEntry{Code::ExtensionNeeded, "D05"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Types that need an extension")},
    CodeEntry{Code::SizeNotAllowed, "D06"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Sizes that a database does not allow")},
    CodeEntry{Code::KeyOfUnusableType, "D07"_L1, Family::Keys, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Keys of a type that a database takes for none")},
    CodeEntry{Code::IndexOptionUnsupported, "D08"_L1, Family::Indexes, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Options of indexes and keys that a database does not know")},
    CodeEntry{Code::SchemaUnsupported, "D09"_L1, Family::Names, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Schemas that a database cannot follow")},
    CodeEntry{Code::EngineOrCollationUnsupported, "D10"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Storage engines and collations that MySQL does not have")},
    CodeEntry{Code::AlterUnsupported, "D11"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "Attributes that sync() cannot alter on PostgreSQL")},
    CodeEntry{Code::EnumTypesEqualWhenCut, "D12"_L1, Family::Types, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "ENUMs whose types are one to PostgreSQL")},
    CodeEntry{Code::TooManyKeys, "D13"_L1, Family::Indexes, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "More keys and indexes than MySQL allows")},
    CodeEntry{Code::TooManyColumns, "D14"_L1, Family::Indexes, Severity::Error,
              QT_TRANSLATE_NOOP("Model", "More columns than a database allows")},
};

constexpr bool isInOrder()
{
    for (size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].code != Code(i))
            return false;
    }
    return true;
}
static_assert(isInOrder(), "the catalogue has a row for each code, in their order");

}

std::span<const CodeEntry> catalogue()
{
    return entries;
}

const CodeEntry &entryOf(Code code)
{
    return entries[size_t(code)];
}

QString codeName(Code code)
{
    return entryOf(code).name;
}

QString titleOfCode(Code code)
{
    return Text::tr(entryOf(code).meaning);
}

QString titleOfCode(const QString &name)
{
    const auto found = std::ranges::find(entries, name, &CodeEntry::name);
    return found == entries.end() ? QString() : titleOfCode(found->code);
}

QString familyName(Family family)
{
    switch (family) {
    case Family::ManyToMany: return Text::tr("many-to-many");
    case Family::Associations: return Text::tr("associations");
    case Family::Keys: return Text::tr("keys");
    case Family::Names: return Text::tr("names");
    case Family::Types: return Text::tr("types");
    case Family::Indexes: return Text::tr("indexes");
    case Family::Timestamps: return Text::tr("timestamps");
    }
    return {};
}

}
