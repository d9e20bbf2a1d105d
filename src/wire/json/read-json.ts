import { jsonOf, parseJson } from '../../text/parse-json.ts';
import { partDuplicates } from './part-duplicates.ts';
import { repairJson } from './repair-json.ts';

/** What agencies break is one story; mending takes its time. In characters. */
const LONGEST_BROKEN = 1024 * 1024;

/**
 * The value of a file that is JSON, or JSON as broken as agencies send it; undefined for any other text and for JSON whose
 * end is missing. Of a key that decides about publication and stands twice in an object, both values are kept.
 */
export function readJson(text: string): unknown {
  if (!/^\s{0,1000}[[{]/.test(text.slice(0, 1200))) return undefined;
  return parsed(text) ?? parsedRepair(text);
}

function parsed(text: string): unknown {
  const value = jsonOf(text);
  if (value === undefined) return undefined;
  const parted = partDuplicates(text);
  return parted === text ? value : parseJson(parted);
}

function parsedRepair(text: string): unknown {
  if (text.length > LONGEST_BROKEN) return undefined;
  const repaired = repairJson(text);
  return repaired === undefined ? undefined : parsed(repaired);
}
