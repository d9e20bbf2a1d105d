import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Change, Store } from '../store/store.ts';
import { compressOnce } from './compress-once.ts';
import type { Keep, KeepBindings } from './keep-page.ts';
import { type KeptPage, keepAnswer, toResponse } from './kept-page.ts';

type Fetch = (request: Request, env?: object) => Response | Promise<Response>;

export type PageCache = {
  /** Answers a request from memory, before the application sees it; false when it cannot. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** The application's `fetch`, so that answers which may be kept are. */
  remember(fetch: Fetch): (request: Request, env?: object) => Promise<Response>;
  /** Bytes and pages in memory, for measurements. */
  size(): { readonly pages: number; readonly bytes: number };
};

type Entry = { readonly page: KeptPage; readonly keep: Keep };
/** A page that is being made; what changed meanwhile is noted, so that nothing stale is kept. */
type Making = { readonly answer: Promise<Entry | Response>; readonly changed: Set<string> };

const MAXIMUM_BYTES = 64 * 1024 * 1024;
const EVERYTHING = '*';
/** A reader's cookie (`READER_COOKIES`) with white space wherever the parser of the application allows it. */
const READER = /(?:^|;)\s*(?:reader|__Host-reader-frame)\s*=/;
/** What an answer says when it is not for everybody. */
const NOT_FOR_ALL = /private|no-store/i;

/** Which tags a change drops. A story's change may bring it into a list, take it out, or change what a person has said. */
function tagsOf(change: Change): readonly string[] {
  if (change.kind === 'story') return [`story:${change.slug}`, 'lists', 'people'];
  if (change.kind === 'discussion') return [`story:${change.slug}`, 'lists'];
  return [EVERYTHING];
}

/** Keeps published pages in memory, ready to send, until the change that makes them stale. At most `maximumBytes`. */
export function createPageCache(
  newsroom: { readonly store: Store; readonly now: () => Date },
  maximumBytes = MAXIMUM_BYTES,
): PageCache {
  const { store, now } = newsroom;
  /** In order of use, the longest unused first. */
  const entries = new Map<string, Entry>();
  const making = new Map<string, Making>();
  const underWay = new Set<Making>();
  let bytes = 0;

  store.onChange((change) => {
    const tags = tagsOf(change);
    for (const one of underWay) for (const tag of tags) one.changed.add(tag);
    // Whoever asks from here on must not be given what began before the change.
    making.clear();
    for (const [url, entry] of entries) if (isTouched(entry.keep, tags)) drop(url, entry);
  });

  function drop(url: string, entry: Entry): void {
    if (entries.delete(url)) bytes -= entry.page.bytes;
  }

  function find(url: string, hasReader: boolean): Entry | undefined {
    store.noticeOthers();
    const entry = entries.get(url);
    if (!entry || (hasReader && !entry.keep.sameForAll)) return undefined;
    if (entry.keep.freshUntil && entry.keep.freshUntil <= now()) {
      drop(url, entry);
      return undefined;
    }
    return entry;
  }

  function put(url: string, entry: Entry): void {
    const before = entries.get(url);
    if (before) drop(url, before);
    if (entry.page.bytes > maximumBytes / 4) return;
    entries.set(url, entry);
    bytes += entry.page.bytes;
    for (const [oldest, unused] of entries) {
      if (bytes <= maximumBytes) return;
      drop(oldest, unused);
    }
  }

  /** Moves a page behind the others, but only when memory is short: until then the order decides nothing. */
  function use(url: string, entry: Entry): void {
    if (bytes < maximumBytes / 2) return;
    entries.delete(url);
    entries.set(url, entry);
  }

  async function make(
    url: string,
    ask: (keepPage: (keep: Keep) => void) => Promise<Response>,
    changed: Set<string>,
  ): Promise<Entry | Response> {
    let keep: Keep | undefined;
    const response = await ask((said) => {
      keep = said;
    });
    const isForAll = !NOT_FOR_ALL.test(response.headers.get('cache-control') ?? '');
    if (!keep || !isForAll || response.status !== 200) return response;
    const entry = { page: await keepAnswer(response), keep };
    if (!changed.has(EVERYTHING) && !keep.tags.some((tag) => changed.has(tag))) put(url, entry);
    return entry;
  }

  function begin(url: string, ask: (keepPage: (keep: Keep) => void) => Promise<Response>): Promise<Entry | Response> {
    const changed = new Set<string>();
    const answer = make(url, ask, changed);
    const one: Making = { answer, changed };
    underWay.add(one);
    making.set(url, one);
    const end = () => {
      underWay.delete(one);
      if (making.get(url) === one) making.delete(url);
    };
    answer.then(end, end);
    return answer;
  }

  return {
    answer(request, response) {
      const { url, method } = request;
      if (url === undefined || (method !== 'GET' && method !== 'HEAD')) return false;
      const { cookie } = request.headers;
      const entry = find(url, cookie !== undefined && READER.test(cookie));
      if (!entry) return false;
      use(url, entry);
      entry.page.send(request, response);
      return true;
    },

    remember(fetch) {
      return async (request, env) => {
        const isRead = request.method === 'GET' || request.method === 'HEAD';
        if (!isRead) return compressOnce(request, await fetch(request, env));
        const { pathname, search } = new URL(request.url);
        const hasReader = READER.test(request.headers.get('cookie') ?? '');
        if (search !== '' || hasReader) return compressOnce(request, await fetch(request, env));
        store.noticeOthers();
        // One page is made once, however many ask for it meanwhile; nobody's headers but the address count.
        const shared = making.get(pathname)?.answer;
        const ask = async (keepPage: (keep: Keep) => void) => {
          const bindings: KeepBindings = { ...env, keepPage };
          return fetch(request.method === 'HEAD' ? new Request(request, { method: 'GET' }) : request, bindings);
        };
        const made = await (shared ?? begin(pathname, ask));
        if (!(made instanceof Response)) return toResponse(made.page, request);
        return compressOnce(request, shared || request.method === 'HEAD' ? await fetch(request, env) : made);
      };
    },

    size: () => ({ pages: entries.size, bytes }),
  };
}

const isTouched = (keep: Keep, tags: readonly string[]): boolean =>
  tags.includes(EVERYTHING) || keep.tags.some((tag) => tags.includes(tag));
