import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { acceptedEncoding, type Encoding } from './accepted-encoding.ts';

/** One way to send a page: its bytes, and its headers as flat lists of name and value, ready for `writeHead`. */
type Form = {
  readonly etag: string;
  readonly body: Buffer;
  readonly headers: readonly string[];
  readonly unchanged: readonly string[];
};

/** A page ready to send: plain, brotli and gzip, each with a strong ETag of its own. */
export type KeptPage = {
  readonly forms: Readonly<Record<Encoding, Form>>;
  /** What it takes in memory, about. */
  readonly bytes: number;
  send(request: IncomingMessage, response: ServerResponse): void;
};

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
/** Best for its time on text of this size: a page is compressed once per change, and somebody waits for it. */
const BROTLI_QUALITY = 7;
/** A long discussion is four times as fast at 5, and one part in a hundred larger. */
const BROTLI_QUALITY_LARGE = 5;
const LARGE = 100_000;
const MAY_BE_COMPRESSED = /^(text\/|application\/(atom\+xml|json|javascript)|image\/svg)/;

/** Reads an answer of the application to its end and makes it ready to send again and again. */
export async function keepAnswer(response: Response): Promise<KeptPage> {
  const type = response.headers.get('content-type') ?? '';
  const body = Buffer.from(await response.arrayBuffer());
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const common = [...response.headers]
    .filter(([name]) => !/^(content-length|content-encoding|etag|date)$/.test(name))
    .flat();
  const identity = form(body, `"${hash}"`, common);
  if (!MAY_BE_COMPRESSED.test(type)) return keptPage({ identity, br: identity, gzip: identity });
  const quality = body.length > LARGE ? BROTLI_QUALITY_LARGE : BROTLI_QUALITY;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  const [br, gz] = await Promise.all([compressBrotli(body, { params }), compressGzip(body)]);
  return keptPage({
    identity,
    br: form(br, `"${hash}-br"`, [...common, 'content-encoding', 'br']),
    gzip: form(gz, `"${hash}-gz"`, [...common, 'content-encoding', 'gzip']),
  });
}

function form(body: Buffer, etag: string, common: readonly string[]): Form {
  const unchanged = [...common, 'etag', etag];
  return { etag, body, headers: [...unchanged, 'content-length', String(body.length)], unchanged };
}

function keptPage(forms: KeptPage['forms']): KeptPage {
  const bytes = new Set(Object.values(forms).map(({ body }) => body));
  return {
    forms,
    bytes: 4096 + [...bytes].reduce((sum, { length }) => sum + length, 0),
    send(request, response) {
      const { headers } = request;
      const chosen = forms[acceptedEncoding(headers['accept-encoding'] as string | undefined)];
      const known = headers['if-none-match'];
      if (known !== undefined && isKnown(known, chosen.etag)) {
        response.writeHead(304, chosen.unchanged as string[]);
        response.end();
        return;
      }
      response.writeHead(200, chosen.headers as string[]);
      if (request.method === 'HEAD') response.end();
      else response.end(chosen.body);
    },
  };
}

/** The same page as an answer of the application, for the request that caused it to be made. */
export function toResponse({ forms }: KeptPage, request: Request): Response {
  const chosen = forms[acceptedEncoding(request.headers.get('accept-encoding'))];
  const known = request.headers.get('if-none-match');
  if (known !== null && isKnown(known, chosen.etag))
    return new Response(null, { status: 304, headers: pairs(chosen.unchanged) });
  const body = request.method === 'HEAD' ? null : new Uint8Array(chosen.body);
  return new Response(body, { headers: pairs(chosen.headers) });
}

/** Whether `If-None-Match` names the ETag (RFC 9110, 13.1.2: compared weakly). */
function isKnown(header: string, etag: string): boolean {
  if (header === etag || header.trim() === '*') return true;
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

function pairs(flat: readonly string[]): [string, string][] {
  const list: [string, string][] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) list.push([flat[at]!, flat[at + 1]!]);
  return list;
}
