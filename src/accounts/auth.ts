import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { Newsroom } from '../newsroom.ts';
import { routes } from '../routes.ts';
import { authDatabase } from '../store/accounts/auth-database.ts';
import { hashOf } from '../store/readers.ts';

/** How long somebody stays signed in on a browser that she does not use, in seconds, and how often this is written down. */
const STAYS = 30 * 24 * 60 * 60;
const NOTED_EVERY = 24 * 60 * 60;
/** How long after signing in a passkey may be added without signing in anew, in seconds. */
const FRESH = 60 * 60;

/** The sign-in library, set up for this newsroom. Only `src/accounts/` knows that it is better-auth. */
export type Auth = ReturnType<typeof createAuth>;

/** Sets better-auth up on the newsroom's own database and columns. `secret` signs its cookies; it stands in no database. */
export function createAuth({ store, url, log }: Pick<Newsroom, 'store' | 'url' | 'log'>, secret: string) {
  const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;
  return betterAuth({
    appName: new URL(url).hostname,
    baseURL: url,
    basePath: routes.signIn,
    secret,
    telemetry: { enabled: false },
    trustedOrigins: [new URL(url).origin],
    database: { db: authDatabase(store), type: store.kind, transaction: false },
    user: { modelName: 'auth_user', fields: { ...stamps, emailVerified: 'email_verified' } },
    session: {
      modelName: 'auth_session',
      fields: {
        ...stamps,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      expiresIn: STAYS,
      updateAge: NOTED_EVERY,
      freshAge: FRESH,
    },
    account: {
      modelName: 'auth_account',
      fields: {
        ...stamps,
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { modelName: 'auth_verification', fields: { ...stamps, expiresAt: 'expires_at' } },
    // Where somebody was and with which browser is nobody's business here.
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, ipAddress: '', userAgent: '' } }) } },
    },
    // Our own routes have limits that survive a restart.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'copydesk',
      useSecureCookies: url.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    logger: {
      level: 'warn',
      disableColors: true,
      // @NOTE Its further arguments may hold what was typed, so only its own words are kept.
      log: (level, message) => log[level === 'error' ? 'error' : 'warn']({ message }, 'sign-in'),
    },
    plugins: [
      // Links are made by `one-time-link.ts`, so this never sends any.
      magicLink({ storeToken: { type: 'custom-hasher', hash: async (token) => hashOf(token) }, sendMagicLink() {} }),
      passkey({
        rpID: new URL(url).hostname,
        rpName: new URL(url).hostname,
        origin: new URL(url).origin,
        schema: {
          passkey: {
            modelName: 'auth_passkey',
            fields: {
              userId: 'user_id',
              publicKey: 'public_key',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  });
}
