// In the frame: tells the page around it how high it has to be and where its reader is led, and takes its colours. It answers only
// a page that the publisher has allowed, and only the one that frames it.
{
  const root = document.documentElement;
  const allowed = (root.dataset['framedBy'] ?? '').split(' ');
  let around: string | undefined;

  const tell = (message: object) => {
    if (around !== undefined) parent.postMessage(message, around);
  };
  const tellHeight = () => tell({ copydesk: 'height', height: document.body.offsetHeight });

  /** Where an address or an answer leads within the frame: the frame itself never scrolls, so the page around it has to. */
  const lead = () => {
    const at =
      document.querySelector('[autofocus]') ?? (location.hash && document.getElementById(location.hash.slice(1)));
    if (at instanceof HTMLElement) {
      at.focus({ preventScroll: true });
      tell({ copydesk: 'show', top: at.getBoundingClientRect().top + scrollY });
      // Followed from one page in the frame to another: it begins at its top, which may be far above.
    } else if (document.referrer.startsWith(`${location.origin}/`)) tell({ copydesk: 'show', top: 0 });
  };

  /** Makes the rules for dark or light pages count by the page around us, not by the device. */
  const take = (theme: 'dark' | 'light') => {
    root.style.colorScheme = theme;
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) {
        if (!(rule instanceof CSSMediaRule)) continue;
        const wanted = /prefers-color-scheme: (dark|light)/.exec(rule.media.mediaText)?.[1] ?? rules.get(rule);
        if (wanted === undefined) continue;
        rules.set(rule, wanted);
        rule.media.mediaText = wanted === theme ? 'all' : 'not all';
      }
    }
  };
  const rules = new Map<CSSRule, string>();

  addEventListener('message', ({ origin, source, data }: MessageEvent) => {
    if (source !== parent || !allowed.includes(origin) || data?.copydesk !== 'hello') return;
    const isFirst = around === undefined;
    around = origin;
    if (data.theme === 'dark' || data.theme === 'light') take(data.theme);
    tellHeight();
    if (!isFirst) return;
    new ResizeObserver(tellHeight).observe(document.body);
    lead();
  });
  addEventListener('hashchange', lead);
}
