/** What XML 1.0 has no place for, even escaped. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as the content of an XML or HTML element or of an attribute in double quotes. */
export const escaped = (text: string): string =>
  text
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // A parser would turn a bare carriage return into a line feed.
    .replaceAll('\r', '&#13;');

/** `<name a="b">text</name>` with both escaped; nothing when there is no text. */
export function element(
  name: string,
  text: string | undefined,
  attributes: Readonly<Record<string, string | undefined>> = {},
): string {
  return text === undefined || text === '' ? '' : `<${name}${attributesOf(attributes)}>${escaped(text)}</${name}>\n`;
}

/** ` a="b" c="d"`, without those that are undefined. */
export const attributesOf = (attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`))
    .join('');
