import { parseArgs } from 'node:util';
import { EMBED_ORIGINS } from '../site/embed/embed-origins.ts';
import { readSetting, saveSetting } from '../store/settings.ts';
import type { Command } from './command.ts';
import { withNewsroom } from './open-newsroom.ts';
import { wronglyCalled } from './shown/complain.ts';
import { lineForTerminal } from './shown/for-terminal.ts';

/** `copydesk embed allow|refuse|list`. */
export const embedCommand: Command = {
  name: 'embed',
  summary: 'say on whose pages our discussions may stand',
  usage: `Usage: copydesk embed allow ORIGIN…
       copydesk embed refuse ORIGIN…
       copydesk embed list

  allow   pages of ORIGIN (such as https://partner.example) may show our discussions in a frame
  refuse  they may no longer
  list    the origins that may; nobody may before one is allowed

A page shows the discussion of a story of ours where it has
  <script src="ADDRESS/embed.js" data-story="SLUG" async></script>
Exit codes: 0 done; 2 wrongly called.`,
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    const [verb, ...origins] = positionals;
    if (verb !== 'list' && verb !== 'allow' && verb !== 'refuse')
      return wronglyCalled('embed', 'say "list", "allow" or "refuse".');
    if ((verb === 'list') !== (origins.length === 0))
      return wronglyCalled('embed', `"embed ${verb}" wants ${verb === 'list' ? 'no' : 'an'} origin.`);
    const bad = origins.find((one) => !isOrigin(one));
    if (bad !== undefined)
      return wronglyCalled('embed', `"${bad}" is no origin; one is like https://partner.example, without a path.`);
    return withNewsroom(async ({ store, url }) => {
      const saved = await readSetting(store, EMBED_ORIGINS);
      const before = Array.isArray(saved) ? (saved as string[]) : [];
      const after =
        verb === 'allow' ? [...new Set([...before, ...origins])] : before.filter((one) => !origins.includes(one));
      if (verb !== 'list') await saveSetting(store, EMBED_ORIGINS, after);
      const lines = after.length > 0 ? after : ['No page elsewhere may show our discussions.'];
      process.stdout.write(`${lines.map(lineForTerminal).join('\n')}\n`);
      if (verb === 'allow')
        process.stderr.write(`On a page: <script src="${url}/embed.js" data-story="SLUG" async></script>\n`);
      return 0;
    });
  },
};

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
