import type { Transport } from './transport.ts';

/** Where a secret is found when a round begins. The secret itself is kept nowhere. */
export type Secret = { readonly env: string } | { readonly file: string };

/** Gives a secret as it is now. @throws an error that names the place and what is wrong with it, never the secret. */
export type ResolveSecret = (secret: Secret) => Promise<string>;

type Settled<Kind> = Kind extends unknown
  ? {
      [Key in keyof Kind]: Key extends 'password' | 'privateKey'
        ? Secret
        : Key extends 'url' | 'certificate'
          ? string | Secret
          : Key extends 'headers'
            ? Readonly<Record<string, string | Secret>>
            : Kind[Key];
    }
  : never;

/** How a source's copy comes, as the publisher writes it and the store keeps it: with places in the stead of secrets. */
export type TransportSettings = Settled<Transport>;

/** The transport with its secrets in place, ready for one round. */
export async function resolveTransport(settings: TransportSettings, resolve: ResolveSecret): Promise<Transport> {
  return (await resolveAll(settings, resolve)) as Transport;
}

async function resolveAll(value: unknown, resolve: ResolveSecret, name?: string): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  // A header may be called "env" or "file" itself.
  if (name !== 'headers' && isSecret(value)) return resolve(value);
  const entries = Object.entries(value).map(
    async ([key, part]) => [key, await resolveAll(part, resolve, key)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

const isSecret = (value: object): value is Secret => {
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === 'env' || keys[0] === 'file');
};

/** A transport in a few words, for lists: what it is and where it asks. Never a query, which may hold a key. */
export function describeTransport(settings: TransportSettings | undefined): string {
  switch (settings?.kind) {
    case undefined:
      return 'by hand';
    case 'push':
      return 'push';
    case 'folder':
      return `folder ${settings.path}`;
    case 'http':
      return typeof settings.url === 'string' ? addressOf(settings.url) : `http, address in ${placeOf(settings.url)}`;
    case 'imap':
      return `imap ${settings.host}:${settings.port} ${settings.mailbox}`;
    case 'ftp':
    case 'sftp':
      return `${settings.kind} ${settings.host}:${settings.port} ${settings.path}`;
  }
}

function addressOf(url: string): string {
  const address = URL.parse(url);
  return address ? `${address.origin}${address.pathname}${address.search ? '?…' : ''}` : 'http';
}

/** A secret's place in words: `NORTHWIRE_PASSWORD` or `/etc/copydesk/password`. */
export const placeOf = (secret: Secret): string => ('env' in secret ? secret.env : secret.file);
