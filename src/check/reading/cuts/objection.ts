/** What the first of some rules that has an objection says; the others are not asked. */
export function objection<Args extends readonly unknown[]>(
  rules: readonly ((...args: Args) => string | undefined)[],
  ...args: Args
): string | undefined {
  for (const rule of rules) {
    const message = rule(...args);
    if (message !== undefined) return message;
  }
  return undefined;
}
