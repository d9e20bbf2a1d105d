/** Writes to standard output and waits until it is taken, so that a slow reader slows us down and the end is never cut off. */
export function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
