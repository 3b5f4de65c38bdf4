#include "model/sample/numbers.h"

#include "model/sample/moments.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace model::sample {

namespace {

constexpr double biggestInteger = 9007199254740991; // JavaScript's

double powerOfTen(int exponent)
{
    double power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

Scale integers(double bits, bool isUnsigned)
{
    const double half = std::exp2(bits - 1);
    return isUnsigned ? Scale{0, half * 2 - 1, 0} : Scale{-half, half - 1, 0};
}

Scale decimals(const Type &type)
{
    const int places = type.decimals >= 0 ? type.decimals : type.length > 0 ? 0 : 2;
    const int digits = std::clamp(type.length > 0 ? type.length - places : 9, 0, 12);
    const int shown = std::min(places, 6);
    const double high = powerOfTen(digits) - 1 / powerOfTen(shown);
    return {type.isUnsigned ? 0 : -high, std::max(high, 0.0), shown};
}

/// Prices end in .90 or .99 as they do.
double price(Stream &stream)
{
    static constexpr double tails[] = {0.99, 0.95, 0.5, 0.9};
    const double base = double(stream.oneIn(4) ? stream.between(50, 399) : stream.between(3, 60));
    return base + tails[stream.below(4)];
}

constexpr double taxRates[] = {0, 7, 10, 19, 20, 21, 25};

double amount(Stream &stream)
{
    return double(stream.between(800, 180000)) / 100;
}

double year(const Recipe &recipe, const Row &row, Stream &stream)
{
    if (recipe.about.meaning == Meaning::Year && recipe.name.contains("birth"_L1, Qt::CaseInsensitive))
        return double(stream.between(1948, 2004));
    const bool isOld = row.subject == Subject::Book || row.subject == Subject::Film
        || row.subject == Subject::Song || row.subject == Subject::Company;
    return double(isOld ? stream.between(1936, 2023) : stream.between(2012, 2025));
}

double coordinate(const Row &row, bool isLatitude)
{
    const Place &place = places[size_t(row.shuffle(u"place", qint64(places.size())).at(row.position))];
    const double around = double(row.stream(isLatitude ? u"latitude" : u"longitude").between(-400, 400));
    return (isLatitude ? place.latitude : place.longitude) + around / 10000;
}

double progress(const Row &row, Stream &stream)
{
    switch (row.stage) {
    case Stage::Finished: return 100;
    case Stage::Running: return double(stream.between(2, 18) * 5);
    case Stage::Waiting:
    case Stage::Unknown: return 0;
    }
    Q_UNREACHABLE();
}

double byMeaning(const Recipe &recipe, const Row &row, Stream &stream)
{
    switch (recipe.about.meaning) {
    case Meaning::Id:
    case Meaning::Slug:
    case Meaning::Name: return double(stream.between(1, std::max(row.rows, 1)));
    case Meaning::Position: return row.position + 1;
    case Meaning::Code:
    case Meaning::Sku: return row.position + (scaleOf(recipe.type).high < 10000 ? 1 : 1001);
    case Meaning::Barcode: return double(4006381000000 + stream.below(999999));
    case Meaning::Phone: return double(2025550100 + stream.below(100));
    case Meaning::PostalCode: return double(stream.between(10000, 99999));
    case Meaning::Price: return price(stream);
    case Meaning::Amount:
        return scaleOf(recipe.type).high < 1000 ? double(stream.between(1, 9)) : amount(stream);
    case Meaning::Budget: return double(stream.between(10, 500)) * 500;
    case Meaning::Salary: return double(stream.between(280, 1200)) * 100;
    case Meaning::Quantity: return double(stream.oneIn(5) ? stream.between(20, 120) : stream.between(1, 19));
    case Meaning::Popularity: return double(stream.below(70) * stream.below(70));
    case Meaning::Capacity: return double(stream.between(2, 40)) * 5;
    case Meaning::Pages: return double(stream.between(48, 640));
    case Meaning::Population: return double(stream.between(20, 9000)) * 1000;
    case Meaning::Age: return ageOf(row);
    case Meaning::Year: return year(recipe, row, stream);
    case Meaning::Month: return double(stream.between(1, 12));
    case Meaning::Day: return double(stream.between(1, 28));
    case Meaning::Weekday: return double(stream.between(1, 7));
    case Meaning::Hour: return double(stream.between(7, 19));
    case Meaning::Rating: return double(stream.between(2, 10)) / 2;
    case Meaning::Score: return double(stream.between(400, 1000)) / 10;
    case Meaning::Percent: return double(stream.between(1, 20)) * 5;
    case Meaning::Discount: return double(stream.below(9)) * 5;
    case Meaning::TaxRate: return taxRates[stream.below(std::size(taxRates))];
    case Meaning::Progress: return progress(row, stream);
    case Meaning::Share: return double(stream.between(1, 99)) / 100;
    case Meaning::Level:
    case Meaning::Release: return double(stream.between(1, 9));
    case Meaning::Difficulty:
    case Meaning::Priority: return double(stream.between(1, 5));
    case Meaning::Status:
    case Meaning::Kind: return double(stream.below(4));
    case Meaning::Latitude: return coordinate(row, true);
    case Meaning::Longitude: return coordinate(row, false);
    case Meaning::Duration: return double(stream.between(1, 16)) * 15;
    case Meaning::Effort: return double(stream.between(1, 40));
    case Meaning::Bytes: return double(stream.between(1200, 8400000));
    case Meaning::Weight: return double(stream.between(2, 300)) / 10;
    case Meaning::Length: return double(stream.between(5, 220));
    case Meaning::Distance: return double(stream.between(4, 900)) / 2;
    case Meaning::Temperature: return double(stream.between(-50, 340)) / 10;
    case Meaning::Port: return double(stream.between(1024, 9999));
    default: return double(stream.between(1, 100));
    }
}

/// One of two numbers that belong together: the lower end is drawn for both.
double endOfSpan(const Recipe &recipe, const Row &row)
{
    Stream stream = row.stream(u"span "_s + recipe.about.span);
    const double low = byMeaning(recipe, row, stream);
    if (recipe.about.end == End::Low)
        return low;
    if (recipe.about.meaning == Meaning::Year)
        return low + double(stream.between(1, 8));
    const double unit = low >= 1000 ? 100 : 1;
    return (std::round(low * double(stream.between(13, 30)) / 10 / unit) + 1) * unit;
}

}

double Scale::step() const
{
    return 1 / powerOfTen(decimals);
}

Scale scaleOf(const Type &type)
{
    switch (type.name) {
    case TypeName::TinyInt: return integers(8, type.isUnsigned);
    case TypeName::SmallInt: return integers(16, type.isUnsigned);
    case TypeName::MediumInt: return integers(24, type.isUnsigned);
    case TypeName::Integer: return integers(32, type.isUnsigned);
    case TypeName::BigInt: return {type.isUnsigned ? 0 : -biggestInteger, biggestInteger, 0};
    case TypeName::Float:
    case TypeName::Real:
    case TypeName::Double: {
        Type bounded = type;
        bounded.length = type.decimals >= 0 ? type.length : 0;
        return decimals(bounded);
    }
    default: return decimals(type);
    }
}

double numberOf(const Recipe &recipe, const Row &row, int attempt)
{
    const Scale scale = scaleOf(recipe.type);
    const double step = scale.step();
    if (recipe.counting != Counting::No || attempt > 1) {
        const bool inGroup = recipe.counting == Counting::InGroup;
        const int number = attempt + (recipe.counting == Counting::No ? 0 : 1) + (inGroup ? 0 : row.position);
        const bool isYear = recipe.about.meaning == Meaning::Year && recipe.counting == Counting::No;
        // Upwards from the smallest positive number, then through zero and the negative ones.
        const double steps = std::fmod(isYear ? std::max(2025 - number, 0) : number, scale.count());
        const double value = steps * step;
        return value <= scale.high ? value : scale.high - value;
    }
    Stream stream = recipe.stream(row.position, attempt);
    const bool isFlag = recipe.type.name == TypeName::TinyInt && recipe.type.length == 1;
    double value = recipe.about.end != End::None && attempt == 0 ? endOfSpan(recipe, row)
                                                                 : byMeaning(recipe, row, stream);
    if (isFlag)
        value = std::fmod(std::floor(value), 2);
    if (recipe.about.meaning == Meaning::Latitude || recipe.about.meaning == Meaning::Longitude)
        value = std::clamp(value, scale.low, scale.high);
    if (std::abs(value) > scale.high)
        value = std::fmod(std::abs(value), std::max(std::floor(scale.high), step));
    if (value < scale.low)
        value = -value;
    const double rounded = std::floor(value / step + 0.5);
    return std::min(scale.decimals == 0 ? rounded : rounded / powerOfTen(scale.decimals), scale.high);
}

}
