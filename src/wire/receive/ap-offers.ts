import { decode } from '../decode.ts';
import { apBodyAddress, apEntries } from '../json/ap-entries.ts';
import { valueAt } from '../json/json-values.ts';
import { readJson } from '../json/read-json.ts';
import { type HttpAnswer, isOwnServer } from './http-get.ts';
import { markOf } from './remembered-set.ts';

/** One story of AP's feed as a file of its own. `load` fetches its words, where they are in another file. */
export type ApOffer = { readonly name: string; readonly mark: string; load(): Promise<Uint8Array> };

type Fetching = {
  /** The address of the source: only its own server is asked. */
  readonly own: URL;
  /** Where the feed came from at last. */
  readonly from: URL;
  ask(url: URL): Promise<HttpAnswer>;
  refused(answer: HttpAnswer): Error;
};

/**
 * The stories of an AP feed of which one or more keep their words in a file of their own (AP Media API, `renditions.nitf.href`);
 * undefined for any other answer. What has no NITF there is given without its words, which holds it.
 */
export function apOffers(bytes: Uint8Array, fetching: Fetching): ApOffer[] | undefined {
  if (!Buffer.from(bytes).includes('altids')) return undefined;
  const entries = apEntries(readJson(decode(bytes).text)) ?? [];
  const addresses = entries.map(apBodyAddress);
  if (addresses.every((address) => address === undefined)) return undefined;
  return entries.map(({ item, beside }, index) => {
    const address = addresses[index];
    // AP signs its addresses anew with each answer: the same story has others every time.
    const mark = markOf(JSON.stringify(item, (key, value: unknown) => (key === 'href' ? undefined : value)));
    return {
      name: `ap-${mark}.json`,
      mark,
      async load() {
        const nitf = address === undefined ? undefined : await wordsAt(address, fetching);
        const words = nitf === undefined ? valueAt(beside, 'nitf', 'body_nitf') : nitf;
        return Buffer.from(JSON.stringify({ data: { item, nitf: words } }));
      },
    };
  });
}

async function wordsAt(address: string, { own, from, ask, refused }: Fetching): Promise<string | undefined> {
  const url = URL.parse(address, from);
  if (!url || !isOwnServer(url, own)) return undefined;
  // AP's older accounts have their key in the address of each request.
  const key = own.searchParams.get('apikey');
  if (key !== null && !url.searchParams.has('apikey')) url.searchParams.set('apikey', key);
  const answer = await ask(url);
  if (answer.status === 404 || answer.status === 410) return undefined;
  if (answer.status !== 200) throw refused(answer);
  const { text } = decode(answer.bytes);
  // A page to sign in on, or an error that calls itself a success, is no story.
  return /<(?:nitf|body\.content)[\s>]/.test(text) ? text : undefined;
}
