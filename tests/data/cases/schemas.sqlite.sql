-- auto-449-plural-models: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Menus` (
  `menuName` VARCHAR(40) PRIMARY KEY
);

CREATE TABLE `Dishes` (
  `dishName` VARCHAR(40) PRIMARY KEY
);

CREATE TABLE `MenuHasDishes` (
  `menuName` VARCHAR(40) NOT NULL REFERENCES `Menus` (`menuName`) ON DELETE NO ACTION ON UPDATE CASCADE,  -- MenuHasDishes.Menu, Dishes.Menus, Menus.MenuHasDishes, Menus.Dishes
  `dishName` VARCHAR(40) NOT NULL REFERENCES `Dishes` (`dishName`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Dishes.Menus, MenuHasDishes.Dish, Menus.Dishes, Dishes.MenuHasDishes
  UNIQUE (`menuName`, `dishName`),
  PRIMARY KEY (`menuName`, `dishName`)
);

-- auto-574-alias-like-through: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `clerks` (
  `id`   INTEGER PRIMARY KEY AUTOINCREMENT,
  `name` VARCHAR(255)
);

CREATE TABLE `shops` (
  `id`   INTEGER PRIMARY KEY AUTOINCREMENT,
  `name` VARCHAR(255)
);

CREATE TABLE `clerk_shops` (
  `clerk_id` INTEGER NOT NULL REFERENCES `clerks` (`id`) ON DELETE NO ACTION ON UPDATE CASCADE,  -- clerk_shops.clerk, clerks.clerk_shops, clerks.clerk_shops_through
  `shop_id`  INTEGER NOT NULL REFERENCES `shops` (`id`) ON DELETE NO ACTION ON UPDATE CASCADE,  -- clerk_shops.shop, shops.clerk_shops, clerks.clerk_shops_through
  UNIQUE (`clerk_id`, `shop_id`),
  PRIMARY KEY (`clerk_id`, `shop_id`)
);

-- civic-key-by-fieldName: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `People` (
  `id`   INTEGER PRIMARY KEY AUTOINCREMENT,
  `name` VARCHAR(255)
);

CREATE TABLE `Tasks` (
  `id`       INTEGER PRIMARY KEY AUTOINCREMENT,
  `title`    VARCHAR(255),
  `madeById` INTEGER NOT NULL REFERENCES `People` (`id`) ON DELETE NO ACTION ON UPDATE CASCADE  -- Task.creator
);

-- docs-enum-with-values: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Docs` (
  `id`    INTEGER PRIMARY KEY AUTOINCREMENT,
  `state` TEXT NOT NULL DEFAULT 'draft'
);

-- docs-jsonb-index: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Docs` (
  `id`   INTEGER PRIMARY KEY AUTOINCREMENT,
  `data` JSONB
);
CREATE INDEX `docs_data` ON `Docs` (`data`);

-- docs-misspelt-options: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Docs` (
  `id`   INTEGER PRIMARY KEY AUTOINCREMENT,
  `code` VARCHAR(255)
);

CREATE TABLE `Tags` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT,
  `n`  VARCHAR(255)
);

CREATE TABLE `doc_tags` (
  `DocId` INTEGER NOT NULL REFERENCES `Docs` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Doc.Tags
  `TagId` INTEGER NOT NULL REFERENCES `Tags` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Doc.Tags
  PRIMARY KEY (`DocId`, `TagId`)
);

-- docs-polymorphic: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `pictures` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `title`     VARCHAR(255),
  `url`       VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `movies` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `title`     VARCHAR(255),
  `text`      VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `remarks` (
  `id`          INTEGER PRIMARY KEY AUTOINCREMENT,
  `title`       VARCHAR(255),
  `subjectId`   INTEGER,  -- picture.remarks, remark.picture, movie.remarks, remark.movie
  `subjectType` VARCHAR(255),
  `createdAt`   DATETIME NOT NULL,
  `updatedAt`   DATETIME NOT NULL
);

CREATE TABLE `labels` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`      VARCHAR(255),
  `status`    VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `label_uses` (
  `labelId`    INTEGER NOT NULL,  -- picture.labels, label.pictures, movie.labels, label.movies, picture.pendingLabels
  `markedId`   INTEGER NOT NULL,  -- picture.labels, label.pictures, movie.labels, label.movies, picture.pendingLabels
  `markedType` VARCHAR(255),
  `createdAt`  DATETIME NOT NULL,
  `updatedAt`  DATETIME NOT NULL,
  UNIQUE (`labelId`, `markedId`, `markedType`),
  PRIMARY KEY (`labelId`, `markedId`)
);

-- docs-references-null: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Posts` (
  `id`    INTEGER PRIMARY KEY AUTOINCREMENT,
  `title` VARCHAR(255)
);

CREATE TABLE `Remarks` (
  `id`     INTEGER PRIMARY KEY AUTOINCREMENT,
  `postId` INTEGER  -- Post.Remarks
);

-- docs-super-many-to-many: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `climbers` (
  `id`     INTEGER PRIMARY KEY AUTOINCREMENT,
  `nick`   VARCHAR(255),
  `points` INTEGER
);

CREATE TABLE `badges` (
  `id`   INTEGER PRIMARY KEY AUTOINCREMENT,
  `name` VARCHAR(255)
);

CREATE TABLE `awards` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `selfGiven` TINYINT(1),
  `climberId` INTEGER REFERENCES `climbers` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- climber.badges, badge.climbers, climber.awards, award.climber
  `badgeId`   INTEGER REFERENCES `badges` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- climber.badges, badge.climbers, badge.awards, award.badge
  UNIQUE (`climberId`, `badgeId`)
);

-- home-enum-of-numbers: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Sensors` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`      VARCHAR(255),
  `pollEvery` TEXT
);

-- own-one-end-is-the-key: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Users` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT,
  `n`  VARCHAR(255)
);

CREATE TABLE `Roles` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT,
  `n`  VARCHAR(255)
);

CREATE TABLE `UserRoles` (
  `userId` INTEGER PRIMARY KEY REFERENCES `Users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Roles, Role.Users
  `roleId` INTEGER REFERENCES `Roles` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Roles, Role.Users
  UNIQUE (`userId`, `roleId`)
);

-- own-one-end-unique: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Users` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT,
  `n`  VARCHAR(255)
);

CREATE TABLE `Roles` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT,
  `n`  VARCHAR(255)
);

CREATE TABLE `UserRoles` (
  `id`     INTEGER PRIMARY KEY AUTOINCREMENT,
  `userId` INTEGER UNIQUE REFERENCES `Users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Roles, Role.Users
  `roleId` INTEGER REFERENCES `Roles` (`id`) ON DELETE CASCADE ON UPDATE CASCADE  -- User.Roles, Role.Users
);

-- peer-backtick-names: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `tafel1` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `spalte"1`  VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `others` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `x`         VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `join` (
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  `t1`        INTEGER NOT NULL REFERENCES `tafel1` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- tafel`1.others, other.tafel`1s
  `o1`        INTEGER NOT NULL REFERENCES `others` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- tafel`1.others, other.tafel`1s
  PRIMARY KEY (`t1`, `o1`)
);

-- peer-blob-key: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `packets` (
  `hash` BLOB NOT NULL PRIMARY KEY,
  `size` INTEGER
);

CREATE TABLE `peers` (
  `name` VARCHAR(30) PRIMARY KEY
);

CREATE TABLE `deliveries` (
  `createdAt`  DATETIME NOT NULL,
  `updatedAt`  DATETIME NOT NULL,
  `packetHash` BLOB NOT NULL REFERENCES `packets` (`hash`) ON DELETE CASCADE ON UPDATE CASCADE,  -- packet.peers, peer.packets
  `peerName`   VARCHAR(30) NOT NULL REFERENCES `peers` (`name`) ON DELETE CASCADE ON UPDATE CASCADE,  -- packet.peers, peer.packets
  PRIMARY KEY (`packetHash`, `peerName`)
);

-- peer-bytes-key: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `packets` (
  `hash` VARCHAR BINARY(32) NOT NULL PRIMARY KEY,
  `size` INTEGER
);

CREATE TABLE `peers` (
  `name` VARCHAR(30) PRIMARY KEY
);

CREATE TABLE `deliveries` (
  `createdAt`  DATETIME NOT NULL,
  `updatedAt`  DATETIME NOT NULL,
  `packetHash` VARCHAR BINARY(32) NOT NULL REFERENCES `packets` (`hash`) ON DELETE CASCADE ON UPDATE CASCADE,  -- packet.peers, peer.packets
  `peerName`   VARCHAR(30) NOT NULL REFERENCES `peers` (`name`) ON DELETE CASCADE ON UPDATE CASCADE,  -- packet.peers, peer.packets
  PRIMARY KEY (`packetHash`, `peerName`)
);

-- probe-collations-differ: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Countries` (
  `code` VARCHAR(2) PRIMARY KEY
);

CREATE TABLE `Cities` (
  `id`          INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`        VARCHAR(255),
  `CountryCode` VARCHAR(2) REFERENCES `Countries` (`code`) ON DELETE SET NULL ON UPDATE CASCADE  -- Country.Cities, City.Country
);

-- probe-date-key: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Slots` (
  `startsAt` DATETIME PRIMARY KEY
);

CREATE TABLE `Rooms` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT,
  `n`  VARCHAR(255)
);

CREATE TABLE `bookings` (
  `createdAt`    DATETIME NOT NULL,
  `updatedAt`    DATETIME NOT NULL,
  `SlotStartsAt` DATETIME NOT NULL REFERENCES `Slots` (`startsAt`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Slot.Rooms, Room.Slots
  `RoomId`       INTEGER NOT NULL REFERENCES `Rooms` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Slot.Rooms, Room.Slots
  PRIMARY KEY (`SlotStartsAt`, `RoomId`)
);

-- probe-default-function: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Logs` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT,
  `at` DATETIME DEFAULT now()
);

-- probe-long-enum-names: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `QuestionnaireParticipantAnswerHistoryEntries` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT,
  `questionnaireParticipantIdentifierKind` TEXT,
  `questionnaireParticipantIdentifierKindOfOld` TEXT
);

-- probe-row-too-long: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Wides` (
  `id`  INTEGER PRIMARY KEY AUTOINCREMENT,
  `c0`  VARCHAR(255),
  `c1`  VARCHAR(255),
  `c2`  VARCHAR(255),
  `c3`  VARCHAR(255),
  `c4`  VARCHAR(255),
  `c5`  VARCHAR(255),
  `c6`  VARCHAR(255),
  `c7`  VARCHAR(255),
  `c8`  VARCHAR(255),
  `c9`  VARCHAR(255),
  `c10` VARCHAR(255),
  `c11` VARCHAR(255),
  `c12` VARCHAR(255),
  `c13` VARCHAR(255),
  `c14` VARCHAR(255),
  `c15` VARCHAR(255),
  `c16` VARCHAR(255),
  `c17` VARCHAR(255),
  `c18` VARCHAR(255),
  `c19` VARCHAR(255),
  `c20` VARCHAR(255),
  `c21` VARCHAR(255),
  `c22` VARCHAR(255),
  `c23` VARCHAR(255),
  `c24` VARCHAR(255),
  `c25` VARCHAR(255),
  `c26` VARCHAR(255),
  `c27` VARCHAR(255),
  `c28` VARCHAR(255),
  `c29` VARCHAR(255),
  `c30` VARCHAR(255),
  `c31` VARCHAR(255),
  `c32` VARCHAR(255),
  `c33` VARCHAR(255),
  `c34` VARCHAR(255),
  `c35` VARCHAR(255),
  `c36` VARCHAR(255),
  `c37` VARCHAR(255),
  `c38` VARCHAR(255),
  `c39` VARCHAR(255),
  `c40` VARCHAR(255),
  `c41` VARCHAR(255),
  `c42` VARCHAR(255),
  `c43` VARCHAR(255),
  `c44` VARCHAR(255),
  `c45` VARCHAR(255),
  `c46` VARCHAR(255),
  `c47` VARCHAR(255),
  `c48` VARCHAR(255),
  `c49` VARCHAR(255),
  `c50` VARCHAR(255),
  `c51` VARCHAR(255),
  `c52` VARCHAR(255),
  `c53` VARCHAR(255),
  `c54` VARCHAR(255),
  `c55` VARCHAR(255),
  `c56` VARCHAR(255),
  `c57` VARCHAR(255),
  `c58` VARCHAR(255),
  `c59` VARCHAR(255),
  `c60` VARCHAR(255),
  `c61` VARCHAR(255),
  `c62` VARCHAR(255),
  `c63` VARCHAR(255),
  `c64` VARCHAR(255),
  `c65` VARCHAR(255),
  `c66` VARCHAR(255),
  `c67` VARCHAR(255),
  `c68` VARCHAR(255),
  `c69` VARCHAR(255)
);

-- probe-too-many-keys: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Wides` (
  `id`  INTEGER PRIMARY KEY AUTOINCREMENT,
  `c0`  INTEGER UNIQUE,
  `c1`  INTEGER UNIQUE,
  `c2`  INTEGER UNIQUE,
  `c3`  INTEGER UNIQUE,
  `c4`  INTEGER UNIQUE,
  `c5`  INTEGER UNIQUE,
  `c6`  INTEGER UNIQUE,
  `c7`  INTEGER UNIQUE,
  `c8`  INTEGER UNIQUE,
  `c9`  INTEGER UNIQUE,
  `c10` INTEGER UNIQUE,
  `c11` INTEGER UNIQUE,
  `c12` INTEGER UNIQUE,
  `c13` INTEGER UNIQUE,
  `c14` INTEGER UNIQUE,
  `c15` INTEGER UNIQUE,
  `c16` INTEGER UNIQUE,
  `c17` INTEGER UNIQUE,
  `c18` INTEGER UNIQUE,
  `c19` INTEGER UNIQUE,
  `c20` INTEGER UNIQUE,
  `c21` INTEGER UNIQUE,
  `c22` INTEGER UNIQUE,
  `c23` INTEGER UNIQUE,
  `c24` INTEGER UNIQUE,
  `c25` INTEGER UNIQUE,
  `c26` INTEGER UNIQUE,
  `c27` INTEGER UNIQUE,
  `c28` INTEGER UNIQUE,
  `c29` INTEGER UNIQUE,
  `c30` INTEGER UNIQUE,
  `c31` INTEGER UNIQUE,
  `c32` INTEGER UNIQUE,
  `c33` INTEGER UNIQUE,
  `c34` INTEGER UNIQUE,
  `c35` INTEGER UNIQUE,
  `c36` INTEGER UNIQUE,
  `c37` INTEGER UNIQUE,
  `c38` INTEGER UNIQUE,
  `c39` INTEGER UNIQUE,
  `c40` INTEGER UNIQUE,
  `c41` INTEGER UNIQUE,
  `c42` INTEGER UNIQUE,
  `c43` INTEGER UNIQUE,
  `c44` INTEGER UNIQUE,
  `c45` INTEGER UNIQUE,
  `c46` INTEGER UNIQUE,
  `c47` INTEGER UNIQUE,
  `c48` INTEGER UNIQUE,
  `c49` INTEGER UNIQUE,
  `c50` INTEGER UNIQUE,
  `c51` INTEGER UNIQUE,
  `c52` INTEGER UNIQUE,
  `c53` INTEGER UNIQUE,
  `c54` INTEGER UNIQUE,
  `c55` INTEGER UNIQUE,
  `c56` INTEGER UNIQUE,
  `c57` INTEGER UNIQUE,
  `c58` INTEGER UNIQUE,
  `c59` INTEGER UNIQUE,
  `c60` INTEGER UNIQUE,
  `c61` INTEGER UNIQUE,
  `c62` INTEGER UNIQUE,
  `c63` INTEGER UNIQUE,
  `c64` INTEGER UNIQUE,
  `c65` INTEGER UNIQUE
);

-- seq-10930-virtual-with-dependencies: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `People` (
  `id`   INTEGER PRIMARY KEY AUTOINCREMENT,
  `name` VARCHAR(255)
);

CREATE TABLE `Images` (
  `id`       INTEGER PRIMARY KEY AUTOINCREMENT,
  `path`     VARCHAR(255),
  `PersonId` INTEGER REFERENCES `People` (`id`) ON DELETE SET NULL ON UPDATE CASCADE  -- Person.Images, Image.Person
);

-- seq-11208-three-ends: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Dishes` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`      VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `Guests` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`      VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `Kitchens` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`      VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `DishRatings` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `value`     FLOAT NOT NULL,
  `dishId`    INTEGER REFERENCES `Dishes` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Dish.Guests, Guest.Dishes, Dish.Kitchens, Kitchen.Dishes
  `kitchenId` INTEGER REFERENCES `Kitchens` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Dish.Kitchens, Kitchen.Dishes
  `guestId`   INTEGER REFERENCES `Guests` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Dish.Guests, Guest.Dishes
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  UNIQUE (`dishId`, `kitchenId`),
  UNIQUE (`guestId`)
);

-- seq-11313-self-n-m-required-limit: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Members` (
  `id`    INTEGER PRIMARY KEY AUTOINCREMENT,
  `login` VARCHAR(255)
);

CREATE TABLE `Kins` (
  `childId`  INTEGER NOT NULL REFERENCES `Members` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Member.Parents, Member.Children
  `parentId` INTEGER NOT NULL REFERENCES `Members` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Member.Parents, Member.Children
  PRIMARY KEY (`childId`, `parentId`)
);

-- seq-12133-required-with-limit-inside: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `tb_category` (
  `id`         INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`       VARCHAR(255),
  `created_at` DATETIME NOT NULL,
  `updated_at` DATETIME NOT NULL
);

CREATE TABLE `tb_item` (
  `id`          INTEGER PRIMARY KEY AUTOINCREMENT,
  `main_menu`   INTEGER,
  `name`        VARCHAR(255),
  `created_at`  DATETIME NOT NULL,
  `updated_at`  DATETIME NOT NULL,
  `category_id` INTEGER REFERENCES `tb_category` (`id`) ON DELETE SET NULL ON UPDATE CASCADE  -- Category.items, Item.Category
);

-- seq-12820-keys-besides: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `GuestModels` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `PartyModels` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `PartyGuests` (
  `id`           INTEGER PRIMARY KEY AUTOINCREMENT,
  `partyId`      INTEGER REFERENCES `PartyModels` (`id`),
  `guestId`      INTEGER REFERENCES `GuestModels` (`id`),
  `answer`       VARCHAR(255) NOT NULL,
  `createdAt`    DATETIME NOT NULL,
  `updatedAt`    DATETIME NOT NULL,
  `GuestModelId` INTEGER REFERENCES `GuestModels` (`id`) ON DELETE SET NULL ON UPDATE CASCADE,  -- GuestModel.asked, GuestModel.PartyModels, PartyModel.GuestModels
  `PartyModelId` INTEGER REFERENCES `PartyModels` (`id`) ON DELETE SET NULL ON UPDATE CASCADE,  -- PartyModel.askings, GuestModel.PartyModels, PartyModel.GuestModels
  UNIQUE (`GuestModelId`, `PartyModelId`)
);

-- seq-13330-keys-in-another-case: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Visitors` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`      VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `Hobbies` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`      VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `VisitorHobbies` (
  `visitorId` INTEGER NOT NULL,
  `hobbyId`   INTEGER NOT NULL,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  `VisitorId` INTEGER NOT NULL REFERENCES `Visitors` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Visitor.Hobbies, Hobby.Visitors
  `HobbyId`   INTEGER NOT NULL REFERENCES `Hobbies` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Visitor.Hobbies, Hobby.Visitors
  PRIMARY KEY (`VisitorId`, `HobbyId`)
);

-- seq-13397-grant-of-three: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `members` (
  `id`   INTEGER PRIMARY KEY AUTOINCREMENT,
  `nick` VARCHAR(255)
);

CREATE TABLE `badges` (
  `id`   INTEGER PRIMARY KEY AUTOINCREMENT,
  `name` VARCHAR(255)
);

CREATE TABLE `medals` (
  `id`   INTEGER PRIMARY KEY AUTOINCREMENT,
  `name` VARCHAR(255)
);

CREATE TABLE `awards` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `selfGiven` TINYINT(1),
  `memberId`  INTEGER REFERENCES `members` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- member.badges, badge.members, member.medals, medal.members
  `badgeId`   INTEGER REFERENCES `badges` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- member.badges, badge.members
  `medalId`   INTEGER REFERENCES `medals` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- member.medals, medal.members
  UNIQUE (`memberId`, `medalId`),
  UNIQUE (`badgeId`)
);

-- seq-14281-existing-join-columns: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `drivers` (
  `driver_id` INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`      VARCHAR(255)
);

CREATE TABLE `routes` (
  `route_id` INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`     VARCHAR(255)
);

CREATE TABLE `driver_routes` (
  `id_driver`      INTEGER REFERENCES `drivers` (`driver_id`),
  `id_route`       INTEGER REFERENCES `routes` (`route_id`),
  `driverDriverId` INTEGER NOT NULL REFERENCES `drivers` (`driver_id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- driver.routes, route.drivers
  `routeRouteId`   INTEGER NOT NULL REFERENCES `routes` (`route_id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- driver.routes, route.drivers
  PRIMARY KEY (`driverDriverId`, `routeRouteId`)
);

-- seq-5425-self-join-row-filter: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Souls` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`      VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `Ties` (
  `status`    TEXT DEFAULT 'open',
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  `fromId`    INTEGER NOT NULL REFERENCES `Souls` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Soul.Circle, Soul.Admirers
  `toId`      INTEGER NOT NULL REFERENCES `Souls` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Soul.Circle, Soul.Admirers
  PRIMARY KEY (`fromId`, `toId`)
);

-- seq-6107-default-scopes: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `client` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `label`     VARCHAR(255),
  `gone`      INTEGER NOT NULL DEFAULT 0,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `receipt_book` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `number`    VARCHAR(255),
  `amount`    DECIMAL(10,3),
  `gone`      INTEGER NOT NULL DEFAULT 0,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  `clientId`  INTEGER REFERENCES `client` (`id`) ON DELETE SET NULL ON UPDATE CASCADE  -- receipt.client, client.receipts
);

CREATE TABLE `receiptLines` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `sort`      VARCHAR(255),
  `gone`      INTEGER NOT NULL DEFAULT 0,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  `receiptId` INTEGER REFERENCES `receipt_book` (`id`) ON DELETE SET NULL ON UPDATE CASCADE  -- receipt.receiptLines, receiptLine.receipt
);

-- seq-7683-without-constraint: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `inns` (
  `inn_pk`    INTEGER PRIMARY KEY AUTOINCREMENT,
  `chain_no`  VARCHAR(10) NOT NULL,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `inn_features` (
  `feature_pk` INTEGER PRIMARY KEY AUTOINCREMENT,
  `chain_no`   INTEGER(11),  -- inn.innFeatures
  `createdAt`  DATETIME NOT NULL,
  `updatedAt`  DATETIME NOT NULL
);

-- seq-8372-key-named-like-column: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `worker` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `title`     VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `duty` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `title`     VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `worker_duty` (
  `worker_id` INTEGER NOT NULL REFERENCES `worker` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- worker.duties, duty.workers
  `duty_id`   INTEGER NOT NULL REFERENCES `duty` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- worker.duties, duty.workers
  `note`      VARCHAR(255),
  PRIMARY KEY (`worker_id`, `duty_id`)
);

-- st-1262-required-limit: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Holders` (
  `id`   INTEGER PRIMARY KEY AUTOINCREMENT,
  `name` VARCHAR(255)
);

CREATE TABLE `Firms` (
  `id`   INTEGER PRIMARY KEY AUTOINCREMENT,
  `code` VARCHAR(8) NOT NULL UNIQUE
);

CREATE TABLE `access` (
  `holderId` INTEGER NOT NULL REFERENCES `Holders` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Holder.firms, Firm.holders
  `firmCode` VARCHAR(8) NOT NULL REFERENCES `Firms` (`code`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Holder.firms, Firm.holders
  PRIMARY KEY (`holderId`, `firmCode`)
);

-- st-1262-rights-by-user: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `user_rights` (
  `user_id`     INTEGER PRIMARY KEY,
  `mask`        BIGINT,
  `full_access` TINYINT(1) DEFAULT 0,
  `created_at`  DATETIME NOT NULL,
  `updated_at`  DATETIME NOT NULL
);

CREATE TABLE `firms` (
  `id`           INTEGER PRIMARY KEY AUTOINCREMENT,
  `code`         VARCHAR(8) NOT NULL UNIQUE,
  `name`         VARCHAR(255),
  `activated_on` DATE,
  `created_at`   DATETIME NOT NULL,
  `updated_at`   DATETIME NOT NULL
);

CREATE TABLE `firm_access` (
  `user_id`   INTEGER NOT NULL REFERENCES `user_rights` (`user_id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Rights.firms, Firm.holders
  `firm_code` VARCHAR(8) NOT NULL REFERENCES `firms` (`code`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Rights.firms, Firm.holders
  UNIQUE (`user_id`, `firm_code`),
  PRIMARY KEY (`user_id`, `firm_code`)
);

-- video-index-on-function: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Actors` (
  `id`     INTEGER PRIMARY KEY AUTOINCREMENT,
  `handle` VARCHAR(255)
);
CREATE UNIQUE INDEX `actor_handle_lower` ON `Actors` (lower(`handle`));

-- wiki-shared-join-minimal: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `users` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE `spaces` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE `pages` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE `permissions` (
  `id`      INTEGER PRIMARY KEY AUTOINCREMENT,
  `spaceId` INTEGER REFERENCES `spaces` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- space.users
  `pageId`  INTEGER REFERENCES `pages` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- page.users
  `userId`  INTEGER REFERENCES `users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- space.users, page.users
  UNIQUE (`spaceId`),
  UNIQUE (`pageId`, `userId`)
);

