// Where a source is busy the newsroom asks the browser for some work (ALTCHA's protocol); this does it while the reader waits.
type Parameters = {
  readonly algorithm: string;
  readonly nonce: string;
  readonly salt: string;
  readonly cost: number;
  readonly keyLength: number;
  readonly keyPrefix: string;
};

const form = document.querySelector<HTMLFormElement>('form[data-challenge]');
const field = form?.querySelector<HTMLInputElement>('[data-proof]');
const said = form?.querySelector<HTMLElement>('[data-proof-said]');
/** Counters that are tried before the page may breathe. */
const SLICE = 20;
/** Far more than any challenge of ours needs. */
const MOST = 100_000;

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

async function solve({ nonce, salt, cost, keyLength, keyPrefix }: Parameters) {
  const password = new Uint8Array([...bytesOf(nonce), 0, 0, 0, 0]);
  const view = new DataView(password.buffer);
  const settings = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: cost };
  for (let counter = 0; counter < MOST; counter++) {
    view.setUint32(password.length - 4, counter);
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
    const derivedKey = hexOf(new Uint8Array(await crypto.subtle.deriveBits(settings, key, keyLength * 8)));
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey };
    if (counter % SLICE === SLICE - 1) await new Promise((resume) => setTimeout(resume));
  }
  throw new Error('No counter fits.');
}

if (form && field && said && globalThis.crypto?.subtle) {
  let isReady = false;
  const send = () => {
    isReady = true;
    form.submit();
  };
  form.addEventListener('submit', (event) => {
    // Who only looks at a preview sends nothing yet.
    if (isReady || event.submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    if (said.dataset['busy']) return;
    said.dataset['busy'] = 'yes';
    fetch(form.dataset['challenge'] ?? '', { cache: 'no-store' })
      .then(async (answer) => {
        if (answer.status !== 200) return;
        said.textContent = 'Many comments come in just now. Your browser shows that you are no program: some seconds…';
        const challenge = (await answer.json()) as { parameters: Parameters };
        field.value = btoa(JSON.stringify({ challenge, solution: await solve(challenge.parameters) }));
      })
      // Without a proof the comment still goes, to a person.
      .then(send, send);
  });
  // Back from another page: the next press begins anew.
  addEventListener('pageshow', () => {
    isReady = false;
    delete said.dataset['busy'];
    said.textContent = '';
    field.value = '';
  });
}
