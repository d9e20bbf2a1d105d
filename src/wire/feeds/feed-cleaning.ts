import { doctypeEnd } from '../xml/xml-root.ts';

/** Makes a feed harmless for the parser: no DOCTYPE, no processing by entity, no element that names an object's insides. */
export function cleanFeed(xml: string): string {
  const body = withoutDoctype(xml.trimStart());
  return /__proto__|<\/?(?:prototype|constructor|tostring|valueof|hasownproperty)[\s>/:]/i.test(body)
    ? body.replace(
        /(<\/?)(?:[\w.-]{1,40}:)?(?:__proto__|prototype|constructor|tostring|valueof|hasownproperty)(?=[\s>/:])/gi,
        '$1x-removed',
      )
    : body;
}

/** Cuts `<!DOCTYPE … [ … ]>`: wires carry them, and nothing good comes of following one. */
function withoutDoctype(xml: string): string {
  const start = xml.slice(0, 20_000).search(/<!DOCTYPE/i);
  return start < 0 ? xml : xml.slice(0, start) + xml.slice(doctypeEnd(xml, start));
}

/** A feed that was cut off on the way: its whole entries, closed again. Undefined when there is none. */
export function salvageFeed(xml: string): string | undefined {
  const end = Math.max(xml.lastIndexOf('</item>') + 7, xml.lastIndexOf('</entry>') + 8);
  const root = /<(rss|feed|(?:[\w.-]{1,40}:)?RDF)[\s>]/i.exec(xml.slice(0, 20_000))?.[1];
  if (end < 9 || root === undefined) return undefined;
  const channel = /<channel[\s>]/i.test(xml.slice(0, 20_000)) && root.toLowerCase() === 'rss' ? '</channel>' : '';
  return `${xml.slice(0, end)}${channel}</${root}>`;
}
