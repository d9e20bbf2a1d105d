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
  const doubled = /\b(a|an|the) \1\b/i.exec(draft.text);
  if (doubled)
    return [
      { ...finding(`“${doubled[0]}” stands twice.`), start: doubled.index, end: doubled.index + doubled[0].length },
    ];
  if (alignment)
    return [
      ...halves(alignment),
      ...turnedParticiples(alignment),
      ...lengthened(alignment),
      ...addedNames({ alignment, draft, story }),
      ...addedMarks(alignment, draft.text),
      ...turnedAmounts(alignment),
      ...addedSigns(alignment, story.copy[alignment.region.part]),
    ];
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

/** "fraud reported by consumers": a participle with its doer behind it becomes no finite verb. */
function turnedParticiples({ region, units, map, tokens }: Alignment): Finding[] {
  const turned = units.find((unit, i) => {
    const place = region.units[map[i] ?? -1];
    if (!place || !unit.verb) return false;
    const isPassive = region.tokens[place.last + 1]?.norm === 'by';
    return isPassive && tokens[unit.last]!.norm !== region.tokens[place.last]!.norm;
  });
  return turned ? [finding(`“${tokens[turned.last]!.text}” is no verb of the copy’s here.`)] : [];
}

/** Of "anti-war" both halves stay or none. */
function halves({ region, kept }: Alignment): Finding[] {
  const half = region.units.find(
    (unit, i) => !kept[i] && region.units.some((other, j) => kept[j] && other.first === unit.first),
  );
  return half ? [finding(`Only a part of “${region.tokens[half.first]!.text}” is kept.`)] : [];
}

/** The copy's short form may not be written out: "US" is "the United States" only the other way round. */
function lengthened({ units, map, region, tokens }: Alignment): Finding[] {
  return units.flatMap((unit, i) => {
    const place = region.units[map[i] ?? -1];
    if (!place || unit.first === unit.last || place.first !== place.last) return [];
    const { start } = tokens[unit.first]!;
    const { end } = tokens[unit.last]!;
    return [{ ...finding(`The copy writes “${region.tokens[place.first]!.text}” here.`), start, end }];
  });
}

/** Forenames and a role that the sentence does not give are proved by evidence of their own: where the copy gives them. */
function addedNames({
  alignment,
  draft,
  story,
}: Pick<Checked, 'draft' | 'story'> & { alignment: Alignment }): Finding[] {
  const { units, map, tokens, region } = alignment;
  return units.flatMap((unit, i) => {
    if ((map[i] ?? -1) >= 0) return [];
    const word = tokens[unit.first]!;
    const proved = draft.evidence.some((evidence) =>
      regionsOf(story, evidence).some((other) => other !== region && other.places.has(unit.key)),
    );
    return proved
      ? []
      : [{ ...finding(`The copy does not say “${word.text}” here.`), start: word.start, end: word.end }];
  });
}

/** "few" and "a few", "little" and "a little": the article turns them round. */
function turnedAmounts({ units, map, tokens, region }: Alignment): Finding[] {
  const isSome = (word: { readonly norm: string } | undefined) => word?.norm === 'a';
  return units.flatMap((unit, i) => {
    const place = region.units[map[i] ?? -1];
    const word = tokens[unit.first]!;
    if (!place || !/^(?:few|little)$/.test(word.norm)) return [];
    if (isSome(tokens[unit.first - 1]) === isSome(region.tokens[place.first - 1])) return [];
    return [{ ...finding(`“a ${word.text}” and “${word.text}” are not the same.`), start: word.start, end: word.end }];
  });
}

/** "Yukos'" where the copy has "Yukos": a possessive of the draft's own. */
function addedMarks({ units, map, tokens, region }: Alignment, text: string): Finding[] {
  return units.flatMap((unit, i) => {
    const place = region.units[map[i] ?? -1];
    const { text: word, start, end } = tokens[unit.last]!;
    if (!place || !/^['’](?![\p{L}\p{N}])/u.test(text.slice(end, end + 2)) || !/s$/.test(word)) return [];
    // A mark that closes a quotation is opened before it.
    if (/(?:^|[\s(])['‘]/.test(text.slice(0, start + 1)) || /^['’]/.test(region.tokens[place.last + 1]?.text ?? ''))
      return [];
    return [{ ...finding(`The copy does not say “${word}’” here.`), start, end: end + 1 }];
  });
}

/** Signs, pictures and characters that nobody sees say something too: "-12", "<12", a mark that turns the line round. */
const SIGN = /[\p{So}\p{Sm}\p{Cf}?!/\\*]|(?<![\p{L}\p{N}\s.,)])[-−–](?=\d)|(?<=\s)[-−–](?=\d)/gu;

function addedSigns({ draft, region }: Alignment, source: string): Finding[] {
  const words = source.slice(region.start, region.end);
  return Array.from(draft.text.matchAll(SIGN)).flatMap(({ 0: sign, index }) =>
    words.includes(sign)
      ? []
      : [{ ...finding(`The copy has no “${sign}” here.`), start: index, end: index + sign.length }],
  );
}

const finding = (message: string): Finding => ({ check: 'provenance', message });
