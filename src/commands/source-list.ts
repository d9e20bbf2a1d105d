import { readHealth, type SourceHealth } from '../store/sources/source-rounds.ts';
import { listSources, type Source } from '../store/sources/sources.ts';
import type { Store } from '../store/store.ts';
import { describeTransport } from '../story/sources/transport-settings.ts';
import { lineForTerminal } from './shown/for-terminal.ts';
import { wantedSource } from './wanted-source.ts';

/** `source list`: a table, or one line of JSON a source. */
export async function listTable(store: Store, { json }: { readonly json: boolean }): Promise<number> {
  const health = await readHealth(store);
  const all = (await listSources(store)).map((source) => ({ source, health: health.of(source.id) }));
  process.stdout.write(json ? all.map((each) => `${JSON.stringify(asJson(each))}\n`).join('') : tableOf(all));
  return 0;
}

/** `source show`: its health and its contract. */
export async function showSource(store: Store, name: string, { json }: { readonly json: boolean }): Promise<number> {
  const source = await wantedSource(store, name);
  const health = (await readHealth(store)).of(source.id);
  if (json) {
    process.stdout.write(`${JSON.stringify(asJson({ source, health }))}\n`);
    return 0;
  }
  const terms = {
    transport: source.transport ?? 'by hand',
    everySeconds: source.everySeconds,
    profile: source.profile,
  };
  const lines = [
    `${source.name}  ${stateOf(source, health)}`,
    `last success  ${time(health.lastSuccess)}`,
    `last error    ${health.lastError ? `${time(health.lastErrorAt)}  ${health.lastError}` : '-'}`,
    `next try      ${nextTry(source, health)}`,
    `files         ${health.received} received, of which ${health.duplicates} had come before and ${health.refused} could not be read`,
    ...(source.transport?.kind === 'push'
      ? [`key           ${source.keySha256 ? 'given' : `none yet: copydesk source key ${name}`}`]
      : []),
  ];
  process.stdout.write(`${lines.map(lineForTerminal).join('\n')}\n\n${lineByLine(JSON.stringify(terms, null, 2))}\n`);
  return 0;
}

type Entry = { readonly source: Source; readonly health: SourceHealth };

/** Neither the hash of the key, which is nobody's business, nor our number of the source. */
function asJson({ source, health }: Entry): object {
  const { id: _, keySha256, ...rest } = source;
  return { ...rest, hasKey: keySha256 !== undefined, state: stateOf(source, health), ...health };
}

function stateOf({ transport, paused, keySha256 }: Source, { failures, lastSuccess }: SourceHealth): string {
  if (!transport) return 'by hand';
  if (paused) return 'paused';
  if (transport.kind === 'push') return keySha256 ? 'ready' : 'no key yet';
  if (failures > 0) return `failing (${failures})`;
  return lastSuccess ? 'ready' : 'new';
}

function tableOf(all: readonly Entry[]): string {
  if (all.length === 0) return 'No sources. Describe them in a file and run "copydesk source apply FILE".\n';
  const head = ['NAME', 'STATE', 'RECEIVED', 'LAST SUCCESS', 'NEXT TRY', 'TRANSPORT'];
  const rows = all.map(({ source, health }) =>
    [
      source.name,
      stateOf(source, health),
      String(health.received),
      time(health.lastSuccess),
      nextTry(source, health),
      describeTransport(source.transport),
    ].map(lineForTerminal),
  );
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `${cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()}\n`;
  return line(head) + rows.map((row, index) => line(row) + troubleOf(all[index]?.health)).join('');
}

/** The last error has a line of its own: it is a sentence. */
const troubleOf = (health: SourceHealth | undefined): string =>
  health?.lastError ? `  last error ${time(health.lastErrorAt)}: ${lineForTerminal(health.lastError)}\n` : '';

function nextTry({ transport, paused }: Source, health: SourceHealth): string {
  if (!transport || transport.kind === 'push' || paused) return '-';
  return health.nextTry === undefined ? 'now' : time(health.nextTry);
}

/** To the second, in UTC. */
const time = (iso: string | undefined): string => (iso === undefined ? '-' : `${iso.slice(0, 19).replace('T', ' ')}Z`);

const lineByLine = (text: string): string => text.split('\n').map(lineForTerminal).join('\n');
