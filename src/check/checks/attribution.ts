import type { Finding } from '../../story/furniture.ts';
import type { Reported } from '../../story/speech/reported.ts';
import type { Token } from '../../text/tokens.ts';
import { reportingVerb } from '../../text/words/reporting-verbs.ts';
import type { Checked } from '../check-type.ts';
import type { Alignment } from '../reading/align.ts';
import { placeOf } from '../reading/place.ts';
import type { ReadCopy } from '../reading/region.ts';
import { namesSpeaker, namesStandIn, sameName } from '../reading/speaker.ts';
import { insideMarks } from './quotations.ts';

/** Words that the copy gives to a speaker name her in the draft, with a cue of the same strength; nobody else is named. */
export function checkAttribution({ alignment, story }: Checked): Finding[] {
  if (!alignment) return [];
  const kept = alignment.keptTokens;
  const { region, attribution } = alignment;
  const stretches = narrow(region.reported, region.tokens);
  const found: Finding[] = [];
  const shown = isShownAsQuoted(alignment);
  const hers = attribution !== null && shown && isHerQuotation(alignment, attribution.name, story);
  let supported = hers;
  for (const stretch of stretches) {
    if (!keepsWordsOf(stretch, kept, alignment)) continue;
    // The record knows whose quotation it is where the words beside it do not show it.
    if (hers && stretch.speaker === null) continue;
    const cueKept = kept[stretch.cue] === true;
    if (cueKept && !speakerMissing(stretch, kept)) continue;
    if (
      attribution &&
      namesSpeaker(attribution.name, stretch, alignment, story) &&
      sameStrength(attribution.base, stretch)
    ) {
      supported = true;
      continue;
    }
    const [from, to] = stretch.speaker ?? [stretch.cue, stretch.cue];
    found.push({
      ...finding(
        `These words are what ${speakerText(stretch, alignment)} says (“${region.tokens[stretch.cue]!.text}”), and the draft does not say so.`,
      ),
      copy: placeOf(region, Math.min(from, stretch.cue), Math.max(to, stretch.cue)),
    });
  }
  const told = heardInCourt(alignment);
  if (told >= 0)
    found.push({
      ...finding(`A court heard this (“${region.tokens[told]!.text}”), and the draft does not say so.`),
      copy: placeOf(region, told),
    });
  if (region.part === 'headline' && quotesUnnamed(alignment, kept) && !attribution && !cueIsKept(stretches, kept))
    found.push(
      finding(
        'These words stand in quotation marks in the agency’s headline, and the draft does not say whose they are.',
      ),
    );
  const quotation = shown ? null : quotedSpeaker(alignment, kept, story);
  if (quotation) {
    const named = attribution !== null && quotation.names.some((name) => sameName(attribution.name, name));
    // Of a quotation it may be said that she said it; a stronger word must be the copy's.
    if (named && (attribution?.base === 'say' || quotation.cues.includes(attribution?.base ?? ''))) supported = true;
    else if (attribution || !cueIsKept(stretches, kept))
      found.push(
        finding(`These words are quoted from ${quotation.names[0] ?? 'a speaker'}, and the draft does not say so.`),
      );
  }
  if (attribution && !supported && found.length === 0)
    found.push(finding(`The copy does not give these words to “${attribution.name}”.`));
  return found;
}

const COURT = /^(?:court|jury|inquest|tribunal|trial|hearing|inquiry)$/;

/** ", the court has heard", ", an inquest was told": the place of the verb where the draft tells what is alleged as a fact; -1. */
function heardInCourt({ region: { tokens }, keptTokens }: Alignment): number {
  return tokens.findIndex(({ norm }, at) => {
    if (!/^(?:heard|told)$/.test(norm) || keptTokens[at]) return false;
    const comma = tokens.findLastIndex(({ text }, i) => i < at && text === ',');
    const words = tokens.slice(comma + 1, at);
    const isTail = comma > 0 && words.length <= LONGEST_TAIL && words.some((word) => COURT.test(word.norm));
    return isTail && keptTokens.slice(0, comma).some(Boolean);
  });
}

/** Words of "the crown court in Sarn has been". */
const LONGEST_TAIL = 8;

/** All quoted words stand in quotation marks in the draft too: it does not make them ours. */
function isShownAsQuoted({ draft, units, tokens, map, region }: Alignment): boolean {
  return units.every((unit, i) => {
    const place = region.units[map[i] ?? -1];
    return !place || !region.quoted[place.first] || insideMarks(draft.text, tokens[unit.first]!.start);
  });
}

/** `Rubio: “…”`: the record gives all of the words in marks, in one quotation and nobody else's, to the speaker who is named. */
function isHerQuotation({ region, keptTokens }: Alignment, speaker: string, { copy }: ReadCopy): boolean {
  if (region.part === 'headline') return false;
  const said = region.tokens.filter((_, i) => keptTokens[i] && region.quoted[i]);
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last || region.tokens.some((_, i) => keptTokens[i] && !region.quoted[i])) return false;
  const around = (copy.quotations ?? []).filter(({ start, end }) => start < last.end && first.start < end);
  const [only, ...others] = around;
  if (!only || others.length > 0 || only.kind !== 'direct' || only.start > first.start || last.end > only.end)
    return false;
  return (
    (only.name !== undefined && sameName(speaker, only.name)) ||
    (only.speaker !== null && sameName(speaker, only.speaker.text))
  );
}

const finding = (message: string): Finding => ({ check: 'attribution', message });
const cueIsKept = (stretches: readonly Reported[], kept: readonly boolean[]) => stretches.some(({ cue }) => kept[cue]);

/** What one speaker says ends where the sentence turns to the next cue of another speaker, behind a comma. */
function narrow(stretches: readonly Reported[], tokens: readonly Token[]): Reported[] {
  const turns = (at: number) =>
    [at - 1, at - 2].some((i) => /^(?:[,;:–—"”]|--|''|but|while|and)$/.test(tokens[i]?.norm ?? ''));
  return stretches.map((stretch) => {
    const next = stretches.find((other) => other.cue > stretch.cue && other.from > stretch.cue);
    if (!next || stretch.to < next.cue || stretch.from <= stretch.cue) return stretch;
    const limit = next.speaker && next.speaker[0] > stretch.cue ? next.speaker[0] : next.cue;
    // "According to the Sarn Bell, | Lee admitted …": all of the second is what the first says.
    // "Lawyers said the firm withdrew because | Lee had called": it is all theirs.
    return limit - stretch.from < 2 || !turns(limit) ? stretch : { ...stretch, to: limit - 1 };
  });
}

function keepsWordsOf(stretch: Reported, kept: readonly boolean[], { region }: Alignment): boolean {
  for (let i = stretch.from; i <= stretch.to; i++) {
    if (kept[i] && i !== stretch.cue && /^(?:NOUN|PROPN|VERB|ADJ|NUM)$/.test(region.tokens[i]!.pos)) {
      const inSpeaker = stretch.speaker && i >= stretch.speaker[0] && i <= stretch.speaker[1];
      if (!inSpeaker) return true;
    }
  }
  return false;
}

const speakerMissing = ({ speaker, role }: Reported, kept: readonly boolean[]): boolean =>
  speaker !== null && ![speaker, role ?? speaker].some(([first, last]) => kept.slice(first, last + 1).some(Boolean));

const sameStrength = (base: string, stretch: Reported): boolean =>
  base === stretch.base || (base === 'say' && stretch.plain);

function speakerText({ speaker }: Reported, { region }: Alignment): string {
  return speaker
    ? `“${region.tokens
        .slice(speaker[0], speaker[1] + 1)
        .map(({ text }) => text)
        .join(' ')}”`
    : 'somebody';
}

/** Four or more words from inside the headline's quotation marks stand in the draft without marks. */
function quotesUnnamed(alignment: Alignment, kept: readonly boolean[]): boolean {
  const { region } = alignment;
  const inside = region.tokens.filter(({ text }, i) => kept[i] && region.quoted[i] && /[\p{L}\p{N}]/u.test(text));
  return inside.length >= 4 && !isShownAsQuoted(alignment);
}

/** Who is quoted, when four or more words of the draft come from inside quotation marks. Short quoted words are the reporter's. */
function quotedSpeaker(
  { region, names, attribution }: Alignment,
  kept: readonly boolean[],
  story: ReadCopy,
): { names: string[]; cues: string[] } | null {
  const inside = region.tokens.filter((token, i) => kept[i] && region.quoted[i] && /[\p{L}\p{N}]/u.test(token.text));
  // Words of a sentence that is quoted as a whole are the speaker's, however few.
  const whole = region.tokens.every(({ text }, i) => region.quoted[i] || !/[\p{L}\p{N}]/u.test(text));
  if (inside.length < (whole ? 1 : 4) || region.part === 'headline') return null;
  const { start } = inside[0]!;
  const here = (story.copy.quotations ?? []).filter((quotation) => quotation.start <= start && start < quotation.end);
  const isMeant = here.some(({ speaker }) => namesStandIn(attribution?.name ?? '', names, speaker?.start, story));
  return {
    names: [
      ...here.flatMap(({ name, speaker }) => [name, speaker?.text]).filter((name) => name !== undefined),
      ...(attribution && isMeant ? [attribution.name] : []),
    ],
    cues: here.flatMap(({ cue }) => reportingVerb(cue?.text.toLowerCase() ?? '')?.base ?? []),
  };
}
