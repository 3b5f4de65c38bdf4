#include "model/sample/words.h"

namespace model::sample {

namespace {

// clang-format off
constexpr QStringView aboutWork[] = {
    u"Everything needed for the first public demonstration.",
    u"Replaces the paper forms that are still in use.", u"A small improvement that many have asked for.",
    u"Starts with a sketch, ends with a working prototype.",
    u"Depends on the results of the spring survey.", u"Keeps the old interface while the new one is built.",
    u"Agreed on in the last planning meeting.", u"Should take no longer than two weeks.",
    u"The numbers come from last year's report.", u"Still needs a decision about the budget.",
    u"Collects what is known so far in one place.", u"Follows the recommendations of the audit.",
    u"Makes the daily work of the support team easier.", u"The documentation is part of the delivery.",
    u"A follow-up to last autumn's experiment.", u"Open to everyone who wants to take part.",
    u"Written for readers who are new to the subject.", u"Cuts the waiting time in half.",
    u"Tested with three customers before it went out.", u"Covers the basics and a few curiosities.",
    u"Moves the remaining records to the new archive.", u"Kept deliberately simple.",
    u"The second attempt, with better measurements.", u"Brings together people from four departments.",
    u"Has to be finished before the summer break.", u"Based on an idea from the suggestion box.",
    u"Explains how the parts fit together.", u"Saves a good deal of paper.",
    u"A joint effort with the university.", u"Prepared with care, and checked twice.",
};
constexpr QStringView aboutThings[] = {
    u"Sturdy, light, and made to be repaired.", u"Comes with a spare battery and a carrying case.",
    u"Hand-finished oak with brass fittings.", u"Our best seller for three years in a row.",
    u"Folds flat and fits into any drawer.", u"Available in four colors.", u"Quiet enough for a library.",
    u"Refillable, with a two-year guarantee.", u"Made from recycled aluminium.",
    u"A classic, back in production.", u"Soft to the touch and easy to clean.",
    u"Designed for long days at the desk.", u"Ships within two working days.",
    u"Includes a printed manual.", u"Works with every common socket.", u"Small edition, numbered by hand.",
    u"Keeps its temperature for eight hours.", u"The lightest model of its class.",
    u"Assembled in our own workshop.", u"A thoughtful present for tinkerers.",
};
constexpr QStringView aboutPeople[] = {
    u"Writes compilers by day and poems by night.", u"Has kept a weather diary since school.",
    u"Likes well-sharpened pencils and early trains.", u"Teaches evening classes in logic.",
    u"Repairs old radios at the weekend.", u"Grew up by the sea, works with maps.",
    u"Came for a summer and stayed for ten years.", u"Believes that most meetings could be letters.",
    u"Plays the cello, not always in tune.", u"Looks after the machine room and its plants.",
    u"Collects punched cards from five continents.", u"Explains hard things in plain words.",
    u"Cycles to work in every weather.", u"Speaks four languages, dreams in two.",
    u"Founded the local chess club.", u"Has a soft spot for unfinished proofs.",
    u"Swims before breakfast, all year round.", u"Once crossed the Alps on foot.",
    u"Never travels without a notebook.", u"Bakes bread and takes it to the office.",
};
constexpr QStringView answers[] = {
    u"Looks good to me.", u"Could you add a short example?", u"I'd rather wait for the test results.",
    u"Nice work, thank you!", u"This answers my question.", u"Can we talk about it tomorrow?",
    u"I have seen this before, see the notes from May.", u"Much clearer than the first version.",
    u"Please check the second paragraph again.", u"Agreed.", u"What happens if the list is empty?",
    u"Done, have a look.", u"That was quick!", u"I'm not sure about the last point.",
    u"Works on my machine as well.", u"Let's keep it simple.", u"The link is broken.",
    u"Thanks for the detailed report.", u"I would use a different name here.", u"Ready when you are.",
    u"Who could take this over?", u"Exactly what I was looking for.", u"Sorry for the deferred reply.",
    u"The numbers do not add up yet.", u"Great idea, let's try it.", u"I'll send the file this afternoon.",
    u"Could be shorter.", u"Fixed with the last update.", u"We should measure that first.",
    u"I learned a lot from this.", u"Please see my remarks in the margin.", u"On my way.",
};
constexpr QStringView taskStates[] = {u"todo", u"in progress", u"review", u"done"};
constexpr QStringView projectStates[] = {u"planned", u"active", u"on hold", u"completed"};
constexpr QStringView orderStates[] = {u"pending", u"paid", u"shipped", u"delivered"};
constexpr QStringView personStates[] = {u"active", u"invited", u"suspended"};
constexpr QStringView textStates[] = {u"draft", u"in review", u"published"};
constexpr QStringView otherStates[] = {u"new", u"active", u"paused", u"closed"};
constexpr QStringView taskKinds[] = {u"feature", u"bug", u"chore", u"research"};
constexpr QStringView personKinds[] = {u"standard", u"premium", u"internal"};
constexpr QStringView textKinds[] = {u"article", u"note", u"announcement", u"interview"};
constexpr QStringView companyKinds[] = {u"customer", u"supplier", u"partner"};
constexpr QStringView otherKinds[] = {u"basic", u"standard", u"special"};
constexpr QStringView urgencies[] = {u"low", u"normal", u"high", u"urgent"};
constexpr QStringView grades[] = {u"easy", u"medium", u"hard"};
constexpr QStringView petKinds[] = {u"dog", u"cat", u"rabbit", u"parrot"};
constexpr QStringView hexColors[] = {
    u"#2f6f9f", u"#c0504d", u"#7a9a3a", u"#8064a2", u"#d98c2b", u"#3a9ab2", u"#b0457a", u"#5b6770",
    u"#e0b03c", u"#3f7f5f", u"#a05a2c", u"#4f5fb0", u"#cf6a87", u"#2b2f36", u"#84b6c4", u"#9c8f5e",
};
constexpr QStringView colorWords[] = {
    u"blue", u"red", u"green", u"yellow", u"black", u"white", u"orange", u"purple", u"gray", u"brown",
    u"teal", u"navy",
};
constexpr QStringView jobs[] = {
    u"Software Engineer", u"Project Manager", u"Mathematician", u"Product Designer", u"Data Analyst",
    u"Technical Writer", u"Research Fellow", u"System Administrator", u"Team Lead", u"Accountant",
    u"Librarian", u"Test Engineer", u"Sales Manager", u"Head of Research", u"Support Engineer",
    u"Office Manager", u"Database Administrator", u"Hardware Engineer", u"Translator", u"Consultant",
    u"Security Officer", u"Marketing Manager", u"Teacher", u"Chief Engineer", u"Product Manager",
    u"Web Developer", u"Archivist", u"Illustrator", u"Lab Assistant", u"Compiler Engineer",
};
constexpr QStringView streetNames[] = {
    u"Station Road", u"Mill Lane", u"Church Street", u"Harbor Street", u"Park Avenue", u"Market Square",
    u"Garden Row", u"High Street", u"Bridge Street", u"Linden Avenue", u"Museum Lane", u"King's Road",
    u"Canal Street", u"Hill Road", u"School Lane", u"Orchard Way", u"Rose Street", u"Castle Street",
    u"Lake Drive", u"Observatory Road", u"Mason Street", u"Field Lane", u"Union Street", u"West End",
};
constexpr QStringView genderWords[] = {u"female", u"male", u"other"};
constexpr QStringView unitWords[] = {u"pcs", u"kg", u"m", u"l", u"h"};
constexpr QStringView sizeWords[] = {u"S", u"M", u"L", u"XL"};
constexpr QStringView iconWords[] = {
    u"star", u"book", u"clock", u"folder", u"flag", u"heart", u"key", u"map", u"bell", u"cloud", u"camera",
    u"leaf",
};
constexpr QStringView files[] = {
    u"report.pdf", u"budget.xlsx", u"floor-plan.png", u"minutes.docx", u"photo.jpg", u"contract.pdf",
    u"slides.pptx", u"measurements.csv", u"logo.svg", u"readme.md", u"invoice.pdf", u"sketch.png",
    u"translation.txt", u"schedule.ics", u"recording.mp3", u"archive.zip", u"letter.odt", u"map.png",
    u"survey.csv", u"poster.pdf", u"backup.tar", u"diagram.svg", u"checklist.md", u"interview.mp3",
    u"agenda.docx", u"timesheet.xlsx", u"workshop.jpg", u"manual.pdf", u"addresses.csv", u"scan.png",
};
constexpr QStringView fileTypes[] = {
    u"application/pdf", u"application/vnd.ms-excel", u"image/png", u"application/msword", u"image/jpeg",
    u"application/pdf", u"application/vnd.ms-powerpoint", u"text/csv", u"image/svg+xml", u"text/markdown",
    u"application/pdf", u"image/png", u"text/plain", u"text/calendar", u"audio/mpeg", u"application/zip",
    u"application/vnd.oasis.opendocument.text", u"image/png", u"text/csv", u"application/pdf",
    u"application/x-tar", u"image/svg+xml", u"text/markdown", u"audio/mpeg", u"application/msword",
    u"application/vnd.ms-excel", u"image/jpeg", u"application/pdf", u"text/csv", u"image/png",
};
static_assert(std::size(files) == std::size(fileTypes));
constexpr QStringView browsers[] = {
    u"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    u"Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
    u"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    u"curl/8.8.0",
};
constexpr QStringView describing[] = {
    u"Amber", u"Quiet", u"Northern", u"Copper", u"Early", u"Silver", u"Second", u"Bright", u"Hollow",
    u"Green", u"Paper", u"Golden", u"Winter", u"Little", u"Blue", u"Open", u"Cedar", u"Distant", u"Marble",
    u"Crimson", u"Gentle", u"Iron", u"Summer", u"Velvet", u"Western", u"Ivory", u"Swift", u"Lunar",
    u"Coral", u"Hidden", u"Maple", u"Ancient", u"Violet", u"Steady", u"Polar", u"Bold",
};
constexpr QStringView naming[] = {
    u"Harbor", u"Lantern", u"Meadow", u"Compass", u"Orchard", u"Bridge", u"Signal", u"Mirror", u"Garden",
    u"Summit", u"Anchor", u"Prairie", u"Beacon", u"Canyon", u"River", u"Falcon", u"Mosaic", u"Thunder",
    u"Library", u"Island", u"Voyage", u"Engine", u"Horizon", u"Pebble", u"Willow", u"Comet", u"Valley",
    u"Circuit", u"Feather", u"Tower", u"Cascade",
};
// clang-format on

}

constinit const Words descriptions = aboutWork;
constinit const Words productDescriptions = aboutThings;
constinit const Words biographies = aboutPeople;
constinit const Words comments = answers;
constinit const Words priorities = urgencies;
constinit const Words difficulties = grades;
constinit const Words colors = hexColors;
constinit const Words colorNames = colorWords;
constinit const Words jobTitles = jobs;
constinit const Words streets = streetNames;
constinit const Words genders = genderWords;
constinit const Words units = unitWords;
constinit const Words sizes = sizeWords;
constinit const Words icons = iconWords;
constinit const Words mimeTypes = fileTypes;
constinit const Words fileNames = files;
constinit const Words userAgents = browsers;
constinit const Words adjectives = describing;
constinit const Words nouns = naming;

Words statuses(Subject subject)
{
    switch (subject) {
    case Subject::Task: return taskStates;
    case Subject::Project:
    case Subject::Course:
    case Subject::Event: return projectStates;
    case Subject::Order: return orderStates;
    case Subject::Person: return personStates;
    case Subject::Post:
    case Subject::Book:
    case Subject::Comment: return textStates;
    default: return otherStates;
    }
}

Words kinds(Subject subject)
{
    switch (subject) {
    case Subject::Task: return taskKinds;
    case Subject::Person: return personKinds;
    case Subject::Post:
    case Subject::Comment: return textKinds;
    case Subject::Company: return companyKinds;
    case Subject::Pet: return petKinds;
    default: return otherKinds;
    }
}

}
