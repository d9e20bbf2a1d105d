const START = 16 * 1024;
const ofTransport =
  /^(?:message-id|mime-version|received|return-path|delivered-to|content-type|content-transfer-encoding|dkim-signature|x-mailer|x-received|arc-seal)\s?:/i;
const ofLetter = /^(?:from|to|subject|date|sender|reply-to|cc)\s?:/i;

/**
 * Whether text is a message with its headers, not the lines "From, To, Subject" that somebody copied out of one: it begins
 * with a block of nothing but headers (RFC 5322), two of them a transport's, or a sender, a date and one of a transport's.
 */
export function isMail(text: string): boolean {
  const start = text
    .slice(0, START)
    .replace(/^[\s\ufeff]+/, '')
    .replace(/^From [^\n]{0,500}\n/, '');
  const [block = ''] = start.split(/\r?\n\r?\n/, 1);
  const lines = block.split(/\r?\n/, 400);
  const whole = block.length < start.length;
  const headers = lines.filter((line) => !/^[ \t]/.test(line));
  const strange = headers.filter((line) => !/^[!-9;-~]{1,80}[ \t]{0,9}:/.test(line)).length;
  if (strange > (whole ? 0 : 1)) return false;
  const transport = headers.filter((line) => ofTransport.test(line)).length;
  const letter = new Set(
    headers.filter((line) => ofLetter.test(line)).map((line) => line.split(':', 1)[0]?.toLowerCase()),
  );
  return (
    transport > 1 ||
    (transport > 0 && letter.has('from')) ||
    (letter.has('from') && letter.has('date') && letter.has('to') && headers.some((line) => /^from\s?:.*@/i.test(line)))
  );
}
