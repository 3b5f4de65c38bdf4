-- family: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `People` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`      VARCHAR(255) NOT NULL,
  `birthday`  DATE,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `PersonChildren` (
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  `ParentId`  INTEGER NOT NULL REFERENCES `People` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Person.Children, Person.Parents
  `ChildId`   INTEGER NOT NULL REFERENCES `People` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- Person.Children, Person.Parents
  PRIMARY KEY (`ParentId`, `ChildId`)
);
