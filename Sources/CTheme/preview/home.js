'use strict';

/** The preview's home page: where everything is, and what the last build said. */
(function (root) {
  const { words, make, live, byteCount } = root.OffprintPreview;
  const card = (href, title, text) => make('a', { class: 'card', href }, make('h2', {}, title), make('p', {}, text));
  const said = make('section', { class: 'card wide', id: 'diagnostics' });

  const phone = make('div', 'card', make('h2', {}, words('On a phone', '在手机上看')),
    make('p', {}, words('Start with --lan: here and in the terminal there is a code to scan.', '加 --lan 启动，这里和终端里会显示一个可以扫的码。')));

  fetch('/.offprint/phone').then((answer) => answer.json()).then(({ address }) => {
    if (!address) return;
    phone.querySelector('p').textContent = words('Scan the code: the page says how to trust this preview, and opens it.', '扫这个码：那一页会说明怎样信任这个预览，并打开它。');
    phone.append(make('img', { class: 'code', src: '/.offprint/phone.svg', alt: words('QR code of ', '二维码：') + address }),
      make('a', { href: address }, address));
  }, () => undefined);

  document.title = words('Offprint preview', 'Offprint 预览');
  document.body.append(make('main', 'cards',
    card('/', words('Website', '网站'), words('The pages as they will be published; they follow what you save.', '将要发布的网页；保存后自动更新。')),
    card('/.offprint/mini/', words('Mini-program', '小程序'), words('The emitted files, run in a phone on this page.', '产出的文件，就在这一页的手机里运行。')),
    card('/.offprint/pair/', words('Side by side', '并排对照'), words('One article in both editions, scrolled together.', '同一篇文章的两个版本，同步滚动。')),
    phone, said));

  function show(state) {
    const { diagnostics, packages } = state;
    const list = diagnostics.slice(0, 100).map((one) => make('div', { class: 'finding', 'data-severity': one.severity },
      make('b', {}, one.message), make('div', {}, make('code', {}, one.file + (one.line ? ':' + one.line + ':' + one.column : ''))),
      make('pre', {}, one.text.replace(/\u001b\[[\d;]*m/g, ''))));
    const bytes = packages.reduce((sum, one) => sum + one.bytes, 0);
    said.replaceChildren(make('h2', {}, words('Last build', '最近一次构建')),
      make('p', {}, words(state.articles + ' articles', state.articles + ' 篇文章') + ' · ' + words('mini-program ', '小程序 ') + byteCount(bytes)
        + ' · ' + state.milliseconds + ' ms'),
      ...(list.length ? list : [make('p', {}, words('No errors, no warnings.', '没有错误，也没有警告。'))]));
  }
  live.listen({ state: show });
})(this);
