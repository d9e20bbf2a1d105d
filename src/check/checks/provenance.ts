import type { Finding } from '../../story/furniture.ts';
import type { Checked } from '../check-type.ts';
import type { Alignment } from '../reading/align.ts';
import { regionsOf } from '../reading/region.ts';
import { unitsOf } from '../reading/unit.ts';
import { wordsIn } from '../reading/words.ts';

/** Every word of the draft stands in one sentence of its evidence, in the same order. */
export function checkProvenance({ draft, story, alignment }: Checked): Finding[] {
  const outside = draft.evidence.find(
    ({ part, start, end }) => !(start >= 0 && start < end && end <= story.copy[part].length),
  );
  if (outside) return [finding('The evidence lies outside the copy.')];
  if (draft.evidence.length === 0) return [finding('There is no evidence for these words.')];
  if (alignment) return halves(alignment);
  const proof = new Set(
    draft.evidence
      .flatMap((evidence) => regionsOf(story, evidence))
      .flatMap(({ units }) => units.map(({ key }) => key)),
  );
  const list = wordsIn(draft.text);
  const missing = unitsOf(list).filter(({ key }) => !proof.has(key));
  const first = missing[0];
  if (!first) return [finding('The words do not stand in this order in one sentence of the copy.')];
  const words = missing.map((unit) => list[unit.first]!.text).join('”, “');
  const { start } = list[first.first]!;
  return [{ ...finding(`The copy does not say “${words}” here.`), start, end: list[first.last]!.end }];
}

/** Of "anti-war" both halves stay or none. */
function halves({ region, kept }: Alignment): Finding[] {
  const half = region.units.find(
    (unit, i) => !kept[i] && region.units.some((other, j) => kept[j] && other.first === unit.first),
  );
  return half ? [finding(`Only a part of “${region.tokens[half.first]!.text}” is kept.`)] : [];
}

const finding = (message: string): Finding => ({ check: 'provenance', message });
