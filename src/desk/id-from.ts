/** A number out of an address; 0, which no row has, for what is none. */
export const idFrom = (written: string): number => (/^\d{1,15}$/.test(written) ? Number(written) : 0);
