// Stands on a page elsewhere: <script src="ADDRESS/embed.js" data-story="SLUG" async></script>. Puts a frame with the discussion
// where the script stands, keeps it as high as its words, in the page's own colours, and in view where its reader is led.
{
  const [LOWEST, HIGHEST] = [20, 400_000];
  /** Attributes by which pages switch their colours. */
  const SWITCHES = ['class', 'style', 'data-theme', 'data-color-scheme', 'data-bs-theme'];
  const script = document.currentScript;

  /** What stands behind the frame: the first colour that is none too thin to see, or the browser's own paper. */
  const themeOf = (element: Element | null): 'dark' | 'light' => {
    for (let at = element; at; at = at.parentElement) {
      const [red = 0, green = 0, blue = 0, alpha = 1] = getComputedStyle(at)
        .backgroundColor.match(/^rgba?\(([^)]{1,60})\)$/)?.[1]
        ?.split(/[ ,/]+/)
        .map(Number) ?? [0, 0, 0, 0];
      if (alpha > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
    }
    const schemes = getComputedStyle(document.documentElement).colorScheme;
    const isDark =
      /dark/.test(schemes) && (!/light/.test(schemes) || matchMedia('(prefers-color-scheme: dark)').matches);
    return isDark ? 'dark' : 'light';
  };

  if (script instanceof HTMLScriptElement) {
    const home = new URL(script.src).origin;
    const { story, url, theme } = script.dataset;
    const frame = document.createElement('iframe');
    const own = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
    const comment = /^#comment-([1-9]\d{0,14})$/.exec(location.hash)?.[1];
    const path =
      comment !== undefined
        ? `/comment/${comment}`
        : story !== undefined
          ? `/${encodeURIComponent(story)}`
          : `?${new URLSearchParams({ url: url ?? own })}`;
    frame.loading = comment === undefined ? 'lazy' : 'eager';
    frame.src = `${home}/embed${path}`;
    frame.title = 'Reader comments';
    frame.referrerPolicy = 'strict-origin';
    Object.assign(frame.style, { display: 'block', width: '100%', height: '600px', border: '0' });
    script.after(frame);

    const themeNow = () => (theme === 'dark' || theme === 'light' ? theme : themeOf(frame.parentElement));
    frame.style.colorScheme = themeNow();
    const hello = () => frame.contentWindow?.postMessage({ copydesk: 'hello', theme: themeNow() }, home);
    frame.addEventListener('load', hello);
    // A page may change its colours while it is read: by the device, or by a switch of its own.
    const look = () => {
      if (frame.style.colorScheme === themeNow()) return;
      frame.style.colorScheme = themeNow();
      hello();
    };
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look);
    const changes = new MutationObserver(look);
    for (const each of [document.documentElement, document.body]) changes.observe(each, { attributeFilter: SWITCHES });

    addEventListener('message', ({ origin, source, data }: MessageEvent) => {
      // Any window may send a message: only our own frame, still showing our own page, is believed.
      if (origin !== home || source !== frame.contentWindow) return;
      const height = Number(data?.height);
      const top = Number(data?.top);
      if (data?.copydesk === 'height' && height >= LOWEST && height <= HIGHEST)
        frame.style.height = `${Math.ceil(height)}px`;
      if (data?.copydesk === 'show' && top >= 0 && top <= HIGHEST) {
        const at = frame.getBoundingClientRect().top + top;
        if (at < 0 || at > innerHeight * 0.7) scrollBy({ top: at - innerHeight * 0.15 });
      }
    });
  }
}
