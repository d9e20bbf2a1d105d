import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'copydesk-api-'));
after(() => rmSync(folder, { recursive: true, force: true }));

describe("the package's public functions", () => {
  it('put the gate behind the program of another newsroom', () => {
    mkdirSync(join(folder, 'node_modules'));
    // What `npm install ../copydesk` makes.
    symlinkSync(root, join(folder, 'node_modules', 'copydesk'));
    writeFileSync(
      join(folder, 'chatbot.mjs'),
      `import { checkClaim } from 'copydesk';
       const copy = { headline: '', text: 'Repairs may cost 12 million euros.' };
       const { ok, findings } = checkClaim('Repairs cost 12 million euros.', copy);
       console.log(JSON.stringify({ ok, checks: findings.map(({ check }) => check) }));`,
    );
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'chatbot.mjs')], { encoding: 'utf8' });
    assert.equal(stderr.replace(/.*ExperimentalWarning.*\n.*\n/, ''), '');
    const said = JSON.parse(stdout);
    assert.equal(said.ok, false);
    assert.ok(said.checks.includes('polarity'));
  });
});
