// Every test of the project: types, lint, then every *.test.ts with one PostgreSQL for all. Fails on a skip.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { startPostgres } from './support/postgres.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const soak = process.argv.includes('--soak');
const wanted = soak ? ['test/kill-nine.test.ts', 'test/hostile-files.test.ts'] : process.argv.slice(2);
if (soak) process.env['SOAK'] = '1';

function step(title: string, args: readonly string[]): void {
  process.stdout.write(`${title}…\n`);
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) {
    process.stdout.write(`${title}: failed\n`);
    process.exit(1);
  }
}

if (wanted.length === 0) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  step('types', [tsc, '-p', root]);
  step('types of the browser scripts', [tsc, '-p', join(root, 'src/site/client')]);
  step('lint', [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', root]);
}

const files = globSync(
  wanted.length > 0 ? wanted : ['src/**/*.test.ts', 'test/**/*.test.ts', 'training/**/*.test.ts'],
  { cwd: root },
)
  .filter((path) => !path.includes('node_modules'))
  .map((path) => join(root, path));
const postgres = await startPostgres();
process.env['TEST_DATABASE_URL'] = postgres.url;

const count = { passed: 0, failed: 0, skipped: 0 };
const events = run({
  files,
  concurrency: availableParallelism(),
  timeout: soak ? 3_600_000 : 300_000,
  execArgv: ['--disable-warning=ExperimentalWarning'],
});
events.on('test:pass', (event) => {
  if (event.skip !== undefined || event.todo !== undefined) count.skipped++;
  else if (event.details.type !== 'suite') count.passed++;
});
events.on('test:fail', (event) => {
  // A suite that fails because of its tests is no failure of its own.
  const { error } = event.details;
  if (!('failureType' in error && error.failureType === 'subtestsFailed')) count.failed++;
});
const output = events.compose(spec);
output.pipe(process.stdout);
await new Promise((resolve) => output.on('end', resolve));
await postgres.stop();

process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
if (count.skipped > 0) process.stdout.write('A skipped test counts as a failure: nothing may be left unseen.\n');
process.exit(count.failed > 0 || count.skipped > 0 || count.passed === 0 ? 1 : 0);
