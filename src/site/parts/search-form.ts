import { linkTo } from '../../routes.ts';
import { type Html, html } from './html.ts';

/** Characters that a question may have. */
export const LONGEST_QUESTION = 200;

/** The field to search in, and its button; `id` tells it from another on the same page. Works without scripts. */
export const renderSearchForm = (id: string, question = ''): Html =>
  html`<form class="search" role="search" action="${linkTo('search')}" method="get">
<label class="vh" for="${id}">Search the stories</label>
<input type="search" id="${id}" name="q" value="${question}" placeholder="Search" maxlength="${LONGEST_QUESTION}" autocomplete="off" enterkeyhint="search">
<button type="submit"><span class="vh">Search</span><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><circle cx="8.5" cy="8.5" r="5.75" fill="none" stroke="currentColor" stroke-width="1.75"/><path d="M12.9 12.9 17.5 17.5" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round"/></svg></button>
</form>`;
