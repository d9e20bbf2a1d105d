import { CopydeskError } from '../story/errors.ts';
import { commands } from './commands.ts';
import { complain } from './shown/complain.ts';

/** One subcommand. `run` answers with the exit code: 0 done, 1 something failed and was named, 2 wrongly called. */
export type Command = {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole help: how it is called, each option, each exit code. */
  readonly usage: string;
  run(args: readonly string[]): Promise<number>;
};

/** Runs `copydesk ARGS…`; what can be expected to go wrong is one clear line on standard error. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that goes away ("| head") ends the command, and is no error; a full disk is one.
    if (error.code === 'EPIPE') process.exit(0);
    process.exit(fail(`the output could not be written (${error.message}).`, 1));
  });
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(await helpText());
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) return fail(`there is no command "${name}". Run "copydesk --help" for the list.`, 2);
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(command.usage.endsWith('\n') ? command.usage : `${command.usage}\n`);
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (isBadCall(error)) return fail(`${error.message} Run "copydesk ${name} --help".`, 2);
    if (error instanceof CopydeskError) return fail(error.message, error.code === 'bad-setting' ? 2 : 1);
    throw error;
  }
}

const isBadCall = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

function fail(message: string, code: number): number {
  complain(message);
  return code;
}

async function helpText(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const width = Math.max(...all.map((command) => command.name.length));
  const lines = all.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return `copydesk: agency copy in; a finished, checked article page with a moderated discussion out.

Usage: copydesk COMMAND [OPTION]…

${lines.join('\n')}

Run "copydesk COMMAND --help" for a command's options and exit codes.
Settings: PORT, HOST, COPYDESK_DATA (folder, default ./data), COPYDESK_URL (public address), DATABASE_URL (PostgreSQL).
`;
}
