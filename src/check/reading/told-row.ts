import type { Alignment } from './align.ts';

/**
 * Whether a draft tells a row of the copy as it stands, or figures without those of an earlier time ("Sales 4.1 million | vs
 * 3.9 million"). Such a row says what it says without a verb; any other cut would give a figure to another label.
 */
export function isToldRow({ region, keptTokens, attribution }: Alignment): boolean {
  const { row, tokens, says } = region;
  if (!row || attribution) return false;
  const comparison = row.comparison ?? row.end;
  const told = tokens.flatMap(({ start }, i) => (says[i] && start < comparison ? [keptTokens[i]] : []));
  const compared = tokens.flatMap(({ start }, i) => (says[i] && start >= comparison ? [keptTokens[i]] : []));
  return told.every(Boolean) && (compared.every(Boolean) || !compared.some(Boolean));
}
