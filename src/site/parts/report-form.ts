import { linkIn, type Venue } from '../../routes.ts';
import { type Comment, REPORT_REASONS, type ReportReason } from '../../story/discussion/comment.ts';
import { copySentences } from '../../story/reading/copy-sentences.ts';
import type { PublishedStory } from '../../story/story.ts';
import { shorten } from '../../text/length/shorten.ts';
import type { Frame } from '../newsroom.ts';
import { renderIn } from './framed-page.ts';
import { type Html, html } from './html.ts';

const REASONS: Readonly<Record<ReportReason, string>> = {
  insult: 'It insults or harasses somebody',
  hate: 'It attacks people for who they are',
  threat: 'It threatens, or calls for violence',
  spam: 'It is an advertisement or spam',
  'off-topic': 'It has nothing to do with the story',
  private: 'It tells something private of somebody',
  other: 'Something else (please say what)',
  correction: 'Nothing is wrong with it: it says that the story has a mistake',
};

/** So many sentences are offered; a longer story has its first ones. */
const MOST_SENTENCES = 400;

/** The page on which a reader reports a comment; a correction names the sentence of the story that is wrong. */
export function renderReportPage(
  frame: Frame,
  {
    comment,
    story,
    reason,
    words,
    problem,
  }: {
    readonly comment: Comment;
    readonly story: PublishedStory;
    readonly reason: string;
    readonly words: string;
    readonly problem: string;
  },
  venue: Venue = 'page',
): Html {
  const id = String(comment.id);
  // Of a page elsewhere there may be a headline alone: then no sentence can be named.
  const sentences = sentencesOf(story);
  const reasons = REPORT_REASONS.filter((one) => one !== 'correction' || sentences.length > 0);
  return renderIn(venue, frame, {
    title: `${problem === '' ? '' : 'Not sent: '}Report a comment | ${frame.edition.name}`,
    robots: 'noindex',
    main: html`<section class="leave own-form" aria-labelledby="report-title"><h1 id="report-title">Report ${comment.name}’s comment</h1>
<blockquote class="quoted" dir="auto">${comment.text}</blockquote>
${problem !== '' && html`<div class="problems" role="alert" tabindex="-1" autofocus><p>${problem}</p></div>`}
<form action="${linkIn(venue, 'report', { id })}" method="post" novalidate>
<fieldset class="reasons"><legend>What is wrong with it?</legend>${reasons.map(
      (one) =>
        html`<label><input type="radio" name="reason" value="${one}"${reason === one && html` checked`}${one === 'correction' && html` data-correction`}> ${REASONS[one]}</label>`,
    )}</fieldset>
${
  sentences.length > 0 &&
  html`<div class="field wrong-sentence"><label for="sentence">If the story has a mistake: which sentence?</label>
<select id="sentence" name="sentence"><option value="">Choose the sentence</option>${sentences}</select></div>`
}
<div class="field"><label for="report-words">In your own words (optional)</label>
<textarea id="report-words" name="words" rows="3" maxlength="1000" dir="auto">
${words}</textarea></div>
<button class="send" type="submit">Send</button> <a class="cancel" href="${linkIn(venue, 'permalink', { id })}">Go back</a>
<p class="note">A person looks at every report. Nobody is told who reported.</p>
</form></section>`,
  });
}

function sentencesOf({ copy, version }: PublishedStory): Html[] {
  return copySentences(copy.text)
    .slice(0, MOST_SENTENCES)
    .map(
      ({ start, end }) =>
        html`<option value="${version}:${start}-${end}">${inOneLine(copy.text.slice(start, end))}</option>`,
    );
}

/** A line of a list on a telephone; the whole sentence is what is kept. */
const inOneLine = (sentence: string): string => shorten(sentence.replace(/\s+/g, ' '), 120);
