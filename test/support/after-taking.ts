/** The same transport with another end for what was taken. */
export function afterTaking<T extends { readonly then: string }>(transport: T, then: T['then'], moveTo?: string): T {
  return { ...transport, then, ...(moveTo !== undefined && { moveTo }) };
}
