import { textOf } from '../../story/copy.ts';
import type { Parsed, WireItem } from '../wire-item.ts';
import { decodeCharset } from './charset.ts';
import { type MimePart, partBytes } from './mime-parts.ts';

/** What the files of a mail hold: items, their formats' names, the names of files that are no copy, whether one was mere text. */
export type MailFiles = {
  readonly items: readonly WireItem[];
  readonly formats: readonly string[];
  readonly unread: readonly string[];
  readonly text: boolean;
};

const isCopyType =
  /^(?:text\/(?!calendar|x?-?vcard|css|rtf|directory)|message\/rfc822|application\/(?:xml|json|.{1,60}\+(?:xml|json))$)/;
const isCopyName = /\.(?:xml|json|txt|text|nitf|newsml|g2|ninjs|anpa|iptc|eml|rss|atom)$/i;

/** Reads each file that may be copy through `open`; undefined says that the mail is too deep in others to open its own. */
export function readFiles(
  files: readonly MimePart[],
  open: ((bytes: Uint8Array, name?: string) => Parsed) | undefined,
): MailFiles {
  const items: WireItem[] = [];
  const formats = new Set<string>();
  const unread: string[] = [];
  let text = false;
  for (const file of files) {
    const parsed = mayBeCopy(file) ? open?.(copyBytes(file), file.fileName) : undefined;
    if (parsed?.ok) {
      items.push(...parsed.items);
      formats.add(parsed.format);
      text ||= parsed.format === 'plain text';
    } else unread.push(file.fileName ?? (file.type.value || 'a part without a name'));
  }
  return { items: distinct(items), formats: [...formats], unread, text };
}

/** Agencies send one story as NITF, as NewsML and as text in one mail: what has a guid of the agency's stands for the rest. */
function distinct(items: readonly WireItem[]): WireItem[] {
  const ordered = [...items].sort((a, b) => Number(b.guid !== undefined) - Number(a.guid !== undefined));
  const seen = new Set<string>();
  return ordered.filter((item) => {
    const words =
      textOf(item.body ?? [])
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join('') ?? '';
    const marks = [
      ...(item.guid === undefined ? [] : [`guid ${item.guid} ${item.version ?? ''}`]),
      ...(words.length > 80 ? [words] : []),
    ];
    const known = marks.some((mark) => seen.has(mark));
    for (const mark of marks) seen.add(mark);
    return !known;
  });
}

const mayBeCopy = ({ type, fileName = '' }: MimePart): boolean =>
  isCopyType.test(type.value) ||
  ((type.value === 'application/octet-stream' || type.value === '') && isCopyName.test(fileName));

/** Text in a charset that only the mail names is handed on as UTF-8; XML and JSON say theirs themselves. */
function copyBytes(file: MimePart): Uint8Array {
  const bytes = partBytes(file);
  const charset = file.type.parameters.get('charset');
  if (charset === undefined || !file.type.value.startsWith('text/plain')) return bytes;
  return new TextEncoder().encode(decodeCharset(bytes, charset));
}
