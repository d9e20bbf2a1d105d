import type { Block } from '../../story/copy.ts';
import { htmlBlocks, htmlText } from '../blocks/html-blocks.ts';
import type { Format } from '../format.ts';
import { oneLine } from '../ninjs/ninjs-words.ts';
import { noteSignals } from '../orders/note-signals.ts';
import { embargoOf, oneEmbargo, pubStatusOf, strictest } from '../orders/told-status.ts';
import { present } from '../present.ts';
import { instantOf } from '../times/dates.ts';
import type { Association, Rendition, WireItem } from '../wire-item.ts';
import { findDateline } from '../words/dateline.ts';
import {
  isObject,
  type JsonObject,
  numberOfKey,
  objectsOfKey,
  textOfKey,
  textValue,
  valueAt,
  valuesAt,
} from './json-values.ts';

const FORMAT = 'dpa digitalwires JSON';
const MOST_ASSOCIATIONS = 500;

/** dpa's digitalwires JSON: an entry, an array of them, or a list under `entries` or `items`. */
export const dpaDigitalwires: Format = {
  name: FORMAT,
  recognises: ({ json }) => entriesOf(json).length > 0,
  read: ({ json }) => ({ ok: true, format: FORMAT, items: entriesOf(json).map(readEntry) }),
};

function entriesOf(json: unknown): JsonObject[] {
  const list = Array.isArray(json)
    ? json
    : isObject(json) && !isEntry(json)
      ? valueAt(json, 'entries', 'items')
      : [json];
  return Array.isArray(list) ? list.filter(isObject).filter(isEntry) : [];
}

const isEntry = (entry: JsonObject): boolean =>
  textOfKey(entry, 'urn') !== undefined &&
  (/^digitalwires@/.test(textOfKey(entry, 'format') ?? '') ||
    ['article_html', 'entry_id', 'dpa_id', 'ednotes'].some((key) => Object.hasOwn(entry, key)));

function readEntry(entry: JsonObject): WireItem {
  const notes = notesOf(entry);
  const desk = categories(entry, 'desk')[0];
  return present<WireItem>({
    guid: textOfKey(entry, 'urn'),
    version: textOfKey(entry, 'version'),
    type: textOfKey(entry, 'type'),
    headline: oneLine(textOfKey(entry, 'headline')),
    byline: oneLine(textOfKey(entry, 'byline')),
    dateline: datelineOf(entry),
    located: categories(entry, 'located').map(({ name }) => name)[0],
    creditLine: oneLine(textOfKey(entry, 'creditline')),
    source:
      categories(entry, 'infosource').flatMap(({ name }) => name ?? [])[0] ?? categories(entry, 'provider')[0]?.name,
    language: textOfKey(entry, 'language'),
    urgency: numberOfKey(entry, 'urgency'),
    pubStatus: strictest([
      ...valuesAt(entry, 'pubstatus').map(pubStatusOf),
      ...categories(entry, 'pubstatus').map(({ code, name }) => pubStatusOf(code ?? name)),
    ]),
    embargoedUntil: oneEmbargo(valuesAt(entry, 'embargoed', 'embargo').map(embargoOf)) ?? notes.embargo,
    versionCreated: instantOf(textOfKey(entry, 'version_created') ?? textOfKey(entry, 'updated')),
    edNote: notes.told.join('\n') || undefined,
    privateNote: notes.kept.join('\n') || undefined,
    usageTerms: textOfKey(entry, 'usageterms'),
    copyrightNotice: textOfKey(entry, 'copyrightnotice') ?? textOfKey(entry, 'autopublishnotice'),
    abstract:
      oneLine(textOfKey(entry, 'teaser')) ??
      objectsOfKey(entry, 'descriptions').map((each) => oneLine(textOfKey(each, 'description')))[0],
    keywords: [valueAt(entry, 'keyword_names')].flat().flatMap((word) => textValue(word) ?? []),
    subjects: ['dpasubject', 'subject', 'geosubject', 'person', 'organisation'].flatMap((type) =>
      categories(entry, type),
    ),
    category: desk?.code ?? desk?.name ?? [valueAt(entry, 'desk_names')].flat().map(textValue)[0],
    signals: signalsOf(entry, [...notes.told, ...notes.kept]),
    associations: objectsOfKey(entry, 'associations').slice(0, MOST_ASSOCIATIONS).map(readAssociation),
    body: bodyOf(entry),
  });
}

/** The entry's categories of a type ("desk" for dnltype:desk); a code without its scheme's alias. */
function categories(entry: JsonObject, type: string): { code?: string; name?: string; scheme?: string }[] {
  return objectsOfKey(entry, 'categories')
    .filter((category) => textOfKey(category, 'type') === `dnltype:${type}`)
    .map((category) => {
      const [, scheme, code] = /^([^:]{1,40}):(.+)$/s.exec(textOfKey(category, 'qcode') ?? '') ?? [];
      return present<{ code?: string; name?: string; scheme?: string }>({
        code: code ?? textOfKey(category, 'qcode'),
        name: textOfKey(category, 'name'),
        scheme,
      });
    });
}

// Notes for desks that look like stories: what is planned, what comes.
const advisories = new Set(['dpatextgenre:27', 'dpatextgenre:32']);

function signalsOf(entry: JsonObject, notes: readonly string[]): string[] {
  const own = valuesAt(entry, 'signal', 'signals').flat().map(textValue);
  const all = [...own, ...categories(entry, 'signal').map(({ code, name }) => code ?? name)];
  const words = all.flatMap((signal) => signal?.toLowerCase().replace(/^.*[:/]/, '') ?? []);
  const advisory = categories(entry, 'genre').some(({ scheme, code }) => advisories.has(`${scheme}:${code}`));
  const said = [...words, ...notes.flatMap(noteSignals), ...(advisory ? ['advisory'] : [])];
  return [...new Set(said)].filter((word) => word !== 'newscontent');
}

/** The dateline stands apart from the article; its place is read as that of a paragraph would be. */
function datelineOf(entry: JsonObject): WireItem['dateline'] {
  const text = oneLine(textOfKey(entry, 'dateline'));
  if (text === undefined) return undefined;
  const found = findDateline([`${text} X`], undefined, instantOf(textOfKey(entry, 'version_created')));
  if (found) return found.dateline;
  const bare = text.replace(/\s?[-–—]+$/, '');
  const place = /^([^(),\d]{2,60}?)\s?\([^()]{2,40}\)$/.exec(bare)?.[1];
  return { text: bare, ...(place === undefined ? {} : { place }) };
}

/** The article, then its box of facts, which readers get too. The box of links is for the desk, among the notes. */
function bodyOf(entry: JsonObject): readonly Block[] {
  return ['article_html', 'infobox_html'].flatMap((key) => htmlBlocks(textOfKey(entry, key) ?? ''));
}

type Notes = { readonly told: readonly string[]; readonly kept: readonly string[]; readonly embargo?: string };

// Initials and the time of a service: of no use to readers, and no secret.
const signOff = /closingline|genrenote/;

function notesOf(entry: JsonObject): Notes {
  const notepad = valueAt(entry, 'notepad');
  const pad = isObject(notepad) ? notepad : {};
  const ednotes = objectsOfKey(entry, 'ednotes').flatMap((each) => {
    const role = (textOfKey(each, 'role') ?? '').replace(/^.*[:]/, '');
    const text = textOfKey(each, 'ednote', 'text', 'value');
    // @NOTE Whatever is not said to be publishable is not.
    const secret = valueAt(each, 'is_publishable') !== true || signOff.test(role);
    return text === undefined
      ? []
      : [{ role, secret, text: /^correction/.test(role) ? `Berichtigung: ${text}` : text }];
  });
  const told = ednotes.filter(({ secret }) => !secret).map(({ text }) => text);
  const kept = ednotes.filter(({ secret }) => secret).map(({ text }) => text);
  const embargo = ednotes.find(({ role }) => role === 'embargo')?.text;
  return {
    told: fresh(told, [textOfKey(pad, 'public_html'), textOfKey(entry, 'linkbox_html')]),
    kept: fresh(kept, [textOfKey(pad, 'nonpublic_html')]),
    ...(embargo === undefined ? {} : { embargo }),
  };
}

/** The notes and what of the notepad they do not say already: the notepad prints the same notes under headings. */
function fresh(notes: readonly string[], pads: readonly (string | undefined)[]): string[] {
  const seen = notes.map((note) => htmlText(note)).join('\n');
  const lines = pads.flatMap((pad) =>
    htmlBlocks(pad ?? '').flatMap(({ kind, text }) => (kind === 'heading' ? [] : [text])),
  );
  return [...new Set([...notes, ...lines.filter((line) => !seen.includes(line.replace(/\s+/g, ' ')))])];
}

function readAssociation(association: JsonObject): Association {
  const type = textOfKey(association, 'type');
  const renditions = objectsOfKey(association, 'renditions').map((rendition) =>
    present<Rendition>({
      name: textOfKey(rendition, 'name', 'size'),
      href: textOfKey(rendition, 'url', 'href'),
      mimeType: textOfKey(rendition, 'mimetype'),
    }),
  );
  return present<Association>({
    guid: textOfKey(association, 'urn'),
    type: type === 'image' ? 'picture' : type,
    headline: oneLine(textOfKey(association, 'headline') ?? textOfKey(association, 'caption')),
    caption: oneLine(textOfKey(association, 'caption')),
    creditLine: oneLine(textOfKey(association, 'creditline')),
    renditions,
  });
}
