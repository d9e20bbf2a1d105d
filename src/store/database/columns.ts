/** ISO 8601 in UTC with milliseconds, so that text order is the order of time. */
export type Time = string;
/** JSON as text: `jsonb` would refuse the NUL characters that a broken wire may send. */
export type Json = string;
/** 0 or 1: SQLite has no booleans. */
export type Flag = number;
