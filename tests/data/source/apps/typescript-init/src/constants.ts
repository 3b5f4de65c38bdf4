export enum Role {
  Admin = 'admin',
  Member = 'member',
}

export const STATUSES = ['new', 'old'] as const;
