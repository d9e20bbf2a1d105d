// Stands on a page elsewhere: <script src="ADDRESS/embed.js" data-story="SLUG" async></script>. Puts a frame with the discussion
// where the script stands, and keeps it as high as its words.
{
  const [LOWEST, HIGHEST] = [200, 30_000];
  const script = document.currentScript;

  if (script instanceof HTMLScriptElement) {
    const home = new URL(script.src).origin;
    const { story, url } = script.dataset;
    const frame = document.createElement('iframe');
    const asked = new URLSearchParams({ origin: location.origin, ...(story === undefined && { url: url ?? '' }) });
    frame.src = `${home}/embed${story === undefined ? '' : `/${encodeURIComponent(story)}`}?${asked}`;
    frame.title = 'Reader comments';
    frame.referrerPolicy = 'strict-origin';
    Object.assign(frame.style, { width: '100%', height: '600px', border: '0', colorScheme: 'light dark' });
    script.after(frame);

    addEventListener('message', ({ origin, source, data }: MessageEvent) => {
      // Any window may send a message: only our own frame, still showing our own page, is believed.
      if (origin !== home || source !== frame.contentWindow || data?.copydesk !== 'height') return;
      const height = Number(data.height);
      if (height >= LOWEST && height <= HIGHEST) frame.style.height = `${Math.ceil(height)}px`;
    });
  }
}
