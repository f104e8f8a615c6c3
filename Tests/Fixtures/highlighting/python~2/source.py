#!/usr/bin/env python3
"""Synthetic blog corpus, seedable: post i depends only on (seed, i), so a
corpus of N=1000 is a prefix of the corpus of N=10000 with the same seed.

  gen_corpus.py --n 10000 --out DIR [--seed 7] [--avg 6000] [--ial]

writes
  DIR/posts/YYYY-MM-DD-slug.md   the neutral copy (Jekyll file names)
  DIR/jekyll/_posts/...          the same inodes, hard-linked
  DIR/hugo/content/posts/slug.md the same inodes, hard-linked, undated names
  DIR/manifest.json              n, bytes, seed, sha256 over all files in order
Posts use only syntax that kramdown-GFM, goldmark and cmark-gfm all read:
no Liquid braces, no shortcodes.  --ial adds kramdown attribute lines.
"""
import argparse, hashlib, json, math, os, random, sys

EN = """the of and to in is that for it as was with be by on not he this are or his from at which but have an had they you were their one all we can her has there been if more when will would who so no she other its may these what them than some him time into only could new then do any first my now such like our over man me even most made after also did many off before must well back through years much where your way down should because long each just those people too mister how little state good very make world still own see men work here get both between life being under three never know same last another while us might great old year come since against go came right used take three system server client index buffer thread process memory kernel compile module package template render parser token stream header footer layout image cache request response latency throughput queue schedule commit branch merge review release version deploy config option default value string number array object pointer value generic protocol function closure actor async await error result optional print debug trace profile sample measure build static site generator markdown article draft publish archive category reader writer paragraph sentence chapter note quote reference footnote table column row cell list item task heading anchor link path file directory folder disk network socket packet route handler filter query database storage record field schema migrate backup restore restart monitor alert metric graph""".split()
EN_TAIL_SYL = "ba be bi bo bu ca ce ci co cu da de di do du fa fe fi fo ga ge go ha he hi ho ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo za ze tion ment ness ing er est ly al ic ous".split()
ZH = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运"
ZHW = "我们 可以 一个 这个 没有 问题 时间 文章 内容 代码 程序 系统 数据 文件 目录 页面 网站 博客 标题 分类 标签 图片 链接 列表 表格 段落 构建 发布 部署 编译 测试 性能 优化 内存 线程 进程 网络 请求 响应 缓存 配置 模板 渲染 解析 语法 高亮 静态 生成 工具 项目 版本 更新 安装 使用 方法 函数 变量 类型 结果 错误 修复 例子 说明 注意 首先 然后 最后 因为 所以 如果 但是 而且 其实 比较 需要 已经 开始 结束 简单 复杂 重要 方便 支持 实现 设计 理解 学习 研究 生活 朋友 今天 昨天 明天 世界 城市 旅行 照片 记录 思考 读书 笔记 总结".split()
TAGS_BASE = "swift linux macos ios cli git vim shell docker nginx redis sqlite postgres http tcp dns tls css html javascript python ruby rust go c cpp java kotlin lua zig wasm regex unicode emoji font typography design photo travel reading life music movie food running coffee 随笔 读书 笔记 工具 教程 翻译 算法 数据结构 操作系统 编译器 网络 数据库 前端 后端 运维 安全 摄影 旅行 生活 思考 年终总结 效率 写作 开源".split()
CATS = {"编程":["Swift","C","Rust","Python","Web"],"Linux":["内核","发行版","Shell"],"Tools":["Editor","Terminal","Git"],"生活":["旅行","美食","摄影","读书"],"Blogging":["Tutorial","Demo","Jekyll"],"算法":["图论","动态规划","字符串"],"Database":["SQL","NoSQL","Index"],"Network":["HTTP","TCP","DNS"],"Design":["Typography","Color"],"Mac":["App","System","硬件"],"Science":["Math","Physics"],"Notes":["Weekly","Yearly"]}
EMOJI = "😀 🎉 🚀 🐛 ✨ 🔥 💡 📝 ✅ ❌ ⚠️ 👍 👩‍💻 🇨🇳 🍜 ☕ 🏔️ 📷 🧵 🦀".split()
SHORTCODE = ":smile: :tada: :rocket: :bug: :sparkles: :fire: :bulb: :memo:".split()

CODE = {
"swift": ['import Foundation','struct %N: Codable, Hashable {','    let %v: String','    var %w: [Int] = [%d, %d, %d]','    func %f(_ %v: Int) async throws -> String {','        guard %v > %d else { throw %NError.invalid(%v) }','        return "\\(%v) of %w" // %c','    }','}','let %v = try await %N().%f(%d)','for (i, %w) in %v.enumerated() where i %% 2 == 0 {','    print(i, %w.map { $0 * %d })','}'],
"python": ['import os, sys','from dataclasses import dataclass','@dataclass','class %N:','    %v: str = "%w"','    def %f(self, %v, *args, **kw):','        """%c"""','        for i in range(%d):','            yield f"{i}-{self.%v}"  # %c','def %f(%v=%d):','    return [%w for %w in %v if %w %% %d]'],
"c": ['#include <stdio.h>','#include <stdlib.h>','static int %f(const char *%v, size_t %w) {','    /* %c */','    for (size_t i = 0; i < %w; i++) {','        if (%v[i] == \'x\' && i > %d) return (int)i;','    }','    return -1;','}','int main(void) { printf("%%d\\n", %f("%v", %d)); return 0; }'],
"bash": ['#!/bin/bash','set -euo pipefail','%v="${1:-%w}"','for f in *.md; do','  grep -n "%w" "$f" | awk \'{print $1}\' || true # %c','done','if [ -d "$%v" ]; then echo "%c"; fi','curl -sSL https://example.com/%v/%d | tar xz -C /opt/%w'],
"javascript": ['const %v = require("%w");','// %c','export async function %f(%v, %w = %d) {','  const res = await fetch(`/api/${%v}?n=%d`);','  if (!res.ok) throw new Error("%c");','  return res.json().then(x => x.%w ?? null);','}','[%d, %d, %d].map(n => n ** 2).forEach(%f);'],
"json": ['{','  "%v": "%w",','  "%f": %d,','  "list": [%d, %d, true, null],','  "nested": { "%w": "%c" },','  "end": %d','}'],
"yaml": ['# %c','%v:','  %w: %d','  enabled: true','  items:','    - name: %w','      value: "%c"','    - name: %v','      value: %d'],
"go": ['package main','import "fmt"','// %c','type %N struct { %v string; %w []int }','func (s *%N) %f(%v int) (string, error) {','\tif %v < %d {','\t\treturn "", fmt.Errorf("bad %w: %%d", %v)','\t}','\treturn s.%v, nil','}'],
"rust": ['use std::collections::HashMap;','/// %c','pub struct %N<\'a> { %v: &\'a str, %w: HashMap<u32, u64> }','impl<\'a> %N<\'a> {','    pub fn %f(&self, %v: u32) -> Option<u64> {','        self.%w.get(&%v).map(|x| x + %d)','    }','}'],
"html": ['<!-- %c -->','<section class="%v">','  <h2 id="%w">%c</h2>','  <a href="/%v/%w">%f</a>','  <img src="/assets/%v.png" width="%d" alt="%w">','</section>'],
"sql": ['-- %c','SELECT %v, COUNT(*) AS %w FROM %f','WHERE %v > %d AND %w LIKE \'%%x%%\'','GROUP BY %v ORDER BY %w DESC LIMIT %d;','CREATE INDEX idx_%v ON %f (%v, %w);'],
"diff": ['--- a/%v.c','+++ b/%v.c','@@ -%d,6 +%d,7 @@',' int %f(void)','-    return %d;','+    return %d; // %c'],
"": ['$ %v --%w %d','%c','    %f: ok (%d ms)','-> %v/%w'],
}
LANGS = list(CODE)

class Gen:
    def __init__(self, seed, avg, ial):
        self.seed, self.avg, self.ial = seed, avg, ial
        r = random.Random(seed)
        tail = set()
        while len(tail) < 2500:
            tail.add("".join(r.choice(EN_TAIL_SYL) for _ in range(r.randint(2, 4))))
        vocab = EN + sorted(tail)
        # a Zipf-like pool, drawn by index: one choice per word
        self.en = []
        for i, w in enumerate(vocab):
            self.en += [w] * max(1, int(1200 / (i + 3)))
        self.zh = []
        for i, c in enumerate(ZH):
            self.zh += [c] * max(1, int(300 / (i + 5)))
        self.zh += ZHW * 12
        self.tags = TAGS_BASE + ["tag-%s" % w for w in r.sample(sorted(tail), 140)]
        self.tagw = [1.0 / (i + 2) for i in range(len(self.tags))]
        self.cats = [(a, b) for a in CATS for b in CATS[a]]

    def ens(self, r, lo=6, hi=22):
        n = r.randint(lo, hi)
        w = r.choices(self.en, k=n)
        w[0] = w[0].capitalize()
        if n > 9: w[n // 2] += ","
        return " ".join(w) + "."
    def zhs(self, r, lo=8, hi=26):
        n = r.randint(lo, hi)
        w = r.choices(self.zh, k=n)
        if n > 12: w[n // 2] += "，"
        return "".join(w) + r.choice("。。。。！？；")
    def word(self, r): return r.choice(self.en)
    def ident(self, r): return r.choice(self.en) + r.choice(("", "", "s", "Id", "Map", "_2", "Count"))
    def inline(self, r, zh):
        k = r.randrange(12); w = self.word(r) if not zh else r.choice(ZHW)
        if k == 0: return "**%s**" % w
        if k == 1: return "*%s*" % w
        if k == 2: return "`%s`" % self.ident(r)
        if k == 3: return "[%s](https://example.com/%s/%d)" % (w, self.word(r), r.randrange(9999))
        if k == 4: return "~~%s~~" % w
        if k == 5: return r.choice(EMOJI)
        if k == 6: return "https://example.org/%s?q=%d" % (self.word(r), r.randrange(999))
        if k == 7: return "[%s](#%s)" % (w, "sec-%d" % r.randint(1, 4))
        if k == 8: return r.choice(SHORTCODE)
        if k == 9: return "<kbd>%s</kbd>" % w
        if k == 10: return "`%s.%s()`" % (self.ident(r), self.ident(r))
        return "***%s***" % w
    def sent(self, r, zhp):
        zh = r.random() < zhp
        s = self.zhs(r) if zh else self.ens(r)
        if r.random() < 0.45:
            x = self.inline(r, zh)
            s = s[:-1] + " " + x + " " + (self.zhs(r, 3, 9) if zh else self.ens(r, 3, 7))
        return s
    def para(self, r, zhp):
        return " ".join(self.sent(r, zhp) for _ in range(r.randint(2, 6)))
    def code(self, r):
        lang = r.choice(LANGS); L = CODE[lang]; out = []
