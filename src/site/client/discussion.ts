// Arrivals are announced and never moved in by themselves; respect is given without leaving the place.
const said = document.querySelector<HTMLElement>('[data-live]');
const threads = document.querySelector<HTMLElement>('[data-threads]');

if (said && threads) {
  const address = said.dataset['live'] ?? '';
  const first = said.dataset['first'] ?? location.pathname;
  let shown = Number(said.dataset['comments']);
  let arrivals: EventSource | undefined;

  const announce = (count: number) => {
    const fresh = count - shown;
    if (fresh < 1) return said.replaceChildren();
    const link = document.createElement('a');
    link.href = first;
    link.textContent = fresh === 1 ? '1 new comment: show it' : `${fresh} new comments: show them`;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      show().catch(() => location.assign(link.href));
    });
    said.replaceChildren(link);
  };

  /** Brings the newest threads in place of these; the form beside them keeps what was typed. */
  const show = async () => {
    const answer = await fetch(first, { cache: 'no-cache' });
    if (!answer.ok) throw new Error(`The page answered ${answer.status}.`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector<HTMLElement>('[data-threads]');
    const count = page.querySelector<HTMLElement>('[data-live]')?.dataset['comments'];
    if (!fresh || count === undefined) throw new Error('The page has no discussion.');
    threads.replaceChildren(...fresh.childNodes);
    shown = Number(count);
    said.replaceChildren();
    document.querySelector('.comments-count')?.replaceChildren(count);
    const newest = threads.querySelector<HTMLElement>('.comment');
    newest?.setAttribute('tabindex', '-1');
    newest?.focus();
  };

  // Nobody listens before the reader has come to the discussion, nor while the page is in the background.
  let isNear = false;
  const listen = () => {
    if (document.hidden || !isNear) {
      arrivals?.close();
      arrivals = undefined;
    } else if (!arrivals) {
      arrivals = new EventSource(address);
      arrivals.addEventListener('comments', (event) => announce(Number(event.data)));
    }
  };
  const arriving = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      isNear = true;
      arriving.disconnect();
      listen();
    },
    { rootMargin: '400px' },
  );
  arriving.observe(threads);
  document.addEventListener('visibilitychange', listen);
  addEventListener('pagehide', () => arrivals?.close());

  threads.addEventListener('click', (event) => {
    const button = event.target instanceof Element && event.target.closest<HTMLButtonElement>('button.respect');
    if (!button) return;
    event.preventDefault();
    button.disabled = true;
    fetch(button.formAction, { method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams() })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(`The newsroom answered ${answer.status}.`);
        const { respected, respects } = (await answer.json()) as { respected: boolean; respects: number };
        button.setAttribute('aria-pressed', String(respected));
        button.querySelector('.respects')?.replaceChildren(respects > 0 ? String(respects) : '');
        button.disabled = false;
        button.focus();
      })
      .catch(() => {
        // What went wrong is said by the page that the form itself leads to.
        button.disabled = false;
        button.form?.setAttribute('action', button.formAction);
        button.form?.submit();
      });
  });
}

// What helps with writing is fetched when somebody begins to write, or comes back to what she wrote.
const form = document.querySelector<HTMLFormElement>('form[data-scripts]');
const fetchScripts = () => {
  for (const address of form?.dataset['scripts']?.split(' ') ?? []) {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = address;
    document.head.append(script);
  }
};
if (form?.querySelector('textarea')?.value) fetchScripts();
else form?.addEventListener('focusin', fetchScripts, { once: true });
