-- user-project: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Users` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`      VARCHAR(255) NOT NULL,
  `email`     VARCHAR(255) UNIQUE,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `Projects` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `title`     VARCHAR(255) NOT NULL,
  `dueDate`   DATE,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `UserProject` (
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  `UserId`    INTEGER NOT NULL REFERENCES `Users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Projects, Project.Users
  `ProjectId` INTEGER NOT NULL REFERENCES `Projects` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Projects, Project.Users
  PRIMARY KEY (`UserId`, `ProjectId`)
);
