import { linkTo } from '../routes.ts';
import type { Making } from '../store/made/making.ts';
import { makerName } from '../story/furniture.ts';
import { partsMade, sourceTypeOf } from '../story/making.ts';
import type { Frame } from './newsroom.ts';
import { agencyOf } from './parts/provenance.ts';

/** How a page was made, for programs: the same facts as on its page. Offsets are UTF-16 units of the copy's text or headline. */
export function makingJson({ story, shown, versions, reviews }: Making, { url, edition }: Frame): object {
  const { copy } = story;
  return {
    page: `${url}${linkTo('story', { slug: story.slug })}`,
    responsible: edition.name,
    copy: {
      agency: agencyOf(copy),
      headline: copy.headline,
      version: shown.number,
      agencyVersion: shown.agencyVersion,
      receivedAt: shown.receivedAt,
      digitalSourceType: sourceTypeOf({ kind: 'agency' }),
    },
    checkedAt: shown.checkedAt,
    checks: shown.checks,
    elements: partsMade(story.furniture).map((part) => ({
      id: part.id,
      name: part.name,
      text: part.text,
      madeBy: makerName(part.madeBy),
      digitalSourceType: sourceTypeOf(part.madeBy),
      madeAt: part.madeAt ?? shown.checkedAt,
      evidence: part.evidence.map(({ part: where, start, end }) => ({
        part: where,
        start,
        end,
        words: copy[where].slice(start, end),
      })),
      override: part.override,
      refusedBefore: part.refused.map(({ check, message }) => ({ check, message })),
    })),
    released: reviews,
    versions: versions.map(({ number, agencyVersion, receivedAt }) => ({ number, agencyVersion, receivedAt })),
  };
}
