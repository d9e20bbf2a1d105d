import { readEmbedOrigins } from '../store/elsewhere/embed-origins.ts';
import { readEdition, readSetting } from '../store/settings.ts';
import { listSections } from '../store/stories.ts';
import type { Frame, Newsroom } from './newsroom.ts';

/** The setting `demo` says `shown` while the demo's stories are there (`src/demo.ts`). */
const DEMO_NOTICE =
  'This is the demo newsroom: its stories and readers are made up. To leave it, run: node bin/copydesk.js demo leave';

/** What stands around every page, as the store has it now. */
export async function readFrame({ store, now, url }: Newsroom): Promise<Frame> {
  return {
    edition: await readEdition(store),
    url,
    sections: await listSections(store, now()),
    framedBy: await readEmbedOrigins(store),
    ...((await readSetting(store, 'demo')) === 'shown' && { notice: DEMO_NOTICE }),
  };
}
