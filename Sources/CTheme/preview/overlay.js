'use strict';

/** What the last build found wrong, above any page of the preview; gone with the next good build, always. */
(function (root) {
  const { live } = root.OffprintPreview;
  const isChinese = /^zh\b/i.test(navigator.language || '');
  const words = (english, chinese) => (isChinese ? chinese : english);
  const STYLE = `
:host{all:initial;position:fixed;inset:0;pointer-events:none;z-index:2147483647;font:14px/1.5 -apple-system,"Segoe UI",Roboto,"PingFang SC","Noto Sans CJK SC",sans-serif}
.sheet{pointer-events:auto;position:absolute;left:50%;bottom:16px;transform:translateX(-50%);width:min(980px,calc(100% - 32px));max-height:min(70%,640px);
overflow:auto;background:#1b1c1f;color:#e4e2dc;border-radius:12px;border:1px solid #45302c;border-top:3px solid #f2907a;box-shadow:0 18px 60px rgb(0 0 0/.4)}
header{position:sticky;top:0;display:flex;gap:12px;align-items:center;padding:12px 16px;background:#1b1c1f;border-bottom:1px solid #34373d}
header b{color:#f2907a}header span{flex:1;color:#a3a5aa}
button{all:unset;cursor:pointer;padding:2px 8px;border-radius:6px;color:#a3a5aa}button:hover,button:focus-visible{background:#34373d;color:#fff}
article{padding:12px 16px;border-bottom:1px solid #2a2c30}article:last-child{border:0}
h2{margin:0 0 2px;font-size:15px;font-weight:600;color:#fff}[data-severity=error] h2::before{content:"✕ ";color:#f2907a}[data-severity=warning] h2::before{content:"! ";color:#e2b04f}
a{color:#f2907a;font:13px/1.4 ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;text-underline-offset:3px;cursor:pointer}
pre{margin:8px 0 0;padding:10px 12px;overflow:auto;background:#121315;border-radius:8px;font:12.5px/1.55 ui-monospace,Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace}
.s1{font-weight:700}.s2{color:#8d9097}.s31{color:#f2907a}.s33{color:#e2b04f}.s36{color:#7cc7cf}.s34{color:#86bdf2}.s32{color:#9ccb87}
.pill{pointer-events:auto;position:absolute;right:16px;bottom:16px;padding:6px 12px;border-radius:16px;background:#1b1c1f;color:#e2b04f;font-size:13px;box-shadow:0 4px 18px rgb(0 0 0/.25)}
@media print{:host{display:none}}`;

  let host = null;
  let shade = null;
  let dismissed = '';
  let isOpen = false;

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const name of Object.keys(attributes)) {
      if (name.startsWith('on')) element.addEventListener(name.slice(2), attributes[name]);
      else element.setAttribute(name, attributes[name]);
    }
    element.append(...children);
    return element;
  }

  /** Text with the colours of a terminal. */
  function painted(text) {
    const pre = make('pre', {});
    let classes = '';
    for (const part of text.split(/\u001b\[([\d;]*)m/).map((one, index) => [one, index % 2])) {
      if (part[1]) classes = part[0].split(';').filter((code) => code && code !== '0').map((code) => 's' + code).join(' ');
      else if (part[0]) pre.append(classes ? make('span', { class: classes }, part[0]) : part[0]);
    }
    return pre;
  }

  function place(one) {
    const text = one.file + (one.line ? ':' + one.line + ':' + one.column : '');
    if (!one.isSource) return make('code', {}, text);
    const attributes = live.state.hasEditor
      ? { href: '#', onclick: (event) => { event.preventDefault(); live.open(one); } }
      : { href: 'vscode://file' + encodeURI(live.state.source + '/' + one.file) + (one.line ? ':' + one.line + ':' + one.column : '') };
    return make('a', Object.assign(attributes, { title: words('Open in the editor', '在编辑器中打开') }), text);
  }

  const article = (one) => make('article', { 'data-severity': one.severity, 'data-code': one.code },
    make('h2', {}, one.message), place(one), painted(one.text));

  function draw(state) {
    const errors = state.diagnostics.filter((one) => one.severity === 'error');
    const warnings = state.diagnostics.filter((one) => one.severity === 'warning');
    const all = errors.concat(warnings);
    if (!all.length) {
      if (host) host.remove();
      host = null;
      dismissed = '';
      return;
    }
    if (!host) {
      host = document.createElement('offprint-overlay');
      shade = host.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      shade.adoptedStyleSheets = [sheet];
      document.documentElement.append(host);
    }
    const key = JSON.stringify(all);
    const isShown = isOpen || (errors.length && dismissed !== key);
    if (!isShown) {
      const text = errors.length ? words(errors.length + ' errors', errors.length + ' 个错误') : words(warnings.length + ' warnings', warnings.length + ' 个警告');
      shade.replaceChildren(make('button', { class: 'pill', onclick: () => { isOpen = true; draw(live.state); } }, '⚠ ' + text));
      return;
    }
    const close = () => {
      isOpen = false;
      dismissed = key;
      draw(live.state);
    };
    shade.replaceChildren(make('div', { class: 'sheet', role: 'alertdialog', 'aria-label': words('Build diagnostics', '构建诊断') },
      make('header', {}, make('b', {}, errors.length ? words('The build failed', '构建失败') : words('Warnings', '警告')),
        make('span', {}, errors.length && !root.OffprintPreview.isEmpty ? words('the last good edition stays', '页面仍是上一次成功的版本') : ''),
        make('button', { onclick: close, 'aria-label': words('Close', '关闭') }, '✕')), ...all.slice(0, 30).map(article)));
  }

  live.listen({
    state(state) {
      if (!state.diagnostics.some((one) => one.severity === 'error')) isOpen = isOpen && Boolean(state.diagnostics.length);
      draw(state);
    },
  });
})(this);
