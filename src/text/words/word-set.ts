/** The words of a list, separated by white space, as a set to ask. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));
