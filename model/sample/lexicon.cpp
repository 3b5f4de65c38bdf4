#include "model/sample/lexicon.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace model::sample {

namespace {

/// Words that mean the same, separated by bars.
template <typename Value>
struct Line
{
    QLatin1StringView words;
    Value value;
};

template <typename Value, size_t count>
QHash<QString, Value> hashOf(const Line<Value> (&lines)[count])
{
    QHash<QString, Value> hash;
    for (const Line<Value> &line : lines) {
        for (const QString &word : QString(line.words).split(u'|')) {
            // The first line that holds a word counts.
            if (!hash.contains(word))
                hash.insert(word, line.value);
        }
    }
    return hash;
}

// clang-format off
constexpr Line<Subject> subjectLines[] = {
    {"user|person|people|worker|author|customer|employee|member|student|teacher|patient|doctor|client|"
     "contact|player|actor|director|artist|manager|owner|admin|administrator|guest|driver|passenger|"
     "agent|developer|engineer|speaker|instructor|lecturer|candidate|applicant|participant|attendee|"
     "visitor|follower|friend|child|parent|citizen|pilot|singer|musician|writer|editor|reviewer|profile|"
     "human|staff|operator|nurse|physician|subscriber|buyer|seller|assignee|reporter|recipient|sender|"
     "tutor|mentor|coach|leader|lead|boss|colleague|approver|creator|tenant|landlord|resident|borrower|"
     "reader|volunteer|scientist|researcher|supervisor|professor|pioneer|programmer|organizer|organiser|"
     "inventor|founder|examiner|composer|host person|account"_L1, Subject::Person},
    {"project|initiative|program|programme|campaign|proposal|machine|system|repository|repo|application|"
     "app|software"_L1, Subject::Project},
    {"task|todo|issue|ticket|story|bug|chore|activity|milestone|step|action|work|defect|feature|"
     "requirement|reminder|subtask"_L1, Subject::Task},
    {"post|article|blog|news|page|thread|topic|story|entry|newsletter|announcement|mail|subject|"
     "headline|question|discussion|essay|paper|document|presentation"_L1, Subject::Post},
    {"comment|message|reply|note|review|feedback|remark|answer|chat"_L1, Subject::Comment},
    {"book|novel|publication|volume|chapter|magazine"_L1, Subject::Book},
    {"film|movie|video|show|episode|series"_L1, Subject::Film},
    {"song|track|album|music|playlist|recording"_L1, Subject::Song},
    {"course|lesson|lecture|class|seminar|module|exam|curriculum|study|training"_L1, Subject::Course},
    {"event|meeting|conference|session|appointment|webinar|occasion|workshop|talk"_L1, Subject::Event},
    {"group|usergroup|club|community|channel|circle|society|network|segment|cohort|association|party"_L1,
     Subject::Group},
    {"team|crew|squad|unit"_L1, Subject::Team},
    {"department|division|section|faculty|branch"_L1, Subject::Department},
    {"role|position"_L1, Subject::Role},
    {"permission|right|privilege|scope|ability|grant"_L1, Subject::Permission},
    {"tag|label|keyword|hashtag"_L1, Subject::Tag},
    {"category|genre|theme|area|field|kind|type|industry"_L1, Subject::Category},
    {"skill|technology|competence|competency|tool"_L1, Subject::Skill},
    {"company|organization|organisation|vendor|supplier|manufacturer|brand|publisher|employer|firm|"
     "business|store|shop|bank|agency|institution|partner|carrier|make|workspace|sponsor|studio|school|"
     "university|hospital"_L1, Subject::Company},
    {"product|item|good|goods|part|component|asset|equipment|device|model|ware|merchandise|gadget|gift"_L1,
     Subject::Product},
    {"city|town|place|location|village|destination|municipality|hometown|birthplace"_L1, Subject::City},
    {"country|nation|nationality"_L1, Subject::Country},
    {"language|tongue"_L1, Subject::Language},
    {"currency"_L1, Subject::Currency},
    {"status|state|stage|phase"_L1, Subject::Status},
    {"priority|severity|urgency"_L1, Subject::Priority},
    {"order|invoice|purchase|payment|shipment|delivery|booking|reservation|transaction|cart|bill|"
     "receipt|quote"_L1, Subject::Order},
    {"pet|animal|dog|cat|horse|puppy|kitten"_L1, Subject::Pet},
    {"file|attachment|upload|download|backup|export|import"_L1, Subject::File},
    {"image|photo|picture|avatar|thumbnail|media|illustration|artwork|painting|gallery"_L1, Subject::Picture},
    {"job|occupation|vacancy|opening"_L1, Subject::Job},
    {"dish|recipe|meal|food|menu"_L1, Subject::Dish},
    {"ingredient|grocery|spice"_L1, Subject::Ingredient},
    {"vehicle|car|truck|bike"_L1, Subject::Vehicle},
    {"room|hall|venue|building|office|warehouse|lab|laboratory|classroom|site"_L1, Subject::Room},
};

constexpr Line<Entry> entryLines[] = {
    {"first name|given name|forename|firstname|fname|givenname|middle name|prename|vorname"_L1,
     {Meaning::FirstName}},
    {"last name|family name|surname|lastname|lname|familyname|maiden name|nachname"_L1, {Meaning::LastName}},
    {"full name|fullname|display name|displayname|contact name|by|person name|real name|legal name"_L1,
     {Meaning::Name, Subject::Person}},
    {"username|user name|login|nickname|nick|nick name|handle|screen name|alias|account name|login name|"
     "twitter|github"_L1, {Meaning::Username}},
    {"email|e mail|mail|email address|mail address|mailbox"_L1, {Meaning::Email}},
    {"phone|phone number|mobile|telephone|fax|cell|tel|mobile number|phonenumber|cellphone|whatsapp"_L1,
     {Meaning::Phone}},
    {"job title|jobtitle|occupation|profession|job|designation"_L1, {Meaning::JobTitle}},
    {"gender|sex"_L1, {Meaning::Gender}},
    {"description|summary|subtitle|caption|excerpt|abstract|tagline|motto|slogan|desc|details|detail|"
     "purpose|goal|info|overview|synopsis|teaser|meta description|scope|hint|definition|objective"_L1,
     {Meaning::Sentence}},
    {"instructions|body|content|contents|text|html|markdown|paragraph|article|transcript|letter|script"_L1,
     {Meaning::Paragraph}},
    {"comment|comments|message|reply|note|notes|feedback|remark|remarks|reason|answer|review|"
     "justification|excuse"_L1, {Meaning::Comment}},
    {"bio|biography|about|about me|cv|introduction"_L1, {Meaning::Biography}},
    {"tags|keywords|labels|topics|categories|interests|hobbies|skills"_L1, {Meaning::Tags}},
    {"status|state|stage|phase|condition|visibility"_L1, {Meaning::Status}},
    {"species|kind|type|variety|variant|classification|mode|category type|plan|tier"_L1, {Meaning::Kind}},
    {"priority|severity|urgency|importance|prio"_L1, {Meaning::Priority}},
    {"difficulty|skill level"_L1, {Meaning::Difficulty}},
    {"slug|key|permalink|identifier|short name|shortname|machine name|anchor|namespace|id"_L1,
     {Meaning::Slug}},
    {"code|number|no|nr|num|reference|ref|serial|serial number|abbreviation|acronym|symbol|shortcode|"
     "coupon|license|licence|plate|order number|invoice number|room number|house number|account number|"
     "customer number|tracking number|ticket number"_L1, {Meaning::Code}},
    {"sku|article number|item number|part number|product code"_L1, {Meaning::Sku}},
    {"isbn"_L1, {Meaning::Isbn}},
    {"iban"_L1, {Meaning::Iban}},
    {"bic|swift"_L1, {Meaning::Bic}},
    {"barcode|ean|gtin|upc"_L1, {Meaning::Barcode}},
    {"token|secret|hash|checksum|digest|signature|fingerprint|api key|apikey|etag|nonce|session|otp|"
     "public key|private key|access token|refresh token|sha|md|sid|session id|vin"_L1, {Meaning::Token}},
    {"password|password hash|passwd|pass|pwd|salt|passphrase|encrypted password|password digest|"
     "hashed password"_L1, {Meaning::Password}},
    {"uuid|guid|external id|uid|public id"_L1, {Meaning::Uuid}},
    {"url|link|website|homepage|href|uri|web|web site|endpoint|webhook|callback|blog url"_L1, {Meaning::Url}},
    {"image|avatar|photo|picture|logo|thumbnail|cover|banner|image url|avatar url|photo url|picture url|"
     "logo url|cover url|thumbnail url|banner url|img|poster|screenshot|profile picture"_L1,
     {Meaning::Image}},
    {"domain|host|hostname|host name|server|domain name"_L1, {Meaning::Host}},
    {"file|filename|file name|attachment|original name"_L1, {Meaning::FileName}},
    {"extension|ext|format|file type"_L1, {Meaning::Extension}},
    {"path|directory|folder|dir|route|file path|filepath"_L1, {Meaning::Path}},
    {"mime|mime type|mimetype|content type|media type"_L1, {Meaning::Mime}},
    {"color|colour|hex|background|foreground"_L1, {Meaning::Color}},
    {"icon|emoji|glyph"_L1, {Meaning::Icon}},
    {"street|address|address line|street address|line|billing address|shipping address|street name|addr"_L1,
     {Meaning::Street}},
    {"city|town|place|location|destination|hometown|origin|birthplace|municipality"_L1, {Meaning::City}},
    {"region|province|county|district|territory"_L1, {Meaning::Region}},
    {"country|nation|nationality|country name"_L1, {Meaning::Country}},
    {"country code|iso|iso code|alpha|nationality code"_L1, {Meaning::CountryCode}},
    {"zip|zipcode|zip code|postcode|postal code|postal|plz|post code"_L1, {Meaning::PostalCode}},
    {"locale|lang|language code|language"_L1, {Meaning::Locale}},
    {"currency|currency code"_L1, {Meaning::Currency}},
    {"timezone|time zone|tz|zone"_L1, {Meaning::TimeZone}},
    {"ip|ip address|ipv|remote address|ipaddress"_L1, {Meaning::Ip}},
    {"mac|mac address|hardware address|macaddress"_L1, {Meaning::Mac}},
    {"user agent|useragent|browser"_L1, {Meaning::UserAgent}},
    {"version|release|revision|build|app version"_L1, {Meaning::Release}},
    {"unit|measure|uom"_L1, {Meaning::Unit}},
    {"size|shirt size|clothing size"_L1, {Meaning::Size}},

    {"price|cost|fee|fare|charge|unit price|list price|postage"_L1, {Meaning::Price}},
    {"amount|total|subtotal|sum|balance|tax|deposit|refund|debit|credit|paid|total price|total amount|"
     "total cost|turnover|donation|value"_L1, {Meaning::Amount}},
    {"budget|revenue|capital|fund|funds|funding|sales|profit|spend|expenses"_L1, {Meaning::Budget}},
    {"salary|wage|income|pay|compensation"_L1, {Meaning::Salary}},
    {"quantity|qty|count|number of|amount of|count of|stock|inventory|units|pieces|guests|participants|"
     "members|copies|attempts|items|children|retries|usage|total count|wins|losses|goals|seats taken"_L1,
     {Meaning::Quantity}},
    {"views|likes|downloads|visits|clicks|followers|impressions|plays|shares|votes|points|hits|"
     "subscribers|stars count|karma|experience points|xp|coins"_L1, {Meaning::Popularity}},
    {"capacity|seats|max participants|places|slots"_L1, {Meaning::Capacity}},
    {"pages|page count|words|word count|number of pages"_L1, {Meaning::Pages}},
    {"population|inhabitants"_L1, {Meaning::Population}},
    {"age"_L1, {Meaning::Age}},
    {"year|vintage|founded|model year"_L1, {Meaning::Year}},
    {"month"_L1, {Meaning::Month}},
    {"day|day of month"_L1, {Meaning::Day}},
    {"weekday|day of week|dow"_L1, {Meaning::Weekday}},
    {"hour"_L1, {Meaning::Hour}},
    {"rating|stars|grade|average rating|star rating|credits|gpa"_L1, {Meaning::Rating}},
    {"score|mark|result|quality|health|rank score|iq"_L1, {Meaning::Score}},
    {"percent|percentage|pct|quota|humidity|occupancy|allocation|utilization|commission|interest"_L1,
     {Meaning::Percent}},
    {"vat|tax rate|vat rate"_L1, {Meaning::TaxRate}},
    {"discount|rebate|reduction"_L1, {Meaning::Discount}},
    {"progress|completion|completeness|percent done|percent complete"_L1, {Meaning::Progress}},
    {"ratio|probability|confidence|share|fraction|rate|likelihood|similarity"_L1, {Meaning::Share}},
    {"level|strength|proficiency|experience|floor|lives|semester|servings|portions|bedrooms|bathrooms|"
     "rooms|doors"_L1, {Meaning::Level}},
    {"position|order|sort|sequence|seq|index|ordinal|rank|sort order|display order|line number|"
     "place number|turn|step number|rank order|weighting|track|track no|track number|line no|episode|"
     "season|chapter|page|page number|row number|seat number|episode number|chapter number"_L1,
     {Meaning::Position}},
    {"lat|latitude"_L1, {Meaning::Latitude}},
    {"lng|lon|long|longitude"_L1, {Meaning::Longitude}},
    {"duration|time|minutes|seconds|length of|runtime|time spent|elapsed|timeout|interval|ttl"_L1,
     {Meaning::Duration}},
    {"hours|days|weeks|estimate|effort|lead time|story points|estimated hours|hours worked"_L1,
     {Meaning::Effort}},
    {"bytes|file size|filesize|content length|disk usage|storage"_L1, {Meaning::Bytes}},
    {"weight|mass|kilograms"_L1, {Meaning::Weight}},
    {"height|width|depth|length|diameter|radius|thickness"_L1, {Meaning::Length}},
    {"distance|kilometers|miles|mileage|km"_L1, {Meaning::Distance}},
    {"temperature|temp|celsius|degrees"_L1, {Meaning::Temperature}},
    {"port"_L1, {Meaning::Port}},

    {"name|title|label|heading|caption title|designator"_L1, {Meaning::Name}},
};

constexpr Line<Meaning> momentLines[] = {
    {"created|inserted|registered|joined|added|signup|entered|issued|opened|hired|ordered|placed|logged"_L1,
     Meaning::Created},
    {"updated|modified|changed|edited|seen|refreshed|synced|touched|login"_L1, Meaning::Updated},
    {"deleted|removed|archived|cancelled|canceled|revoked|banned|blocked|suspended|left|terminated|"
     "withdrawn"_L1, Meaning::Deleted},
    {"start|started|starts|begin|began|begins|from|since|opening|departure|checkin|checkedin|since"_L1,
     Meaning::Started},
    {"finish|finished|end|ended|ends|completed|completion|done|closed|until|to|resolved|stopped|arrival|"
     "checkout|closing|returned|solved"_L1, Meaning::Finished},
    {"expires|expiry|expiration|valid|renewal|expire|expired|warranty"_L1, Meaning::Expires},
    {"due|deadline|scheduled|planned|target|expected|remind|reminder|next"_L1, Meaning::Due},
    {"birth|birthday|birthdate|born|dob|dateofbirth|founded"_L1, Meaning::Birthday},
};

constexpr Line<Meaning> flagLines[] = {
    {"done|completed|complete|finished|closed|resolved|solved|checked|ready"_L1, Meaning::Done},
    {"active|enabled|visible|verified|published|available|public|confirmed|approved|valid|subscribed|"
     "accepted|paid|online|stock|read|delivered|open"_L1, Meaning::Likely},
    {"deleted|archived|blocked|banned|admin|superuser|hidden|disabled|locked|suspended|flagged|spam|"
     "featured|pinned|private|deprecated|urgent|expired|broken|root|internal|blacklisted|cancelled|"
     "canceled"_L1, Meaning::Unlikely},
};

constexpr Line<End> endLines[] = {
    {"start|started|starts|begin|began|begins|from|min|minimum|low|lower|lowest|opening|opens|departure|"
     "since"_L1, End::Low},
    {"finish|finished|end|ended|ends|to|until|max|maximum|high|upper|highest|closing|closes|arrival|till"_L1,
     End::High},
};
// clang-format on

}

std::optional<Entry> entryNamed(const QString &phrase)
{
    static const QHash<QString, Entry> entries = hashOf(entryLines);
    const auto known = entries.constFind(phrase);
    if (known != entries.cend())
        return *known;
    if (const Subject subject = subjectNamed(phrase); subject != Subject::None)
        return Entry{Meaning::Name, subject};
    return {};
}

Subject subjectNamed(const QString &word)
{
    static const QHash<QString, Subject> subjects = hashOf(subjectLines);
    return subjects.value(word, Subject::None);
}

std::optional<Meaning> momentNamed(const QString &word)
{
    static const QHash<QString, Meaning> moments = hashOf(momentLines);
    const auto known = moments.constFind(word);
    return known == moments.cend() ? std::nullopt : std::optional(*known);
}

std::optional<Meaning> flagNamed(const QString &word)
{
    static const QHash<QString, Meaning> flags = hashOf(flagLines);
    const auto known = flags.constFind(word);
    return known == flags.cend() ? std::nullopt : std::optional(*known);
}

End endNamed(const QString &word)
{
    static const QHash<QString, End> ends = hashOf(endLines);
    return ends.value(word, End::None);
}

Stage stageOf(QStringView word)
{
    // clang-format off
    static constexpr Line<Stage> lines[] = {
        {"todo|to do|open|new|pending|planned|draft|backlog|queued|waiting|scheduled|not started|"
         "created|requested|submitted|received|ordered|unpaid"_L1, Stage::Waiting},
        {"doing|in progress|progress|started|running|review|in review|working|processing|ongoing|wip|"
         "testing|blocked|paid|assigned|shipped|on hold|paused"_L1, Stage::Running},
        {"done|completed|complete|finished|closed|resolved|solved|delivered|fulfilled|cancelled|canceled"_L1,
         Stage::Finished},
    };
    // clang-format on
    static const QHash<QString, Stage> stages = hashOf(lines);
    return stages.value(wordsOf(word).join(u' '), Stage::Unknown);
}

}
