import { acceptedEncoding } from './accepted-encoding.ts';

/** Not server-sent events: they go out one by one, and a compressor would keep them back. */
const TEXT = /^(text\/(?!event-stream)|application\/atom\+xml)/;
/** Below this many bytes the wrapping costs more than it saves. */
const WORTH_IT = 1024;

/** An answer that is not kept, such as a reader's own view of a story: gzip on its way, where the browser takes it. */
export function compressOnce(request: Request, response: Response): Response {
  const { headers, status } = response;
  if (!TEXT.test(headers.get('content-type') ?? '')) return response;
  // @NOTE The body is looked at only now: the server answers far faster with one that nobody has touched.
  const { body } = response;
  if (!body || request.method === 'HEAD' || headers.has('content-encoding')) return response;
  if (Number(headers.get('content-length') ?? WORTH_IT) < WORTH_IT) return response;
  const accepted = request.headers.get('accept-encoding') ?? '';
  if (acceptedEncoding(accepted) === 'identity' || !/gzip|\*/i.test(accepted)) return response;
  const smaller = new Headers(headers);
  smaller.set('content-encoding', 'gzip');
  smaller.delete('content-length');
  return new Response(body.pipeThrough(new CompressionStream('gzip')), { status, headers: smaller });
}
