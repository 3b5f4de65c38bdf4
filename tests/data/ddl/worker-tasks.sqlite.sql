-- worker-tasks: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `Users` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `name`      VARCHAR(255) NOT NULL,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `Projects` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `title`     VARCHAR(255) NOT NULL,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `worker_tasks` (
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  `userId`    INTEGER NOT NULL REFERENCES `Users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Tasks, Project.Workers
  `projectId` INTEGER NOT NULL REFERENCES `Projects` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Tasks, Project.Workers
  PRIMARY KEY (`userId`, `projectId`)
);
