// The little that CSS cannot do; every page is whole without it.
(() => {
  const root = document.documentElement;
  const stored = () => { try { return localStorage.getItem("theme") || ""; } catch { return ""; } };

  // Light, dark, or as the system says; the choice stays in this browser.
  const button = document.querySelector(".scheme");
  const signs = { "": "◐", light: "○", dark: "●" };
  const show = (theme) => {
    if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
    const label = button.dataset[theme || "system"];
    button.textContent = signs[theme];
    button.title = label;
    button.setAttribute("aria-label", label);
  };
  if (button) {
    button.hidden = false;
    show(stored());
    button.addEventListener("click", () => {
      const dark = matchMedia("(prefers-color-scheme: dark)").matches;
      const order = dark ? ["", "light", "dark"] : ["", "dark", "light"];
      const next = order[(order.indexOf(stored()) + 1) % 3];
      try { if (next) localStorage.setItem("theme", next); else localStorage.removeItem("theme"); } catch {}
      show(next);
    });
  }

  // Search comes when it is first wanted: by its button, by "/" or Ctrl-K, or because this is its page.
  const find = document.querySelector(".find");
  if (find) {
    let finder;
    const bring = () => finder ??= Promise.all([["script", "src", "script"], ["link", "href", "style"]].map(([name, key, address]) =>
      new Promise((resolve, reject) => {
        const element = document.createElement(name);
        if (name === "link") element.rel = "stylesheet";
        element.onload = resolve;
        element.onerror = () => { finder = undefined; reject(); };
        element[key] = find.dataset[address];
        document.head.append(element);
      })));
    const open = () => bring().then(() => window.offprintFinder.open(), () => {});
    find.hidden = false;
    find.addEventListener("click", open);
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
      const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping;
      if (!isSlash && !((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k")) return;
      event.preventDefault();
      open();
    });
    if (document.querySelector("[data-finder]")) bring().catch(() => {});
  }

  // On a small screen what stands beside the text begins closed; on a large one it cannot be closed.
  const wide = matchMedia("(min-width: 70rem)");
  const fold = () => document.querySelectorAll("[data-closes]").forEach((part) => { part.open = wide.matches; });
  fold();
  wide.addEventListener("change", fold);

  // Copy buttons.
  const chinese = root.lang.startsWith("zh");
  if (navigator.clipboard) {
    document.querySelectorAll(".code").forEach((block) => {
      const copy = document.createElement("button");
      const label = chinese ? "复制" : "Copy";
      copy.type = "button";
      copy.className = "copy";
      copy.textContent = label;
      copy.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(block.querySelector("code").textContent);
          copy.textContent = chinese ? "已复制" : "Copied";
          setTimeout(() => { copy.textContent = label; }, 1600);
        } catch {}
      });
      block.append(copy);
    });
  }

  // Where the reader is, in the contents.
  const entries = new Map();
  document.querySelectorAll(".toc a").forEach((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) entries.set(target, link);
  });
  if (entries.size && "IntersectionObserver" in window) {
    let current;
    const observer = new IntersectionObserver((changes) => {
      const seen = changes.filter((change) => change.isIntersecting).map((change) => change.target)[0];
      if (!seen) return;
      current?.removeAttribute("aria-current");
      current = entries.get(seen);
      current.setAttribute("aria-current", "true");
    }, { rootMargin: "0px 0px -70% 0px" });
    entries.forEach((_, target) => observer.observe(target));
  }
})();
