-- auto-449-plural-models: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Menus` (
  `menuName` VARCHAR(40),
  PRIMARY KEY (`menuName`)
) ENGINE=InnoDB;

CREATE TABLE `Dishes` (
  `dishName` VARCHAR(40),
  PRIMARY KEY (`dishName`)
) ENGINE=InnoDB;

CREATE TABLE `MenuHasDishes` (
  `menuName` VARCHAR(40),  -- MenuHasDishes.Menu, Dishes.Menus, Menus.MenuHasDishes, Menus.Dishes
  `dishName` VARCHAR(40),  -- Dishes.Menus, MenuHasDishes.Dish, Menus.Dishes, Dishes.MenuHasDishes
  UNIQUE `MenuHasDishes_menuName_dishName_unique` (`menuName`, `dishName`),
  PRIMARY KEY (`menuName`, `dishName`),
  FOREIGN KEY (`menuName`) REFERENCES `Menus` (`menuName`) ON DELETE NO ACTION ON UPDATE CASCADE,
  FOREIGN KEY (`dishName`) REFERENCES `Dishes` (`dishName`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- auto-574-alias-like-through: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `clerks` (
  `id`   INTEGER NOT NULL auto_increment,
  `name` VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `shops` (
  `id`   INTEGER NOT NULL auto_increment,
  `name` VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `clerk_shops` (
  `clerk_id` INTEGER,  -- clerk_shops.clerk, clerks.clerk_shops, clerks.clerk_shops_through
  `shop_id`  INTEGER,  -- clerk_shops.shop, shops.clerk_shops, clerks.clerk_shops_through
  UNIQUE `clerk_shops_clerk_id_shop_id_unique` (`clerk_id`, `shop_id`),
  PRIMARY KEY (`clerk_id`, `shop_id`),
  FOREIGN KEY (`clerk_id`) REFERENCES `clerks` (`id`) ON DELETE NO ACTION ON UPDATE CASCADE,
  FOREIGN KEY (`shop_id`) REFERENCES `shops` (`id`) ON DELETE NO ACTION ON UPDATE CASCADE
) ENGINE=InnoDB;

-- civic-key-by-fieldName: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `People` (
  `id`   INTEGER NOT NULL auto_increment,
  `name` VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `Tasks` (
  `id`       INTEGER NOT NULL auto_increment,
  `title`    VARCHAR(255),
  `madeById` INTEGER NOT NULL,  -- Task.creator
  PRIMARY KEY (`id`),
  FOREIGN KEY (`madeById`) REFERENCES `People` (`id`) ON DELETE NO ACTION ON UPDATE CASCADE
) ENGINE=InnoDB;

-- docs-enum-with-values: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Docs` (
  `id`    INTEGER NOT NULL auto_increment,
  `state` ENUM('draft', 'done') NOT NULL DEFAULT 'draft',
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

-- docs-jsonb-index: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Docs` (
  `id`   INTEGER NOT NULL auto_increment,
  `data` JSONB,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
CREATE INDEX `docs_data` USING gin ON `Docs` (`data`);

-- docs-misspelt-options: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Docs` (
  `id`   INTEGER NOT NULL auto_increment,
  `code` VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `Tags` (
  `id` INTEGER NOT NULL auto_increment,
  `n`  VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `doc_tags` (
  `DocId` INTEGER,  -- Doc.Tags
  `TagId` INTEGER,  -- Doc.Tags
  PRIMARY KEY (`DocId`, `TagId`),
  FOREIGN KEY (`DocId`) REFERENCES `Docs` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`TagId`) REFERENCES `Tags` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- docs-polymorphic: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `pictures` (
  `id`        INTEGER NOT NULL auto_increment,
  `title`     VARCHAR(255),
  `url`       VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `movies` (
  `id`        INTEGER NOT NULL auto_increment,
  `title`     VARCHAR(255),
  `text`      VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `remarks` (
  `id`          INTEGER NOT NULL auto_increment,
  `title`       VARCHAR(255),
  `subjectId`   INTEGER,  -- picture.remarks, remark.picture, movie.remarks, remark.movie
  `subjectType` VARCHAR(255),
  `createdAt`   DATETIME NOT NULL,
  `updatedAt`   DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `labels` (
  `id`        INTEGER NOT NULL auto_increment,
  `name`      VARCHAR(255),
  `status`    VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `label_uses` (
  `labelId`    INTEGER,  -- picture.labels, label.pictures, movie.labels, label.movies, picture.pendingLabels
  `markedId`   INTEGER,  -- picture.labels, label.pictures, movie.labels, label.movies, picture.pendingLabels
  `markedType` VARCHAR(255),
  `createdAt`  DATETIME NOT NULL,
  `updatedAt`  DATETIME NOT NULL,
  UNIQUE `lu_unique` (`labelId`, `markedId`, `markedType`),
  PRIMARY KEY (`labelId`, `markedId`)
) ENGINE=InnoDB;

-- docs-references-null: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Posts` (
  `id`    INTEGER NOT NULL auto_increment,
  `title` VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `Remarks` (
  `id`     INTEGER NOT NULL auto_increment,
  `postId` INTEGER,  -- Post.Remarks
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

-- docs-super-many-to-many: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `climbers` (
  `id`     INTEGER NOT NULL auto_increment,
  `nick`   VARCHAR(255),
  `points` INTEGER,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `badges` (
  `id`   INTEGER NOT NULL auto_increment,
  `name` VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `awards` (
  `id`        INTEGER NOT NULL auto_increment,
  `selfGiven` TINYINT(1),
  `climberId` INTEGER,  -- climber.badges, badge.climbers, climber.awards, award.climber
  `badgeId`   INTEGER,  -- climber.badges, badge.climbers, badge.awards, award.badge
  UNIQUE `awards_badgeId_climberId_unique` (`climberId`, `badgeId`),
  PRIMARY KEY (`id`),
  FOREIGN KEY (`climberId`) REFERENCES `climbers` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`badgeId`) REFERENCES `badges` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- home-enum-of-numbers: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Sensors` (
  `id`        INTEGER NOT NULL auto_increment,
  `name`      VARCHAR(255),
  `pollEvery` ENUM(60000, 30000, 1000),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

-- own-one-end-is-the-key: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Users` (
  `id` INTEGER NOT NULL auto_increment,
  `n`  VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `Roles` (
  `id` INTEGER NOT NULL auto_increment,
  `n`  VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `UserRoles` (
  `userId` INTEGER,  -- User.Roles, Role.Users
  `roleId` INTEGER,  -- User.Roles, Role.Users
  UNIQUE `UserRoles_roleId_userId_unique` (`userId`, `roleId`),
  PRIMARY KEY (`userId`),
  FOREIGN KEY (`userId`) REFERENCES `Users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`roleId`) REFERENCES `Roles` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- own-one-end-unique: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Users` (
  `id` INTEGER NOT NULL auto_increment,
  `n`  VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `Roles` (
  `id` INTEGER NOT NULL auto_increment,
  `n`  VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `UserRoles` (
  `id`     INTEGER NOT NULL auto_increment,
  `userId` INTEGER UNIQUE,  -- User.Roles, Role.Users
  `roleId` INTEGER,  -- User.Roles, Role.Users
  PRIMARY KEY (`id`),
  FOREIGN KEY (`userId`) REFERENCES `Users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`roleId`) REFERENCES `Roles` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- peer-backtick-names: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `tafel1` (
  `id`        INTEGER NOT NULL auto_increment,
  `spalte"1`  VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `others` (
  `id`        INTEGER NOT NULL auto_increment,
  `x`         VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `join` (
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  `t1`        INTEGER,  -- tafel`1.others, other.tafel`1s
  `o1`        INTEGER,  -- tafel`1.others, other.tafel`1s
  PRIMARY KEY (`t1`, `o1`),
  FOREIGN KEY (`t1`) REFERENCES `tafel1` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`o1`) REFERENCES `others` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- peer-blob-key: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `packets` (
  `hash` BLOB NOT NULL,
  `size` INTEGER,
  PRIMARY KEY (`hash`)
) ENGINE=InnoDB;

CREATE TABLE `peers` (
  `name` VARCHAR(30),
  PRIMARY KEY (`name`)
) ENGINE=InnoDB;

CREATE TABLE `deliveries` (
  `createdAt`  DATETIME NOT NULL,
  `updatedAt`  DATETIME NOT NULL,
  `packetHash` BLOB,  -- packet.peers, peer.packets
  `peerName`   VARCHAR(30),  -- packet.peers, peer.packets
  PRIMARY KEY (`packetHash`, `peerName`),
  FOREIGN KEY (`packetHash`) REFERENCES `packets` (`hash`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`peerName`) REFERENCES `peers` (`name`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- peer-bytes-key: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `packets` (
  `hash` VARCHAR(32) BINARY NOT NULL,
  `size` INTEGER,
  PRIMARY KEY (`hash`)
) ENGINE=InnoDB;

CREATE TABLE `peers` (
  `name` VARCHAR(30),
  PRIMARY KEY (`name`)
) ENGINE=InnoDB;

CREATE TABLE `deliveries` (
  `createdAt`  DATETIME NOT NULL,
  `updatedAt`  DATETIME NOT NULL,
  `packetHash` VARCHAR(32) BINARY,  -- packet.peers, peer.packets
  `peerName`   VARCHAR(30),  -- packet.peers, peer.packets
  PRIMARY KEY (`packetHash`, `peerName`),
  FOREIGN KEY (`packetHash`) REFERENCES `packets` (`hash`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`peerName`) REFERENCES `peers` (`name`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- probe-collations-differ: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Countries` (
  `code` VARCHAR(2),
  PRIMARY KEY (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=latin1 COLLATE latin1_swedish_ci;

CREATE TABLE `Cities` (
  `id`          INTEGER NOT NULL auto_increment,
  `name`        VARCHAR(255),
  `CountryCode` VARCHAR(2),  -- Country.Cities, City.Country
  PRIMARY KEY (`id`),
  FOREIGN KEY (`CountryCode`) REFERENCES `Countries` (`code`) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB;

-- probe-date-key: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Slots` (
  `startsAt` DATETIME,
  PRIMARY KEY (`startsAt`)
) ENGINE=InnoDB;

CREATE TABLE `Rooms` (
  `id` INTEGER NOT NULL auto_increment,
  `n`  VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `bookings` (
  `createdAt`    DATETIME NOT NULL,
  `updatedAt`    DATETIME NOT NULL,
  `SlotStartsAt` DATETIME,  -- Slot.Rooms, Room.Slots
  `RoomId`       INTEGER,  -- Slot.Rooms, Room.Slots
  PRIMARY KEY (`SlotStartsAt`, `RoomId`),
  FOREIGN KEY (`SlotStartsAt`) REFERENCES `Slots` (`startsAt`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`RoomId`) REFERENCES `Rooms` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- probe-default-function: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Logs` (
  `id` INTEGER NOT NULL auto_increment,
  `at` DATETIME DEFAULT now(),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

-- probe-long-enum-names: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `QuestionnaireParticipantAnswerHistoryEntries` (
  `id` INTEGER NOT NULL auto_increment,
  `questionnaireParticipantIdentifierKind` ENUM('a', 'b'),
  `questionnaireParticipantIdentifierKindOfOld` ENUM('c', 'd'),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

-- probe-row-too-long: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Wides` (
  `id`  INTEGER NOT NULL auto_increment,
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
  `c69` VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

-- probe-too-many-keys: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Wides` (
  `id`  INTEGER NOT NULL auto_increment,
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
  `c65` INTEGER UNIQUE,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

-- seq-10930-virtual-with-dependencies: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `People` (
  `id`   INTEGER NOT NULL auto_increment,
  `name` VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `Images` (
  `id`       INTEGER NOT NULL auto_increment,
  `path`     VARCHAR(255),
  `PersonId` INTEGER,  -- Person.Images, Image.Person
  PRIMARY KEY (`id`),
  FOREIGN KEY (`PersonId`) REFERENCES `People` (`id`) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB;

-- seq-11208-three-ends: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Dishes` (
  `id`        INTEGER NOT NULL auto_increment,
  `name`      VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `Guests` (
  `id`        INTEGER NOT NULL auto_increment,
  `name`      VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `Kitchens` (
  `id`        INTEGER NOT NULL auto_increment,
  `name`      VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `DishRatings` (
  `id`        INTEGER NOT NULL auto_increment,
  `value`     FLOAT NOT NULL,
  `dishId`    INTEGER,  -- Dish.Guests, Guest.Dishes, Dish.Kitchens, Kitchen.Dishes
  `kitchenId` INTEGER,  -- Dish.Kitchens, Kitchen.Dishes
  `guestId`   INTEGER,  -- Dish.Guests, Guest.Dishes
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  UNIQUE `DishRatings_kitchenId_dishId_unique` (`dishId`, `kitchenId`),
  UNIQUE `DishRatings_guestId_dishId_unique` (`guestId`),
  PRIMARY KEY (`id`),
  FOREIGN KEY (`dishId`) REFERENCES `Dishes` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`kitchenId`) REFERENCES `Kitchens` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`guestId`) REFERENCES `Guests` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- seq-11313-self-n-m-required-limit: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Members` (
  `id`    INTEGER NOT NULL auto_increment,
  `login` VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `Kins` (
  `childId`  INTEGER,  -- Member.Parents, Member.Children
  `parentId` INTEGER,  -- Member.Parents, Member.Children
  PRIMARY KEY (`childId`, `parentId`),
  FOREIGN KEY (`childId`) REFERENCES `Members` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`parentId`) REFERENCES `Members` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- seq-12133-required-with-limit-inside: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `tb_category` (
  `id`         INTEGER NOT NULL auto_increment,
  `name`       VARCHAR(255),
  `created_at` DATETIME NOT NULL,
  `updated_at` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `tb_item` (
  `id`          INTEGER NOT NULL auto_increment,
  `main_menu`   INTEGER,
  `name`        VARCHAR(255),
  `created_at`  DATETIME NOT NULL,
  `updated_at`  DATETIME NOT NULL,
  `category_id` INTEGER,  -- Category.items, Item.Category
  PRIMARY KEY (`id`),
  FOREIGN KEY (`category_id`) REFERENCES `tb_category` (`id`) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB;

-- seq-12820-keys-besides: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `GuestModels` (
  `id`        INTEGER NOT NULL auto_increment,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `PartyModels` (
  `id`        INTEGER NOT NULL auto_increment,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `PartyGuests` (
  `id`           INTEGER(10) UNSIGNED auto_increment,
  `partyId`      INTEGER,
  `guestId`      INTEGER,
  `answer`       VARCHAR(255) NOT NULL,
  `createdAt`    DATETIME NOT NULL,
  `updatedAt`    DATETIME NOT NULL,
  `GuestModelId` INTEGER,  -- GuestModel.asked, GuestModel.PartyModels, PartyModel.GuestModels
  `PartyModelId` INTEGER,  -- PartyModel.askings, GuestModel.PartyModels, PartyModel.GuestModels
  UNIQUE `PartyGuests_PartyModelId_GuestModelId_unique` (`GuestModelId`, `PartyModelId`),
  PRIMARY KEY (`id`),
  FOREIGN KEY (`partyId`) REFERENCES `PartyModels` (`id`),
  FOREIGN KEY (`guestId`) REFERENCES `GuestModels` (`id`),
  FOREIGN KEY (`GuestModelId`) REFERENCES `GuestModels` (`id`) ON DELETE SET NULL ON UPDATE CASCADE,
  FOREIGN KEY (`PartyModelId`) REFERENCES `PartyModels` (`id`) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB;

-- seq-13330-keys-in-another-case: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Visitors` (
  `id`        INTEGER NOT NULL auto_increment,
  `name`      VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `Hobbies` (
  `id`        INTEGER NOT NULL auto_increment,
  `name`      VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `VisitorHobbies` (
  `visitorId` INTEGER NOT NULL,
  `hobbyId`   INTEGER NOT NULL,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  `VisitorId` INTEGER,  -- Visitor.Hobbies, Hobby.Visitors
  `HobbyId`   INTEGER,  -- Visitor.Hobbies, Hobby.Visitors
  PRIMARY KEY (`VisitorId`, `HobbyId`),
  FOREIGN KEY (`VisitorId`) REFERENCES `Visitors` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`HobbyId`) REFERENCES `Hobbies` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- seq-13397-grant-of-three: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `members` (
  `id`   INTEGER NOT NULL auto_increment,
  `nick` VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `badges` (
  `id`   INTEGER NOT NULL auto_increment,
  `name` VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `medals` (
  `id`   INTEGER NOT NULL auto_increment,
  `name` VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `awards` (
  `id`        INTEGER NOT NULL auto_increment,
  `selfGiven` TINYINT(1),
  `memberId`  INTEGER,  -- member.badges, badge.members, member.medals, medal.members
  `badgeId`   INTEGER,  -- member.badges, badge.members
  `medalId`   INTEGER,  -- member.medals, medal.members
  UNIQUE `awards_medalId_memberId_unique` (`memberId`, `medalId`),
  UNIQUE `awards_badgeId_memberId_unique` (`badgeId`),
  PRIMARY KEY (`id`),
  FOREIGN KEY (`memberId`) REFERENCES `members` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`badgeId`) REFERENCES `badges` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`medalId`) REFERENCES `medals` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- seq-14281-existing-join-columns: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `drivers` (
  `driver_id` INTEGER auto_increment,
  `name`      VARCHAR(255),
  PRIMARY KEY (`driver_id`)
) ENGINE=InnoDB;

CREATE TABLE `routes` (
  `route_id` INTEGER auto_increment,
  `name`     VARCHAR(255),
  PRIMARY KEY (`route_id`)
) ENGINE=InnoDB;

CREATE TABLE `driver_routes` (
  `id_driver`      INTEGER,
  `id_route`       INTEGER,
  `driverDriverId` INTEGER,  -- driver.routes, route.drivers
  `routeRouteId`   INTEGER,  -- driver.routes, route.drivers
  PRIMARY KEY (`driverDriverId`, `routeRouteId`),
  FOREIGN KEY (`id_driver`) REFERENCES `drivers` (`driver_id`),
  FOREIGN KEY (`id_route`) REFERENCES `routes` (`route_id`),
  FOREIGN KEY (`driverDriverId`) REFERENCES `drivers` (`driver_id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`routeRouteId`) REFERENCES `routes` (`route_id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- seq-5425-self-join-row-filter: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Souls` (
  `id`        INTEGER NOT NULL auto_increment,
  `name`      VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `Ties` (
  `status`    ENUM('open', 'kept') DEFAULT 'open',
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  `fromId`    INTEGER,  -- Soul.Circle, Soul.Admirers
  `toId`      INTEGER,  -- Soul.Circle, Soul.Admirers
  PRIMARY KEY (`fromId`, `toId`),
  FOREIGN KEY (`fromId`) REFERENCES `Souls` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`toId`) REFERENCES `Souls` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- seq-6107-default-scopes: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `client` (
  `id`        INTEGER NOT NULL auto_increment,
  `label`     VARCHAR(255),
  `gone`      INTEGER NOT NULL DEFAULT 0,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `receipt_book` (
  `id`        INTEGER NOT NULL auto_increment,
  `number`    VARCHAR(255),
  `amount`    DECIMAL(10,3),
  `gone`      INTEGER NOT NULL DEFAULT 0,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  `clientId`  INTEGER,  -- receipt.client, client.receipts
  PRIMARY KEY (`id`),
  FOREIGN KEY (`clientId`) REFERENCES `client` (`id`) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB;

CREATE TABLE `receiptLines` (
  `id`        INTEGER NOT NULL auto_increment,
  `sort`      VARCHAR(255),
  `gone`      INTEGER NOT NULL DEFAULT 0,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  `receiptId` INTEGER,  -- receipt.receiptLines, receiptLine.receipt
  PRIMARY KEY (`id`),
  FOREIGN KEY (`receiptId`) REFERENCES `receipt_book` (`id`) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB;

-- seq-7683-without-constraint: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `inns` (
  `inn_pk`    INTEGER NOT NULL auto_increment,
  `chain_no`  VARCHAR(10) NOT NULL,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`inn_pk`)
) ENGINE=InnoDB;

CREATE TABLE `inn_features` (
  `feature_pk` INTEGER NOT NULL auto_increment,
  `chain_no`   INTEGER(11),  -- inn.innFeatures
  `createdAt`  DATETIME NOT NULL,
  `updatedAt`  DATETIME NOT NULL,
  PRIMARY KEY (`feature_pk`)
) ENGINE=InnoDB;

-- seq-8372-key-named-like-column: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `worker` (
  `id`        INTEGER NOT NULL auto_increment,
  `title`     VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `duty` (
  `id`        INTEGER NOT NULL auto_increment,
  `title`     VARCHAR(255),
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `worker_duty` (
  `worker_id` INTEGER,  -- worker.duties, duty.workers
  `duty_id`   INTEGER,  -- worker.duties, duty.workers
  `note`      VARCHAR(255),
  PRIMARY KEY (`worker_id`, `duty_id`),
  FOREIGN KEY (`worker_id`) REFERENCES `worker` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`duty_id`) REFERENCES `duty` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- st-1262-required-limit: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Holders` (
  `id`   INTEGER NOT NULL auto_increment,
  `name` VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `Firms` (
  `id`   INTEGER NOT NULL auto_increment,
  `code` VARCHAR(8) NOT NULL UNIQUE,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `access` (
  `holderId` INTEGER,  -- Holder.firms, Firm.holders
  `firmCode` VARCHAR(8),  -- Holder.firms, Firm.holders
  PRIMARY KEY (`holderId`, `firmCode`),
  FOREIGN KEY (`holderId`) REFERENCES `Holders` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`firmCode`) REFERENCES `Firms` (`code`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- st-1262-rights-by-user: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `user_rights` (
  `user_id`     INTEGER,
  `mask`        BIGINT,
  `full_access` TINYINT(1) DEFAULT false,
  `created_at`  DATETIME NOT NULL,
  `updated_at`  DATETIME NOT NULL,
  PRIMARY KEY (`user_id`)
) ENGINE=InnoDB;

CREATE TABLE `firms` (
  `id`           INTEGER NOT NULL auto_increment,
  `code`         VARCHAR(8) NOT NULL UNIQUE,
  `name`         VARCHAR(255),
  `activated_on` DATE,
  `created_at`   DATETIME NOT NULL,
  `updated_at`   DATETIME NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `firm_access` (
  `user_id`   INTEGER,  -- Rights.firms, Firm.holders
  `firm_code` VARCHAR(8),  -- Rights.firms, Firm.holders
  UNIQUE `firm_access_firmCode_userId_unique` (`user_id`, `firm_code`),
  PRIMARY KEY (`user_id`, `firm_code`),
  FOREIGN KEY (`user_id`) REFERENCES `user_rights` (`user_id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`firm_code`) REFERENCES `firms` (`code`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

-- video-index-on-function: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `Actors` (
  `id`     INTEGER NOT NULL auto_increment,
  `handle` VARCHAR(255),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
CREATE UNIQUE INDEX `actor_handle_lower` ON `Actors` (lower(`handle`));

-- wiki-shared-join-minimal: the schema that Sequelize 6 creates on MySQL

CREATE TABLE `users` (
  `id` INTEGER NOT NULL auto_increment,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `spaces` (
  `id` INTEGER NOT NULL auto_increment,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `pages` (
  `id` INTEGER NOT NULL auto_increment,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `permissions` (
  `id`      INTEGER NOT NULL auto_increment,
  `spaceId` INTEGER,  -- space.users
  `pageId`  INTEGER,  -- page.users
  `userId`  INTEGER,  -- space.users, page.users
  UNIQUE `permissions_spaceId_userId_unique` (`spaceId`),
  UNIQUE `permissions_pageId_userId_unique` (`pageId`, `userId`),
  PRIMARY KEY (`id`),
  FOREIGN KEY (`spaceId`) REFERENCES `spaces` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`pageId`) REFERENCES `pages` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (`userId`) REFERENCES `users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;

