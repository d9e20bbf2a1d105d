import type { Json, Time } from './columns.ts';
import type { AccountTables } from './schema-accounts.ts';
import type { DiscussionTables } from './schema-discussion.ts';
import type { MadeTables } from './schema-made.ts';
import type { OthersTables } from './schema-others.ts';
import type { StoryTables } from './schema-story.ts';
import type { WireTables } from './schema-wire.ts';

type SettingTable = { key: string; value: Json };

type MigrationTable = { name: string; at: Time };

/** Every table, by its name in both databases. */
export type Database = WireTables &
  StoryTables &
  MadeTables &
  DiscussionTables &
  AccountTables &
  OthersTables & { setting: SettingTable; migration: MigrationTable };
