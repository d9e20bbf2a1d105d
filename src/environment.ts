import { resolve } from 'node:path';
import { z } from 'zod';
import { CopydeskError } from './story/errors.ts';

/** Everything that the machine tells us. Read once, at the door. */
export type Environment = {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder that holds the embedded database. */
  readonly dataFolder: string;
  /** Public address of the site, without a slash at its end. */
  readonly url: string;
  readonly databaseUrl?: string;
};

const blankIsAbsent = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const text = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsAbsent, schema);

const publicAddress = z
  .url({ protocol: /^https?$/ })
  .refine((value) => new URL(value).pathname === '/' && !new URL(value).search && !new URL(value).hash);

const settings = {
  PORT: {
    schema: text(z.coerce.number().int().min(0).max(65_535).default(3000)),
    allowed: 'a whole number from 0 (any free port) to 65535',
  },
  HOST: {
    schema: text(
      z
        .string()
        .regex(/^[\w.:-]+$/)
        .default('127.0.0.1'),
    ),
    allowed: 'a host name or an address, such as 127.0.0.1 or 0.0.0.0',
  },
  COPYDESK_DATA: {
    schema: text(
      z
        .string()
        .regex(/^[^\0]+$/)
        .default('./data'),
    ),
    allowed: 'the path of a folder that may be written, such as ./data',
  },
  COPYDESK_URL: {
    schema: text(publicAddress.optional()),
    allowed: 'the public address of the site, with http:// or https:// and no path, such as https://news.example.com',
  },
  DATABASE_URL: {
    schema: text(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
    allowed: 'the address of a PostgreSQL 15 or newer, such as postgres://user:password@localhost:5432/copydesk',
  },
} as const;

type Name = keyof typeof settings;

/** Reads and checks the settings. @throws CopydeskError `bad-setting`, naming the setting, its value and what is allowed. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const port = read('PORT', env) as number;
  const host = read('HOST', env) as string;
  const url = read('COPYDESK_URL', env) as string | undefined;
  const databaseUrl = read('DATABASE_URL', env) as string | undefined;
  return {
    port,
    host,
    dataFolder: resolve(read('COPYDESK_DATA', env) as string),
    url: url ? new URL(url).origin : `http://localhost:${port}`,
    ...(databaseUrl && { databaseUrl }),
  };
}

function read(name: Name, env: Readonly<Record<string, string | undefined>>): unknown {
  const { schema, allowed } = settings[name];
  const result = schema.safeParse(env[name]);
  if (result.success) return result.data;
  // @NOTE A database's address carries its password: it is named, never quoted.
  const value = name === 'DATABASE_URL' ? 'as given' : `"${env[name]}"`;
  throw new CopydeskError('bad-setting', `${name} is ${value}; it must be ${allowed}.`);
}
