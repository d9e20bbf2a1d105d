import type { Generated } from 'kysely';
import type { Flag, Time } from './columns.ts';

/** Who sits at the desk. Somebody who left keeps her row, because decisions name it. */
type StaffTable = {
  id: Generated<number>;
  /** In lower case. */
  email: string;
  name: string;
  role: string;
  created_at: Time;
  removed_at: Time | null;
};

/** Who let whom sit at the desk, in which role; append-only. */
type StaffEventTable = {
  id: Generated<number>;
  staff_id: number;
  kind: 'invited' | 'role' | 'removed';
  role: string;
  by_whom: string;
  at: Time;
};

/** A browser's reader, or, with `user_id`, the reader of an account. */
type ReaderTable = {
  id: Generated<number>;
  token_sha256: string;
  created_at: Time;
  user_id: string | null;
  /** In lower case; what she typed, until `email_confirmed_at` says that the address is hers. */
  email: string | null;
  email_confirmed_at: Time | null;
  /** 1 when she wants to be told of answers. */
  mail_replies: Generated<Flag>;
  /** How often she signed out on every device. */
  signed_out: Generated<number>;
};

/** Whose comments a reader does not want to see. */
type ReaderMuteTable = { reader_id: number; muted_id: number; at: Time };

/** By which name, as the eye takes it (`skeletonOf`), a reader has written under a story. */
type WriterNameTable = { story_id: number; skeleton: string; reader_id: number };

/**
 * Mail on its way out. Words and links are made when it is sent, so that none stand here; with `reader_id` it goes to the
 * address that she has then. `to_address` and `data` are emptied when it is done. `dead`: given up; `gone`: nobody to tell.
 */
type MailTable = {
  id: Generated<number>;
  kind: 'sign-in' | 'confirm' | 'invite' | 'reply';
  to_address: string | null;
  data: string | null;
  reader_id: number | null;
  comment_id: number | null;
  created_at: Time;
  tries: Generated<number>;
  next_try: Time;
  claimed_until: Time | null;
  done_at: Time | null;
  outcome: 'sent' | 'dead' | 'gone' | null;
  problem: string | null;
};

/** What better-auth writes, in so far as our own queries read it. It writes times and flags in the way of each database. */
type AuthUserTable = { id: string; name: string; email: string };
type AuthSessionTable = { id: string; user_id: string };
type AuthPasskeyTable = { id: string; name: string | null; user_id: string };

/** The tables of people's accounts and of mail. */
export type AccountTables = {
  staff: StaffTable;
  staff_event: StaffEventTable;
  reader: ReaderTable;
  reader_mute: ReaderMuteTable;
  writer_name: WriterNameTable;
  mail: MailTable;
  auth_user: AuthUserTable;
  auth_session: AuthSessionTable;
  auth_passkey: AuthPasskeyTable;
};
