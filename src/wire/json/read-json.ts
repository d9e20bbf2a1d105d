import { partDuplicates } from './part-duplicates.ts';
import { repairJson } from './repair-json.ts';

/**
 * The value of a file that is JSON, or JSON as broken as agencies send it; undefined for any other text and for JSON whose
 * end is missing. Of a key that decides about publication and stands twice in an object, both values are kept.
 */
export function readJson(text: string): unknown {
  if (!/^\s{0,1000}[[{]/.test(text.slice(0, 1200))) return undefined;
  return parsed(text) ?? parsedRepair(text);
}

function parsed(text: string): unknown {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  return JSON.parse(partDuplicates(text)) as unknown;
}

function parsedRepair(text: string): unknown {
  const repaired = repairJson(text);
  return repaired === undefined ? undefined : parsed(repaired);
}
