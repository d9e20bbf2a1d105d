import type { Block } from '../../story/copy.ts';
import { htmlBlocks, htmlText, looksLikeHtml } from '../blocks/html-blocks.ts';
import { textBlocks } from '../blocks/text-blocks.ts';
import { type JsonObject, objectsOfKey, textOfKey, textValue } from '../json/json-values.ts';

/** Text that may hold markup as one line of plain text. */
export const oneLine = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : htmlText(text) || undefined;

/** The main headline of an item in any spelling; an event's title. */
export function headlineOf(item: JsonObject): string | undefined {
  const raw =
    firstText(item, { plain: 'headline', list: 'headlines', preferred: ['main', '', 'simple', 'title'] }) ??
    textOfKey(item, 'title');
  return oneLine(raw);
}

/** `headline`, `headline_main`, or the best of `headlines: [{role, value}]`; the same for descriptions. */
export function firstText(
  item: JsonObject,
  { plain, list, preferred }: { plain: string; list: string; preferred: readonly string[] },
): string | undefined {
  const entries = objectsOfKey(item, list).map((entry) => ({
    role: roleOf(entry),
    text: textOfKey(entry, 'value', 'text'),
  }));
  for (const [key, value] of Object.entries(item)) {
    const name = key.toLowerCase();
    if (name === plain) entries.unshift({ role: '', text: textValue(value) });
    else if (name.startsWith(`${plain}_`) && !name.endsWith('_creditline'))
      entries.push({ role: name.slice(plain.length + 1), text: textValue(value) });
  }
  const told = entries.filter((entry) => entry.text !== undefined && entry.role !== 'creditline');
  const exact = told.find((entry) => entry.role === '');
  return (exact ?? preferred.map((role) => told.find((entry) => entry.role === role)).find((entry) => entry) ?? told[0])
    ?.text;
}

/** Roles are words ("main"), codes ("hrol:main") or addresses. */
export const roleOf = (entry: JsonObject): string =>
  (textOfKey(entry, 'role') ?? '').toLowerCase().replace(/^.*[:/]/, '');

const secondary = /teaser|summary|abstract|caption|seo|social|push|sms|short|kicker/;

/** The richest of the bodies: markup before plain text, the article before its teasers, other XML last. */
export function bodyOf(item: JsonObject): readonly Block[] | undefined {
  const bodies = objectsOfKey(item, 'bodies').map((body) => ({
    role: roleOf(body),
    type: textOfKey(body, 'contenttype', 'mimetype') ?? '',
    text: textOfKey(body, 'value', 'text'),
  }));
  for (const [key, value] of Object.entries(item)) {
    if (/^body_/i.test(key)) bodies.push({ role: key.slice(5).toLowerCase(), type: '', text: textValue(value) });
  }
  const ranked = bodies.filter((body) => body.text !== undefined).map((body) => ({ ...body, rank: rankOf(body) }));
  for (const { text = '', type, role } of ranked.sort((a, b) => b.rank - a.rank)) {
    const plain = /plain/.test(type) || (!/html|xml|nitf|richtext/.test(type + role) && !looksLikeHtml(text));
    const blocks = plain ? textBlocks(text) : htmlBlocks(text);
    if (blocks.length > 0) return blocks;
  }
  return undefined;
}

function rankOf({ role, type, text = '' }: { role: string; type: string; text?: string | undefined }): number {
  const markup = /html/.test(type + role) || (type === '' && looksLikeHtml(text)) ? 3 : 0;
  const foreign = /nitf|xml/.test((type + role).replace('xhtml+xml', '').replace('xhtml', '')) ? -4 : 0;
  return markup + foreign + (/plain/.test(type) || role === 'text' ? 1 : 0) - (secondary.test(role) ? 8 : 0);
}
