'use strict';

/** The line on top of the preview's own pages: where one can go, and how the last build went. */
(function (root) {
  const { words, make, live } = root.OffprintPreview;
  const PLACES = [
    ['/.offprint/', words('Preview', '预览')], ['/', words('Website', '网站')], ['/.offprint/mini/', words('Mini-program', '小程序')],
    ['/.offprint/pair/', words('Side by side', '并排对照')],
  ];

  const seal = make('img', { class: 'seal', src: '/.offprint/assets/icon.svg', alt: '' });
  const status = make('span', { class: 'status', role: 'status' }, words('connecting…', '连接中……'));
  document.body.prepend(make('header', 'top', seal, make('b', {}, 'Offprint'),
    make('nav', {}, ...PLACES.map(([href, text]) => make('a', { href, 'aria-current': location.pathname === href ? 'page' : null }, text))),
    make('span', 'space'), status));

  function show() {
    const { state } = live;
    const errors = state ? state.diagnostics.filter((one) => one.severity === 'error').length : 0;
    const warnings = state ? state.diagnostics.filter((one) => one.severity === 'warning').length : 0;
    status.dataset.state = !live.isConnected ? 'away' : errors ? 'errors' : 'good';
    status.textContent = !live.isConnected ? words('server away', '服务器没有应答')
      : errors ? words(errors + ' errors', errors + ' 个错误')
        : words('up to date', '已是最新') + (warnings ? words(' · ' + warnings + ' warnings', ' · ' + warnings + ' 个警告') : '');
  }
  live.listen({ state: show, connection: show });
})(this);
