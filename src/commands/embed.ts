import { parseArgs } from 'node:util';
import { EMBED_ORIGINS } from '../store/elsewhere/embed-origins.ts';
import { readSetting, saveSetting } from '../store/settings.ts';
import type { Command } from './command.ts';
import { runEmbedPage } from './embed-page.ts';
import { withNewsroom } from './open-newsroom.ts';
import { wronglyCalled } from './shown/complain.ts';
import { lineForTerminal } from './shown/for-terminal.ts';

/** `copydesk embed allow|refuse|list` and `copydesk embed page …`. */
export const embedCommand: Command = {
  name: 'embed',
  summary: 'put our discussions on pages that are not ours',
  usage: `Usage: copydesk embed allow ORIGIN…
       copydesk embed refuse ORIGIN…
       copydesk embed list
       copydesk embed page add URL --headline HEADLINE [--text FILE]
       copydesk embed page close|open|remove URL
       copydesk embed page list

  allow   pages of ORIGIN (such as https://partner.example) may show our discussions in a frame
  refuse  they may no longer
  list    the origins that may; nobody may before one is allowed

  page add     gives a page that is not ours a discussion, or other words, or brings a removed one back; comments are held
               against the text in FILE (plain, paragraphs parted by empty lines), or against the headline alone
  page close   nobody writes there any more; open: readers may again
  page remove  takes the discussion from the page; the comments are kept
  page list    every page with its address, slug, headline and number of comments

A page shows the discussion of a story of ours where it has
  <script src="ADDRESS/embed.js" data-story="SLUG" async></script>
and its own, once it was added, where it has that or
  <script src="ADDRESS/embed.js" async></script>
Exit codes: 0 done; 1 it could not be done, and why; 2 wrongly called.`,
  async run(args) {
    if (args[0] === 'page') return runEmbedPage(args.slice(1));
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
