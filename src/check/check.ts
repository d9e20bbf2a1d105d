import type { Draft, Finding } from '../story/furniture.ts';
import type { Check, Checked, ElementKind } from './check-type.ts';
import { checkAttribution } from './checks/attribution.ts';
import { checkBonds } from './checks/bonds.ts';
import { checkClauses } from './checks/clauses.ts';
import { checkDates } from './checks/dates.ts';
import { checkForm } from './checks/form.ts';
import { checkHeads } from './checks/heads.ts';
import { checkJoints } from './checks/joints.ts';
import { checkLosses } from './checks/losses.ts';
import { checkNames } from './checks/names.ts';
import { checkNumbers } from './checks/numbers.ts';
import { checkPolarity } from './checks/polarity.ts';
import { checkProvenance } from './checks/provenance.ts';
import { checkQuotations } from './checks/quotations.ts';
import { checkScope } from './checks/scope.ts';
import { align } from './reading/align.ts';
import { cutsOf } from './reading/cuts/cut.ts';
import { gapAt } from './reading/place.ts';
import { type CopyToCheck, readCopy } from './reading/region.ts';

/** The gate, in the order in which an editor would ask. A draft is published only when none of them finds anything. */
const CHECKS: readonly (readonly [string, Check, (draft: Draft) => boolean])[] = [
  // Do these words stand in the copy at all, in one sentence and in this order? (No unmapped word gets past this.)
  ['provenance', checkProvenance, always],
  // Who: names whole, roles where they were.
  ['names', checkNames, always],
  // How much and when.
  ['numbers', checkNumbers, always],
  ['dates', checkDates, always],
  // Inside quotation marks nothing changes.
  ['quotations', checkQuotations, always],
  // Whether and how surely.
  ['polarity', checkPolarity, always],
  // Small words whose loss changes what stays.
  ['losses', checkLosses, always],
  // Words that mean what they mean only together.
  ['bonds', checkBonds, always],
  // Who says so.
  ['attribution', checkAttribution, always],
  // Does every word that stays keep its subject and its object?
  ['heads', checkHeads, always],
  // Of whom, among which, under which condition does it hold?
  ['scope', checkScope, always],
  // Is what is left still a sentence? Whoever writes one can tell; the engine, which only cuts, is held to whole phrases.
  ['joints', checkJoints, isCut],
  ['clauses', checkClauses, isCut],
  // Does it fit its place, and read as a whole?
  ['form', checkForm, always],
];

/** The checks that refuse most of what the engine proposes, for the time that they take (measured over 400 stories of agencies). */
const REFUSE_MOST = ['form', 'attribution', 'scope', 'heads', 'polarity', 'losses', 'joints', 'clauses'];

/** All of them, with those in front: what is refused anyway is refused soon. */
const CHEAP_FIRST = [
  ...REFUSE_MOST.flatMap((first) => CHECKS.filter(([name]) => name === first)),
  ...CHECKS.filter(([name]) => !REFUSE_MOST.includes(name)).reverse(),
].map(([, finds, applies]) => ({ finds, applies }));

/**
 * What stands between this draft and print; nothing when every word of it is proved. Where the draft can be read in several
 * ways, one way that every check passes is enough. A check that breaks is a finding too.
 */
export function check(draft: Draft, copy: CopyToCheck, kind: ElementKind): Finding[] {
  const known = passedOf(copy);
  const key = keyOf(draft, kind);
  if (known.has(key)) return [];
  const findings = findIn(draft, copy, kind);
  if (findings.length === 0) known.add(key);
  return findings;
}

/** Whether nothing stands between this draft and print; stops at the first doubt, for drafts of which there are many. */
export function passes(draft: Draft, copy: CopyToCheck, kind: ElementKind): boolean {
  try {
    const story = readCopy(copy);
    const open = align(draft, story).some((alignment) => {
      const checked = { draft, kind, story, alignment, cuts: cutsOf(alignment, story) };
      return CHEAP_FIRST.every(({ finds, applies }) => !applies(draft) || finds(checked).length === 0);
    });
    // One way to read it that every check passes is all that `check` asks for.
    if (open) passedOf(copy).add(keyOf(draft, kind));
    return open;
  } catch {
    return false;
  }
}

/** What passed against which copy: the gate stands at more than one door, and its work is done once. */
const passed = new WeakMap<CopyToCheck, Set<string>>();

function passedOf(copy: CopyToCheck): Set<string> {
  const known = passed.get(copy) ?? new Set<string>();
  passed.set(copy, known);
  return known;
}

const keyOf = ({ madeBy, text, evidence }: Draft, kind: ElementKind): string =>
  JSON.stringify([kind, madeBy.kind, text, evidence]);

function findIn(draft: Draft, copy: CopyToCheck, kind: ElementKind): Finding[] {
  try {
    const story = readCopy(copy);
    const alignments = align(draft, story);
    if (alignments.length === 0) return run({ draft, kind, story, alignment: null, cuts: [] });
    let fewest: Finding[] | undefined;
    for (const alignment of alignments) {
      const findings = run({ draft, kind, story, alignment, cuts: cutsOf(alignment, story) });
      if (findings.length === 0) return [];
      if (fewest === undefined || findings.length < fewest.length) fewest = findings;
    }
    return fewest ?? [broken('provenance', 'nothing was compared')];
  } catch (error) {
    return [broken('provenance', error)];
  }
}

function run(checked: Checked): Finding[] {
  return CHECKS.filter(([, , applies]) => applies(checked.draft)).flatMap(([name, made]) => {
    try {
      return made(checked).map((finding) => withGap(finding, checked));
    } catch (error) {
      return [broken(name, error)];
    }
  });
}

/** Words that are missing have no place in the draft: the finding shows between which words they were. */
function withGap(finding: Finding, { alignment }: Checked): Finding {
  if (finding.start !== undefined || !alignment || finding.copy?.part !== alignment.region.part) return finding;
  return { ...finding, ...gapAt(alignment, finding.copy) };
}

function always(): boolean {
  return true;
}
function isCut({ madeBy }: Draft): boolean {
  return madeBy.kind === 'engine';
}

const broken = (name: string, error: unknown): Finding => ({
  check: name,
  message: `The check could not be made: ${error instanceof Error ? error.message : String(error)}`,
});
