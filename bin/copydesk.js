#!/usr/bin/env node
// The command. Finds or installs what it needs, then hands over to src/commands/command.ts.
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { handOver, isTooOld, root, setUp } from './setup.js';

const node = setUp();
const command = join(root, 'src', 'commands', 'command.ts');
if (isTooOld()) {
  handOver(node, [join(root, 'bin', 'copydesk.js'), ...process.argv.slice(2)]);
} else {
  // What was stripped of its types once is kept: starts take less time and less memory.
  nodeModule.enableCompileCache(join(root, 'node_modules', '.cache', 'copydesk'));
  // Node 24 calls node:sqlite experimental on every start; a publisher can do nothing with that.
  process.removeAllListeners('warning').on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') process.stderr.write(`${warning.stack ?? warning.message}\n`);
  });
  const { runCommand } = await import(pathToFileURL(command).href);
  process.exitCode = await runCommand(process.argv.slice(2));
}
