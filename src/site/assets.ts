import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { linkTo } from '../routes.ts';

/** A file that pages ask for. Its name carries a hash of its bytes, so it never changes and may be kept for ever. */
export type Asset = {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly br?: Uint8Array<ArrayBuffer>;
  readonly gzip?: Uint8Array<ArrayBuffer>;
};

/** Style sheets in the order of the cascade. */
const STYLES = [
  'tokens',
  'base',
  'frame',
  'front',
  'story',
  'provenance',
  'making',
  'body',
  'share',
  'discussion',
  'threads',
  'told',
  'embed',
  'record',
  'account',
  'print',
];

/** The desk's sheets, over the same colours and type. */
const DESK_STYLES = [
  'styles/tokens',
  'styles/base',
  '../desk/styles/desk',
  '../desk/styles/desk-queue',
  '../desk/styles/desk-comment',
  '../desk/styles/desk-office',
];

const FONTS = {
  serif: '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
  'serif-italic': '@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2',
  sans: '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2',
} as const;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const assets = new Map<string, Asset>();
const hashedNames = new Map<string, string>();

/** The path of an asset by its plain name: `assetPath('site.css')` is "/assets/site.1a2b3c4d5e.css". */
export function assetPath(name: string): string {
  build();
  const file = hashedNames.get(name);
  if (file === undefined) throw new TypeError(`There is no asset "${name}".`);
  return linkTo('asset', { file });
}

/** The asset with this hashed name. */
export function findAsset(file: string): Asset | undefined {
  build();
  return assets.get(file);
}

/** Once per process, at the first page: fonts first, because the style sheet names them, and so on upwards. */
function build(): void {
  if (assets.size > 0) return;
  for (const [name, file] of Object.entries(FONTS)) {
    keep(`${name}.woff2`, 'font/woff2', readFileSync(fileURLToPath(import.meta.resolve(file))));
  }
  const css = STYLES.map((name) => readFileSync(here(`styles/${name}.css`), 'utf8')).join('\n');
  keep('site.css', 'text/css; charset=utf-8', Buffer.from(withHashedNames(minifyCss(css))));
  const desk = DESK_STYLES.map((name) => readFileSync(here(`${name}.css`), 'utf8')).join('\n');
  keep('desk.css', 'text/css; charset=utf-8', Buffer.from(withHashedNames(minifyCss(desk))));
  keepScript('../text/length/written-length.ts');
  for (const file of readdirSync(here('client')).filter((name) => name.endsWith('.ts'))) keepScript(`client/${file}`);
}

/** A module for the browser: types stripped, imports of other modules led to their hashed names. */
function keepScript(path: string): void {
  const name = path.replace(/^.*\/|\.ts$/g, '');
  const code = stripTypeScriptTypes(readFileSync(here(path), 'utf8'))
    .replace(/\bfrom '[^']*?([\w-]+)\.ts'/g, (_, imported: string) => `from './${hashedNames.get(`${imported}.js`)}'`)
    .replace(/^\s*(\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm, '')
    .replace(/^\s+/gm, '');
  keep(`${name}.js`, 'text/javascript; charset=utf-8', Buffer.from(code));
}

function keep(name: string, type: string, bytes: Uint8Array): void {
  const body = new Uint8Array(bytes);
  const hash = createHash('sha256').update(body).digest('base64url').replace(/[-_]/g, '').slice(0, 10);
  const dot = name.lastIndexOf('.');
  const hashed = `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
  hashedNames.set(name, hashed);
  assets.set(hashed, { type, body, ...(!type.startsWith('font/') && compressed(body)) });
}

const compressed = (body: Uint8Array): Pick<Asset, 'br' | 'gzip'> => ({
  br: new Uint8Array(brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })),
  gzip: new Uint8Array(gzipSync(body, { level: 9 })),
});

const withHashedNames = (css: string): string =>
  css.replace(/url\('?asset:([\w.-]+)'?\)/g, (_, name: string) => `url(${hashedNames.get(name)})`);

/** Takes out comments and the white space that says nothing. Strings in our sheets hold neither. */
const minifyCss = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();
