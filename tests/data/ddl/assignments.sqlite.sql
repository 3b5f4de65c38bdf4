-- assignments: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `users` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`      VARCHAR(255) NOT NULL,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `projects` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `title`     VARCHAR(255) NOT NULL,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `userProjects` (
  `status`     VARCHAR(255),
  `completed`  TINYINT(1) DEFAULT 0,
  `startedAt`  DATETIME,
  `finishedAt` DATETIME,
  `createdAt`  DATETIME NOT NULL,
  `updatedAt`  DATETIME NOT NULL,
  `userId`     INTEGER NOT NULL REFERENCES `users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- user.projects, project.users
  `projectId`  INTEGER NOT NULL REFERENCES `projects` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- user.projects, project.users
  PRIMARY KEY (`userId`, `projectId`)
);
