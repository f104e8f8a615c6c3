'use strict';

/** Style sheets of the program as a browser takes them: `rpx`, tags of components, imports, the chosen theme. */
(function (root) {
  /** What elements look like before any sheet of the program. */
  const BASE = `
html,body{margin:0;padding:0}
html{scrollbar-width:none}
body{font:16px/1.5 -apple-system,"PingFang SC","Noto Sans CJK SC",system-ui,sans-serif;-webkit-tap-highlight-color:transparent}
::-webkit-scrollbar{width:0;height:0}
wx-page{display:block;min-height:100vh;box-sizing:border-box}
wx-view,wx-form{display:block}
wx-page-meta{display:none}
wx-text,wx-label{display:inline}
wx-text{white-space:pre-line;-webkit-user-select:none;user-select:none}
wx-text[data-selectable]{display:inline-block;-webkit-user-select:text;user-select:text}
wx-image{display:inline-block;width:320px;height:240px;overflow:hidden;position:relative}
wx-image>img{display:block;width:100%;height:100%}
wx-scroll-view{display:block;width:100%;overflow:hidden}
wx-rich-text{display:block;white-space:normal}
wx-button{display:block;position:relative;box-sizing:border-box;margin:0 auto;padding:8px 24px;width:184px;border-radius:4px;
font-size:17px;font-weight:700;line-height:1.41176471;text-align:center;background:#f2f2f2;color:#06ae56;cursor:pointer}
wx-video{display:inline-block;width:300px;height:225px;background:#000}
wx-video>video{width:100%;height:100%}
wx-canvas{display:block;width:300px;height:150px;position:relative}
wx-canvas>canvas{width:100%;height:100%;display:block}
wx-input{display:block;height:1.4rem;overflow:hidden}
wx-input>input{all:unset;display:block;width:100%;height:100%;font:inherit;color:inherit}
[data-offprint-mark]{outline:2px dashed #c98a1b;outline-offset:4px}
[data-offprint-mark=dropped]{outline-color:#a8321c}
`;
  /** Components in selectors are `wx-view` and so on here; what stands inside `rich-text` keeps its name. */
  const TAGS = /(^|[\s,>+~])(page-meta|page|view|text|image|button|rich-text|scroll-view|input|video|canvas|navigator|label|form|icon|progress)(?![\w-])/g;

  function join(folder, target) {
    const parts = target[0] === '/' ? [] : folder.split('/').filter(Boolean);
    for (const part of target.split('/')) {
      if (part === '..') parts.pop();
      else if (part && part !== '.') parts.push(part);
    }
    return parts.join('/');
  }

  /**
   * A sheet as the browser takes it.
   * @param {string} text
   * @param {{theme: string, width: number, read: (name: string) => string, folder: string}} options
   */
  function translate(text, options) {
    let sheet = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@import\s+["']([^"']+)["'];?/g, (all, target) => {
      const name = join(options.folder, target);
      return translate(options.read(name), Object.assign({}, options, { folder: name.split('/').slice(0, -1).join('/') }));
    });
    sheet = sheet.replace(/(-?\d*\.?\d+)rpx\b/g, (all, count) => (Number(count) * options.width) / 750 + 'px');
    sheet = sheet.replace(/@media\s*\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g, (all, theme) =>
      theme === options.theme ? '@media all' : '@media not all');
    // Tags in selectors, not in declarations.
    return sheet.replace(/([^{}]*)\{/g, (all, selector) =>
      selector.trim().startsWith('@') ? all : selector.replace(TAGS, '$1wx-$2') + '{');
  }

  /** `rpx` in a style attribute. */
  function inlineStyle(text, width) {
    return text.replace(/(-?\d*\.?\d+)rpx\b/g, (all, count) => (Number(count) * width) / 750 + 'px');
  }

  const api = { BASE, translate, inlineStyle };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
