import { present } from '../present.ts';
import { instantAt } from '../times/local-time.ts';
import type { WireItem } from '../wire-item.ts';
import { findDateline } from '../words/dateline.ts';
import { takeSignOff } from '../words/sign-off.ts';
import { attribute, child, children, descendants } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { nitfBody } from './nitf-body.ts';
import { docdataOf, metaOf, nitfDialect } from './nitf-dialects.ts';
import { nitfHead } from './nitf-head.ts';
import { nitfIdentity } from './nitf-identity.ts';
import { nitfMedia } from './nitf-media.ts';
import { nitfStatus } from './nitf-status.ts';

/** One NITF document (3.x, https://iptc.org/standards/nitf/) in IPTC's words; also one that stands inside a NewsML or ninjs item. */
export function readNitf(nitf: XmlElement): WireItem {
  const docdata = docdataOf(nitf);
  const dialect = nitfDialect(nitf);
  const { dateline, rightsOwner, source, ...head } = nitfHead(nitf, dialect);
  const { blocks: written, edNotes, privateNotes } = nitfBody(nitf);
  const { blocks, signOff } = takeSignOff(written);
  const correction = child(docdata, 'correction');
  const notes = children(docdata, 'ed-msg').map((message) => attribute(message, 'info'));
  const issued = attribute(child(docdata, 'date.issue'), 'norm');
  const expires = attribute(child(docdata, 'date.expire'), 'norm');
  const holder = attribute(child(docdata, 'doc.copyright'), 'holder');
  const opening = blocks.slice(0, 8).map((block) => block.text);
  const keywords = keywordsOf(docdata);
  return present<WireItem>({
    ...nitfIdentity(docdata),
    type: 'text',
    ...head,
    slugline: metaOf(nitf, 'slugline') ?? (keywords.length === 1 ? keywords[0] : undefined),
    // Where the copy begins with its own dateline, that one is cut from it and shown.
    dateline: findDateline(opening, head.headline) ? undefined : dateline,
    located: head.located ?? attribute(child(docdata, 'evloc'), 'city'),
    creditLine: dialect?.name,
    source: source ?? attribute(child(docdata, 'doc-id'), 'regsrc') ?? holder,
    language: attribute(nitf, 'baselang') ?? attribute(nitf, 'xml:lang') ?? attribute(child(nitf, 'body'), 'xml:lang'),
    urgency: numberOf(attribute(child(docdata, 'urgency'), 'ed-urg')),
    ...nitfStatus(docdata, dialect?.timeZone),
    firstCreated: instantAt(issued, dialect?.timeZone),
    versionCreated: instantAt(issued, dialect?.timeZone),
    expires: expires && (instantAt(expires, dialect?.timeZone) ?? expires),
    edNote: joined([...notes, attribute(correction, 'info'), ...edNotes]),
    privateNote: joined([...privateNotes, signOff]),
    usageTerms: attribute(child(docdata, 'doc.rights'), 'limitations') ?? head.usageTerms,
    copyrightHolder: holder ?? rightsOwner,
    keywords,
    subjects: subjectsOf(nitf),
    takeKey: metaOf(nitf, 'takeKey'),
    category: metaOf(nitf, 'category'),
    wordCount: wordCountOf(nitf),
    signals: correction === undefined ? [] : ['correction'],
    associations: nitfMedia(child(nitf, 'body')),
    body: blocks.length > 0 ? blocks : undefined,
  });
}

const keywordsOf = (docdata: XmlElement | undefined): string[] => {
  const keys = children(child(docdata, 'key-list'), 'keyword').map((keyword) => attribute(keyword, 'key'));
  return [...new Set(keys.filter((key) => key !== undefined))];
};

/** The most exact name that a subject has; its code says the level (IPTC subject codes: 8 digits). */
function subjectsOf(nitf: XmlElement): NonNullable<WireItem['subjects']> {
  const subjects = descendants(child(nitf, 'head'), 'tobject.subject').map((subject) =>
    present<{ code?: string; name?: string; scheme?: string }>({
      code: attribute(subject, 'tobject.subject.refnum') ?? attribute(subject, 'tobject.subject.code'),
      name: ['detail', 'matter', 'type']
        .map((level) => attribute(subject, `tobject.subject.${level}`))
        .find((name) => name),
      scheme: attribute(subject, 'tobject.subject.ipr'),
    }),
  );
  const code = metaOf(nitf, 'subject');
  return [...subjects, ...(code === undefined || subjects.length > 0 ? [] : [{ code }])];
}

function wordCountOf(nitf: XmlElement): number | undefined {
  const pubdata = child(child(nitf, 'head'), 'pubdata') ?? child(docdataOf(nitf), 'pubdata');
  const inWords = attribute(pubdata, 'unit-of-measure') === 'word' ? attribute(pubdata, 'item-length') : undefined;
  return numberOf(metaOf(nitf, 'wordCount') ?? inWords);
}

const numberOf = (digits: string | undefined): number | undefined =>
  digits !== undefined && /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;

const joined = (notes: readonly (string | undefined)[]): string | undefined =>
  [...new Set(notes.filter((note) => note !== undefined))].join('\n') || undefined;
