import { CopydeskError } from '../story/errors.ts';
import type { RecordedQuotation } from '../story/story.ts';
import type { Store } from './store.ts';

/** A person whom a story quotes by name; `role` as the latest story gives it. */
export type Person = { readonly slug: string; readonly name: string; readonly role?: string };

/** The person at this address. */
export async function findPerson(_store: Store, _slug: string): Promise<Person | undefined> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** What a person has said in the stories that readers may see at `now`, latest story first. */
export async function listQuotationsOf(_store: Store, _personSlug: string, _now: Date): Promise<RecordedQuotation[]> {
  throw new CopydeskError('store-broken', 'Not written yet');
}
