import { z } from 'zod';

const share = z.number().min(0).max(1);
const words = z.array(z.string().trim().min(2).max(60)).max(2000);

/**
 * How a publisher moderates, as she writes it in a file (`copydesk moderate apply`). Scores are 0 to 1, 1 is best. What is not
 * written has the default.
 */
export const moderationSettings = z
  .strictObject({
    /** `passed`: what nothing speaks against appears at once. `reviewed`: a person looks at every comment first. */
    publish: z.enum(['passed', 'reviewed']).default('passed'),
    /** So many of a reader's comments wait for a person, until they were approved. */
    firstComments: z.int().min(0).max(100).default(2),
    /**
     * A reader with so many approved comments, and hardly any that were stopped, is not held for `topic` and `thought`; `null`:
     * nobody is trusted.
     */
    trustedAfter: z.int().min(1).max(10_000).nullable().default(20),
    /** Below these a comment waits for a person; `null` switches it off. Nothing is refused by a score. */
    hold: z
      .strictObject({
        respect: share.nullable().default(0.4),
        topic: share.nullable().default(0.25),
        thought: share.nullable().default(null),
      })
      .prefault({}),
    /** Words that a comment is refused for, and words that a person wants to see first. Small letters; disguises are seen through. */
    words: z.strictObject({ banned: words.default([]), suspect: words.default([]) }).prefault({}),
    /** More links than this wait for a person. */
    links: z.int().min(0).max(100).default(2),
    /** A reader of whose last comments more than this share was stopped waits for a person. */
    stoppedShare: share.default(0.3),
  })
  .readonly();

export type ModerationSettings = z.infer<typeof moderationSettings>;

export const DEFAULT_MODERATION: ModerationSettings = moderationSettings.parse({});

/** The settings in `value`, or what is wrong with them, a line for each place. */
export function readModeration(
  value: unknown,
): { readonly ok: true; readonly settings: ModerationSettings } | { readonly ok: false; readonly problems: string[] } {
  const parsed = moderationSettings.safeParse(value);
  if (parsed.success) return { ok: true, settings: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
  };
}
