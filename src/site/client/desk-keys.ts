/** How often a comment that is open says so, in milliseconds; its claim lasts two minutes. */
const EVERY = 45_000;

const items = [...document.querySelectorAll<HTMLElement>('[data-item]')];
const keys = document.querySelector<HTMLDialogElement>('#keys');

/** The comment of a list that has the focus. */
const current = (): HTMLElement | undefined => items.find((item) => item.contains(document.activeElement));

function move(by: 1 | -1): boolean {
  if (items.length === 0) return false;
  const here = current();
  const at = here ? items.indexOf(here) : -1;
  const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
  next?.querySelector<HTMLElement>('[data-open]')?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'center' });
  return true;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('textarea, select, input:not([type=checkbox]):not([type=radio]), [contenteditable]');

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target) || keys?.open) return;
  const { key } = event;
  if (key === '?') keys?.showModal();
  else if ((key === 'j' && move(1)) || (key === 'k' && move(-1))) event.preventDefault();
  else press(key, event);
});

/** Presses what carries the key: in the comment with the focus, else on the page itself. */
function press(key: string, event: Event): void {
  if (!/^[\da-z]$/.test(key)) return;
  const mark = `[data-key="${key}"]`;
  const inItem = (current() ?? (items.length === 1 ? items[0] : undefined))?.querySelector<HTMLElement>(mark);
  const target = inItem ?? [...document.querySelectorAll<HTMLElement>(mark)].find((one) => !one.closest('[data-item]'));
  if (!target) return;
  event.preventDefault();
  target.click();
  const details = target.closest('details');
  if (target.matches('summary') && details?.open)
    details.querySelector<HTMLElement>('select, input:not([type=hidden])')?.focus();
}

const button = document.querySelector<HTMLButtonElement>('.keys-button');
if (button) {
  button.hidden = false;
  button.addEventListener('click', () => keys?.showModal());
}

const all = document.querySelector<HTMLButtonElement>('[data-select-all]');
if (all) {
  all.hidden = false;
  all.addEventListener('click', () => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>('.items input[type=checkbox]')];
    const on = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = on;
  });
}

const deciding = document.querySelector<HTMLFormElement>('[data-claim]');
const warning = document.querySelector<HTMLElement>('[data-open-elsewhere]');
if (deciding && warning) {
  setInterval(async () => {
    if (document.hidden) return;
    const answer = await fetch(deciding.dataset['claim'] ?? '', { method: 'POST', body: new URLSearchParams() }).catch(
      () => undefined,
    );
    if (!answer?.ok) return;
    const { open } = (await answer.json()) as { open: string | null };
    const name = warning.querySelector('[data-open-name]');
    if (name && open) name.textContent = open;
    warning.hidden = open === null;
  }, EVERY);
}
