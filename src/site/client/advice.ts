// What would help the comment, said beside its counter at a pause in the typing. It never stands in the way of sending.

/** A pause in the typing, in milliseconds, and characters below which there is nothing to say yet. */
const PAUSE = 900;
const FEWEST = 40;

const form = document.querySelector<HTMLFormElement>('form[data-advice]');
const field = form?.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
const said = form?.querySelector<HTMLElement>('[data-advice-said]');

if (form && field && said) {
  let pause: ReturnType<typeof setTimeout>;
  let asking: AbortController | undefined;
  let quietUntil = 0;

  const show = (advice: readonly string[]) => {
    if (advice.join('\n') === [...said.querySelectorAll('li')].map((line) => line.textContent).join('\n')) return;
    said.replaceChildren();
    if (advice.length === 0) return;
    const lead = document.createElement('p');
    lead.textContent = 'What would help:';
    const list = document.createElement('ul');
    for (const message of advice) list.appendChild(document.createElement('li')).textContent = message;
    said.append(lead, list);
  };

  const ask = async () => {
    asking?.abort();
    if (field.value.trim().length < FEWEST) return show([]);
    if (Date.now() < quietUntil) return;
    asking = new AbortController();
    const fields = [...new FormData(form)].filter(([name]) => /^(?:text|name|parent)$/.test(name));
    const answer = await fetch(form.dataset['advice'] ?? '', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields.map(([name, value]) => [name, String(value)])),
      signal: asking.signal,
    });
    if (answer.status === 429) quietUntil = Date.now() + 1000 * Number(answer.headers.get('retry-after') ?? 60);
    if (!answer.ok) return show([]);
    const { advice } = (await answer.json()) as { advice: string[] };
    show(advice);
  };
  const askLater = () => {
    clearTimeout(pause);
    // Without advice, or while another request is under way, nothing is said.
    pause = setTimeout(() => void ask().catch(() => undefined), PAUSE);
  };
  field.addEventListener('input', askLater);
  if (field.value !== '' && !document.querySelector('.preview')) askLater();
}
