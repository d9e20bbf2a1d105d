/** Milliseconds of the processor that this thread has used: other work on the machine must not fail a test of what words cost. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
