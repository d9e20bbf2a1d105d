import { writtenLength } from '../../text/length/written-length.ts';

/** How long the counter waits for the typing to pause before it is read out, in milliseconds. */
const PAUSE = 900;

const field = document.querySelector<HTMLTextAreaElement>('#comment-text');
const shown = document.querySelector<HTMLElement>('[data-count]');
const said = document.querySelector<HTMLElement>('[data-count-said]');

if (field && shown && said) {
  const minimum = Number(shown.dataset['minimum']);
  let isWaiting = false;
  let pause: ReturnType<typeof setTimeout>;

  const count = () => {
    isWaiting = false;
    const length = writtenLength(field.value);
    shown.textContent = `${length}/${minimum}`;
    shown.classList.toggle('count-enough', length >= minimum);
    clearTimeout(pause);
    pause = setTimeout(() => say(length), PAUSE);
  };
  const say = (length: number) => {
    said.textContent = length >= minimum ? 'Long enough.' : `${minimum - length} more characters are needed.`;
  };
  field.addEventListener('input', () => {
    if (!isWaiting) requestAnimationFrame(count);
    isWaiting = true;
  });
  // A browser may have brought back what was typed before.
  if (field.value !== '') count();
}
