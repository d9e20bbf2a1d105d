import { parseArgs } from 'node:util';
import { addApiKey, listApiKeys, removeApiKey, usedOn } from '../store/others/api-keys.ts';
import type { Store } from '../store/store.ts';
import type { Command } from './command.ts';
import { withStore } from './open-newsroom.ts';
import { wronglyCalled } from './shown/complain.ts';
import { lineForTerminal } from './shown/for-terminal.ts';

const MOST_ORIGINS = 20;

/** `copydesk key add|list|remove`. */
export const keyCommand: Command = {
  name: 'key',
  summary: 'give other programs keys for the Perspective-compatible endpoint',
  usage: `Usage: copydesk key add NAME [--per-second N] [--per-day N] [--origin ORIGIN]… [--pages]
       copydesk key list [--json]
       copydesk key remove NAME

  add     makes a key and shows it once; only its hash is kept
  list    every key with its limits and what was used today (UTC)
  remove  the key opens nothing from now on

  --per-second N   requests in a second (default: 10)
  --per-day N      requests in a day (UTC); a restart does not begin a new one (default: no such limit)
  --origin ORIGIN  pages of this origin may ask from a browser (CORS), such as https://blog.example; none by default
  --pages          it may also register pages elsewhere for a discussion (PUT ADDRESS/v1/pages)
  --json           one JSON object a line

A program that spoke to Google's Perspective API asks ADDRESS/v1alpha1/comments:analyze?key=KEY instead.
Exit codes: 0 done; 1 it could not be done, and why; 2 wrongly called.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'per-second': { type: 'string', default: '10' },
        'per-day': { type: 'string' },
        origin: { type: 'string', multiple: true, default: [] },
        pages: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [verb, name, ...rest] = positionals;
    if (verb === 'list' && name === undefined) return withStore((store) => list(store, values.json));
    if ((verb !== 'add' && verb !== 'remove') || name === undefined || rest.length > 0)
      return wronglyCalled('key', 'say "list", or "add" or "remove" with a name.');
    if (verb === 'remove') {
      await withStore((store) => removeApiKey(store, name, new Date()));
      process.stdout.write(`The key "${lineForTerminal(name)}" opens nothing any more.\n`);
      return 0;
    }
    if (!/^[\w][\w .-]{0,59}$/.test(name))
      return wronglyCalled('key', `"${name}" is no name for a key: letters, digits, spaces, . _ - are, 60 at most.`);
    const perSecond = countOf(values['per-second'], 10_000);
    const perDay = values['per-day'] === undefined ? undefined : countOf(values['per-day'], 1e9);
    if (perSecond === undefined)
      return wronglyCalled('key', `--per-second is "${values['per-second']}"; it is 1 to 10000.`);
    if (values['per-day'] !== undefined && perDay === undefined)
      return wronglyCalled('key', `--per-day is "${values['per-day']}"; it is 1 to 1000000000.`);
    const bad = values.origin.find((origin) => !isOrigin(origin));
    if (bad !== undefined)
      return wronglyCalled('key', `--origin is "${bad}"; it is like https://blog.example, without a path.`);
    if (values.origin.length > MOST_ORIGINS)
      return wronglyCalled('key', `--origin may be given ${MOST_ORIGINS} times at most.`);
    const wanted = {
      name,
      perSecond,
      origins: values.origin,
      pages: values.pages,
      now: new Date(),
      ...(perDay !== undefined && { perDay }),
    };
    const key = await withStore((store) => addApiKey(store, wanted));
    process.stderr.write('The key, which is shown only now:\n');
    process.stdout.write(`${key}\n`);
    return 0;
  },
};

async function list(store: Store, json: boolean): Promise<number> {
  const keys = await listApiKeys(store);
  const used = await usedOn(store, new Date().toISOString().slice(0, 10));
  for (const key of keys) {
    const today = used.get(key.id) ?? 0;
    const day = key.perDay === undefined ? '' : `, ${key.perDay} a day (${today} given out today)`;
    const from = key.origins.length > 0 ? `, from ${key.origins.join(' ')}` : '';
    process.stdout.write(
      json
        ? `${JSON.stringify({ ...key, takenToday: today })}\n`
        : `${lineForTerminal(key.name)}  ${key.perSecond} a second${day}${lineForTerminal(from)}${key.pages ? ', registers pages' : ''}, since ${key.createdAt.slice(0, 10)}\n`,
    );
  }
  if (keys.length === 0 && !json) process.stdout.write('No keys.\n');
  return 0;
}

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;

function countOf(written: string, most: number): number | undefined {
  const count = /^\d{1,10}$/.test(written) ? Number(written) : 0;
  return count >= 1 && count <= most ? count : undefined;
}
