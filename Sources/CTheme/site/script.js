// The little that CSS cannot do; every page is whole without it.
(() => {
  const root = document.documentElement;
  const all = (selector, place = document) => [...place.querySelectorAll(selector)];
  const chinese = root.lang.startsWith("zh");
  const say = (english, chineseWords) => (chinese ? chineseWords : english);
  const stored = () => { try { return localStorage.getItem("theme") || ""; } catch { return ""; } };

  // Light, dark, or as the system says; the choice stays in this browser.
  const button = document.querySelector(".scheme");
  const show = (theme) => {
    if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
    const label = button.dataset[theme || "system"];
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
    addEventListener("storage", (event) => { if (event.key === "theme") show(stored()); });
  }

  // Search comes when it is first wanted: by its button, by "/" or Ctrl-K, or because this is its page.
  const find = document.querySelector(".find");
  if (find) {
    let finder;
    // The script says where it is by its own element: it is loaded as one.
    const bring = () => finder ??= Promise.all([["link", "href", "style"], ["script", "src", "script"]].map(
      ([name, key, address]) => new Promise((resolve, reject) => {
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

  // A drawer has done its work when a place in this page was chosen.
  all("[popover]").forEach((drawer) => drawer.addEventListener("click", (event) => {
    if (event.target.closest("a") && drawer.matches(":popover-open")) drawer.hidePopover();
  }));

  // Copy buttons. Line numbers and marks are no text, so what is copied is the code alone.
  const offerCopy = (block) => {
    const copy = document.createElement("button");
    const label = say("Copy", "复制");
    copy.type = "button";
    copy.className = "copy";
    copy.textContent = label;
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(block.querySelector("code").textContent);
        copy.textContent = say("Copied", "已复制");
        setTimeout(() => { copy.textContent = label; }, 1600);
      } catch {}
    });
    block.append(copy);
  };
  const offerCopies = () => {
    if (navigator.clipboard) all(".code").forEach((block) => block.querySelector(".copy") ?? offerCopy(block));
  };
  offerCopies();
  // The preview changes pages in place.
  document.addEventListener("offprint:changed", offerCopies);

  // Where the reader is: in the contents, and far from the top.
  const entries = all(".toc a").map((link) => [document.getElementById(decodeURIComponent(link.hash.slice(1))), link])
    .filter(([target]) => target);
  let current;
  let isWaiting = false;
  const look = () => {
    isWaiting = false;
    document.body.classList.toggle("is-far", scrollY > innerHeight);
    let found;
    for (const [target, link] of entries) {
      if (target.getBoundingClientRect().top > innerHeight * 0.25) break;
      found = link;
    }
    if (found === current) return;
    current?.removeAttribute("aria-current");
    current = found;
    if (!current) return;
    current.setAttribute("aria-current", "true");
    const toc = current.closest(".toc");
    const place = current.offsetTop - toc.clientHeight / 2;
    if (toc.scrollHeight > toc.clientHeight) toc.scrollTop = place;
  };
  addEventListener("scroll", () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(look);
  }, { passive: true });
  look();

  // The open branch of a long tree is in sight.
  const here = document.querySelector(".sidebar [aria-current]");
  if (here) {
    const tree = here.closest(".sidebar");
    tree.scrollTop = Math.max(0, here.offsetTop - tree.clientHeight / 2);
  }

  // Pictures open large: by click, Enter or blank; arrows and swipes turn over, Escape closes, and the focus returns.
  const pictures = all(".body img, img.cover").filter((image) => !image.closest("a, button, .embed, ruby"));
  let viewer;
  let position = 0;
  const turn = (to) => {
    position = (to + pictures.length) % pictures.length;
    const source = pictures[position];
    const image = viewer.querySelector("img");
    image.src = source.src;
    image.alt = source.alt;
    viewer.querySelector("p").textContent =
      source.closest("figure")?.querySelector("figcaption")?.textContent.trim() || source.title || source.alt;
  };
  const make = () => {
    viewer = document.createElement("dialog");
    viewer.className = "viewer";
    viewer.setAttribute("aria-label", say("Picture", "图片"));
    const image = document.createElement("img");
    const icon = { close: "m5 5 10 10M15 5 5 15", before: "m12 4-6 6 6 6", after: "m8 4 6 6-6 6" };
    const tool = (name, label, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = `tool ${name}`;
      made.setAttribute("aria-label", label);
      made.innerHTML = `<svg viewBox="0 0 20 20" aria-hidden="true"><path d="${icon[name]}"/></svg>`;
      made.addEventListener("click", act);
      return made;
    };
    viewer.append(image, document.createElement("p"), tool("close", say("Close", "关闭"), () => viewer.close()));
    if (pictures.length > 1) {
      viewer.append(tool("before", say("Previous picture", "上一张"), () => turn(position - 1)),
        tool("after", say("Next picture", "下一张"), () => turn(position + 1)));
    }
    let start;
    image.addEventListener("pointerdown", (event) => { start = event.clientX; });
    image.addEventListener("pointerup", (event) => {
      const way = event.clientX - (start ?? event.clientX);
      if (Math.abs(way) < 40) viewer.close();
      else if (pictures.length > 1) turn(position + (way < 0 ? 1 : -1));
    });
    image.draggable = false;
    viewer.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step && pictures.length > 1) turn(position + step);
    });
    viewer.addEventListener("close", () => pictures[position].focus({ preventScroll: true }));
    document.body.append(viewer);
  };
  pictures.forEach((image, index) => {
    const open = (event) => {
      event.preventDefault();
      if (!viewer) make();
      turn(index);
      viewer.showModal();
    };
    image.dataset.zoom = "";
    image.tabIndex = 0;
    image.setAttribute("role", "button");
    if (!image.alt) image.setAttribute("aria-label", say("Picture", "图片"));
    image.addEventListener("click", open);
    image.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") open(event); });
  });
})();
