import type { Role, Staff } from '../../story/staff.ts';

/** Each role has the rights of those before it. */
const ROLES: readonly Role[] = ['moderator', 'editor', 'admin'];

/** Whether somebody may do what asks for `role`. */
export const may = ({ role }: Pick<Staff, 'role'>, wanted: Role): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(wanted);
