import type { Finding } from '../../story/furniture.ts';
import { oncePer } from '../../text/memory/once-per.ts';
import { markedSpans } from '../../text/quote-marks.ts';
import { FIRST_AND_SECOND_PERSON } from '../../text/words/function-words.ts';
import type { Checked } from '../check-type.ts';
import type { Alignment } from '../reading/align.ts';
import type { ReadCopy, Region } from '../reading/region.ts';

/** Words in quotation marks are the copy's, character by character; words without them are not said in the first person. */
export function checkQuotations({ draft, story, alignment, kind }: Checked): Finding[] {
  if (!alignment) return [];
  const { region, attribution } = alignment;
  // Copied with its marks and all, however the agency set them.
  if (foldedIn(story)(region).includes(fold(draft.text))) return [];
  // Title case is the one change that a headline may make inside quotation marks.
  const inTitle = kind === 'displayHeadline' || kind === 'keyPointsTitle';
  const same = (words: string) => (inTitle ? fold(words).toLowerCase() : fold(words));
  const marked = markedSpans(draft.text);
  const said = marked.length > 0 ? quotedIn(story.copy[region.part], region) : [];
  const found: Finding[] = marked.flatMap(({ start, end }) => {
    const words = same(draft.text.slice(start, end)).replace(/[.,]$/, '');
    const stands = said.some((whole) => same(whole).includes(words));
    if (words !== '' && stands) return [];
    return [
      { check: 'quotations', message: `“${draft.text.slice(start, end)}” is not quoted so in the copy.`, start, end },
    ];
  });
  const bare = bareSpeech(alignment, draft.text);
  if (bare !== undefined)
    found.push({ check: 'quotations', message: `“${bare} …” opens what is quoted, and the mark is gone.` });
  if (attribution === null && !cutsMarks(alignment, draft.text)) return found;
  const spoken = alignment.units.find(
    (unit, i) =>
      FIRST_AND_SECOND_PERSON.has(alignment.tokens[unit.first]!.norm) &&
      alignment.tokens[unit.first]!.text !== 'US' &&
      isQuoted(alignment, i) &&
      !insideMarks(draft.text, alignment.tokens[unit.first]!.start),
  );
  if (spoken)
    found.push({ check: 'quotations', message: 'Words of the first or second person stand outside quotation marks.' });
  return found;
}

/** "told Venn, So the pier stays" of "told Venn, “So the pier stays”": the first word behind a mark that went and a comma that stayed. */
function bareSpeech({ region: { tokens }, keptTokens }: Alignment, text: string): string | undefined {
  const opens = tokens.findIndex(
    (token, i) =>
      /^(?:[“"]|'')$/.test(token.text) &&
      tokens[i - 1]?.text === ',' &&
      keptTokens[i + 1] === true &&
      /^\p{Lu}/u.test(tokens[i + 1]!.text) &&
      text.includes(`, ${tokens[i + 1]!.text}`),
  );
  return opens >= 0 ? tokens[opens + 1]!.text : undefined;
}

const isQuoted = ({ map, region }: NonNullable<Checked['alignment']>, i: number): boolean => {
  const place = map[i] ?? -1;
  return place >= 0 && region.quoted[region.units[place]!.first] === true;
};
const cutsMarks = (alignment: NonNullable<Checked['alignment']>, text: string): boolean =>
  alignment.units.some((unit, i) => isQuoted(alignment, i) && !insideMarks(text, alignment.tokens[unit.first]!.start));
/** Whether a place of a text stands in quotation marks; words before a mark that only closes do. */
export function insideMarks(text: string, at: number): boolean {
  if (markedSpans(text).some(({ start, end }) => start <= at && at < end)) return true;
  const mark = /["”]/u.exec(text);
  return (
    mark !== null &&
    at < mark.index &&
    /[\p{P}\p{L}]/u.test(text[mark.index - 1] ?? '') &&
    !/[\p{L}\p{N}]/u.test(text[mark.index + 1] ?? ' ')
  );
}

/** What the region has inside quotation marks, run by run. */
function quotedIn(text: string, { tokens, quoted }: Region): string[] {
  const found: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!quoted[i]) continue;
    const { start } = tokens[i]!;
    while (quoted[i + 1]) i++;
    found.push(fold(text.slice(start, tokens[i]!.end)));
  }
  return found;
}

/** The words of each sentence, folded once for all that is cut from it. */
const foldedIn = oncePer(({ copy }: ReadCopy) =>
  oncePer(({ part, start, end }: Region) => fold(copy[part].slice(start, end))),
);

const fold = (text: string): string => text.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/\s+/gu, ' ').trim();
