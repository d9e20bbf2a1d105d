const OURS = 'urn:x-copydesk:guid:';

/** A guid where only an address (RFC 3986) may stand: itself if it is one, else packed so that `guidOfAddress` gives it back. */
export function addressOfGuid(guid: string): string {
  const fits = /^[A-Za-z][A-Za-z0-9+.-]{0,30}:[A-Za-z0-9._~:/?@!$&'()*+,;=-]+$/.test(guid) && !guid.startsWith(OURS);
  return fits ? guid : `${OURS}${encodeURIComponent(guid.toWellFormed()).replace(/[!'()*]/g, percent)}`;
}

/** The guid that an address of ours packs; any other address is the guid itself. */
export function guidOfAddress(address: string): string {
  if (!address.startsWith(OURS)) return address;
  try {
    return decodeURIComponent(address.slice(OURS.length));
  } catch {
    return address;
  }
}

const percent = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
