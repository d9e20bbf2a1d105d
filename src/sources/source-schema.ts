import { z } from 'zod';
import { DEFAULT_PROFILE } from '../story/sources/source-profile.ts';

// Each message completes "… must be": it says what is allowed there.
const words = (most: number) =>
  z
    .string({ error: `a text of 1 to ${most} characters` })
    .trim()
    .min(1, `a text of 1 to ${most} characters`)
    .max(most, `a text of 1 to ${most} characters`);
const flag = z.boolean({ error: 'true or false' });
const whole = (least: number, most: number, unit = '') => {
  const error = `a whole number${unit} from ${least} to ${most}`;
  return z.int({ error }).min(least, error).max(most, error);
};
const oneOf = <const Words extends readonly [string, ...string[]]>(list: Words) =>
  z.enum(list, { error: list.length === 1 ? `${list[0]}` : `${list.slice(0, -1).join(', ')} or ${list.at(-1)}` });

const SECRET = '{"env": "NAME_OF_A_VARIABLE"} or {"file": "/path/of/a/file"}, never the secret itself';
const secret = z.union(
  [
    z.strictObject({ env: z.string().regex(/^[A-Za-z_]\w{0,127}$/) }),
    z.strictObject({ file: z.string().min(1).max(4096) }),
  ],
  { error: SECRET },
);
const textOrSecret = z.union([z.string().min(1).max(8192), secret], {
  error: 'a text, {"env": "NAME"} or {"file": "/path"}',
});

/** What people call their secrets in queries and headers. */
const SECRET_NAME = /key|token|secret|passw|auth|cookie|signature/i;

const ADDRESS =
  'an http or https address without a password or a key in it, or {"env": "NAME"} or {"file": "/path"} for the whole of it';
const webAddress = z
  .string()
  .max(4096)
  .refine((value) => {
    const url = URL.parse(value);
    const open = url !== null && url.username === '' && url.password === '' && !SECRET_NAME.test(url.search);
    return open && /^https?:$/.test(url.protocol);
  }, ADDRESS);
const address = z.union([webAddress, secret], { error: ADDRESS });

const HEADERS = 'an object of header names and their values, which are texts, {"env": "NAME"} or {"file": "/path"}';
const headers = z
  .record(z.string().regex(/^[\w!#$%&'*+.^`|~-]{1,128}$/), textOrSecret, { error: HEADERS })
  .superRefine((given, context) => {
    for (const [name, value] of Object.entries(given))
      if (typeof value === 'string' && SECRET_NAME.test(name))
        context.addIssue({ code: 'custom', path: [name], message: SECRET });
  });

const host = z
  .string({ error: 'a host name or an address' })
  .regex(/^[A-Za-z0-9._:-]{1,253}$/, 'a host name or an address');
const port = (usual: number) => whole(1, 65_535).default(usual);
const path = words(4096);
const settleSeconds = whole(0, 3600).optional();
const remoteFolder = {
  path,
  // biome-ignore lint/suspicious/noThenProperty: the publisher's word; its value is never a function
  then: oneOf(['leave', 'move', 'delete']).default('leave'),
  moveTo: path.optional(),
  pattern: words(200).optional(),
  settleSeconds,
};
const user = words(256);
const certificate = textOrSecret.optional();

const FINGERPRINT = 'the server’s key as "ssh-keygen -lf" shows it, SHA256: and 43 letters';
const kinds = {
  folder: z.strictObject({
    kind: z.literal('folder'),
    path,
    done: path.optional(),
    errors: path.optional(),
    settleSeconds,
  }),
  http: z.strictObject({
    kind: z.literal('http'),
    url: address,
    headers: headers.optional(),
    user: user.optional(),
    password: secret.optional(),
    follow: oneOf(['items']).optional(),
    certificate,
  }),
  imap: z.strictObject({
    kind: z.literal('imap'),
    host,
    port: port(993),
    secure: flag.default(true),
    user,
    password: secret,
    mailbox: words(256).default('INBOX'),
    // biome-ignore lint/suspicious/noThenProperty: the publisher's word; its value is never a function
    then: oneOf(['seen', 'move', 'delete']).default('seen'),
    moveTo: path.optional(),
    certificate,
  }),
  ftp: z.strictObject({
    kind: z.literal('ftp'),
    host,
    port: port(21),
    secure: z
      .union([z.literal(false), z.literal('explicit'), z.literal('implicit')], {
        error: 'false, "explicit" or "implicit"',
      })
      .default('explicit'),
    user,
    password: secret,
    ...remoteFolder,
    certificate,
  }),
  sftp: z.strictObject({
    kind: z.literal('sftp'),
    host,
    port: port(22),
    user,
    password: secret.optional(),
    privateKey: secret.optional(),
    hostFingerprint: z.string({ error: FINGERPRINT }).regex(/^SHA256:[A-Za-z0-9+/]{43}=?$/, FINGERPRINT),
    ...remoteFolder,
  }),
  push: z.strictObject({ kind: z.literal('push') }),
};

const transport = z
  .discriminatedUnion('kind', [kinds.folder, kinds.http, kinds.imap, kinds.ftp, kinds.sftp, kinds.push], {
    error: `an object whose kind is ${Object.keys(kinds).join(', ')}`,
  })
  .superRefine((settings, context) => {
    if ('then' in settings && settings.then === 'move' && settings.moveTo === undefined)
      context.addIssue({ code: 'custom', path: ['moveTo'], message: 'the folder to which taken files move' });
    if (settings.kind === 'sftp' && settings.password === undefined && settings.privateKey === undefined)
      context.addIssue({ code: 'custom', path: ['password'], message: `given, or privateKey instead: ${SECRET}` });
    if (settings.kind === 'http' && (settings.user === undefined) !== (settings.password === undefined))
      context.addIssue({
        code: 'custom',
        path: [settings.user === undefined ? 'user' : 'password'],
        message: 'given where the other of user and password is',
      });
  });

const LANGUAGES = 'a list of language tags such as "en" or "en-GB"';
const SECTIONS = 'a list of sections such as "World"; leave it out for all';
const profile = z.strictObject(
  {
    agency: words(200).optional(),
    creditLine: words(200).optional(),
    creditLineAlways: flag.default(DEFAULT_PROFILE.creditLineAlways),
    publish: oneOf(['at-once', 'review']).default(DEFAULT_PROFILE.publish),
    expiresAfterDays: whole(1, 36_500, ' of days').optional(),
    pictureRights: oneOf(['none', 'web', 'web-and-archive']).default(DEFAULT_PROFILE.pictureRights),
    canonical: oneOf(['self', 'agency']).default(DEFAULT_PROFILE.canonical),
    noindex: flag.default(DEFAULT_PROFILE.noindex),
    syndicated: flag.default(DEFAULT_PROFILE.syndicated),
    languages: z
      .array(z.string({ error: LANGUAGES }).regex(/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}$/, LANGUAGES), {
        error: LANGUAGES,
      })
      .min(1, LANGUAGES)
      .optional(),
    sections: z
      .array(z.string({ error: SECTIONS }).trim().min(1, SECTIONS), { error: SECTIONS })
      .min(1, SECTIONS)
      .optional(),
    rank: whole(1, 1000).default(DEFAULT_PROFILE.rank),
    whenGrouped: oneOf(['show', 'behind', 'apart']).default(DEFAULT_PROFILE.whenGrouped),
  },
  { error: 'an object' },
);

const NAME = 'a name of 1 to 64 letters, digits, dots, hyphens and underscores, and not demo';
const source = z.strictObject(
  {
    name: z
      .string({ error: NAME })
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, NAME)
      .refine((name) => name.toLowerCase() !== 'demo', NAME),
    transport,
    everySeconds: whole(5, 86_400, ' of seconds').default(60),
    profile: profile.prefault({}),
  },
  { error: 'an object with a name and a transport' },
);

/** The publisher's whole file of sources. The message of each issue completes "… must be". */
export const sourceFileSchema = z.strictObject(
  { sources: z.array(source, { error: 'a list of sources' }) },
  { error: 'an object with a list "sources"' },
);

/** Which keys may stand in a transport of this kind, in a profile, in a source, for messages about others. */
export function allowedKeys(path: readonly PropertyKey[], kind: unknown): readonly string[] {
  const last = path.at(-1);
  if (path.length === 0) return Object.keys(sourceFileSchema.shape);
  if (last === 'profile') return Object.keys(profile.shape);
  if (last === 'transport' && typeof kind === 'string' && Object.hasOwn(kinds, kind))
    return Object.keys(kinds[kind as keyof typeof kinds].shape);
  return path.length === 2 ? Object.keys(source.shape) : [];
}
