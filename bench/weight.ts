import { startProcess } from '../test/support/running.ts';
import { leadStory, raw } from './pages.ts';
import type { Figure } from './run.ts';

/** What a browser fetches for an article page: its HTML, and every asset that the HTML and the style sheet name. */
export async function measureWeight(): Promise<readonly Figure[]> {
  const ours = await startProcess();
  try {
    const page = await leadStory(ours.address);
    const html = await (await fetch(page.url)).text();
    const own = [...html.matchAll(/<(?:link|script|img)\b[^>]*?(?:href|src)="(\/[^"]+)"/g)];
    const loaded = own
      .filter(([tag]) => !/rel="(?:canonical|alternate|next|prev)"/.test(tag))
      .map((match) => match[1] ?? '');
    const seen = new Map<string, number>();
    const queue = [...new Set(loaded)];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      if (seen.has(path)) continue;
      const url = new URL(path, ours.address).href;
      seen.set(path, (await raw(url)).body.length);
      if (/\.(css|js)$/.test(path)) {
        const text = await (await fetch(url)).text();
        const more = [...text.matchAll(/url\(["']?(\/[^"')]+)|from\s*["'](\.?\/[^"']+)["']/g)].map(
          (m) => m[1] ?? new URL(m[2] ?? '', url).pathname,
        );
        queue.push(...more);
      }
    }
    const code = [...seen]
      .filter(([path]) => /\.(css|js)$/.test(path))
      .reduce((sum, [, bytes]) => sum + bytes, page.body.length);
    const all = [...seen.values()].reduce((sum, bytes) => sum + bytes, page.body.length);
    const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
    const parts = [...seen].map(([path, bytes]) => `${path.replace(/.*\//, '')} ${kb(bytes)}`).join(', ');
    return [
      {
        what: 'HTML, CSS and scripts of an article page, brotli',
        figure: kb(code),
        reference: 'limit 40 KB',
        verdict: `${(code / 40_960).toFixed(2)} of the limit`,
      },
      {
        what: `requests of an article page (HTML ${kb(page.body.length)}, ${parts})`,
        figure: `at most ${seen.size + 1}, ${kb(all)} in all`,
        reference: 'limit 8',
        verdict: seen.size + 1 <= 8 ? 'within' : 'over',
      },
    ];
  } finally {
    await ours.destroy();
  }
}
