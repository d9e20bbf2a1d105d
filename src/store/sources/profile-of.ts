import { DEFAULT_PROFILE, type SourceProfile } from '../../story/sources/source-profile.ts';

/** The contract as the `profile` column of `source` keeps it. What was checked before it was kept is trusted. */
export const profileOf = (json: string | null): SourceProfile =>
  json === null ? DEFAULT_PROFILE : { ...DEFAULT_PROFILE, ...(JSON.parse(json) as Partial<SourceProfile>) };
