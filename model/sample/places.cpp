#include "model/sample/words.h"

#include <array>

namespace model::sample {

namespace {

// clang-format off
constexpr QStringView countries[] = {
    u"United Kingdom", u"France", u"Germany", u"Norway", u"Japan", u"Brazil", u"Canada", u"Kenya", u"India",
    u"Netherlands", u"Italy", u"Spain", u"Poland", u"Portugal", u"Sweden", u"Switzerland", u"Austria",
    u"Finland", u"Denmark", u"Estonia", u"Ireland", u"Mexico", u"Argentina", u"Chile", u"Australia",
    u"New Zealand", u"South Korea", u"Vietnam", u"Egypt", u"Ghana", u"Iceland", u"Hungary", u"Greece",
    u"United States", u"Uruguay", u"Czechia",
};
constexpr QStringView codesOfCountries[] = {
    u"GB", u"FR", u"DE", u"NO", u"JP", u"BR", u"CA", u"KE", u"IN", u"NL", u"IT", u"ES", u"PL", u"PT", u"SE",
    u"CH", u"AT", u"FI", u"DK", u"EE", u"IE", u"MX", u"AR", u"CL", u"AU", u"NZ", u"KR", u"VN", u"EG", u"GH",
    u"IS", u"HU", u"GR", u"US", u"UY", u"CZ",
};
constexpr QStringView languages[] = {
    u"English", u"French", u"German", u"Spanish", u"Portuguese", u"Italian", u"Dutch", u"Polish",
    u"Norwegian", u"Swedish", u"Danish", u"Finnish", u"Estonian", u"Hungarian", u"Greek", u"Japanese",
    u"Korean", u"Hindi", u"Arabic", u"Turkish", u"Vietnamese", u"Swahili", u"Czech", u"Icelandic", u"Welsh",
    u"Irish", u"Hebrew", u"Thai", u"Ukrainian", u"Romanian",
};
constexpr QStringView codesOfLanguages[] = {
    u"en", u"fr", u"de", u"es", u"pt", u"it", u"nl", u"pl", u"no", u"sv", u"da", u"fi", u"et", u"hu", u"el",
    u"ja", u"ko", u"hi", u"ar", u"tr", u"vi", u"sw", u"cs", u"is", u"cy", u"ga", u"he", u"th", u"uk", u"ro",
};
constexpr QStringView currencies[] = {
    u"Euro", u"US Dollar", u"Pound Sterling", u"Yen", u"Swiss Franc", u"Norwegian Krone", u"Swedish Krona",
    u"Danish Krone", u"Zloty", u"Forint", u"Canadian Dollar", u"Australian Dollar", u"Rupee", u"Real",
    u"Mexican Peso", u"Won", u"Rand", u"New Zealand Dollar", u"Czech Koruna", u"Kenyan Shilling",
};
constexpr QStringView codesOfCurrencies[] = {
    u"EUR", u"USD", u"GBP", u"JPY", u"CHF", u"NOK", u"SEK", u"DKK", u"PLN", u"HUF", u"CAD", u"AUD", u"INR",
    u"BRL", u"MXN", u"KRW", u"ZAR", u"NZD", u"CZK", u"KES",
};
constexpr Place cities[] = {
    {u"London", u"Greater London", u"United Kingdom", u"GB", u"Europe/London", 51.5074, -0.1278},
    {u"Paris", u"Île-de-France", u"France", u"FR", u"Europe/Paris", 48.8566, 2.3522},
    {u"Berlin", u"Berlin", u"Germany", u"DE", u"Europe/Berlin", 52.52, 13.405},
    {u"Oslo", u"Oslo", u"Norway", u"NO", u"Europe/Oslo", 59.9139, 10.7522},
    {u"Kyoto", u"Kyoto", u"Japan", u"JP", u"Asia/Tokyo", 35.0116, 135.7681},
    {u"Recife", u"Pernambuco", u"Brazil", u"BR", u"America/Recife", -8.0476, -34.877},
    {u"Toronto", u"Ontario", u"Canada", u"CA", u"America/Toronto", 43.6532, -79.3832},
    {u"Nairobi", u"Nairobi", u"Kenya", u"KE", u"Africa/Nairobi", -1.2921, 36.8219},
    {u"Bengaluru", u"Karnataka", u"India", u"IN", u"Asia/Kolkata", 12.9716, 77.5946},
    {u"Utrecht", u"Utrecht", u"Netherlands", u"NL", u"Europe/Amsterdam", 52.0907, 5.1214},
    {u"Turin", u"Piedmont", u"Italy", u"IT", u"Europe/Rome", 45.0703, 7.6869},
    {u"Valencia", u"Valencia", u"Spain", u"ES", u"Europe/Madrid", 39.4699, -0.3763},
    {u"Gdańsk", u"Pomerania", u"Poland", u"PL", u"Europe/Warsaw", 54.352, 18.6466},
    {u"Porto", u"Norte", u"Portugal", u"PT", u"Europe/Lisbon", 41.1579, -8.6291},
    {u"Uppsala", u"Uppland", u"Sweden", u"SE", u"Europe/Stockholm", 59.8586, 17.6389},
    {u"Zürich", u"Zürich", u"Switzerland", u"CH", u"Europe/Zurich", 47.3769, 8.5417},
    {u"Graz", u"Styria", u"Austria", u"AT", u"Europe/Vienna", 47.0707, 15.4395},
    {u"Tampere", u"Pirkanmaa", u"Finland", u"FI", u"Europe/Helsinki", 61.4978, 23.761},
    {u"Aarhus", u"Midtjylland", u"Denmark", u"DK", u"Europe/Copenhagen", 56.1629, 10.2039},
    {u"Tartu", u"Tartumaa", u"Estonia", u"EE", u"Europe/Tallinn", 58.378, 26.729},
    {u"Galway", u"Connacht", u"Ireland", u"IE", u"Europe/Dublin", 53.2707, -9.0568},
    {u"Puebla", u"Puebla", u"Mexico", u"MX", u"America/Mexico_City", 19.0414, -98.2063},
    {u"Rosario", u"Santa Fe", u"Argentina", u"AR", u"America/Argentina/Cordoba", -32.9442, -60.6505},
    {u"Valparaíso", u"Valparaíso", u"Chile", u"CL", u"America/Santiago", -33.0472, -71.6127},
    {u"Melbourne", u"Victoria", u"Australia", u"AU", u"Australia/Melbourne", -37.8136, 144.9631},
    {u"Wellington", u"Wellington", u"New Zealand", u"NZ", u"Pacific/Auckland", -41.2866, 174.7756},
    {u"Busan", u"Busan", u"South Korea", u"KR", u"Asia/Seoul", 35.1796, 129.0756},
    {u"Hanoi", u"Hanoi", u"Vietnam", u"VN", u"Asia/Bangkok", 21.0278, 105.8342},
    {u"Alexandria", u"Alexandria", u"Egypt", u"EG", u"Africa/Cairo", 31.2001, 29.9187},
    {u"Accra", u"Greater Accra", u"Ghana", u"GH", u"Africa/Accra", 5.6037, -0.187},
    {u"Reykjavík", u"Capital Region", u"Iceland", u"IS", u"Atlantic/Reykjavik", 64.1466, -21.9426},
    {u"Szeged", u"Csongrád", u"Hungary", u"HU", u"Europe/Budapest", 46.253, 20.1414},
    {u"Thessaloniki", u"Macedonia", u"Greece", u"GR", u"Europe/Athens", 40.6401, 22.9444},
    {u"Boston", u"Massachusetts", u"United States", u"US", u"America/New_York", 42.3601, -71.0589},
    {u"Montevideo", u"Montevideo", u"Uruguay", u"UY", u"America/Montevideo", -34.9011, -56.1645},
    {u"Brno", u"South Moravia", u"Czechia", u"CZ", u"Europe/Prague", 49.1951, 16.6068},
};
// clang-format on

constexpr auto namesOfCities = [] {
    std::array<QStringView, std::size(cities)> names;
    for (size_t i = 0; i < names.size(); ++i)
        names[i] = cities[i].city;
    return names;
}();

static_assert(std::size(countries) == std::size(codesOfCountries));
static_assert(std::size(languages) == std::size(codesOfLanguages));
static_assert(std::size(currencies) == std::size(codesOfCurrencies));

}

constinit const std::span<const Place> places = cities;
constinit const Words countryCodes = codesOfCountries;
constinit const Words languageCodes = codesOfLanguages;
constinit const Words currencyCodes = codesOfCurrencies;
constinit const Words cityNames = namesOfCities;
constinit const Words countryNames = countries;
constinit const Words languageNames = languages;
constinit const Words currencyNames = currencies;

}
