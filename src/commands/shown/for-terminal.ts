/** All control characters but line break and tab, and what turns the direction of writing round. */
const COMMANDING = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

/** Without what would command a terminal, wherever the words came from; lines stay lines. */
export const forTerminal = (text: string): string => text.replace(COMMANDING, '\ufffd');

/** The same for words that have one line to themselves, so that they cannot pass for the next one. */
export const lineForTerminal = (text: string): string => forTerminal(text).replace(/\s*\n\s*/gu, ' ');
