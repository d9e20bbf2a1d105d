import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import type { SourceTerms } from '../store/sources/sources.ts';
import type { TransportSettings } from '../story/sources/transport-settings.ts';
import { shorten } from '../text/length/shorten.ts';
import { allowedKeys, sourceFileSchema } from './source-schema.ts';

export type SourceFile =
  | { readonly ok: true; readonly sources: readonly SourceTerms[] }
  /** Each a line for the publisher: the place in her file, what stands there, what may. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads a publisher's file of sources. Paths in it are taken from the folder that `file` lies in. */
export function readSourceFile(text: string, file: string): SourceFile {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { ok: false, problems: [`This is no JSON: ${error instanceof Error ? error.message : String(error)}.`] };
  }
  const read = sourceFileSchema.safeParse(json);
  if (!read.success) return { ok: false, problems: read.error.issues.map((issue) => problemOf(issue, json)) };
  const problems = twins(read.data.sources.map((source) => source.name));
  if (problems.length > 0) return { ok: false, problems };
  const folder = dirname(resolve(file));
  return { ok: true, sources: read.data.sources.map((source) => withFullPaths(source as SourceTerms, folder)) };
}

type Issue = z.core.$ZodIssue;

function problemOf(issue: Issue, json: unknown): string {
  const place = placeOf(issue.path, json);
  const value = valueAt(issue.path, json);
  if (issue.code === 'unrecognized_keys') {
    const kind = valueAt([...issue.path, 'kind'], json);
    const known = allowedKeys(issue.path, kind);
    const allowed = known.length > 0 ? ` Allowed are ${known.join(', ')}.` : '';
    return `${place} has ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}, which is not known.${allowed}`;
  }
  const is = value === undefined ? 'is missing' : `is ${quoted(issue.path, value)}`;
  return `${place} ${is}; it must be ${messageOf(issue)}.`;
}

/** A wrong key of a record carries what is wrong with it inside. */
const messageOf = (issue: Issue): string =>
  issue.code === 'invalid_key' ? 'a header’s name of letters, digits and hyphens' : issue.message;

/** `sources[0] ("northwire").profile.publish`. */
function placeOf(path: readonly PropertyKey[], json: unknown): string {
  if (path.length === 0) return 'The file';
  let place = '';
  path.forEach((key, index) => {
    if (typeof key === 'number') {
      const name = valueAt([...path.slice(0, index + 1), 'name'], json);
      place += `[${key}]${typeof name === 'string' ? ` (${JSON.stringify(name)})` : ''}`;
    } else {
      place += `${place === '' ? '' : '.'}${String(key)}`;
    }
  });
  return place;
}

const valueAt = (path: readonly PropertyKey[], json: unknown): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    json,
  );

/** What stands there, shortened. @NOTE Somebody may have put a secret where only its place belongs: it is never quoted. */
function quoted(path: readonly PropertyKey[], value: unknown): string {
  if (path.some((key) => /password|privateKey|headers|url/.test(String(key)))) return 'something else';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return shorten(JSON.stringify(value), 80);
}

/** Names are compared without their capitals: they are parts of addresses. */
function twins(names: readonly string[]): string[] {
  const places = Map.groupBy(names.keys(), (index) => names[index]?.toLowerCase());
  return [...places.values()]
    .filter((indexes) => indexes.length > 1)
    .map(
      (indexes) =>
        `${indexes.map((index) => `sources[${index}]`).join(' and ')} have the same name "${names[indexes[0] ?? 0]}"; each source needs its own.`,
    );
}

const PATHS = new Set(['done', 'errors', 'file']);

function withFullPaths(source: SourceTerms, folder: string): SourceTerms {
  const full = (value: unknown, key?: string): unknown => {
    if (typeof value === 'string') return key !== undefined && PATHS.has(key) ? resolve(folder, value) : value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, full(part, name)]));
  };
  const transport = full(source.transport) as TransportSettings;
  return {
    ...source,
    transport: transport.kind === 'folder' ? { ...transport, path: resolve(folder, transport.path) } : transport,
  };
}
