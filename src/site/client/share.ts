const section = document.querySelector<HTMLElement>('[data-share]');

if (section) {
  const address = section.dataset['share'] ?? location.href;
  const device = section.querySelector<HTMLElement>('[data-device]');
  const copy = section.querySelector<HTMLButtonElement>('[data-copy]');
  const copied = section.querySelector<HTMLElement>('[data-copied]');
  const link = section.querySelector<HTMLInputElement>('#share-link');

  if (device && 'share' in navigator) {
    device.hidden = false;
    device.addEventListener('click', () => {
      // A reader who closes the sheet has changed her mind; that is no error.
      navigator.share({ url: address, title: section.dataset['title'] ?? document.title }).catch(() => {});
    });
  }
  if (copy && copied && link) {
    copy.hidden = false;
    copy.addEventListener('click', async () => {
      link.select();
      try {
        await navigator.clipboard.writeText(address);
        copied.textContent = 'Link copied.';
      } catch {
        copied.textContent = 'Press Ctrl+C or ⌘C to copy the link.';
      }
    });
  }
}
