import type { Accounts } from './accounts/accounts.ts';
import type { DeskOptions } from './desk/desk-view.ts';
import { loadJudging } from './judging.ts';
import type { Newsroom } from './newsroom.ts';
import { routes } from './routes.ts';
import { assetPath } from './site/assets.ts';
import { countStaff } from './store/accounts/staff.ts';

/** What joins the desk to the rest of the house. */
export function deskOptions(
  { store }: Newsroom,
  { staffOf }: Pick<Accounts, 'staffOf'>,
  judgingNow: () => ReturnType<typeof loadJudging> = loadJudging,
): DeskOptions {
  return {
    staffOf,
    signIn: routes.signIn,
    signOut: routes.signOut,
    asset: assetPath,
    countStaff: () => countStaff(store),
    models() {
      const judging = judgingNow();
      return judging.kind === 'ready' ? judging.models : undefined;
    },
    troubles() {
      const judging = judgingNow();
      return judging.kind === 'ready' ? [] : [`Nothing can be judged, so comments are held: ${judging.why}.`];
    },
  };
}
