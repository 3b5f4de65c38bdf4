-- workshop: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `tbl_user` (
  `id`        UUID NOT NULL PRIMARY KEY,
  `name`      VARCHAR(64) NOT NULL,
  `email`     VARCHAR(255) NOT NULL UNIQUE,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `Projects` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `title`     VARCHAR(255) NOT NULL,
  `budget`    DECIMAL(10,2),
  `dueDate`   DATE,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL
);

CREATE TABLE `tbl_group` (
  `id`   INTEGER PRIMARY KEY AUTOINCREMENT,
  `code` VARCHAR(16) UNIQUE,
  `name` VARCHAR(255) NOT NULL
);

CREATE TABLE `Comments` (
  `id`        INTEGER PRIMARY KEY AUTOINCREMENT,
  `body`      TEXT NOT NULL,
  `createdAt` DATETIME NOT NULL,
  `updatedAt` DATETIME NOT NULL,
  `projectId` INTEGER REFERENCES `Projects` (`id`) ON DELETE SET NULL ON UPDATE CASCADE  -- Project.Comments, Comment.Project
);

CREATE TABLE `UserProjects` (
  `status`     TEXT NOT NULL DEFAULT 'open',
  `completed`  TINYINT(1) NOT NULL DEFAULT 0,
  `finishedAt` DATETIME,
  `userId`     UUID NOT NULL REFERENCES `tbl_user` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Tasks, Project.Workers
  `projectId`  INTEGER NOT NULL REFERENCES `Projects` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Tasks, Project.Workers
  PRIMARY KEY (`userId`, `projectId`)
);

CREATE TABLE `usergroups` (
  `userId`    UUID NOT NULL REFERENCES `tbl_user` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Groups, Group.Users
  `groupCode` VARCHAR(16) NOT NULL REFERENCES `tbl_group` (`code`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Groups, Group.Users
  PRIMARY KEY (`userId`, `groupCode`)
);

CREATE TABLE `follows` (
  `followedId` UUID NOT NULL REFERENCES `tbl_user` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Followers, User.Following
  `followerId` UUID NOT NULL REFERENCES `tbl_user` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Followers, User.Following
  PRIMARY KEY (`followedId`, `followerId`)
);
