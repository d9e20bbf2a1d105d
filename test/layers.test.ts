import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** Who may import whom: the rooms of `src/` and what each may see besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  story: ['text'],
  wire: ['text', 'story'],
  edit: ['text', 'story'],
  check: ['text', 'story'],
  furnish: ['text', 'story', 'edit', 'check'],
  moderate: ['text', 'story'],
  store: ['text', 'story', 'moderate'],
  site: ['text', 'story', 'store', 'own-link.ts', 'reader-cookies.ts', 'routes.ts'],
  comments: [
    'text',
    'story',
    'store',
    'moderate',
    'client-address.ts',
    'own-forms.ts',
    'own-link.ts',
    'reader-cookies.ts',
    'routes.ts',
  ],
  sources: [
    'text',
    'story',
    'wire',
    'store',
    'client-address.ts',
    'file-story.ts',
    'give-back-memory.ts',
    'newsroom.ts',
    'routes.ts',
  ],
  perspective: ['text', 'story', 'store', 'moderate', 'wire', 'newsroom.ts', 'routes.ts'],
  'pages-elsewhere': ['text', 'story', 'store', 'perspective', 'newsroom.ts', 'routes.ts'],
  imports: ['text', 'story', 'store', 'wire', 'comments', 'routes.ts'],
  webhooks: ['text', 'story', 'store', 'wire', 'newsroom.ts', 'routes.ts'],
  accounts: ['text', 'story', 'store', 'mail', 'client-address.ts', 'newsroom.ts', 'own-forms.ts', 'routes.ts'],
  mail: ['text', 'story', 'store', 'newsroom.ts', 'routes.ts'],
  desk: ['text', 'story', 'store', 'moderate', 'own-forms.ts', 'reader-cookies.ts', 'routes.ts'],
};

/** Doors to the network, kept apart inside pure rooms. */
const doors = ['wire/receive/', 'edit/llm/'];

/** What a pure room may not touch: the clock, the environment, files, the network, other processes. */
const pureRooms = ['text', 'story', 'wire', 'edit', 'check', 'furnish', 'moderate'];
const impureModules =
  /^(node:)?(fs|fs\/promises|http|https|net|tls|dgram|dns|child_process|worker_threads|sqlite|os|process)$/;
const impureWords = /\bprocess\.(env|argv|stdout|stderr)\b|\bDate\.now\(\)|\bnew Date\(\)|\bMath\.random\(\)|\bfetch\(/;

/** Who alone may import a package. */
const ownerOf: Readonly<Record<string, string>> = {
  kysely: 'store',
  pg: 'store',
  'node:sqlite': 'store',
  'better-auth': 'accounts',
  '@better-auth/passkey': 'accounts',
  nodemailer: 'mail',
};

type File = {
  readonly path: string;
  readonly room: string;
  readonly code: string;
  readonly imports: readonly string[];
};

const files: readonly File[] = globSync('**/*.ts', { cwd: src })
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => {
    const code = readFileSync(join(src, path), 'utf8');
    const imports = [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
    return { path, room: path.includes('/') ? path.slice(0, path.indexOf('/')) : '', code, imports };
  });

const roomsOf = (file: File): string[] =>
  file.imports
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(src, join(src, dirname(file.path), name)))
    .map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path));

describe('the layers', () => {
  it('are all named in the table', () => {
    const rooms = [...new Set(files.map((file) => file.room))].filter((room) => room !== '' && room !== 'commands');
    assert.deepEqual(
      rooms.filter((room) => !(room in mayImport)),
      [],
    );
  });

  it('import only what the table allows', () => {
    const wrong = files
      .filter((file) => file.room in mayImport)
      .flatMap((file) => roomsOf(file).map((seen) => ({ file, seen })))
      .filter(({ file, seen }) => seen !== file.room && !(mayImport[file.room] ?? []).includes(seen))
      .map(({ file, seen }) => `${file.path} imports ${seen}`);
    assert.deepEqual(wrong, []);
  });

  it('keep each package with its owner', () => {
    const wrong = files
      .flatMap((file) => file.imports.map((name) => ({ file, name })))
      .filter(({ file, name }) => name in ownerOf && file.room !== ownerOf[name])
      .map(({ file, name }) => `${file.path} imports ${name}`);
    assert.deepEqual(wrong, []);
  });

  it('let only the gate seal furniture, and only the store look at the seal', () => {
    const seers = files
      .filter(({ code }) => /\bsealDigest\b/.test(code))
      .map(({ path }) => path)
      .sort();
    assert.deepEqual(seers, ['check/seal-furniture.ts', 'store/made/verify-made.ts', 'story/furniture-seal.ts']);
  });

  it('keep clock, environment, files and network out of the pure rooms', () => {
    const wrong = files
      .filter((file) => pureRooms.includes(file.room) && !doors.some((door) => file.path.startsWith(door)))
      .filter((file) => file.imports.some((name) => impureModules.test(name)) || impureWords.test(file.code))
      .map((file) => file.path);
    assert.deepEqual(wrong, []);
  });

  it('see the environment in one place', () => {
    const wrong = files
      .filter((file) => /\bprocess\.env\b/.test(file.code) && !file.path.startsWith('commands/'))
      .map((file) => file.path);
    assert.deepEqual(
      wrong.filter((path) => path !== 'main.ts'),
      [],
    );
  });

  it('read no body as JSON but by parseJson, which the process survives', () => {
    const wrong = files.filter((file) => /\breq\.json\(/.test(file.code)).map((file) => file.path);
    assert.deepEqual(wrong, []);
  });
});
