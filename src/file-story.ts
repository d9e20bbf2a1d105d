import { furnish } from './furnish/furnish.ts';
import { joinEvent } from './join-event.ts';
import type { Newsroom } from './newsroom.ts';
import type { DeliveryOutcome } from './store/filing/save-delivery.ts';
import { saveDelivery } from './store/filing/save-delivery.ts';
import { claimWork, giveUpWork, saveFurniture, type Work } from './store/made/work.ts';
import { readEdition } from './store/settings.ts';
import { findSource } from './store/sources/sources.ts';
import { act } from './store/state.ts';
import { findStory } from './store/stories.ts';
import type { Edition } from './story/edition.ts';
import { wholeItems } from './whole-items.ts';
import { copyOf } from './wire/copy-of.ts';
import { isStory } from './wire/is-story.ts';
import { parse } from './wire/parse.ts';
import type { Refusal } from './wire/wire-item.ts';

/** A file as it came: `name` is for people, `source` is who sent it. */
export type WireFile = { readonly source: string; readonly name: string; readonly bytes: Uint8Array };

export type Filed =
  | ({ readonly ok: true; readonly format: string } & DeliveryOutcome)
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * The way of one story: parse the bytes, keep them and every version that they hold, then make and check the furniture.
 * Resolves when all of it is durable. A refused file is kept too, with its refusal.
 */
export async function fileStory(newsroom: Newsroom, file: WireFile, at = newsroom.now()): Promise<Filed> {
  const parsed = parse(file.bytes, file.name);
  const items = parsed.ok ? await wholeItems(newsroom.store, file, parsed.items) : [];
  const usual = await usualLanguage(newsroom, file.source);
  const outcome = await saveDelivery(newsroom.store, {
    ...file,
    format: parsed.format ?? 'unknown',
    receivedAt: at,
    ...(parsed.ok ? { polled: isPolled(parsed.format) } : { refusal: parsed.refusal }),
    items: items.filter(isStory).map((item) => copyOf({ ...usual, ...item }, at.toISOString())),
  });
  if (!parsed.ok) return { ok: false, refusal: parsed.refusal };
  await furnishWaiting(newsroom, at);
  return { ok: true, format: parsed.format, ...outcome };
}

/** Feeds are asked for again and again and say the same each time; agencies' files come once. */
const isPolled = (format: string): boolean => /^(?:RSS|Atom|JSON Feed)/.test(format);

/** Copy that names no language is in the first one that its source has a contract for. */
async function usualLanguage({ store }: Newsroom, name: string): Promise<{ readonly language?: string }> {
  const language = (await findSource(store, name))?.profile.languages?.[0];
  return language === undefined ? {} : { language };
}

/**
 * Makes and checks furniture for every story version that waits for it: after a delivery, and at the start, when a crash
 * left work behind. The table is the list of work, so nothing is lost and several machines may share it. A story whose
 * furniture cannot be made is held and says why; the others go on. @returns how many were furnished.
 */
export async function furnishWaiting(newsroom: Newsroom, at?: Date): Promise<number> {
  const { language } = await readEdition(newsroom.store);
  let done = 0;
  for (let work = await claimWork(newsroom.store); work; work = await claimWork(newsroom.store)) {
    const now = at ?? newsroom.now();
    try {
      await saveFurniture(newsroom.store, work.storyVersionId, furnishOnce(newsroom, work, language), now);
      done++;
      await joinEvent(newsroom, work);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      newsroom.log.error({ story: work.slug, why }, 'no furniture could be made; the story is held');
      await holdStory(newsroom, work.slug, `Its furniture could not be made (${why}).`);
    }
  }
  return done;
}

/** What the engine fails at once it fails at again; a database that is away for a moment is another matter. */
function furnishOnce({ store }: Newsroom, { storyVersionId, copy, previous }: Work, language: Edition['language']) {
  try {
    return furnish(copy, { language, previous });
  } catch (error) {
    giveUpWork(store, storyVersionId);
    throw error;
  }
}

async function holdStory({ store, now }: Newsroom, slug: string, reason: string): Promise<void> {
  const story = await findStory(store, slug);
  if (story?.state !== 'held')
    await act(store, slug, { kind: 'hold', at: now().toISOString(), reason, by: 'copydesk' });
}
