#pragma once

#include <QStringView>

#include <span>

/// What sample rows say: names of people and things, sentences, states.
namespace model::sample {

using Words = std::span<const QStringView>;

/// What a table's rows are, as far as its model's name tells, and what is named by a column.
enum class Subject : quint8 {
    None,
    Person,
    Project,
    Task,
    Post,
    Comment,
    Book,
    Film,
    Song,
    Course,
    Event,
    Group,
    Team,
    Department,
    Role,
    Permission,
    Tag,
    Category,
    Skill,
    Company,
    Product,
    City,
    Country,
    Language,
    Currency,
    Status,
    Priority,
    Order,
    Pet,
    Room,
    File,
    Picture,
    Job,
    Dish,
    Ingredient,
    Vehicle,
};

/// What rows of a subject are called; empty where numbers or other words have to do.
Words headlines(Subject subject);
/// Of the headlines of a person.
bool isWoman(qint64 person);

/// A city with what belongs to it, so that a row does not put Paris into Japan.
struct Place
{
    QStringView city;
    QStringView region;
    QStringView country;
    QStringView code; ///< of the country
    QStringView zone;
    double latitude;
    double longitude;
};
extern const std::span<const Place> places;

extern const Words cityNames;
extern const Words countryNames;
extern const Words languageNames;
extern const Words currencyNames;
/// ISO codes, each for the name at the same position.
extern const Words countryCodes;
extern const Words languageCodes;
extern const Words currencyCodes;

/// Sentences about work, things, people, and what people answer each other.
extern const Words descriptions;
extern const Words productDescriptions;
extern const Words biographies;
extern const Words comments;

/// What a row of a subject can be in, from first to last.
Words statuses(Subject subject);
Words kinds(Subject subject);

extern const Words priorities;
extern const Words difficulties;
extern const Words colors;
extern const Words colorNames;
extern const Words jobTitles;
extern const Words streets;
extern const Words genders;
extern const Words units;
extern const Words sizes;
extern const Words icons;
extern const Words mimeTypes;
extern const Words fileNames;
extern const Words userAgents;
extern const Words adjectives;
extern const Words nouns;

}
