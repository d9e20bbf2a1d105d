/** A path of our own site that somebody may be led to after signing in; anything else is undefined. */
export function safePath(written: string | undefined): string | undefined {
  if (written === undefined || written.length > 300) return undefined;
  return /^\/(?:desk|reader|story|comment)(?:[/?#][\w/?&=%.#+-]*)?$/.test(written) && !written.includes('//')
    ? written
    : undefined;
}
