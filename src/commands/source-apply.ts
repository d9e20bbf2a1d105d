import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { readSourceFile } from '../sources/source-file.ts';
import { listSources, type Source, type SourceTerms, saveSource } from '../store/sources/sources.ts';
import { DEFAULT_PROFILE } from '../story/sources/source-profile.ts';
import { describeTransport } from '../story/sources/transport-settings.ts';
import { withStore } from './open-newsroom.ts';
import { complain } from './shown/complain.ts';
import { lineForTerminal } from './shown/for-terminal.ts';

/** `source check FILE`: whether it could be applied. */
export async function checkSources(file: string): Promise<number> {
  const sources = await readTerms(file);
  if (!sources) return 1;
  process.stdout.write(`${file} is right: ${sources.length} ${sources.length === 1 ? 'source' : 'sources'}.\n`);
  return 0;
}

/** `source apply FILE`: says what changes and takes it over. */
export async function applySources(file: string, { dryRun }: { readonly dryRun: boolean }): Promise<number> {
  const terms = await readTerms(file);
  if (!terms) return 1;
  return withStore(async (store) => {
    const known = await listSources(store);
    for (const wanted of terms) {
      const before = known.find(({ name }) => name.toLowerCase() === wanted.name.toLowerCase());
      if (before && before.name !== wanted.name) {
        return complain(`"${wanted.name}" is known here as "${before.name}"; write it so.`);
      }
    }
    for (const wanted of terms) {
      const before = known.find(({ name }) => name === wanted.name);
      const changes = changesOf(before, wanted);
      process.stdout.write(
        `${wanted.name}: ${changes.length === 0 ? 'as it was' : changes.join('; ')}\n`.replace(
          /^.*$/m,
          lineForTerminal,
        ),
      );
      if (changes.length > 0 && !dryRun) await saveSource(store, wanted, new Date());
    }
    const named = new Set(terms.map(({ name }) => name));
    for (const { name } of known.filter((source) => source.transport && !named.has(source.name)))
      process.stdout.write(
        `${lineForTerminal(name)}: not in the file, stays as it is ("copydesk source remove" removes it)\n`,
      );
    if (dryRun) process.stdout.write('Nothing was changed.\n');
    return 0;
  });
}

/** What would be different, in words; a new source is one change. */
function changesOf(before: Source | undefined, after: SourceTerms): string[] {
  if (!before?.transport)
    return [`new, ${describeTransport(after.transport)}, every ${after.everySeconds} seconds${agreed(after)}`];
  const changes: string[] = [];
  if (!isDeepStrictEqual(before.transport, after.transport)) {
    const [from, to] = [describeTransport(before.transport), describeTransport(after.transport)];
    changes.push(from === to ? `transport ${to} is set up otherwise` : `transport ${from} → ${to}`);
  }
  if (before.everySeconds !== after.everySeconds)
    changes.push(`every ${before.everySeconds} → ${after.everySeconds} seconds`);
  const keys = new Set([...Object.keys(before.profile), ...Object.keys(after.profile)]) as Set<
    keyof SourceTerms['profile']
  >;
  for (const key of keys) {
    const [from, to] = [before.profile[key], after.profile[key]];
    if (!isDeepStrictEqual(from, to)) changes.push(`${key} ${shown(from)} → ${shown(to)}`);
  }
  return changes;
}

function agreed({ profile }: SourceTerms): string {
  const own = Object.entries(profile).filter(
    ([key, value]) => !isDeepStrictEqual(DEFAULT_PROFILE[key as keyof typeof DEFAULT_PROFILE], value),
  );
  return own.map(([key, value]) => `, ${key} ${shown(value)}`).join('');
}

const shown = (value: unknown): string => (value === undefined ? 'none' : JSON.stringify(value));

/** The sources of a file; undefined after its mistakes were named. */
async function readTerms(file: string): Promise<readonly SourceTerms[] | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? error.code : error;
    complain(`"${file}" cannot be read (${why}).`);
    return undefined;
  }
  const read = readSourceFile(text, file);
  if (read.ok) return read.sources;
  for (const problem of read.problems) process.stderr.write(`${lineForTerminal(`${file}: ${problem}`)}\n`);
  return undefined;
}
