'use strict';

/** The simulator's page: a phone, controls, and the panels beside it. */
(function (root) {
  const { words, make, byteCount, Phone, DEVICES, live } = root.OffprintPreview;
  const SIZES = { 14: words('Small', '小'), 16: words('Standard', '标准'), 19: words('Large', '大'), 23: words('Largest', '最大') };
  const LOG_LIMIT = 500;

  class Simulator {
    constructor(body) {
      this.lines = [];
      this.network = [];
      this.problems = 0;
      this.shown = 'audit';
      this.titles = {
        audit: words('Audit', '体检'), rules: words('Rules', '规则'), package: words('Packages', '分包'), route: words('Pages', '页面栈'),
        storage: words('Storage', '存储'), console: words('Console', '控制台'),
      };
      this.route = make('input', { 'aria-label': words('Address', '页面路径'), list: 'routes', spellcheck: 'false', onchange: () => this.go() });
      this.routes = make('datalist', { id: 'routes' });
      const option = (value, text) => make('option', { value }, text || value);
      const device = make('select', {
        'aria-label': words('Device', '机型'), onchange: () => this.set({ device: DEVICES[device.value] }),
      }, ...Object.keys(DEVICES).map((name) => option(name)));
      device.value = 'iPhone 15';
      const size = make('select', {
        'aria-label': words('Font size', '字号'), onchange: () => this.set({ fontSize: Number(size.value) }),
      }, ...Object.keys(SIZES).map((value) => option(value, 'A ' + SIZES[value])));
      size.value = '16';
      this.dark = make('button', { 'aria-pressed': 'false', onclick: () => this.setTheme() }, words('Dark', '深色'));
      const single = make('button', {
        'aria-pressed': 'false', title: words('As opened in Moments: single-page mode', '像在朋友圈里打开：单页模式'),
        onclick: () => {
          const isOn = single.getAttribute('aria-pressed') !== 'true';
          single.setAttribute('aria-pressed', isOn);
          this.phone.scene = isOn ? 1154 : 1001;
          const top = this.phone.state && this.phone.state.stack[this.phone.state.stack.length - 1];
          this.phone.restart({ launch: top ? { path: top.route, query: top.query } : {} });
        },
      }, words('Single page', '单页模式'));
      const hold = make('div', 'hold');
      this.tabs = make('div', { class: 'tabs', role: 'tablist' });
      this.panel = make('div', { class: 'panel', role: 'tabpanel', tabindex: '0' });
      body.append(make('main', 'workbench',
        make('section', 'stage', make('div', 'controls', device, size, this.dark, single, this.route, this.routes,
          make('button', { onclick: () => this.phone.restart({}) }, words('Restart', '重启'))), hold),
        make('section', 'desk', this.tabs, this.panel)));
      this.phone = new Phone(hold);
      this.dark.setAttribute('aria-pressed', this.phone.theme === 'dark');
      this.phone.addEventListener('any', ({ detail }) => this.heard(detail));
      addEventListener('resize', () => this.phone.fit());
      this.drawTabs();
    }

    async start() {
      const [path, search] = decodeURIComponent(location.hash.slice(1)).split('?');
      const query = Object.fromEntries(new URLSearchParams(search || ''));
      try {
        await this.phone.load(path ? { path: path.replace(/^\//, ''), query } : {});
      } catch (error) {
        this.log('error', words('The mini-program cannot be loaded: ', '小程序载入失败：') + error.message);
      }
      if (this.phone.files.has('app.json')) this.routes.replaceChildren(...this.phone.routes().map((value) => make('option', { value })));
      live.listen({
        edition: ({ mini }) => {
          if (mini.changed.length + mini.removed.length) this.phone.update(mini.changed, mini.removed).catch(() => this.phone.load());
          this.draw();
        },
        missed: () => this.phone.load().then(() => this.draw()),
        state: () => this.draw(),
      });
    }

    set(change) {
      Object.assign(this.phone, change);
      this.phone.resize();
      this.phone.restart({ keeps: true });
    }

    setTheme() {
      this.phone.setTheme(this.phone.theme === 'dark' ? 'light' : 'dark');
      this.dark.setAttribute('aria-pressed', this.phone.theme === 'dark');
    }

    go() {
      this.phone.send('open', { url: '/' + this.route.value.replace(/^\//, '') });
    }

    log(level, text) {
      this.lines.push({ level, text, time: new Date() });
      if (this.lines.length > LOG_LIMIT) this.lines.splice(0, this.lines.length - LOG_LIMIT);
      if (level === 'error') this.problems += 1;
      this.drawTabs();
      if (this.shown === 'console') this.draw();
    }

    heard(message) {
      const { kind } = message;
      if (kind === 'problem') this.log('error', message.text);
      if (kind === 'log') this.log(message.level, message.text);
      if (kind === 'call') this.log('call', 'wx.' + message.api + ' ' + message.text);
      if (kind === 'network') {
        this.network.push(message.what);
        this.log('error', words('network: ', '联网：') + message.what);
      }
      if (kind === 'restart') this.network = [];
      if (kind === 'state') {
        const top = message.stack[message.stack.length - 1];
        const search = Object.entries(top.query || {}).map((pair) => pair.join('=')).join('&');
        this.route.value = top.route + (search ? '?' + search : '');
        history.replaceState(null, '', '#' + encodeURI(this.route.value));
        if (this.shown === 'route') this.draw();
      }
      if (kind === 'audit') {
        this.audit = message;
        this.drawTabs();
        if (this.shown === 'audit') this.draw();
      }
      if (kind === 'stored' && this.shown === 'storage') this.draw();
      if (kind === 'started') this.draw();
    }

    /** Rows of the audit: what, how much, the limit, whether it is kept. */
    auditRows() {
      if (!this.audit) return [];
      const { audit } = this.audit;
      const { limits } = audit;
      return [
        [words('Nodes of the page', '页面节点数'), audit.nodes, '< ' + limits.nodes, audit.nodes < limits.nodes, 'nodes'],
        [words('Depth', '节点树深度'), audit.depth, '< ' + limits.depth, audit.depth < limits.depth, 'depth'],
        [words('Children of one node', '单个节点的子节点数'), audit.children, '≤ ' + limits.children, audit.children <= limits.children, 'children'],
        [words('Largest setData', '最大一次 setData'), byteCount(audit.largestSetData), '≤ ' + byteCount(limits.setData), audit.largestSetData <= limits.setData, 'setData'],
        [words('setData before the first view', '首屏前的 setData'), byteCount(audit.openingBytes), '0 B', true, 'opening'],
        [words('setData calls', 'setData 次数'), audit.setDataCalls, '', true, 'calls'],
        [words('Oversized pictures', '图片远大于显示尺寸'), audit.pictures.length, '0', !audit.pictures.length, 'pictures'],
        [words('Network requests', '网络请求'), this.network.length, '0', !this.network.length, 'network'],
      ];
    }

    badges() {
      const state = live.state || { findings: [], packages: [] };
      return {
        audit: this.auditRows().filter((row) => !row[3]).length, rules: state.findings.length, console: this.problems,
        package: state.packages.filter((one) => one.bytes > 2 * 1024 * 1024).length,
      };
    }

    drawTabs() {
      const badges = this.badges();
      this.tabs.replaceChildren(...Object.keys(this.titles).map((name) =>
        make('button', { role: 'tab', 'aria-selected': String(this.shown === name), 'data-name': name, onclick: () => {
          this.shown = name;
          if (name === 'console') this.problems = 0;
          this.draw();
        } }, this.titles[name], badges[name] ? make('span', 'badge', String(badges[name])) : null)));
    }

    draw() {
      this.drawTabs();
      this.panel.replaceChildren(...this[this.shown + 'Panel']());
    }

    empty(text) {
      return [make('p', 'empty', text)];
    }

    auditPanel() {
      if (!this.audit) return this.empty(words('No page has been measured yet.', '还没有测量到页面。'));
      const rows = this.auditRows().map(([what, value, limit, isKept, name]) =>
        make('tr', { 'data-state': isKept ? 'good' : 'bad', 'data-name': name }, make('th', { scope: 'row' }, what), make('td', 'number', String(value)),
          make('td', 'number limit', limit)));
      const pictures = this.audit.audit.pictures.map((one) =>
        make('div', {}, one.source + '  ' + one.natural.join('×') + ' → ' + one.shown.join('×')));
      return [make('h3', {}, this.audit.route), make('table', 'rows', make('tbody', {}, ...rows)),
        ...(pictures.length ? [make('h3', {}, words('Oversized pictures', '过大的图片')), make('div', 'lines', ...pictures)] : []),
        ...(this.network.length ? [make('h3', {}, words('Asked of the network', '向网络要了')), make('div', 'lines', ...this.network.map((one) => make('div', {}, one)))] : []),
        make('p', 'empty', words('Limits as the platform’s own performance audit documents them.', '阈值取自平台「体验评分·性能」的文档。'))];
    }

    rulesPanel() {
      const findings = (live.state || { findings: [] }).findings;
      if (!findings.length) return this.empty(words('The rules checker has nothing to say about the emitted files.', '规则检查没有发现问题。'));
      return findings.map((one) => make('div', { class: 'finding', 'data-severity': one.severity },
        make('b', {}, one.message), make('div', {}, make('code', {}, one.file + (one.line ? ':' + one.line + ':' + one.column : '')), '  ', make('code', {}, one.code)),
        make('pre', {}, one.text)));
    }

    packagePanel() {
      const sizes = new Map();
      for (const [name, bytes] of this.phone.files) {
        const owner = (live.state && live.state.packages.find((one) => one.name !== '' && name.startsWith(one.name + '/'))) || { name: '' };
        sizes.set(owner.name, (sizes.get(owner.name) || []).concat([[name, bytes.length]]));
      }
      const limit = 2 * 1024 * 1024;
      const whole = [...this.phone.files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
      const meter = (bytes, most) => {
        const share = bytes / most;
        return make('div', 'meter', make('i', { style: 'width:' + Math.min(100, share * 100).toFixed(1) + '%', 'data-state': share > 1 ? 'over' : share > 0.8 ? 'near' : '' }));
      };
      const rows = [...sizes].sort().map(([name, files]) => {
        const bytes = files.reduce((sum, one) => sum + one[1], 0);
        const biggest = files.sort((a, b) => b[1] - a[1]).slice(0, 3).map((one) => one[0].split('/').pop() + ' ' + byteCount(one[1])).join(', ');
        return make('tr', {}, make('th', { scope: 'row' }, name || words('main package', '主包'), make('div', 'limit', biggest), meter(bytes, limit)),
          make('td', 'number', byteCount(bytes)));
      });
      return [make('h3', {}, words('All packages', '全部分包') + ' · ' + byteCount(whole) + ' / 30 MB'), meter(whole, 30 * 1024 * 1024),
        make('h3', {}, words('Each at most 2 MB', '每个分包不超过 2 MB')), make('table', 'rows', make('tbody', {}, ...rows))];
    }

    routePanel() {
      const { state } = this.phone;
      if (!state) return this.empty('');
      return [make('h3', {}, state.stack.length + ' / 10'), make('table', 'rows', make('tbody', {}, ...state.stack.map((one, index) =>
        make('tr', {}, make('td', 'number', String(index + 1)), make('td', 'mono', one.route), make('td', 'mono', JSON.stringify(one.query || {})),
          make('td', {}, index === state.stack.length - 1 ? words('shown', '当前') : make('button', {
            onclick: () => this.phone.send('call', { api: 'navigateBack', options: { delta: state.stack.length - 1 - index } }),
          }, words('back to', '返回到'))))).reverse()))];
    }

    storagePanel() {
      const kept = this.phone.kept();
      const bytes = kept.reduce((sum, [key, value]) => sum + key.length + value.length, 0);
      if (!kept.length) return this.empty(words('Nothing is stored.', '没有存储任何内容。'));
      const change = (key, value) => {
        this.phone.send('storage', { key, value });
        setTimeout(() => this.draw(), 50);
      };
      return [make('h3', {}, byteCount(bytes) + ' / 10 MB'), make('table', 'rows', make('tbody', {}, ...kept.map(([key, value]) =>
        make('tr', {}, make('th', { scope: 'row', class: 'mono' }, key), make('td', 'mono', value.length > 400 ? value.slice(0, 400) + '…' : value),
          make('td', {}, make('button', { onclick: () => change(key, null) }, words('remove', '删除'))))))),
      make('p', {}, make('button', { class: 'plain', onclick: () => {
        for (const [key] of kept) this.phone.keep({ key, value: null });
        this.phone.restart({ keeps: true });
        this.draw();
      } }, words('Clear all and restart', '全部清除并重启')))];
    }

    consolePanel() {
      if (!this.lines.length) return this.empty(words('Nothing yet.', '还没有内容。'));
      return [make('div', 'lines', ...this.lines.slice(-200).reverse().map((line) =>
        make('div', { 'data-level': line.level }, make('time', {}, line.time.toLocaleTimeString()), line.text)))];
    }
  }

  root.simulator = new Simulator(document.body);
  root.simulator.start();
})(this);
