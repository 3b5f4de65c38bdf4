-- user-groups: the schema that Sequelize 6 creates on SQLite

CREATE TABLE `tbl_user` (
  `user_id`        UUID NOT NULL PRIMARY KEY,
  `user_second_id` UUID NOT NULL,
  `createdAt`      DATETIME NOT NULL,
  `updatedAt`      DATETIME NOT NULL
);
CREATE UNIQUE INDEX `tbl_user_user_second_id` ON `tbl_user` (`user_second_id`);

CREATE TABLE `tbl_group` (
  `group_id`        UUID NOT NULL PRIMARY KEY,
  `group_second_id` UUID NOT NULL,
  `createdAt`       DATETIME NOT NULL,
  `updatedAt`       DATETIME NOT NULL
);
CREATE UNIQUE INDEX `tbl_group_group_second_id` ON `tbl_group` (`group_second_id`);

CREATE TABLE `usergroups` (
  `createdAt`          DATETIME NOT NULL,
  `updatedAt`          DATETIME NOT NULL,
  `UserUserSecondId`   UUID NOT NULL REFERENCES `tbl_user` (`user_second_id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Groups, Group.Users
  `GroupGroupSecondId` UUID NOT NULL REFERENCES `tbl_group` (`group_second_id`) ON DELETE CASCADE ON UPDATE CASCADE,  -- User.Groups, Group.Users
  PRIMARY KEY (`UserUserSecondId`, `GroupGroupSecondId`)
);
