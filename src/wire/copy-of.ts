import { type Block, type Copy, type Dateline, textOf } from '../story/copy.ts';
import { fitCopy, fitGuid } from './fit-copy.ts';
import { findEmbargoWords, isLifted } from './orders/embargo-words.ts';
import { findKillWords } from './orders/kill-words.ts';
import { isPrivate, publicPart } from './orders/private-notes.ts';
import { present } from './present.ts';
import { sectionOf } from './sections.ts';
import { stableGuid, stableVersion } from './stable-guid.ts';
import { readInstant } from './times/dates.ts';
import type { WireItem } from './wire-item.ts';
import { cleanBlock, cleanLine } from './words/clean-words.ts';
import { findDateline } from './words/dateline.ts';

/**
 * A received item as the newsroom keeps it. `killWords` is what in it says "kill" or "withhold"; a person must look, also at
 * the stories that `notice`, all its words, names.
 */
export type ReceivedCopy = {
  readonly guid: string;
  readonly copy: Copy;
  readonly killWords?: string;
  readonly notice?: string;
  readonly replaces: readonly string[];
  readonly kills?: readonly string[];
  readonly withholds?: readonly string[];
};

const LONGEST_MADE_HEADLINE = 100;
const noteEmbargo =
  /\bembargoed\b|\bembargo(?:\s?:|\s(?:until|till|ends|lifts)\b)|\bhold for release\b|\bnot for (?:publication|release|use) (?:before|until)\b/i;
const forReaders =
  /^\W{0,3}(?:corrects?\b|corrected\b|correction\b|clarif(?:ies|ied|ication)\b|an? (?:earlier|previous) version\b|this (?:story|article|report|version|item)\b|in an? (?:earlier|previous) version\b|berichtig)/i;
const forEditors =
  /\b(?:eds|editors|attn|please|desk|subscribers|clients|note to|tel|phone|e-?mail|paragraph \d+ only)\b|@/i;

/**
 * What the newsroom keeps of an item: the words for readers and what decides about them. Notes for editors stay behind.
 * `receivedAt` (ISO 8601) gives a dateline its year where the item has no date of its own, as in mail.
 */
export function copyOf(item: WireItem, receivedAt?: string): ReceivedCopy {
  const body = publicPart(item.body ?? [])
    .map(cleanBlock)
    .filter((block) => block !== undefined);
  const headline = headlineOf(item, body);
  const blocks = withoutHeadline(body, headline);
  const signals = signalsOf(item);
  const words = [item.headline, item.slugline, item.takeKey, item.edNote, item.privateNote, textOf(item.body ?? [])];
  const killWords = findKillWords(words);
  const copy = present<Copy>({
    headline,
    slugline: lineOf(item.slugline),
    byline: lineOf(item.byline),
    dateline: item.dateline && cleanDateline(datedBy(item.dateline, receivedAt)),
    blocks: undefined,
    text: textOf(blocks),
    creditLine: lineOf(item.creditLine) ?? lineOf(item.source),
    language: languageOf(item),
    section: sectionOf(item),
    keywords: undefined,
    link: item.link,
    pubStatus: item.pubStatus ?? 'usable',
    problem: item.problem,
    embargoedUntil: embargoOf(item),
    licenceEnds: licenceOf(item),
    firstCreated: item.firstCreated,
    versionCreated: item.versionCreated,
    agencyVersion:
      item.version ?? (item.guid === undefined && item.link === undefined ? stableVersion(item) : undefined),
    signals: undefined,
    correctionNote: correctionNoteOf(item, signals),
  });
  return {
    guid: fitGuid(item.guid ?? item.link ?? stableGuid(item)),
    copy: fitCopy({ ...copy, blocks, keywords: keywordsOf(item), signals }),
    ...(killWords === undefined ? {} : { killWords, notice: words.filter((each) => each !== undefined).join('\n') }),
    replaces: (item.replaces ?? []).map(fitGuid),
    ...(item.kills && { kills: item.kills.map(fitGuid) }),
    ...(item.withholds && { withholds: item.withholds.map(fitGuid) }),
  };
}

/** A line for readers, as plain text; undefined when nothing is in it. */
const lineOf = (line: string | undefined): string | undefined => (line && cleanLine(line)) || undefined;

const keywordsOf = ({ keywords = [] }: WireItem): string[] =>
  keywords.map(cleanLine).filter((keyword) => keyword !== '');

/** A tag (RFC 5646), or "und" for whatever else stands in its place: no contract covers that. */
function languageOf({ language = 'en' }: WireItem): string {
  return /^[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8}){0,7}$/.test(language.trim()) ? language.trim() : 'und';
}

function cleanDateline({ text, place, ...rest }: Dateline): Dateline | undefined {
  const [line, town] = [lineOf(text), lineOf(place)];
  return line === undefined ? undefined : { text: line, ...(town !== undefined && { place: town }), ...rest };
}

function datedBy(dateline: Dateline, receivedAt?: string): Dateline {
  if (dateline.date !== undefined || receivedAt === undefined) return dateline;
  return { ...dateline, ...findDateline([dateline.text], undefined, receivedAt)?.dateline, text: dateline.text };
}

/** The agency's headline as text; of an alert that has none, the first words of the copy. */
function headlineOf(item: WireItem, body: readonly Block[]): string {
  const own = cleanLine(item.headline ?? '');
  if (own !== '') return own;
  const first = cleanLine(body[0]?.text ?? item.abstract ?? item.slugline ?? '');
  if (!/[\p{L}\p{N}]/u.test(first)) return 'Copy without a headline';
  if (first.length <= LONGEST_MADE_HEADLINE) return first.replace(/\.$/, '');
  const cut = first.slice(0, LONGEST_MADE_HEADLINE);
  const word = cut.lastIndexOf(' ');
  return `${(word > 40 ? cut.slice(0, word) : cut).replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:–—-]+$/, '')}…`;
}

/** Some agencies repeat the headline as the first line of the body; readers see it once. */
function withoutHeadline(blocks: readonly Block[], headline: string): readonly Block[] {
  const first = blocks[0];
  return first && blocks.length > 1 && first.text.replace(/\s+/g, ' ') === headline ? blocks.slice(1) : blocks;
}

function signalsOf(item: WireItem): string[] {
  const said = [...(item.signals ?? [])];
  const head = `${item.slugline ?? ''}\n${item.headline ?? ''}`;
  if (
    /^\W{0,3}(?:CORRECTED|CORRECTION|OFFICIAL CORRECTION|BERICHTIGUNG|Berichtigung)\b/m.test(head) ||
    /^\W{0,3}correct(?:s|ed|ion)\b|\bcorrects\b/i.test(item.edNote ?? '')
  )
    said.push('correction');
  if (
    /^(?:UPDATE|WRAPUP) \d|\b\d(?:st|nd|rd|th) ?(?:ld|lead)\b|\bwritethru\b/im.test(head) ||
    /^\W{0,3}(?:updates\b|recasts\b|adds\b|update\s?[:–—-])|\bwritethru\b/i.test(item.edNote ?? '')
  )
    said.push('update');
  return [...new Set(said)];
}

/** What a correction or a cancellation says to readers, when its note is meant for them. */
function correctionNoteOf(item: WireItem, signals: readonly string[]): string | undefined {
  const note = item.edNote;
  if (note === undefined || !(signals.includes('correction') || item.pubStatus === 'canceled')) return undefined;
  const lines = note.split('\n').map((line) => line.trim());
  const found = lines.find(
    (line) => forReaders.test(line) && line.length > 20 && !forEditors.test(line) && !isPrivate(line),
  );
  return lineOf(found?.replace(/^\((.*)\)$/s, '$1'));
}

/** ISO 8601, or `unreadable`: an embargo that cannot be read, also one that only a note speaks of, holds the copy. */
function embargoOf(item: WireItem): string | undefined {
  if (item.embargoedUntil !== undefined) {
    const instant = readInstant(item.embargoedUntil);
    return instant?.zoned ? instant.iso : 'unreadable';
  }
  const notes = `${item.edNote ?? ''}\n${item.privateNote ?? ''}`;
  const spoken = noteEmbargo.test(notes) && !isLifted(notes);
  return spoken || findEmbargoWords(toldIn(item)) !== undefined ? 'unreadable' : undefined;
}

/** ISO 8601, or `unreadable`: nobody may publish what may have ended. Agencies write "never" as a year that nobody here will see. */
function licenceOf({ expires }: WireItem): string | undefined {
  if (expires === undefined || /^\s{0,9}(?:9999|[3-9]\d{3}-?\d\d|2[1-9]\d\d-?\d\d)/.test(expires)) return undefined;
  const instant = readInstant(expires);
  return instant?.zoned ? instant.iso : 'unreadable';
}

/** Wherever an agency may say it. A note "not for publication" is for nobody at any time: that is no order to wait. */
function toldIn(item: WireItem): (string | undefined)[] {
  const body = (item.body ?? []).map((block) => block.text);
  const published = publicPart(item.body ?? []).length;
  const privateLines = [...(item.privateNote ?? '').split('\n'), ...body.splice(published)].filter(
    (line) => !isPrivate(line),
  );
  return [item.headline, item.slugline, item.edNote, item.usageTerms, ...privateLines, ...body];
}
