import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import autocannon from 'autocannon';
import { startProcess } from '../test/support/running.ts';
import { leadStory, median } from './pages.ts';
import type { Figure } from './run.ts';

const ROUNDS = 5;
const SECONDS = 4;

/**
 * Comment posts over HTTP, each judged and answered only when it is durable, beside bare `node:sqlite` commits of one row each with
 * the same durability (WAL, `synchronous=FULL`) on the same disk, turn by turn. Posts of one turn share a commit, so this
 * may pass 1.
 */
export async function measureComments(): Promise<readonly Figure[]> {
  const ours = await startProcess();
  try {
    const page = await leadStory(ours.address);
    const posts: number[] = [];
    const perCore: number[] = [];
    const commits: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const before = cpuSeconds(ours.child.pid);
      const { rate, taken } = await postRate(page.url, round);
      const pair = {
        posts: rate,
        perCore: taken / (cpuSeconds(ours.child.pid) - before),
        commits: commitRate(join(ours.dataFolder, `bare-${round}.sqlite`)),
      };
      if (round === 0) continue;
      posts.push(pair.posts);
      perCore.push(pair.perCore);
      commits.push(pair.commits);
    }
    const ratio = median(posts.map((value, i) => value / (commits[i] ?? Number.NaN)));
    return [
      {
        what: 'durable comment posts/s over HTTP, 8 connections',
        figure: median(posts).toFixed(0),
        reference: `bare node:sqlite, one row a commit: ${median(commits).toFixed(0)} commits/s`,
        verdict: `ratio ${ratio.toFixed(2)}`,
      },
      {
        what: 'the same for each second of processor time that the server took',
        figure: `${median(perCore).toFixed(0)} posts`,
        reference:
          'at least 1,500 posts a second and core; measured elsewhere: Isso 170/s, Waline 84/s, WordPress 70/s',
        verdict: median(perCore) >= 1500 ? 'holds' : 'falls short',
      },
    ];
  } finally {
    await ours.destroy();
  }
}

async function postRate(story: string, round: number): Promise<{ rate: number; taken: number }> {
  let count = 0;
  const result = await autocannon({
    url: `${story}/comment`,
    connections: 8,
    duration: SECONDS,
    method: 'POST',
    requests: [
      {
        method: 'POST',
        setupRequest(request) {
          count++;
          const words = `The council should publish its minutes before it votes, and say who pays (${round}, ${count}).`;
          const body = new URLSearchParams({
            name: `Reader Number${count}`,
            text: words,
            website: '',
            parent: '',
          }).toString();
          // Each post comes from an address of its own: the limit per address is not what is measured.
          const from = `203.${round}.${(count >> 8) & 255}.${count & 255}`;
          const headers = {
            'content-type': 'application/x-www-form-urlencoded',
            origin: new URL(story).origin,
            'x-forwarded-for': from,
          };
          return { ...request, body, headers };
        },
      },
    ],
  });
  const refused = result['4xx'] + result['5xx'] + result.errors;
  if (refused > 0) throw new Error(`${refused} posts were refused; ${result['3xx']} were taken.`);
  return { rate: result['3xx'] / result.duration, taken: result['3xx'] };
}

/** Processor time of a process so far, all its threads, in seconds (Linux: fields 14 and 15 of /proc/PID/stat, in hundredths). */
function cpuSeconds(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function commitRate(file: string): number {
  const db = new DatabaseSync(file);
  db.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE comment (id INTEGER PRIMARY KEY, name TEXT, text TEXT)',
  );
  const insert = db.prepare('INSERT INTO comment (name, text) VALUES (?, ?)');
  const words = 'The council should publish its minutes before it votes, and say who pays for the new pier.';
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < SECONDS * 1000) {
    insert.run('Reader Number', words);
    count++;
  }
  db.close();
  return count / SECONDS;
}
