const START = 20_000;

/** The name of an XML document's root element with its prefix ("rdf:RDF"); comments, instructions and a DOCTYPE are passed over. */
export function xmlRoot(xml: string): string | undefined {
  const start = xml.slice(0, START);
  let at = start.search(/\S/);
  while (at >= 0 && start[at] === '<') {
    if (start.startsWith('<!--', at)) at = after(start, '-->', at);
    else if (start.startsWith('<?', at)) at = after(start, '?>', at);
    else if (/^<!DOCTYPE/i.test(start.slice(at, at + 9))) at = doctypeEnd(start, at);
    else return /^<([A-Za-z_][\w.:-]{0,60})(?=[\s/>])/.exec(start.slice(at, at + 70))?.[1];
    at += /^\s*/.exec(start.slice(at))?.[0].length ?? 0;
  }
  return undefined;
}

/** Where the DOCTYPE that begins at `from` ends, past its internal subset. The end of the text if it never does. */
export function doctypeEnd(xml: string, from: number): number {
  let quote = '';
  let inside = false;
  for (let at = from + 9; at < xml.length; at++) {
    const char = xml[at] ?? '';
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '[') inside = true;
    else if (char === ']') inside = false;
    else if (char === '>' && !inside) return at + 1;
  }
  return xml.length;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}
