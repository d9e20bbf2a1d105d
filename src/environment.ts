import { resolve } from 'node:path';
import { z } from 'zod';
import type { Model } from './edit/llm/model.ts';
import type { MailSettings } from './mail/send-mail.ts';
import { CopydeskError } from './story/errors.ts';
import type { Secret } from './story/sources/transport-settings.ts';

/** Everything that the machine tells us. Read once, at the door. */
export type Environment = {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder that holds the embedded database. */
  readonly dataFolder: string;
  /** Public address of the site, without a slash at its end. */
  readonly url: string;
  readonly databaseUrl?: string;
  /** Signs the cookies of accounts; without it a file of the data folder does. */
  readonly secret?: string;
  /** How mail is sent; absent where none can be. */
  readonly mail?: MailSettings;
  /** A language model, if the publisher has one. */
  readonly model?: ModelSettings;
};

/** A model as the settings name it: where its key stands, not the key. */
export type ModelSettings = Omit<Model, 'key'> & { readonly key?: Secret };

const blankIsAbsent = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const text = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsAbsent, schema);

const publicAddress = z
  .url({ protocol: /^https?$/ })
  .refine((value) => new URL(value).pathname === '/' && !new URL(value).search && !new URL(value).hash);

const modelAddress = z.url({ protocol: /^https?$/ }).refine((value) => {
  const { username, password, search, hash } = new URL(value);
  return !username && !password && !search && !hash;
});

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
  COPYDESK_SECRET: {
    schema: text(
      z
        .string()
        .regex(/^\S{32,200}$/)
        .optional(),
    ),
    allowed: 'at least 32 characters without spaces, the same on every machine of this newsroom',
  },
  COPYDESK_SMTP: {
    schema: text(z.url({ protocol: /^smtps?$/ }).optional()),
    allowed: 'the address of a mail server, such as smtp://user:password@mail.example.com:587 or smtps://…',
  },
  COPYDESK_MAIL_FROM: {
    schema: text(
      z
        .string()
        .regex(/^[^\r\n@<>]{0,100}<?[^\s@<>]{1,64}@[^\s@<>]{1,190}>?$/)
        .optional(),
    ),
    allowed: 'the address that mail comes from, such as "The Courier <desk@courier.example>"',
  },
  COPYDESK_MODEL_URL: {
    schema: text(modelAddress.optional()),
    allowed: 'the address of an OpenAI-compatible endpoint, without a key in it, such as http://localhost:11434/v1',
  },
  COPYDESK_MODEL: {
    schema: text(
      z
        .string()
        .trim()
        .regex(/^[^\s"<>]{1,120}$/)
        .optional(),
    ),
    allowed: 'the name of a model that the endpoint has, such as qwen3:8b',
  },
  COPYDESK_MODEL_KEY: { schema: text(z.string().optional()), allowed: 'the key that the endpoint asks for' },
  COPYDESK_MODEL_KEY_FILE: { schema: text(z.string().optional()), allowed: 'the path of a file that holds the key' },
  COPYDESK_MODEL_SECONDS: {
    schema: text(z.coerce.number().int().min(1).max(600).default(60)),
    allowed: 'a whole number of seconds from 1 to 600',
  },
  COPYDESK_MODEL_PRICES: {
    schema: text(
      z
        .string()
        .regex(/^\d{1,6}(\.\d{1,6})?\/\d{1,6}(\.\d{1,6})?$/)
        .optional(),
    ),
    allowed: 'what a million tokens cost, in and out, such as 0.15/0.60',
  },
} as const;

type Name = keyof typeof settings;

/** Reads and checks the settings. @throws CopydeskError `bad-setting`, naming the setting, its value and what is allowed. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const port = read('PORT', env) as number;
  const host = read('HOST', env) as string;
  const url = read('COPYDESK_URL', env) as string | undefined;
  const secret = read('COPYDESK_SECRET', env) as string | undefined;
  const databaseUrl = read('DATABASE_URL', env) as string | undefined;
  return {
    port,
    host,
    dataFolder: resolve(read('COPYDESK_DATA', env) as string),
    url: url ? new URL(url).origin : `http://localhost:${port}`,
    ...(databaseUrl && { databaseUrl }),
    ...(secret && { secret }),
    ...readMail(env),
    ...readModel(env),
  };
}

/** A server without a sender, or the other way round, is a mistake. */
function readMail(env: Readonly<Record<string, string | undefined>>): { readonly mail?: MailSettings } {
  const smtp = read('COPYDESK_SMTP', env) as string | undefined;
  const from = read('COPYDESK_MAIL_FROM', env) as string | undefined;
  if (!smtp && !from) return {};
  if (smtp && from) return { mail: { smtp, from } };
  const missing = smtp ? 'COPYDESK_MAIL_FROM' : 'COPYDESK_SMTP';
  throw new CopydeskError('bad-setting', `${missing} is not set; it must be ${settings[missing].allowed}.`);
}

/** Both its address and its name are needed; one without the other is a mistake. */
function readModel(env: Readonly<Record<string, string | undefined>>): { readonly model?: ModelSettings } {
  const url = read('COPYDESK_MODEL_URL', env) as string | undefined;
  const name = read('COPYDESK_MODEL', env) as string | undefined;
  if (!url && !name) return {};
  if (!url || !name) {
    const missing = url ? 'COPYDESK_MODEL' : 'COPYDESK_MODEL_URL';
    throw new CopydeskError('bad-setting', `${missing} is not set; it must be ${settings[missing].allowed}.`);
  }
  const file = read('COPYDESK_MODEL_KEY_FILE', env) as string | undefined;
  const key = file ? { file } : read('COPYDESK_MODEL_KEY', env) ? { env: 'COPYDESK_MODEL_KEY' } : undefined;
  const prices = read('COPYDESK_MODEL_PRICES', env) as string | undefined;
  const [priceIn = 0, priceOut = 0] = prices?.split('/').map(Number) ?? [];
  const model = {
    url: url.replace(/\/+$/, ''),
    name,
    timeLimit: (read('COPYDESK_MODEL_SECONDS', env) as number) * 1000,
    ...(key && { key }),
    ...(prices && { prices: { in: priceIn, out: priceOut } }),
  };
  return { model };
}

function read(name: Name, env: Readonly<Record<string, string | undefined>>): unknown {
  const { schema, allowed } = settings[name];
  const result = schema.safeParse(env[name]);
  if (result.success) return result.data;
  // @NOTE A database's address carries its password, and a model's may by mistake: they are named, never quoted.
  const value = /^DATABASE_URL$|_MODEL_URL$|_KEY$|_SECRET$|_SMTP$/.test(name) ? 'as given' : `"${env[name]}"`;
  throw new CopydeskError('bad-setting', `${name} is ${value}; it must be ${allowed}.`);
}
