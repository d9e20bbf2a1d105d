import { EMBARGOED, pubStatusOf, strictest } from '../orders/told-status.ts';
import { present } from '../present.ts';
import { instantAt, isZoned } from '../times/local-time.ts';
import type { WireItem } from '../wire-item.ts';
import { attribute, child, children, textOf } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

type Management = Pick<
  WireItem,
  'pubStatus' | 'embargoedUntil' | 'expires' | 'firstCreated' | 'versionCreated' | 'urgency' | 'edNote'
>;

/** An element's formal name; some agencies write it as text. */
export const formalName = (element: XmlElement | undefined): string | undefined =>
  attribute(element, 'FormalName') ?? textOf(element);

/** What NewsManagement says may be done with an item, and when it was made (NewsML 1.2). `timeZone` is the agency's own. */
export function newsmlManagement(management: XmlElement | undefined, timeZone?: string): Management {
  const told = children(management, 'Status').map((status) => formalName(status)?.toLowerCase());
  const embargoed = told.includes('embargoed');
  const change = changeOf(management, timeZone);
  return present<Management>({
    pubStatus: strictest([
      ...told.map((status) => (status === 'embargoed' ? 'usable' : pubStatusOf(status))),
      ordered(management),
    ]),
    embargoedUntil: embargoed ? ((change?.usable ? change.certain : change?.words) ?? EMBARGOED) : undefined,
    expires:
      change !== undefined && !change.usable && !embargoed
        ? (change.iso ?? change.words ?? 'no time given')
        : undefined,
    firstCreated: instantAt(textOf(child(management, 'FirstCreated')), timeZone),
    versionCreated: instantAt(textOf(child(management, 'ThisRevisionCreated')), timeZone),
    urgency: urgencyOf(child(management, 'Urgency')),
    edNote: notesOf(management),
  });
}

type Change = { readonly usable: boolean; readonly iso?: string; readonly certain?: string; readonly words?: string };

/** StatusWillChange: a release is the end of an embargo, anything else the end of the licence. `certain` has a zone. */
function changeOf(management: XmlElement | undefined, timeZone?: string): Change | undefined {
  const change = child(management, 'StatusWillChange');
  if (change === undefined) return undefined;
  const words = textOf(child(change, 'DateAndTime'));
  const iso = instantAt(words, timeZone);
  const certain = words !== undefined && (isZoned(words) || timeZone !== undefined) ? iso : words;
  const future = pubStatusOf(formalName(child(change, 'FutureStatus')));
  return {
    usable: future === undefined || future === 'usable',
    ...present<Omit<Change, 'usable'>>({ iso, certain, words }),
  };
}

/**
 * An Instruction whose RevisionStatus names no revision speaks of all of them: it counts with the item's own status. Earlier
 * revisions alone are covered by this one, which takes their place.
 * @NOTE An Instruction that only says "delete" or "kill" beside a usable status contradicts it, which holds the story.
 */
function ordered(management: XmlElement | undefined) {
  const instructions = children(management, 'Instruction');
  const usable = children(management, 'Status').some((status) => pubStatusOf(formalName(status)) === 'usable');
  const ofAll = instructions
    .flatMap((instruction) => children(instruction, 'RevisionStatus'))
    .filter((revision) => attribute(revision, 'Revision') === undefined)
    .map((revision) => pubStatusOf(formalName(child(revision, 'Status'))))
    .filter((status) => status !== undefined && status !== 'usable');
  const kills = instructions.some((instruction) =>
    /^(?:kill|delete|cancel|withdraw|retract|withhold)/i.test(attribute(instruction, 'FormalName') ?? ''),
  );
  // A usable revision may order the ones before it away: then it is what is left.
  if (usable) return kills ? 'unreadable' : undefined;
  return strictest([...ofAll, kills ? 'unreadable' : undefined]);
}

function urgencyOf(urgency: XmlElement | undefined): number | undefined {
  const said = formalName(urgency);
  return said !== undefined && /^[1-9]$/.test(said) ? Number(said) : undefined;
}

/** What instructions and comments say in words, for editors. */
function notesOf(management: XmlElement | undefined): string | undefined {
  const notes = children(management, 'Instruction').flatMap((instruction) =>
    children(instruction, 'Comment').map((comment) => textOf(comment)),
  );
  return [...new Set(notes.filter((note) => note !== undefined))].join('\n') || undefined;
}
