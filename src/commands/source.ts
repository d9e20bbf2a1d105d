import { parseArgs } from 'node:util';
import { newSourceKey } from '../sources/source-key.ts';
import { eraseSource } from '../store/filing/erase-source.ts';
import { forgetSource, pauseSource, saveSourceKey } from '../store/sources/sources.ts';
import type { Store } from '../store/store.ts';
import { CopydeskError } from '../story/errors.ts';
import type { Command } from './command.ts';
import { withStore } from './open-newsroom.ts';
import { wronglyCalled } from './shown/complain.ts';
import { forTerminal } from './shown/for-terminal.ts';
import { applySources, checkSources } from './source-apply.ts';
import { listTable, showSource } from './source-list.ts';
import { trySource } from './source-try.ts';
import { wantedSource } from './wanted-source.ts';

type Options = { readonly json: boolean; readonly 'dry-run': boolean; readonly 'with-stories': boolean };
type Verb = { readonly wants: 'nothing' | 'file' | 'name'; run(what: string, options: Options): Promise<number> };

const verbs: Readonly<Record<string, Verb>> = {
  list: { wants: 'nothing', run: (_, options) => withStore((store) => listTable(store, options)) },
  show: { wants: 'name', run: (name, options) => withStore((store) => showSource(store, name, options)) },
  apply: { wants: 'file', run: (file, options) => applySources(file, { dryRun: options['dry-run'] }) },
  check: { wants: 'file', run: (file) => checkSources(file) },
  try: { wants: 'name', run: (name) => trySource(name) },
  pause: { wants: 'name', run: (name) => withStore((store) => pause(store, name, true)) },
  resume: { wants: 'name', run: (name) => withStore((store) => pause(store, name, false)) },
  key: { wants: 'name', run: (name) => withStore((store) => giveKey(store, name)) },
  remove: { wants: 'name', run: (name, options) => withStore((store) => remove(store, name, options)) },
};

/** `copydesk source list|show|apply|check|try|pause|resume|key|remove`. */
export const sourceCommand: Command = {
  name: 'source',
  summary: 'say who sends copy, how it comes and under which contract; see how each fares',
  usage: `Usage: copydesk source list [--json]
       copydesk source show NAME [--json]
       copydesk source check FILE
       copydesk source apply [--dry-run] FILE
       copydesk source try|pause|resume|key NAME
       copydesk source remove [--with-stories] NAME

  list    every source: how its copy comes, its last success and last error, when it is asked next, how many files it brought
  show    one source with its contract
  check   whether FILE, a file of sources in JSON, is right; names each mistake with its place
  apply   takes the sources of FILE over; a changed contract counts at once, also for stories that are here. Sources that
          FILE does not name stay as they are. With --dry-run it only says what would change
  try     asks the source now, once, and says what came
  pause   asks it no more and takes nothing that it pushes, until resume
  resume  asks it again at once
  key     makes the key with which the source pushes to /wire/NAME, and shows it once; the key before is worth nothing then
  remove  takes nothing more from it. Its stories stay under its contract, unless --with-stories erases them

A running newsroom notices every change within seconds. docs/publishers.md describes the file. No secret is ever in it: a
password is {"env": "NAME"} or {"file": "/path"}.
Exit codes: 0 done; 1 it could not be done, and why; 2 wrongly called.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        'with-stories': { type: 'boolean', default: false },
      },
    });
    const [name, ...rest] = positionals;
    const verb = name !== undefined && Object.hasOwn(verbs, name) ? verbs[name] : undefined;
    if (!verb || rest.length !== (verb.wants === 'nothing' ? 0 : 1)) {
      const why =
        verb && verb.wants !== 'nothing'
          ? `"source ${name}" wants one ${verb.wants}`
          : 'say what to do with which source';
      return wronglyCalled('source', `${why}.`);
    }
    return verb.run(rest[0] ?? '', values);
  },
};

async function pause(store: Store, name: string, paused: boolean): Promise<number> {
  const source = await wantedSource(store, name);
  if (!source.transport) throw new CopydeskError('not-allowed', `Cannot pause "${name}": people bring its files.`);
  await pauseSource(store, name, paused);
  return say(`${name} ${paused ? 'is paused: nothing is taken from it' : 'goes on'}.`);
}

async function giveKey(store: Store, name: string): Promise<number> {
  const source = await wantedSource(store, name);
  if (source.transport?.kind !== 'push')
    throw new CopydeskError(
      'not-allowed',
      `Cannot give "${name}" a key: its transport is not push. Change it in your file and apply that.`,
    );
  const { key, sha256 } = newSourceKey();
  await saveSourceKey(store, name, sha256);
  process.stderr.write(
    `The key of ${name}, which is shown only now.${source.keySha256 ? ' The one before is worth nothing any more.' : ''} It pushes with\n  curl -H "Authorization: Bearer KEY" --data-binary @FILE ADDRESS/wire/${name}\n`,
  );
  return say(key);
}

async function remove(store: Store, name: string, options: Options): Promise<number> {
  await wantedSource(store, name);
  await forgetSource(store, name);
  if (!options['with-stories'])
    return say(`${name} is removed: nothing more is taken from it. Its stories stay, under its contract.`);
  const stories = await eraseSource(store, name);
  return say(`${name} is removed with ${stories} ${stories === 1 ? 'story' : 'stories'}.`);
}

function say(message: string): number {
  process.stdout.write(`${forTerminal(message)}\n`);
  return 0;
}
