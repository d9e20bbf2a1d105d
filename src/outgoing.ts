import type { Newsroom } from './newsroom.ts';
import { linkTo } from './routes.ts';
import { findForDesk } from './store/desk.ts';
import { findPublished, findStory } from './store/stories.ts';
import { CopydeskError } from './story/errors.ts';
import type { Story } from './story/story.ts';
import type { OutgoingStory } from './wire/write/outgoing-story.ts';

/**
 * A story as it may leave the newsroom: what readers see; of a killed one nothing but its identity and notice; with `force`
 * also what readers may not see yet, marked so. `not-found`, or `not-allowed` when it must not leave.
 */
export async function outgoingStory(
  newsroom: Pick<Newsroom, 'store' | 'now' | 'url'>,
  slug: string,
  { force }: { readonly force: boolean },
): Promise<OutgoingStory> {
  const { store, now, url } = newsroom;
  const shown = await findPublished(store, slug, now());
  const page = `${url}${linkTo('story', { slug })}`;
  if (shown)
    return {
      ...identityOf(shown, shown.copy.agencyVersion),
      page,
      pubStatus: 'usable',
      copy: shown.copy,
      furniture: shown.furniture,
    };

  const story = await findStory(store, slug);
  if (!story) throw new CopydeskError('not-found', `No story has the address "${slug}".`);
  const desk = await findForDesk(store, slug);
  const identity = { ...identityOf(story, desk?.copy.agencyVersion), page };
  if (story.state === 'killed')
    return { ...identity, pubStatus: 'canceled', ...(story.notice !== undefined && { notice: story.notice }) };
  // What the licence no longer covers may not be passed on, whoever asks.
  const ended = story.expiresAt !== undefined && story.expiresAt <= now().toISOString();
  if (ended || story.state === 'expired')
    throw new CopydeskError('not-allowed', `Cannot export "${slug}": the licence for it has ended.`);
  if (!force || !desk) {
    const why = story.reason ? `${story.state}: ${story.reason}` : story.state;
    throw new CopydeskError(
      'not-allowed',
      `Cannot export "${slug}": it is ${why}. Readers may not see it; --force writes it.`,
    );
  }
  const embargoed = story.state === 'embargoed' && story.embargoedUntil !== undefined;
  return {
    ...identity,
    pubStatus: embargoed ? 'usable' : 'withheld',
    ...(embargoed && { embargoedUntil: story.embargoedUntil }),
    copy: desk.copy,
    ...(desk.furniture && { furniture: desk.furniture }),
  };
}

function identityOf(story: Story, agencyVersion: string | undefined) {
  const times = [story.receivedAt, story.publishedAt, story.updatedAt, story.correctedAt, story.killedAt];
  return {
    guid: story.guid,
    version: agencyVersion ?? String(story.version),
    ...(story.publishedAt !== undefined && { publishedAt: story.publishedAt }),
    changedAt:
      times
        .filter((at) => at !== undefined)
        .sort()
        .at(-1) ?? story.receivedAt,
  };
}
