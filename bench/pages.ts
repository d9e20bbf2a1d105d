import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { startProcess } from '../test/support/running.ts';
import type { Figure } from './run.ts';

const ROUNDS = 5;
const SECONDS = 4;

/** An article page from memory beside a bare `node:http` server that sends the same bytes and headers, turn by turn. */
export async function measurePages(): Promise<readonly Figure[]> {
  const ours = await startProcess();
  try {
    const page = await leadStory(ours.address);
    const bare = await startBare(join(ours.dataFolder, 'bare.json'), page);
    const rates: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
    for (let round = 0; round <= ROUNDS; round++) {
      const pair = { ours: await rate(page.url), bare: await rate(bare.address) };
      if (round === 0) continue; // the first warms both up
      rates.ours.push(pair.ours);
      rates.bare.push(pair.bare);
    }
    bare.stop();
    const ratios = rates.ours.map((value, i) => value / (rates.bare[i] ?? Number.NaN));
    return [
      {
        what: `article page from memory (${page.body.length} bytes, brotli), requests/s, 20 connections`,
        figure: median(rates.ours).toFixed(0),
        reference: `bare node:http, same bytes: ${median(rates.bare).toFixed(0)}`,
        verdict: `ratio ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}; wanted 0.80)`,
      },
    ];
  } finally {
    await ours.destroy();
  }
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

type Page = { readonly url: string; readonly headers: readonly string[]; readonly body: Buffer };

/** The first story on the front page, as its bytes go over the wire. */
export async function leadStory(address: string): Promise<Page> {
  const front = await (await fetch(address)).text();
  const path = /href="(\/story\/[^"#?]+)"/.exec(front)?.[1];
  if (!path) throw new Error(`No story on the front page of ${address}.`);
  const url = new URL(path, address).href;
  await fetch(url); // the first request renders it
  return raw(url);
}

/** One answer with its bytes still compressed. */
export async function raw(url: string): Promise<Page> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ url, headers: answer.rawHeaders, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}

async function rate(url: string): Promise<number> {
  const result = await autocannon({ url, connections: 20, duration: SECONDS, headers: { 'accept-encoding': 'br' } });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers were not 200, ${result.errors} errors`);
  return result.requests.average;
}

async function startBare(file: string, page: Page): Promise<{ address: string; stop(): void }> {
  await writeFile(file, JSON.stringify({ headers: page.headers, body: page.body.toString('base64') }));
  const server = fileURLToPath(new URL('bare-server.ts', import.meta.url));
  const child = spawn(process.execPath, [server, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
  );
  return { address, stop: () => child.kill() };
}
