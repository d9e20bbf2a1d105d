/** One spelling for both sides of a comparison. Filled by text/spelling.ts. */
export const toBritish = (word: string): string => word;
