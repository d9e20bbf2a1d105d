import { xmlBlocks } from '../blocks/xml-blocks.ts';
import { noteSignals } from '../orders/note-signals.ts';
import { isPrivate } from '../orders/private-notes.ts';
import { embargoOf, oneEmbargo, pubStatusOf, strictest } from '../orders/told-status.ts';
import type { WireItem } from '../wire-item.ts';
import { attribute, children, rawText } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { type Audience, goneSignals, noteAudiences, ownSignals } from './dialects.ts';
import { codeOf, lineOf, wordOf } from './g2-codes.ts';

type Told = Pick<WireItem, 'pubStatus' | 'embargoedUntil' | 'signals' | 'edNote' | 'privateNote'>;

const iptcSignals = new Set(['update', 'correction', 'repeat', 'writethru', 'clarification', 'kill', 'advisory']);

/** What `itemMeta` says may be done with the item, what this version is, and the notes, for editors and for nobody. */
export function g2Status(itemMeta: XmlElement | undefined): { readonly [Key in keyof Told]: Told[Key] | undefined } {
  const qcodes = children(itemMeta, 'signal').map(
    (signal) => attribute(signal, 'qcode') ?? attribute(signal, 'uri') ?? '',
  );
  const notes = notesOf(itemMeta);
  return {
    pubStatus: statusOf(itemMeta, qcodes),
    embargoedUntil: oneEmbargo(endsOf(itemMeta).map(embargoOf)),
    signals: signalsOf(qcodes, notes),
    edNote:
      notes
        .filter(({ audience }) => audience !== 'nobody')
        .map(({ text }) => text)
        .join('\n') || undefined,
    privateNote:
      notes
        .filter(({ audience }) => audience === 'nobody')
        .map(({ text }) => text)
        .join('\n') || undefined,
  };
}

const MOST_ENDS = 5;

/** What the item says about the end of its embargo; empty where it has one without an end. Two ends that differ hold it already. */
const endsOf = (itemMeta: XmlElement | undefined): string[] =>
  [...new Set(children(itemMeta, 'embargoed').map((end) => rawText(end).trim()))].slice(0, MOST_ENDS);

/** Usable when there is no element (NewsML-G2: pubStatus, default). One without a value that can be read holds. */
function statusOf(itemMeta: XmlElement | undefined, qcodes: readonly string[]): WireItem['pubStatus'] {
  const told = children(itemMeta, 'pubStatus').map((status) => {
    const code = codeOf(status)?.code ?? lineOf(status);
    return code === undefined ? 'unreadable' : (pubStatusOf(code) ?? 'unreadable');
  });
  const gone = qcodes.some((qcode) => goneSignals.has(qcode));
  return strictest(gone ? [...told, 'unreadable'] : told);
}

type Note = { readonly text: string; readonly audience: Audience };

/** Notes on corrections come first: they are what readers may be told. */
function notesOf(itemMeta: XmlElement | undefined): Note[] {
  const notes = children(itemMeta, 'edNote').flatMap((note): Note[] => {
    const blocks = note.children.some((node) => typeof node !== 'string');
    const text = blocks
      ? xmlBlocks(note)
          .map((block) => block.text)
          .join('\n')
      : lineOf(note);
    return text === undefined || text === '' ? [] : [{ text, audience: audienceOf(note, text) }];
  });
  return notes.sort((a, b) => Number(b.audience === 'readers') - Number(a.audience === 'readers'));
}

function audienceOf(note: XmlElement, text: string): Audience {
  if (/nonpublic|private|notforpub|internal/i.test(attribute(note, 'pubconstraint') ?? '') || isPrivate(text))
    return 'nobody';
  const role = attribute(note, 'role') ?? attribute(note, 'roleuri') ?? '';
  const known = noteAudiences.get(role);
  if (known !== undefined) return known;
  const word = wordOf(role);
  if (/private|nonpublic|internal|contact|closing/.test(word)) return 'nobody';
  return /correct/.test(word) ? 'readers' : 'editors';
}

function signalsOf(qcodes: readonly string[], notes: readonly Note[]): string[] {
  const said = qcodes.flatMap((qcode) => {
    const own = ownSignals.get(qcode);
    if (own !== undefined) return [own];
    const word = /^(?:n?sig:|https?:\/\/cv\.iptc\.org\/newscodes\/signal\/)/.test(qcode) ? wordOf(qcode) : '';
    return iptcSignals.has(word) ? [word] : [];
  });
  return [...new Set([...said, ...notes.flatMap(({ text }) => noteSignals(text))])];
}
