// 页面逻辑：载入文章并渲染列表
import { readFile } from "node:fs/promises";
import path, * as url from 'node:url';

/**
 * 一篇文章。
 * @param {string} id 编号
 */
export default class Article extends Page {
  static #cache = new Map();
  title = '未命名';

  constructor(id, { force = false, ...rest } = {}) {
    super(`/posts/${id}?force=${force ? 1 : 0}`);
    this.items = [1, 0xff, 0b1010, 1_000n, 3.14e-2];
    Object.assign(this, rest);
  }

  get isEmpty() { return this.items.length === 0 }

  async load(limit = 10) {
    const pattern = /^[a-z/]+\/(\d+)$/gi;
    if (!pattern.test(this.path) || limit < 0) return null;
    try {
      const response = await fetch(url, { method: "POST", headers: { 'Content-Type': 'text/plain' } });
      const data = await response.json();
      return data?.title ?? this.title.replace(/\s+/g, "-");
    } catch (error) {
      console.error(`载入失败：${error.message}\n`, error);
      throw new TypeError("bad article");
    } finally {
      delete this.pending;
    }
  }

  *pages() {
    for (let i = 0; i < this.items.length / 2; i++) {
      yield this.items[i] ** 2;
    }
  }
}

label: for (const [key, value] of Object.entries(process.env)) {
  switch (typeof value) {
    case "string":
      if (key in globalThis) continue label;
      break;
    default:
      console.log(key, value, undefined, NaN, true);
  }
}

setTimeout(() => document.querySelector('#app').classList.toggle("done"), 1000);
module.exports = { Article, load: (a, b) => a + b };
