/** Passkeys by the browser's own means; everything else on these pages works without any script. */
const place = document.querySelector<HTMLElement>('[data-passkey]');
const button = place?.querySelector('button');
const said = place?.querySelector<HTMLElement>('[data-passkey-said]');

/** Asks our server for a challenge, or answers it; undefined when it says no. */
async function ask(path: string, body?: unknown): Promise<unknown> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${place?.dataset['base']}/passkey/${path}`, {
    ...init,
    headers: { 'Content-Type': 'application/json' },
  });
  return answer.ok ? answer.json() : undefined;
}

async function signIn(): Promise<boolean> {
  const options = await ask('generate-authenticate-options');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
  return credential !== null && (await ask('verify-authentication', { response: credential.toJSON() })) !== undefined;
}

async function add(): Promise<boolean> {
  const options = await ask('generate-register-options');
  if (options === undefined) return false;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON);
  const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential | null;
  return credential !== null && (await ask('verify-registration', { response: credential.toJSON() })) !== undefined;
}

if (place && button && said && 'PublicKeyCredential' in window && 'toJSON' in PublicKeyCredential.prototype) {
  const isSigningIn = place.dataset['passkey'] === 'sign-in';
  place.hidden = false;
  button.addEventListener('click', async () => {
    said.textContent = 'Your browser asks for your passkey.';
    // Whoever closes the browser's own window has changed her mind.
    const done = await (isSigningIn ? signIn() : add()).catch(() => false);
    if (done)
      location.assign(
        isSigningIn ? `/sign-in/passkey?to=${encodeURIComponent(place.dataset['to'] ?? '')}` : location.href,
      );
    else said.textContent = 'That did not work, and nothing was changed. You can try again.';
  });
}
