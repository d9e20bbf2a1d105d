/**
 * A text that both databases keep unchanged: PostgreSQL refuses NUL and both refuse half a surrogate pair. Each becomes
 * one replacement character, so that places in the text stay where they are.
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}
