import { sectionSlug } from './section-slug.ts';
export const personSlug = (name: string): string => sectionSlug(name);
