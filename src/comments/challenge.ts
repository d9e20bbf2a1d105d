import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import { findOrMakeSecret } from '../store/secrets.ts';
import type { Store } from '../store/store.ts';
import { jsonOf } from '../text/parse-json.ts';

/**
 * How much work: some hundred keys of a thousand rounds each, about a second on a desk and three on a cheap telephone.
 * A reader meets it seldom; who sends a thousand comments pays it a thousand times.
 */
const ROUNDS = 1000;
const FEWEST = 300;
const MOST = 900;
/** How long a challenge can be answered, in milliseconds: a comment may take its time. */
const VALID_MS = 20 * 60_000;
/** A solved challenge is about 700 characters of base64. */
const LONGEST = 4000;

const solved = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number().max(ROUNDS),
      keyLength: z.literal(32),
      keyPrefix: z.string(),
      keySignature: z.string(),
      data: z.object({ story: z.string(), until: z.number() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

/** A proof that was checked: `key` tells it from every other, so that it counts once. */
export type Proof = { readonly key: string; readonly until: Date };

export type Challenges = {
  /** A new challenge for comments to this story, as ALTCHA's clients read it. */
  create(slug: string, now: Date): Promise<object>;
  /** What the form's field `proof` proves for this story: base64 of the challenge and its solution, or nothing. */
  check(field: string, slug: string, now: Date): Promise<Proof | undefined>;
};

/** Proofs of work by ALTCHA's protocol (PBKDF2, deterministic): made and checked here, no other server is asked. */
export function createChallenges(store: Store): Challenges {
  const secrets = async () => {
    const secret = await findOrMakeSecret(store, 'challenges');
    return { hmacSignatureSecret: secret, hmacKeySignatureSecret: `${secret} key` };
  };
  return {
    async create(slug, now) {
      return createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: ROUNDS,
        counter: randomInt(MOST, FEWEST),
        // Our own end and not the library's: it would ask the machine's clock, not the newsroom's.
        data: { story: slug, until: now.getTime() + VALID_MS },
        deriveKey,
        ...(await secrets()),
      });
    },
    async check(field, slug, now) {
      const payload = field.length > LONGEST ? undefined : solved.safeParse(fromBase64(field)).data;
      if (!payload) return undefined;
      const { data } = payload.challenge.parameters;
      if (data.story !== slug || data.until < now.getTime()) return undefined;
      try {
        const { verified } = await verifySolution({ ...payload, deriveKey, ...(await secrets()) });
        return verified ? { key: payload.challenge.signature, until: new Date(data.until) } : undefined;
      } catch {
        // The library throws on hexadecimal that is none. Somebody made the proof up.
        return undefined;
      }
    },
  };
}

const fromBase64 = (text: string): unknown => jsonOf(Buffer.from(text, 'base64').toString('utf8'));
