import { agencyCredit } from '../agencies.ts';
import type { Format } from '../format.ts';
import { findKillWords } from '../orders/kill-words.ts';
import { present } from '../present.ts';
import { homeOf } from '../times/agency-clock.ts';
import { instantOf } from '../times/dates.ts';
import { instantAt } from '../times/local-time.ts';
import type { WireItem } from '../wire-item.ts';
import { findDateline } from '../words/dateline.ts';
import { languageOf } from '../words/language-of.ts';
import { refuseEndless, withoutControls } from './control-text.ts';
import { sheetBlocks } from './lined-blocks.ts';
import { readCopyBlocks, withOrdersApart } from './plain-text.ts';
import { dialects, type ZczcField } from './zczc-dialects.ts';

const MOST_HEAD_LINES = 14;
const MOST_CODE_LINES = 3;
const start = /^\s{0,20}ZCZC(?:[\s/\dA-Z]|$)/;
const marked = /^\s{0,3}([A-Z]{2,12} )?([%#$:*~@&^])(.*)$/;
/** "YY RFG TDR", "R POL S0A QBXB", "XCI20345": routing, in words of at most eight capitals and figures. */
const codes = /^(?:[A-Z0-9]{1,5}|[A-Z]{1,4}\d{2,6})(?:\s{1,3}[A-Z0-9]{1,5}){0,8}\s{0,2}\/?$/;
/** AAP signs off "AAP FIELDS", "AAP RTV". */
const signOff = /^\s{0,9}(AAP)(?:\s[A-Z]{2,12}){0,2}\s*$/;
/** The clock under the messages of Italian agencies: "01-LUG-23 12:00". */
const stamp = /^\s{0,9}(\d{1,2})-(\p{L}{3})-(\d{2,4})\s{1,3}(\d{1,2})[:.](\d{2})\s*$/u;

/** Messages between ZCZC and NNNN, the marks of telex, with the head lines of Australian and Italian houses. */
export const zczc: Format = {
  name: 'ZCZC text',
  recognises: (file) => start.test(file.text.slice(0, 200)),
  read: (file) => {
    const found = messages(file.text);
    const texts = found.map((message) => message.lines.join('\n'));
    return refuseEndless(texts, 'ZCZC text') ?? { ok: true, format: 'ZCZC text', items: found.map(readMessage) };
  },
};

type Message = { readonly code: string; readonly lines: readonly string[] };

function messages(text: string): Message[] {
  const made: { code: string; lines: string[] }[] = [];
  let open: { code: string; lines: string[] } | undefined;
  for (const line of text
    .replace(/\r\n?/g, '\n')
    .replace(/\x00|\x7f/g, '')
    .split('\n')) {
    if (/^\s{0,20}ZCZC(?![a-z])/.test(line)) {
      open = { code: line.replace(/^\s*ZCZC\s{0,9}/, '').trim(), lines: [] };
      made.push(open);
    } else if (/^\s{0,20}NNNN\s*$/.test(line)) open = undefined;
    else open?.lines.push(line);
  }
  return made.filter((message) => message.lines.some((line) => withoutControls(line) !== ''));
}

function readMessage({ code, lines }: Message): WireItem {
  const { fields, rest } = readHead(lines);
  const { kept, credit, time } = readFoot(rest);
  const sender = agencyCredit(code.split(/[\s/\d]/)[0] ?? '') ?? credit;
  const headline = fields.headline ?? (fields.slugline === undefined ? firstLine(kept) : undefined);
  const body = headline !== undefined && fields.headline === undefined ? kept.slice(kept.indexOf(headline) + 1) : kept;
  const known = headline === undefined ? {} : { headline: cleanTitle(headline) };
  const item = readCopyBlocks(sheetBlocks(withOrdersApart(body.map(cleanLine).join('\n'))), known);
  const home = homeOf(sender ?? findDateline((item.body ?? []).map((block) => block.text))?.agency);
  const made = time && home ? instantAt(time.slice(0, 19), home) : time;
  return present<WireItem>({
    ...item,
    type: 'text',
    headline: item.headline ?? fields.slugline,
    slugline: fields.slugline ?? item.slugline,
    takeKey: fields.takeKey,
    category: fields.category ?? item.category,
    located: fields.located,
    abstract: fields.abstract,
    creditLine: sender,
    source: item.source ?? sender,
    language: item.language ?? languageOf((item.body ?? []).map((block) => block.text).join(' ')),
    versionCreated: item.versionCreated ?? made,
    privateNote: [item.privateNote, fields.writer].filter((note) => note !== undefined).join('\n') || undefined,
    subjects: fields.subject === undefined ? undefined : [{ code: fields.subject, scheme: 'iptc-subject' }],
  });
}

type Fields = { -readonly [K in Exclude<ZczcField, 'nothing' | 'racing'> | 'abstract']?: string | undefined };

/** Takes routing codes and marked lines off the top, and reads the marks in the dialect that fits them. */
function readHead(lines: readonly string[]): { readonly fields: Fields; readonly rest: readonly string[] } {
  let at = 0;
  for (let taken = 0; at < lines.length && taken < MOST_CODE_LINES; at++) {
    const line = withoutControls(lines[at] ?? '');
    if (line === '') continue;
    if (!codes.test(line) || !/\d|\s/.test(line) || findKillWords([line]) !== undefined) break;
    taken++;
  }
  const found: (readonly [string, string])[] = [];
  const first = at;
  for (; at < lines.length && at < first + MOST_HEAD_LINES; at++) {
    const line = lines[at] ?? '';
    const [, , mark = '', value = ''] = marked.exec(line) ?? [];
    if (mark === '' || (mark === '*' && value.startsWith(' '))) {
      if (withoutControls(line) === '' && found.length === 0) continue;
      break;
    }
    found.push([mark, withoutControls(value)]);
  }
  if (found.length === 0) return { fields: {}, rest: lines.slice(first) };
  // One letter after "$" is a grade of service, no headline.
  const filled = new Set(found.filter(([mark, value]) => mark !== '$' || value.length > 0).map(([mark]) => mark));
  const dialect = dialects.find(({ marks }) => marks.every((mark) => filled.has(mark)));
  const fields: Fields = {};
  for (const [mark, value] of found) take(fields, dialect?.fields[mark] ?? 'nothing', value);
  // A sheet is named by its take, or by its slug where the take is only a date.
  if (dialect?.name === 'sheet')
    fields.headline ??= /\p{L}{3}/u.test(fields.takeKey ?? '') ? fields.takeKey : fields.slugline;
  return { fields, rest: lines.slice(at) };
}

function take(fields: Fields, field: ZczcField, value: string) {
  if (field === 'nothing' || value === '') return;
  if (field === 'racing') {
    if (fields.headline === undefined) Object.assign(fields, racingTitle(value));
  } else if (field === 'subject') {
    const code = /^\d{8}$/.exec(value)?.[0];
    if (code !== undefined) fields.subject ??= code;
  } else {
    fields[field] ??= value;
    if (field === 'headline') fields.abstract ??= value;
  }
}

/** "POTTED :Eagle Farm MARKET DAY": the title is behind the last colon; its words in capitals are the slug, the rest the take. */
function racingTitle(value: string): Fields {
  const headline = value.replace(/^[A-Z]{2,20}\s{0,2}:\s{0,2}/, '').trim();
  const lower = /\s(?=\p{Ll})/u.exec(headline);
  if (!lower) return { headline, slugline: headline };
  return { headline, slugline: headline.slice(0, lower.index), takeKey: headline.slice(lower.index + 1) };
}

/** Takes the sign-off and the clock off the end. */
function readFoot(lines: readonly string[]): {
  readonly kept: string[];
  readonly credit?: string;
  readonly time?: string;
} {
  const kept = [...lines];
  let credit: string | undefined;
  let time: string | undefined;
  for (let taken = 0; taken < 4; taken++) {
    while (kept.length > 0 && withoutControls(kept.at(-1) ?? '') === '') kept.pop();
    const last = kept.at(-1) ?? '';
    const signed = signOff.exec(last)?.[1];
    const [, day, month, year = '', hour = '', minute] = stamp.exec(last) ?? [];
    const read = instantOf(
      `${day} ${month} ${year.length === 2 ? `20${year}` : year} ${hour.padStart(2, '0')}:${minute}`,
    );
    if (signed === undefined && read === undefined && !/^\s{0,9}ISSN\s[\d\sX-]{8,14}$/.test(last)) break;
    credit ??= signed;
    time ??= read;
    kept.pop();
  }
  return { kept, ...(credit ? { credit } : {}), ...(time ? { time } : {}) };
}

/** Without a marked headline the first line is one, if it is no sentence and no order to editors. */
function firstLine(lines: readonly string[]): string | undefined {
  const at = lines.findIndex((line) => withoutControls(line) !== '');
  const line = lines[at];
  if (line === undefined || lines.slice(at + 1).every((each) => withoutControls(each) === '')) return undefined;
  const title = cleanTitle(line);
  const ordinary =
    title.length < 120 && /\p{L}{2}/u.test(title) && !/[.]["”]?$|^\(|:$/.test(title) && !/^\s{2,}/.test(line);
  return ordinary && findKillWords([title]) === undefined ? line : undefined;
}

/** Typesetting marks at the end of a line: "<!", "=!", ".-". */
const cleanLine = (line: string): string =>
  line
    .replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '')
    .replace(/\s?[<=]!\s*$/, '')
    .replace(/(?<=\.)-\s*$/, '');
const cleanTitle = (line: string): string => withoutControls(cleanLine(line)).replace(/\s\.$/, '');
