import { readEdition, readSetting } from '../store/settings.ts';
import { listSections } from '../store/stories.ts';
import type { Frame, Newsroom } from './newsroom.ts';

/** What stands around every page, as the store has it now. The setting `notice` is a line above every page. */
export async function readFrame({ store, now, url }: Newsroom): Promise<Frame> {
  const notice = await readSetting(store, 'notice');
  return {
    edition: await readEdition(store),
    url,
    sections: await listSections(store, now()),
    ...(typeof notice === 'string' && notice !== '' && { notice }),
  };
}
