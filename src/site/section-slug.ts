/** A section's name as it stands in an address: "Science & Health" is "science-health". Keeps letters of every script. */
export function sectionSlug(section: string): string {
  return section
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
