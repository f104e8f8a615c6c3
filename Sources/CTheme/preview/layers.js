'use strict';

/** What the platform shows above a program's window: toasts, sheets, modals, the capsule's menu, the picture viewer. */
(function (root) {
  const { words, make } = root.OffprintPreview;

  /** Methods of a phone. */
  const layers = {
    clear(selector) {
      for (const one of this.over.querySelectorAll(selector)) one.remove();
    },

    toast({ title, icon, duration }, isLoading) {
      this.clear('.phone-toast');
      const sign = isLoading || icon === 'loading' ? '◌' : icon === 'error' ? '✕' : icon === 'none' ? '' : '✓';
      const toast = make('div', { class: 'phone-toast', role: 'status' }, sign ? make('span', 'phone-sign', sign) : null, title);
      this.over.append(toast);
      if (!isLoading) setTimeout(() => toast.remove(), duration || 1500);
    },

    copied(text) {
      // As the platform says by itself.
      this.toast({ title: words('Copied', '内容已复制'), icon: 'none' });
      if (navigator.clipboard) navigator.clipboard.writeText(text).catch(() => undefined);
    },

    layer(kind, ...children) {
      const layer = make('div', { class: 'phone-layer ' + kind, role: 'dialog', 'aria-modal': 'true' }, ...children);
      this.over.append(layer);
      const first = layer.querySelector('button');
      if (first) first.focus({ preventScroll: true });
      return layer;
    },

    ask({ id, api, options }) {
      const answer = (result) => {
        layer.remove();
        this.send('answer', { id, result });
      };
      const layer = api === 'showModal' ? this.modal(options, answer) : this.sheet(options, answer);
    },

    modal(options, answer) {
      const field = options.editable ? make('input', { class: 'phone-field', placeholder: options.placeholderText || '', value: options.content || '' }) : null;
      return this.layer('phone-modal', make('div', 'phone-card',
        options.title ? make('h2', {}, options.title) : null,
        field || make('p', {}, options.content || ''),
        make('div', 'phone-choices',
          options.showCancel === false ? null : make('button', {
            style: 'color:' + (options.cancelColor || 'inherit'), onclick: () => answer({ confirm: false, cancel: true }),
          }, options.cancelText || '取消'),
          make('button', {
            style: 'color:' + (options.confirmColor || '#576b95'),
            onclick: () => answer({ confirm: true, cancel: false, content: field ? field.value : undefined }),
          }, options.confirmText || '确定'))));
    },

    sheet(options, answer) {
      return this.layer('phone-sheet', make('div', 'phone-card',
        options.alertText ? make('p', {}, options.alertText) : null,
        ...options.itemList.map((item, tapIndex) =>
          make('button', { style: 'color:' + (options.itemColor || 'inherit'), onclick: () => answer({ tapIndex }) }, item)),
        make('button', { class: 'phone-cancel', onclick: () => answer('cancel') }, '取消')));
    },

    /** The capsule's menu. */
    menu() {
      if (!this.state) return;
      const { canShare, isSingle } = this.state;
      const close = (action) => () => {
        layer.remove();
        if (action) action();
      };
      const item = (text, action, isThere) => make('button', { disabled: !isThere, onclick: close(action) }, text);
      const layer = this.layer('phone-sheet', make('div', 'phone-card',
        item(words('Send to a friend', '发送给朋友'), () => this.send('share', { what: 'message' }), canShare.message),
        item(words('Share to Moments', '分享到朋友圈'), () => this.send('share', { what: 'timeline' }), canShare.timeline && !isSingle),
        item(words('Start again', '重新进入小程序'), () => this.restart({}), true),
        make('button', { class: 'phone-cancel', onclick: close() }, '取消')));
    },

    shared({ share, picture }) {
      const layer = this.layer('phone-modal', make('div', { class: 'phone-card phone-share', 'data-kind': share.kind },
        make('small', {}, share.kind === 'message' ? words('A friend sees', '朋友看到的卡片') : words('In Moments', '朋友圈里')),
        make('h2', {}, share.title || ''), picture ? make('img', { src: this.address(picture), alt: '' }) : make('p', {}, words('no picture', '没有图片')),
        make('code', {}, share.path || ''),
        make('div', 'phone-choices', make('button', { onclick: () => layer.remove() }, words('Close', '关闭')))));
    },

    pictures({ pictures, index }) {
      let at = Math.min(index, pictures.length - 1);
      if (at < 0) return;
      const image = make('img', { alt: '' });
      const count = make('span', 'phone-count');
      const turn = (step) => {
        at = (at + step + pictures.length) % pictures.length;
        image.src = this.address(pictures[at]);
        count.textContent = at + 1 + ' / ' + pictures.length;
      };
      const layer = this.layer('phone-pictures',
        make('button', { class: 'phone-close', 'aria-label': words('Close', '关闭'), onclick: () => layer.remove() }, '✕'), image,
        make('div', 'phone-choices', make('button', { onclick: () => turn(-1) }, '‹'), count, make('button', { onclick: () => turn(1) }, '›')));
      turn(0);
    },
  };

  root.OffprintPreview = Object.assign(root.OffprintPreview || {}, { layers });
})(this);
