/** What somebody of the newsroom may do: moderators decide about comments, editors also about stories, admins also about staff and settings. */
export type Role = 'moderator' | 'editor' | 'admin';

/** Somebody of the newsroom who is signed in. */
export type Staff = { readonly id: string; readonly name: string; readonly email: string; readonly role: Role };
