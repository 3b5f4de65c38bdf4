#include "model/sample/words.h"

namespace model::sample {

namespace {

// clang-format off
constexpr QStringView people[] = {
    u"Ada Lovelace", u"Alan Turing", u"Grace Hopper", u"Edsger Dijkstra", u"Barbara Liskov",
    u"Donald Knuth", u"Katherine Johnson", u"Dennis Ritchie", u"Margaret Hamilton", u"Ken Thompson",
    u"Frances Allen", u"Niklaus Wirth", u"Radia Perlman", u"Konrad Zuse", u"Hedy Lamarr", u"John McCarthy",
    u"Karen Jones", u"Alonzo Church", u"Adele Goldberg", u"Tony Hoare", u"Mary Keller", u"Claude Shannon",
    u"Jean Bartik", u"Charles Babbage", u"Betty Holberton", u"Ole-Johan Dahl", u"Rózsa Péter",
    u"Kristen Nygaard", u"Evelyn Boyd", u"John Backus", u"Annie Easley", u"Edgar Codd", u"Lynn Conway",
    u"Robin Milner", u"Sophie Wilson", u"Leslie Lamport", u"Shafi Goldwasser", u"Vint Cerf", u"Joan Clarke",
    u"Bob Kahn", u"Dorothy Vaughan", u"Douglas Engelbart", u"Mary Jackson", u"Ivan Sutherland",
    u"Thelma Estrin", u"Alan Kay", u"Kathleen Booth", u"Andrey Ershov", u"Ida Rhodes", u"Peter Naur",
};
/// f and m, each for the name at the same position.
constexpr QStringView sexes = u"fmfmfmfmfmfmfmfmfmfmfmfmfmfmfmfmfmfmfmfmfmfmfmfmfm";
static_assert(std::size(people) == size_t(sexes.size()));
constexpr QStringView projects[] = {
    u"Analytical Engine", u"Colossus", u"Apollo Guidance", u"ARPANET", u"Smalltalk", u"Sketchpad", u"Unix",
    u"World Wide Web", u"Whirlwind", u"Plankalkül", u"Multics", u"Simula", u"ENIAC", u"Difference Engine",
    u"COBOL", u"Memex", u"ALGOL 60", u"EDSAC", u"oN-Line System", u"Logo", u"System R", u"ELIZA", u"TeX",
    u"Ethernet", u"Xanadu", u"Ferranti Mark 1", u"Lisp Machine", u"Spacewar!", u"SAGE", u"Fortran",
    u"Xerox Alto", u"Bombe", u"Pilot ACE", u"UNIVAC", u"Oberon", u"Setun",
};
constexpr QStringView tasks[] = {
    u"Write the release notes", u"Draw the floor plan", u"Fix the login form", u"Review the contract",
    u"Order new punch cards", u"Set up the test bench", u"Call the supplier back",
    u"Migrate the old records", u"Prepare the demo", u"Measure the response times",
    u"Translate the handbook", u"Plan the next sprint", u"Replace the vacuum tubes",
    u"Update the price list", u"Back up the archive", u"Interview candidates", u"Clean up the backlog",
    u"Check the invoices", u"Design the start page", u"Train the new colleagues", u"Label the cables",
    u"Collect the feedback", u"Write the compiler tests", u"Book the meeting room",
    u"Renew the certificates", u"Sort the incoming mail", u"Sketch the user journey", u"Close the books",
    u"Speed up the search", u"Send out the survey", u"Proofread the proposal", u"Calibrate the sensors",
    u"Archive the old tickets", u"Draft the budget", u"Test the fire alarm", u"Tidy the workshop",
};
constexpr QStringView posts[] = {
    u"Notes on the Analytical Engine", u"What we learned this year", u"A bug in the relay",
    u"Ten habits of calm teams", u"Why naming things is hard", u"The first compiler",
    u"Go To considered harmful", u"A day in the machine room", u"How we moved to Europe",
    u"Small commits, big changes", u"Reading code for pleasure", u"The case for boring tools",
    u"Our new office", u"Can machines think?", u"An evening with punched cards", u"Welcome aboard",
    u"Measuring twice", u"The museum reopens", u"Letters from the field", u"On the cruelty of deadlines",
    u"A short history of the mouse", u"Behind the scenes", u"Five questions for our founder",
    u"The road to version two", u"Relational thinking", u"Postcards from a conference",
    u"Writing that others can read", u"When the servers sleep", u"A better morning meeting",
    u"Everything is a file", u"Teaching children to program", u"Looking back at spring",
};
constexpr QStringView books[] = {
    u"The Art of Computer Programming", u"The Mythical Man-Month", u"A Discipline of Programming",
    u"The C Programming Language", u"Structure and Interpretation", u"Gödel, Escher, Bach",
    u"The Soul of a New Machine", u"Algorithms + Data Structures", u"Mindstorms", u"Frankenstein",
    u"The Psychology of Programming", u"Cybernetics", u"Computer Lib", u"Hackers", u"The Inner Game",
    u"A Mathematician's Apology", u"The Enigma", u"Code", u"Middlemarch", u"Flatland", u"Neuromancer",
    u"The Design of Everyday Things", u"How to Solve It", u"Pale Fire", u"Programming Pearls", u"Solaris",
    u"The Left Hand of Darkness", u"Invisible Cities", u"The Periodic Table", u"Ficciones",
    u"Notes on the Synthesis of Form", u"A Pattern Language", u"The Dispossessed", u"Moby-Dick",
};
constexpr QStringView films[] = {
    u"Metropolis", u"Modern Times", u"Desk Set", u"Playtime", u"Solaris", u"Stalker", u"Brazil", u"Tron",
    u"Sneakers", u"Contact", u"Hidden Figures", u"The Imitation Game", u"Citizen Kane", u"Casablanca",
    u"Rear Window", u"Vertigo", u"Seven Samurai", u"The Third Man", u"Rashomon", u"La Strada", u"Ikiru",
    u"The Apartment", u"City Lights", u"Sunrise", u"Breathless", u"The General", u"Tokyo Story",
    u"Alphaville", u"Roma", u"Paths of Glory", u"Deferred Spring", u"The Gold Rush",
};
constexpr QStringView songs[] = {
    u"Daisy Bell", u"Blue Moon", u"Autumn Leaves", u"Night Train", u"Summertime", u"Take Five",
    u"Pocket Radio", u"So What", u"Blue in Green", u"Caravan", u"Stardust", u"Moon River", u"Misty",
    u"Body and Soul", u"Round Midnight", u"Skylark", u"Naima", u"Solitude", u"Tenderly", u"Laura",
    u"My Funny Valentine", u"Lush Life", u"April in Paris", u"Cheek to Cheek", u"Over the Rainbow",
    u"Satin Doll", u"Perdido", u"Paper Moon", u"Manteca", u"Four Brothers", u"Moanin'", u"Birdland",
};
constexpr QStringView courses[] = {
    u"Introduction to Algorithms", u"Operating Systems", u"Linear Algebra", u"Compiler Construction",
    u"Databases I", u"Databases II", u"Computer Graphics", u"Logic", u"Statistics", u"Technical Writing",
    u"Numerical Analysis", u"Discrete Mathematics", u"Computer Networks", u"Cryptography", u"Calculus",
    u"Information Theory", u"Machine Learning", u"Human–Computer Interaction", u"Robotics", u"Ethics",
    u"Software Engineering", u"Formal Languages", u"History of Computing", u"Signal Processing",
    u"Physics I", u"Electrical Engineering", u"Project Management", u"Functional Programming",
    u"Typography", u"Distributed Systems", u"Functional Analysis", u"Game Theory",
};
constexpr QStringView events[] = {
    u"Spring Conference", u"Kick-off Meeting", u"Summer Party", u"Board Meeting", u"Open House",
    u"Hackathon", u"Monthly Review", u"Product Launch", u"Team Retreat", u"Design Workshop",
    u"Press Briefing", u"Book Fair", u"Science Night", u"Alumni Dinner", u"Users' Day", u"Annual Meeting",
    u"Planning Session", u"Fire Drill", u"Poster Session", u"Chess Tournament", u"Job Fair", u"Charity Run",
    u"Film Evening", u"Winter School", u"Code Review", u"Museum Tour", u"Budget Round", u"Training Day",
    u"Research Colloquium", u"Farewell Party", u"New Year's Concert", u"Panel Discussion",
};
constexpr QStringView groups[] = {
    u"Early Birds", u"Book Club", u"Night Owls", u"Release Crew", u"Chess Players", u"Mentors", u"Hikers",
    u"Reviewers", u"Sustainability Circle", u"Photography Club", u"Choir", u"Field Researchers",
    u"Beta Testers", u"Running Club", u"Newcomers", u"Board Gamers", u"Language Exchange", u"Alumni",
    u"Coffee Lovers", u"First Aiders", u"Parents", u"Makers", u"Study Circle", u"Cyclists",
    u"Open Source Friends", u"Gardeners", u"Radio Amateurs", u"Volunteers", u"Cooks", u"Archive Readers",
    u"Stargazers", u"Swimmers",
};
constexpr QStringView teams[] = {
    u"Hut 8", u"Bletchley", u"Platform", u"Red Foxes", u"Kestrels", u"Growth", u"Foundations",
    u"Lighthouse", u"Northern Lights", u"Compilers", u"Blue Whales", u"Search", u"Billing", u"Mobile",
    u"Data", u"Pathfinders", u"Otters", u"Infrastructure", u"Checkout", u"Tinkerers", u"Cartographers",
    u"Payments", u"Security", u"Design Systems", u"Navigators", u"Onboarding", u"Ravens", u"Reliability",
    u"Insights", u"Swifts", u"Release", u"Accessibility",
};
constexpr QStringView departments[] = {
    u"Engineering", u"Research", u"Finance", u"Human Resources", u"Sales", u"Marketing", u"Legal",
    u"Operations", u"Customer Support", u"Design", u"Purchasing", u"Logistics", u"Quality Assurance",
    u"Facilities", u"Public Relations", u"Product", u"Information Security", u"Accounting", u"Training",
    u"Data Science", u"Production", u"Maintenance", u"Internal Audit", u"Archive", u"Editorial",
    u"Field Service", u"Planning", u"Communications", u"Health and Safety", u"International Affairs",
};
constexpr QStringView roles[] = {
    u"admin", u"editor", u"viewer", u"owner", u"moderator", u"author", u"reviewer", u"member", u"guest",
    u"maintainer", u"developer", u"tester", u"analyst", u"operator", u"auditor", u"support", u"manager",
    u"contributor", u"translator", u"publisher", u"accountant", u"architect", u"coordinator", u"designer",
    u"instructor", u"librarian", u"planner", u"recruiter", u"scheduler", u"trainee",
};
constexpr QStringView permissions[] = {
    u"posts.read", u"posts.write", u"posts.delete", u"users.read", u"users.invite", u"users.delete",
    u"roles.assign", u"files.upload", u"files.download", u"files.delete", u"reports.view",
    u"reports.export", u"billing.view", u"billing.manage", u"settings.view", u"settings.change",
    u"projects.create", u"projects.archive", u"projects.delete", u"comments.write", u"comments.moderate",
    u"tags.manage", u"orders.view", u"orders.refund", u"orders.cancel", u"audit.read", u"keys.create",
    u"keys.revoke", u"backups.run", u"backups.restore",
};
constexpr QStringView tags[] = {
    u"urgent", u"research", u"draft", u"design", u"backend", u"history", u"hardware", u"idea", u"frontend",
    u"documentation", u"performance", u"security", u"question", u"announcement", u"tutorial", u"interview",
    u"opinion", u"release", u"testing", u"databases", u"travel", u"music", u"science", u"beginner",
    u"archive", u"open source", u"mathematics", u"accessibility", u"retrospective", u"networking",
    u"favorite", u"how-to",
};
constexpr QStringView categories[] = {
    u"Science", u"History", u"Electronics", u"Gardening", u"Music", u"Kitchen", u"Fiction", u"Travel",
    u"Toys", u"Office", u"Sports", u"Art", u"Photography", u"Furniture", u"Clothing", u"Biography",
    u"Tools", u"Health", u"Film", u"Education", u"Lighting", u"Stationery", u"Mathematics", u"Games",
    u"Outdoor", u"Poetry", u"Business", u"Audio", u"Nature", u"Architecture", u"Food", u"Crafts",
};
constexpr QStringView skills[] = {
    u"SQL", u"Project planning", u"C++", u"Public speaking", u"Typography", u"JavaScript", u"Negotiation",
    u"Data modeling", u"Soldering", u"Python", u"Technical writing", u"Assembly", u"Cryptography",
    u"User research", u"Photography", u"TypeScript", u"Bookkeeping", u"Linux administration", u"Fortran",
    u"Graphic design", u"Statistics", u"Teaching", u"Lisp", u"Circuit design", u"Accessibility",
    u"Mentoring", u"Test automation", u"Networking", u"Translation", u"Algebra", u"Prototyping",
    u"Video editing",
};
constexpr QStringView companies[] = {
    u"Analytical Engines Ltd", u"Bletchley Systems", u"Nordlicht GmbH", u"Harbor & Sons", u"Blue Relay",
    u"Kestrel Labs", u"Difference Works", u"Meridian Freight", u"Copper Kettle", u"Luna Printing",
    u"Atlas Instruments", u"Green Valley Foods", u"Northwind Paper", u"Hopper & Co", u"Silverline Optics",
    u"Delta Ferries", u"Punchcard Press", u"Granite Works", u"Ocean Cartography", u"Tallinn Timber",
    u"Quartz Watches", u"Vector Studio", u"Polar Outfitters", u"Sunrise Bakery", u"Tabula Software",
    u"Evergreen Energy", u"Juniper Textiles", u"Iron Bridge Tools", u"Maple Street Books",
    u"Cobalt Chemicals", u"Lighthouse Insurance", u"Orchard Clinics",
};
constexpr QStringView products[] = {
    u"Desk Lamp", u"Mechanical Keyboard", u"Notebook A5", u"Fountain Pen", u"Travel Mug", u"Office Chair",
    u"Wireless Mouse", u"Bookshelf", u"Slide Rule", u"Canvas Backpack", u"Wall Clock", u"Pocket Calculator",
    u"Punch Card Set", u"Coffee Grinder", u"Rain Jacket", u"Headphones", u"USB-C Cable", u"Chess Set",
    u"Table Fan", u"Whiteboard", u"Steel Ruler", u"Paper Tray", u"Bicycle Bell", u"Monitor Stand",
    u"Drafting Table", u"Teapot", u"Wool Blanket", u"Pocket Radio", u"Telescope", u"Soldering Iron",
    u"Label Printer", u"Umbrella",
};
constexpr QStringView pets[] = {
    u"Mochi", u"Luna", u"Pixel", u"Biscuit", u"Pepper", u"Felix", u"Nala", u"Bruno", u"Misty", u"Oscar",
    u"Hazel", u"Rocky", u"Daisy", u"Ziggy", u"Olive", u"Teddy", u"Willow", u"Gizmo", u"Poppy", u"Archie",
    u"Ruby", u"Simba", u"Clover", u"Toby", u"Maple", u"Otto", u"Freya", u"Basil", u"Juno", u"Rusty",
};
constexpr QStringView dishes[] = {
    u"Tomato Soup", u"Apple Pie", u"Risotto", u"Lentil Stew", u"Pancakes", u"Ratatouille", u"Potato Salad",
    u"Pizza Margherita", u"Onion Soup", u"Fish Cakes", u"Vegetable Curry", u"Spinach Lasagne",
    u"Miso Ramen", u"Pumpkin Bread", u"Moussaka", u"Dumplings", u"Paella", u"Chocolate Cake", u"Couscous",
    u"Goulash", u"Tacos", u"Quiche", u"Cheese Fondue", u"Gnocchi", u"Falafel", u"Blueberry Muffins",
    u"Minestrone", u"Fried Rice", u"Shakshuka", u"Rice Pudding",
};
constexpr QStringView ingredients[] = {
    u"Flour", u"Butter", u"Olive Oil", u"Tomatoes", u"Onions", u"Garlic", u"Rice", u"Milk", u"Eggs",
    u"Sugar", u"Salt", u"Black Pepper", u"Potatoes", u"Carrots", u"Basil", u"Lemon", u"Parmesan", u"Yeast",
    u"Honey", u"Spinach", u"Lentils", u"Cinnamon", u"Cream", u"Mushrooms", u"Paprika", u"Almonds",
    u"Chickpeas", u"Ginger", u"Parsley", u"Oats",
};
constexpr QStringView vehicles[] = {
    u"Volkswagen Golf", u"Volvo 240", u"Citroën 2CV", u"Ford Focus", u"Toyota Corolla", u"Renault Clio",
    u"Fiat Panda", u"Saab 900", u"Peugeot 208", u"Mazda MX-5", u"Honda Civic", u"Skoda Octavia",
    u"Opel Corsa", u"Nissan Leaf", u"Kia Ceed", u"Seat Ibiza", u"Audi A4", u"Hyundai Kona", u"Suzuki Swift",
    u"Dacia Logan", u"Mini Cooper", u"Subaru Forester", u"Lancia Ypsilon", u"Jeep Renegade",
    u"Tesla Roadster", u"Volvo V60", u"Toyota Yaris", u"Ford Fiesta", u"Renault Zoe", u"Fiat 500",
};
constexpr QStringView states[] = {
    u"new", u"open", u"planned", u"in progress", u"review", u"testing", u"blocked", u"done", u"on hold",
    u"released", u"cancelled", u"archived", u"draft", u"approved", u"rejected", u"ready", u"reopened",
    u"duplicate", u"waiting", u"scheduled", u"paused", u"expired", u"pending", u"delivered",
};
constexpr QStringView urgencyNames[] = {
    u"low", u"normal", u"high", u"urgent", u"lowest", u"highest", u"critical", u"minor", u"major",
    u"trivial", u"medium", u"blocking", u"someday", u"optional", u"important", u"immediate",
};
constexpr QStringView pictures[] = {
    u"Harbor at dawn", u"Old town roofs", u"Portrait in the garden", u"Machine room", u"Two chairs",
    u"First snow", u"Market stall", u"The reading room", u"Bicycle by the wall", u"Summer storm",
    u"Bridge in fog", u"Poppy field", u"Night train", u"Lighthouse", u"Paper cranes", u"Workbench",
    u"Station clock", u"Cat on the stairs", u"Winter orchard", u"Open window", u"Boats at rest",
    u"Library ladder", u"Rain on glass", u"Morning coffee", u"The long table", u"Desert road", u"Blue door",
    u"Group photo", u"Chess game", u"Stars over the hut",
};
constexpr QStringView rooms[] = {
    u"Library", u"Lovelace", u"Turing", u"Hopper", u"North Hall", u"Garden Room", u"Lab 1", u"Lab 2",
    u"Attic", u"Auditorium", u"Blue Room", u"Workshop", u"Studio", u"Reading Room", u"Room 101",
    u"Room 102", u"Archive", u"Lounge", u"Server Room", u"Observatory", u"South Hall", u"Room 201",
    u"Room 202", u"Darkroom", u"Foyer", u"Conservatory", u"Gallery", u"Seminar Room", u"Map Room",
    u"Terrace",
};

// clang-format on

}

Words headlines(Subject subject)
{
    switch (subject) {
    case Subject::Person: return people;
    case Subject::Project: return projects;
    case Subject::Task: return tasks;
    case Subject::Post: return posts;
    case Subject::Comment: return comments;
    case Subject::Book: return books;
    case Subject::Film: return films;
    case Subject::Song: return songs;
    case Subject::Course: return courses;
    case Subject::Event: return events;
    case Subject::Group: return groups;
    case Subject::Team: return teams;
    case Subject::Department: return departments;
    case Subject::Role: return roles;
    case Subject::Permission: return permissions;
    case Subject::Tag: return tags;
    case Subject::Category: return categories;
    case Subject::Skill: return skills;
    case Subject::Company: return companies;
    case Subject::Product: return products;
    case Subject::City: return cityNames;
    case Subject::Country: return countryNames;
    case Subject::Language: return languageNames;
    case Subject::Currency: return currencyNames;
    case Subject::Status: return states;
    case Subject::Priority: return urgencyNames;
    case Subject::Job: return jobTitles;
    case Subject::Dish: return dishes;
    case Subject::Ingredient: return ingredients;
    case Subject::Vehicle: return vehicles;
    case Subject::Pet: return pets;
    case Subject::Room: return rooms;
    case Subject::File: return fileNames;
    case Subject::Picture: return pictures;
    case Subject::Order:
    case Subject::None: return {};
    }
    Q_UNREACHABLE();
}

bool isWoman(qint64 person)
{
    return sexes[person] == u'f';
}

}
