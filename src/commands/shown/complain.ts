import { forTerminal } from './for-terminal.ts';

/** Says on standard error how a command was called wrongly, and where its help is. Answers with the exit code 2. */
export function wronglyCalled(command: string, message: string): 2 {
  const sentence = /[.?!]$/.test(message) ? message : `${message}.`;
  process.stderr.write(`copydesk: ${forTerminal(sentence)} Run "copydesk ${command} --help".\n`);
  return 2;
}

/** Says on standard error what could not be done, and why. Answers with the exit code 1. */
export function complain(message: string): 1 {
  process.stderr.write(`copydesk: ${forTerminal(message)}\n`);
  return 1;
}
