/**
 * Writes to standard output and waits until it is taken, so that a slow reader slows us down and the end is never cut off.
 * A reader that has gone away is no error.
 */
export function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error || ('code' in error && error.code === 'EPIPE')) resolve();
      else reject(error);
    });
  });
}
