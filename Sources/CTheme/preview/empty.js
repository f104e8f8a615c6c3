'use strict';

/** In place of a website that was never printed: what is wrong lies above it, and the first good build takes its place. */
(function (root) {
  const { words, make, live } = root.OffprintPreview;
  root.OffprintPreview.isEmpty = true;
  document.title = words('Nothing printed yet', '还没有印出来');
  document.body.append(make('main', 'cards', make('section', 'card wide',
    make('h2', {}, words('Nothing has been printed yet', '还没有印出来')),
    make('p', {}, words('The first build has not succeeded. As soon as one does, this page shows the website.', '第一次构建还没有成功。一成功，这里就会显示网站。')))));
  live.listen({ edition: () => location.reload(), missed: () => location.reload() });
})(this);
