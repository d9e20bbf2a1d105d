import { createHash } from 'node:crypto';
import { textOf } from '../story/copy.ts';
import type { WireItem } from './wire-item.ts';

const WORDS = 12;

/**
 * The guid for copy that brings none, `copydesk:` and 24 hex digits: from who sent it, its slugline or headline, and its day.
 * The same story sent again gets the same guid; a file's name never counts.
 */
export function stableGuid(item: WireItem): string {
  const title = item.slugline ?? item.headline ?? textOf(item.body ?? []);
  const words = (title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, WORDS).join(' ');
  const day = item.dateline?.text ?? item.firstCreated?.slice(0, 10) ?? item.versionCreated?.slice(0, 10) ?? '';
  const parts = [item.source ?? item.creditLine ?? '', words, day];
  return `copydesk:${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24)}`;
}
