-- auto-449-plural-models: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Menus" (
  "menuName" VARCHAR(40),
  PRIMARY KEY ("menuName")
);

CREATE TABLE "Dishes" (
  "dishName" VARCHAR(40),
  PRIMARY KEY ("dishName")
);

CREATE TABLE "MenuHasDishes" (
  "menuName" VARCHAR(40) REFERENCES "Menus" ("menuName") ON DELETE NO ACTION ON UPDATE CASCADE,  -- MenuHasDishes.Menu, Dishes.Menus, Menus.MenuHasDishes, Menus.Dishes
  "dishName" VARCHAR(40) REFERENCES "Dishes" ("dishName") ON DELETE CASCADE ON UPDATE CASCADE,  -- Dishes.Menus, MenuHasDishes.Dish, Menus.Dishes, Dishes.MenuHasDishes
  UNIQUE ("menuName", "dishName"),
  PRIMARY KEY ("menuName", "dishName")
);

-- auto-574-alias-like-through: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "clerks" (
  "id"   SERIAL,
  "name" VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "shops" (
  "id"   SERIAL,
  "name" VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "clerk_shops" (
  "clerk_id" INTEGER REFERENCES "clerks" ("id") ON DELETE NO ACTION ON UPDATE CASCADE,  -- clerk_shops.clerk, clerks.clerk_shops, clerks.clerk_shops_through
  "shop_id"  INTEGER REFERENCES "shops" ("id") ON DELETE NO ACTION ON UPDATE CASCADE,  -- clerk_shops.shop, shops.clerk_shops, clerks.clerk_shops_through
  UNIQUE ("clerk_id", "shop_id"),
  PRIMARY KEY ("clerk_id", "shop_id")
);

-- civic-key-by-fieldName: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "People" (
  "id"   SERIAL,
  "name" VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "Tasks" (
  "id"       SERIAL,
  "title"    VARCHAR(255),
  "madeById" INTEGER NOT NULL REFERENCES "People" ("id") ON DELETE NO ACTION ON UPDATE CASCADE,  -- Task.creator
  PRIMARY KEY ("id")
);

-- docs-enum-with-values: the schema that Sequelize 6 creates on PostgreSQL

CREATE TYPE "public"."enum_Docs_state" AS ENUM ('draft', 'done');
CREATE TABLE "Docs" (
  "id"    SERIAL,
  "state" "public"."enum_Docs_state" NOT NULL DEFAULT 'draft',
  PRIMARY KEY ("id")
);

-- docs-jsonb-index: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Docs" (
  "id"   SERIAL,
  "data" JSONB,
  PRIMARY KEY ("id")
);
CREATE INDEX "docs_data" ON "Docs" USING gin ("data");

-- docs-misspelt-options: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Docs" (
  "id"   SERIAL,
  "code" VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "Tags" (
  "id" SERIAL,
  "n"  VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "doc_tags" (
  "DocId" INTEGER REFERENCES "Docs" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- Doc.Tags
  "TagId" INTEGER REFERENCES "Tags" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- Doc.Tags
  PRIMARY KEY ("DocId", "TagId")
);

-- docs-polymorphic: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "pictures" (
  "id"        SERIAL,
  "title"     VARCHAR(255),
  "url"       VARCHAR(255),
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "movies" (
  "id"        SERIAL,
  "title"     VARCHAR(255),
  "text"      VARCHAR(255),
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "remarks" (
  "id"          SERIAL,
  "title"       VARCHAR(255),
  "subjectId"   INTEGER,  -- picture.remarks, remark.picture, movie.remarks, remark.movie
  "subjectType" VARCHAR(255),
  "createdAt"   TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt"   TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "labels" (
  "id"        SERIAL,
  "name"      VARCHAR(255),
  "status"    VARCHAR(255),
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "label_uses" (
  "labelId"    INTEGER,  -- picture.labels, label.pictures, movie.labels, label.movies, picture.pendingLabels
  "markedId"   INTEGER,  -- picture.labels, label.pictures, movie.labels, label.movies, picture.pendingLabels
  "markedType" VARCHAR(255),
  "createdAt"  TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt"  TIMESTAMP WITH TIME ZONE NOT NULL,
  UNIQUE ("labelId", "markedId", "markedType"),
  PRIMARY KEY ("labelId", "markedId")
);

-- docs-references-null: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Posts" (
  "id"    SERIAL,
  "title" VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "Remarks" (
  "id"     SERIAL,
  "postId" INTEGER,  -- Post.Remarks
  PRIMARY KEY ("id")
);

-- docs-super-many-to-many: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "climbers" (
  "id"     SERIAL,
  "nick"   VARCHAR(255),
  "points" INTEGER,
  PRIMARY KEY ("id")
);

CREATE TABLE "badges" (
  "id"   SERIAL,
  "name" VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "awards" (
  "id"        SERIAL,
  "selfGiven" BOOLEAN,
  "climberId" INTEGER REFERENCES "climbers" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- climber.badges, badge.climbers, climber.awards, award.climber
  "badgeId"   INTEGER REFERENCES "badges" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- climber.badges, badge.climbers, badge.awards, award.badge
  UNIQUE ("climberId", "badgeId"),
  PRIMARY KEY ("id")
);

-- home-enum-of-numbers: the schema that Sequelize 6 creates on PostgreSQL

CREATE TYPE "public"."enum_Sensors_pollEvery" AS ENUM (60000, 30000, 1000);
CREATE TABLE "Sensors" (
  "id"        SERIAL,
  "name"      VARCHAR(255),
  "pollEvery" "public"."enum_Sensors_pollEvery",
  PRIMARY KEY ("id")
);

-- own-one-end-is-the-key: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Users" (
  "id" SERIAL,
  "n"  VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "Roles" (
  "id" SERIAL,
  "n"  VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "UserRoles" (
  "userId" INTEGER REFERENCES "Users" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Roles, Role.Users
  "roleId" INTEGER REFERENCES "Roles" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Roles, Role.Users
  UNIQUE ("userId", "roleId"),
  PRIMARY KEY ("userId")
);

-- own-one-end-unique: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Users" (
  "id" SERIAL,
  "n"  VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "Roles" (
  "id" SERIAL,
  "n"  VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "UserRoles" (
  "id"     SERIAL,
  "userId" INTEGER UNIQUE REFERENCES "Users" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Roles, Role.Users
  "roleId" INTEGER REFERENCES "Roles" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Roles, Role.Users
  PRIMARY KEY ("id")
);

-- peer-backtick-names: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "tafel`1" (
  "id"        SERIAL,
  "spalte1"   VARCHAR(255),
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "others" (
  "id"        SERIAL,
  "x"         VARCHAR(255),
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "j`oin" (
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "t1"        INTEGER REFERENCES "tafel`1" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- tafel`1.others, other.tafel`1s
  "o1"        INTEGER REFERENCES "others" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- tafel`1.others, other.tafel`1s
  PRIMARY KEY ("t1", "o1")
);

-- peer-blob-key: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "packets" (
  "hash" BYTEA NOT NULL,
  "size" INTEGER,
  PRIMARY KEY ("hash")
);

CREATE TABLE "peers" (
  "name" VARCHAR(30),
  PRIMARY KEY ("name")
);

CREATE TABLE "deliveries" (
  "createdAt"  TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt"  TIMESTAMP WITH TIME ZONE NOT NULL,
  "packetHash" BYTEA REFERENCES "packets" ("hash") ON DELETE CASCADE ON UPDATE CASCADE,  -- packet.peers, peer.packets
  "peerName"   VARCHAR(30) REFERENCES "peers" ("name") ON DELETE CASCADE ON UPDATE CASCADE,  -- packet.peers, peer.packets
  PRIMARY KEY ("packetHash", "peerName")
);

-- peer-bytes-key: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "packets" (
  "hash" BYTEA NOT NULL,
  "size" INTEGER,
  PRIMARY KEY ("hash")
);

CREATE TABLE "peers" (
  "name" VARCHAR(30),
  PRIMARY KEY ("name")
);

CREATE TABLE "deliveries" (
  "createdAt"  TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt"  TIMESTAMP WITH TIME ZONE NOT NULL,
  "packetHash" BYTEA REFERENCES "packets" ("hash") ON DELETE CASCADE ON UPDATE CASCADE,  -- packet.peers, peer.packets
  "peerName"   VARCHAR(30) REFERENCES "peers" ("name") ON DELETE CASCADE ON UPDATE CASCADE,  -- packet.peers, peer.packets
  PRIMARY KEY ("packetHash", "peerName")
);

-- probe-collations-differ: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Countries" (
  "code" VARCHAR(2),
  PRIMARY KEY ("code")
);

CREATE TABLE "Cities" (
  "id"          SERIAL,
  "name"        VARCHAR(255),
  "CountryCode" VARCHAR(2) REFERENCES "Countries" ("code") ON DELETE SET NULL ON UPDATE CASCADE,  -- Country.Cities, City.Country
  PRIMARY KEY ("id")
);

-- probe-date-key: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Slots" (
  "startsAt" TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY ("startsAt")
);

CREATE TABLE "Rooms" (
  "id" SERIAL,
  "n"  VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "bookings" (
  "createdAt"    TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt"    TIMESTAMP WITH TIME ZONE NOT NULL,
  "SlotStartsAt" TIMESTAMP WITH TIME ZONE REFERENCES "Slots" ("startsAt") ON DELETE CASCADE ON UPDATE CASCADE,  -- Slot.Rooms, Room.Slots
  "RoomId"       INTEGER REFERENCES "Rooms" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- Slot.Rooms, Room.Slots
  PRIMARY KEY ("SlotStartsAt", "RoomId")
);

-- probe-default-function: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Logs" (
  "id" SERIAL,
  "at" TIMESTAMP WITH TIME ZONE DEFAULT now(),
  PRIMARY KEY ("id")
);

-- probe-long-enum-names: the schema that Sequelize 6 creates on PostgreSQL

CREATE TYPE "public"."enum_QuestionnaireParticipantAnswerHistoryEntries_questionnaireParticipantIdentifierKind" AS ENUM ('a', 'b');
CREATE TABLE "QuestionnaireParticipantAnswerHistoryEntries" (
  "id" SERIAL,
  "questionnaireParticipantIdentifierKind" "public"."enum_QuestionnaireParticipantAnswerHistoryEntries_questionnaireParticipantIdentifierKind",
  "questionnaireParticipantIdentifierKindOfOld" "public"."enum_QuestionnaireParticipantAnswerHistoryEntries_questionnaireParticipantIdentifierKindOfOld",
  PRIMARY KEY ("id")
);

-- probe-row-too-long: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Wides" (
  "id"  SERIAL,
  "c0"  VARCHAR(255),
  "c1"  VARCHAR(255),
  "c2"  VARCHAR(255),
  "c3"  VARCHAR(255),
  "c4"  VARCHAR(255),
  "c5"  VARCHAR(255),
  "c6"  VARCHAR(255),
  "c7"  VARCHAR(255),
  "c8"  VARCHAR(255),
  "c9"  VARCHAR(255),
  "c10" VARCHAR(255),
  "c11" VARCHAR(255),
  "c12" VARCHAR(255),
  "c13" VARCHAR(255),
  "c14" VARCHAR(255),
  "c15" VARCHAR(255),
  "c16" VARCHAR(255),
  "c17" VARCHAR(255),
  "c18" VARCHAR(255),
  "c19" VARCHAR(255),
  "c20" VARCHAR(255),
  "c21" VARCHAR(255),
  "c22" VARCHAR(255),
  "c23" VARCHAR(255),
  "c24" VARCHAR(255),
  "c25" VARCHAR(255),
  "c26" VARCHAR(255),
  "c27" VARCHAR(255),
  "c28" VARCHAR(255),
  "c29" VARCHAR(255),
  "c30" VARCHAR(255),
  "c31" VARCHAR(255),
  "c32" VARCHAR(255),
  "c33" VARCHAR(255),
  "c34" VARCHAR(255),
  "c35" VARCHAR(255),
  "c36" VARCHAR(255),
  "c37" VARCHAR(255),
  "c38" VARCHAR(255),
  "c39" VARCHAR(255),
  "c40" VARCHAR(255),
  "c41" VARCHAR(255),
  "c42" VARCHAR(255),
  "c43" VARCHAR(255),
  "c44" VARCHAR(255),
  "c45" VARCHAR(255),
  "c46" VARCHAR(255),
  "c47" VARCHAR(255),
  "c48" VARCHAR(255),
  "c49" VARCHAR(255),
  "c50" VARCHAR(255),
  "c51" VARCHAR(255),
  "c52" VARCHAR(255),
  "c53" VARCHAR(255),
  "c54" VARCHAR(255),
  "c55" VARCHAR(255),
  "c56" VARCHAR(255),
  "c57" VARCHAR(255),
  "c58" VARCHAR(255),
  "c59" VARCHAR(255),
  "c60" VARCHAR(255),
  "c61" VARCHAR(255),
  "c62" VARCHAR(255),
  "c63" VARCHAR(255),
  "c64" VARCHAR(255),
  "c65" VARCHAR(255),
  "c66" VARCHAR(255),
  "c67" VARCHAR(255),
  "c68" VARCHAR(255),
  "c69" VARCHAR(255),
  PRIMARY KEY ("id")
);

-- probe-too-many-keys: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Wides" (
  "id"  SERIAL,
  "c0"  INTEGER UNIQUE,
  "c1"  INTEGER UNIQUE,
  "c2"  INTEGER UNIQUE,
  "c3"  INTEGER UNIQUE,
  "c4"  INTEGER UNIQUE,
  "c5"  INTEGER UNIQUE,
  "c6"  INTEGER UNIQUE,
  "c7"  INTEGER UNIQUE,
  "c8"  INTEGER UNIQUE,
  "c9"  INTEGER UNIQUE,
  "c10" INTEGER UNIQUE,
  "c11" INTEGER UNIQUE,
  "c12" INTEGER UNIQUE,
  "c13" INTEGER UNIQUE,
  "c14" INTEGER UNIQUE,
  "c15" INTEGER UNIQUE,
  "c16" INTEGER UNIQUE,
  "c17" INTEGER UNIQUE,
  "c18" INTEGER UNIQUE,
  "c19" INTEGER UNIQUE,
  "c20" INTEGER UNIQUE,
  "c21" INTEGER UNIQUE,
  "c22" INTEGER UNIQUE,
  "c23" INTEGER UNIQUE,
  "c24" INTEGER UNIQUE,
  "c25" INTEGER UNIQUE,
  "c26" INTEGER UNIQUE,
  "c27" INTEGER UNIQUE,
  "c28" INTEGER UNIQUE,
  "c29" INTEGER UNIQUE,
  "c30" INTEGER UNIQUE,
  "c31" INTEGER UNIQUE,
  "c32" INTEGER UNIQUE,
  "c33" INTEGER UNIQUE,
  "c34" INTEGER UNIQUE,
  "c35" INTEGER UNIQUE,
  "c36" INTEGER UNIQUE,
  "c37" INTEGER UNIQUE,
  "c38" INTEGER UNIQUE,
  "c39" INTEGER UNIQUE,
  "c40" INTEGER UNIQUE,
  "c41" INTEGER UNIQUE,
  "c42" INTEGER UNIQUE,
  "c43" INTEGER UNIQUE,
  "c44" INTEGER UNIQUE,
  "c45" INTEGER UNIQUE,
  "c46" INTEGER UNIQUE,
  "c47" INTEGER UNIQUE,
  "c48" INTEGER UNIQUE,
  "c49" INTEGER UNIQUE,
  "c50" INTEGER UNIQUE,
  "c51" INTEGER UNIQUE,
  "c52" INTEGER UNIQUE,
  "c53" INTEGER UNIQUE,
  "c54" INTEGER UNIQUE,
  "c55" INTEGER UNIQUE,
  "c56" INTEGER UNIQUE,
  "c57" INTEGER UNIQUE,
  "c58" INTEGER UNIQUE,
  "c59" INTEGER UNIQUE,
  "c60" INTEGER UNIQUE,
  "c61" INTEGER UNIQUE,
  "c62" INTEGER UNIQUE,
  "c63" INTEGER UNIQUE,
  "c64" INTEGER UNIQUE,
  "c65" INTEGER UNIQUE,
  PRIMARY KEY ("id")
);

-- seq-10930-virtual-with-dependencies: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "People" (
  "id"   SERIAL,
  "name" VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "Images" (
  "id"       SERIAL,
  "path"     VARCHAR(255),
  "PersonId" INTEGER REFERENCES "People" ("id") ON DELETE SET NULL ON UPDATE CASCADE,  -- Person.Images, Image.Person
  PRIMARY KEY ("id")
);

-- seq-11208-three-ends: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Dishes" (
  "id"        SERIAL,
  "name"      VARCHAR(255),
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "Guests" (
  "id"        SERIAL,
  "name"      VARCHAR(255),
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "Kitchens" (
  "id"        SERIAL,
  "name"      VARCHAR(255),
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "DishRatings" (
  "id"        SERIAL,
  "value"     FLOAT NOT NULL,
  "dishId"    INTEGER REFERENCES "Dishes" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- Dish.Guests, Guest.Dishes, Dish.Kitchens, Kitchen.Dishes
  "kitchenId" INTEGER REFERENCES "Kitchens" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- Dish.Kitchens, Kitchen.Dishes
  "guestId"   INTEGER REFERENCES "Guests" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- Dish.Guests, Guest.Dishes
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  UNIQUE ("dishId", "kitchenId"),
  UNIQUE ("guestId"),
  PRIMARY KEY ("id")
);

-- seq-11313-self-n-m-required-limit: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Members" (
  "id"    SERIAL,
  "login" VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "Kins" (
  "childId"  INTEGER REFERENCES "Members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- Member.Parents, Member.Children
  "parentId" INTEGER REFERENCES "Members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- Member.Parents, Member.Children
  PRIMARY KEY ("childId", "parentId")
);

-- seq-12133-required-with-limit-inside: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "tb_category" (
  "id"         SERIAL,
  "name"       VARCHAR(255),
  "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "tb_item" (
  "id"          SERIAL,
  "main_menu"   INTEGER,
  "name"        VARCHAR(255),
  "created_at"  TIMESTAMP WITH TIME ZONE NOT NULL,
  "updated_at"  TIMESTAMP WITH TIME ZONE NOT NULL,
  "category_id" INTEGER REFERENCES "tb_category" ("id") ON DELETE SET NULL ON UPDATE CASCADE,  -- Category.items, Item.Category
  PRIMARY KEY ("id")
);

-- seq-12820-keys-besides: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "GuestModels" (
  "id"        SERIAL,
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "PartyModels" (
  "id"        SERIAL,
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "PartyGuests" (
  "id"           SERIAL,
  "partyId"      INTEGER REFERENCES "PartyModels" ("id"),
  "guestId"      INTEGER REFERENCES "GuestModels" ("id"),
  "answer"       VARCHAR(255) NOT NULL,
  "createdAt"    TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt"    TIMESTAMP WITH TIME ZONE NOT NULL,
  "GuestModelId" INTEGER REFERENCES "GuestModels" ("id") ON DELETE SET NULL ON UPDATE CASCADE,  -- GuestModel.asked, GuestModel.PartyModels, PartyModel.GuestModels
  "PartyModelId" INTEGER REFERENCES "PartyModels" ("id") ON DELETE SET NULL ON UPDATE CASCADE,  -- PartyModel.askings, GuestModel.PartyModels, PartyModel.GuestModels
  UNIQUE ("GuestModelId", "PartyModelId"),
  PRIMARY KEY ("id")
);

-- seq-13330-keys-in-another-case: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Visitors" (
  "id"        SERIAL,
  "name"      VARCHAR(255),
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "Hobbies" (
  "id"        SERIAL,
  "name"      VARCHAR(255),
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "VisitorHobbies" (
  "visitorId" INTEGER NOT NULL,
  "hobbyId"   INTEGER NOT NULL,
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "VisitorId" INTEGER REFERENCES "Visitors" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- Visitor.Hobbies, Hobby.Visitors
  "HobbyId"   INTEGER REFERENCES "Hobbies" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- Visitor.Hobbies, Hobby.Visitors
  PRIMARY KEY ("VisitorId", "HobbyId")
);

-- seq-13397-grant-of-three: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "members" (
  "id"   SERIAL,
  "nick" VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "badges" (
  "id"   SERIAL,
  "name" VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "medals" (
  "id"   SERIAL,
  "name" VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "awards" (
  "id"        SERIAL,
  "selfGiven" BOOLEAN,
  "memberId"  INTEGER REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- member.badges, badge.members, member.medals, medal.members
  "badgeId"   INTEGER REFERENCES "badges" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- member.badges, badge.members
  "medalId"   INTEGER REFERENCES "medals" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- member.medals, medal.members
  UNIQUE ("memberId", "medalId"),
  UNIQUE ("badgeId"),
  PRIMARY KEY ("id")
);

-- seq-14281-existing-join-columns: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "drivers" (
  "driver_id" SERIAL,
  "name"      VARCHAR(255),
  PRIMARY KEY ("driver_id")
);

CREATE TABLE "routes" (
  "route_id" SERIAL,
  "name"     VARCHAR(255),
  PRIMARY KEY ("route_id")
);

CREATE TABLE "driver_routes" (
  "id_driver"      INTEGER REFERENCES "drivers" ("driver_id"),
  "id_route"       INTEGER REFERENCES "routes" ("route_id"),
  "driverDriverId" INTEGER REFERENCES "drivers" ("driver_id") ON DELETE CASCADE ON UPDATE CASCADE,  -- driver.routes, route.drivers
  "routeRouteId"   INTEGER REFERENCES "routes" ("route_id") ON DELETE CASCADE ON UPDATE CASCADE,  -- driver.routes, route.drivers
  PRIMARY KEY ("driverDriverId", "routeRouteId")
);

-- seq-5425-self-join-row-filter: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Souls" (
  "id"        SERIAL,
  "name"      VARCHAR(255),
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TYPE "public"."enum_Ties_status" AS ENUM ('open', 'kept');
CREATE TABLE "Ties" (
  "status"    "public"."enum_Ties_status" DEFAULT 'open',
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "fromId"    INTEGER REFERENCES "Souls" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- Soul.Circle, Soul.Admirers
  "toId"      INTEGER REFERENCES "Souls" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- Soul.Circle, Soul.Admirers
  PRIMARY KEY ("fromId", "toId")
);

-- seq-6107-default-scopes: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "client" (
  "id"        SERIAL,
  "label"     VARCHAR(255),
  "gone"      INTEGER NOT NULL DEFAULT 0,
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "receipt_book" (
  "id"        SERIAL,
  "number"    VARCHAR(255),
  "amount"    DECIMAL(10,3),
  "gone"      INTEGER NOT NULL DEFAULT 0,
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "clientId"  INTEGER REFERENCES "client" ("id") ON DELETE SET NULL ON UPDATE CASCADE,  -- receipt.client, client.receipts
  PRIMARY KEY ("id")
);

CREATE TABLE "receiptLines" (
  "id"        SERIAL,
  "sort"      VARCHAR(255),
  "gone"      INTEGER NOT NULL DEFAULT 0,
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "receiptId" INTEGER REFERENCES "receipt_book" ("id") ON DELETE SET NULL ON UPDATE CASCADE,  -- receipt.receiptLines, receiptLine.receipt
  PRIMARY KEY ("id")
);

-- seq-7683-without-constraint: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "inns" (
  "inn_pk"    SERIAL,
  "chain_no"  VARCHAR(10) NOT NULL,
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("inn_pk")
);

CREATE TABLE "inn_features" (
  "feature_pk" SERIAL,
  "chain_no"   INTEGER,  -- inn.innFeatures
  "createdAt"  TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt"  TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("feature_pk")
);

-- seq-8372-key-named-like-column: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "worker" (
  "id"        SERIAL,
  "title"     VARCHAR(255),
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "duty" (
  "id"        SERIAL,
  "title"     VARCHAR(255),
  "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "worker_duty" (
  "worker_id" INTEGER REFERENCES "worker" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- worker.duties, duty.workers
  "duty_id"   INTEGER REFERENCES "duty" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- worker.duties, duty.workers
  "note"      VARCHAR(255),
  PRIMARY KEY ("worker_id", "duty_id")
);

-- st-1262-required-limit: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Holders" (
  "id"   SERIAL,
  "name" VARCHAR(255),
  PRIMARY KEY ("id")
);

CREATE TABLE "Firms" (
  "id"   SERIAL,
  "code" VARCHAR(8) NOT NULL UNIQUE,
  PRIMARY KEY ("id")
);

CREATE TABLE "access" (
  "holderId" INTEGER REFERENCES "Holders" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- Holder.firms, Firm.holders
  "firmCode" VARCHAR(8) REFERENCES "Firms" ("code") ON DELETE CASCADE ON UPDATE CASCADE,  -- Holder.firms, Firm.holders
  PRIMARY KEY ("holderId", "firmCode")
);

-- st-1262-rights-by-user: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "user_rights" (
  "user_id"     INTEGER,
  "mask"        BIGINT,
  "full_access" BOOLEAN DEFAULT false,
  "created_at"  TIMESTAMP WITH TIME ZONE NOT NULL,
  "updated_at"  TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("user_id")
);

CREATE TABLE "firms" (
  "id"           SERIAL,
  "code"         VARCHAR(8) NOT NULL UNIQUE,
  "name"         VARCHAR(255),
  "activated_on" DATE,
  "created_at"   TIMESTAMP WITH TIME ZONE NOT NULL,
  "updated_at"   TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "firm_access" (
  "user_id"   INTEGER REFERENCES "user_rights" ("user_id") ON DELETE CASCADE ON UPDATE CASCADE,  -- Rights.firms, Firm.holders
  "firm_code" VARCHAR(8) REFERENCES "firms" ("code") ON DELETE CASCADE ON UPDATE CASCADE,  -- Rights.firms, Firm.holders
  UNIQUE ("user_id", "firm_code"),
  PRIMARY KEY ("user_id", "firm_code")
);

-- video-index-on-function: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "Actors" (
  "id"     SERIAL,
  "handle" VARCHAR(255),
  PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "actor_handle_lower" ON "Actors" (lower("handle"));

-- wiki-shared-join-minimal: the schema that Sequelize 6 creates on PostgreSQL

CREATE TABLE "users" (
  "id" SERIAL,
  PRIMARY KEY ("id")
);

CREATE TABLE "spaces" (
  "id" SERIAL,
  PRIMARY KEY ("id")
);

CREATE TABLE "pages" (
  "id" SERIAL,
  PRIMARY KEY ("id")
);

CREATE TABLE "permissions" (
  "id"      SERIAL,
  "spaceId" INTEGER REFERENCES "spaces" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- space.users
  "pageId"  INTEGER REFERENCES "pages" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- page.users
  "userId"  INTEGER REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE CASCADE,  -- space.users, page.users
  UNIQUE ("spaceId"),
  UNIQUE ("pageId", "userId"),
  PRIMARY KEY ("id")
);

