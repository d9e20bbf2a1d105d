import { readSetting } from '../settings.ts';
import type { Readable } from '../store.ts';

/** The setting that holds the origins whose pages may frame a discussion: an array of strings. */
export const EMBED_ORIGINS = 'embedOrigins';

/** The origins whose pages may frame a discussion; none when the setting cannot be read. */
export async function readEmbedOrigins(store: Readable): Promise<readonly string[]> {
  const setting = await readSetting(store, EMBED_ORIGINS);
  if (!Array.isArray(setting)) return [];
  // @NOTE Each goes into a header: what is not exactly an origin is left out.
  return setting.filter(
    (one): one is string => typeof one === 'string' && URL.canParse(one) && new URL(one).origin === one,
  );
}
