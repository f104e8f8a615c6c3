'use strict';

// Words: the device's language decides.
const isChinese = /^zh/i.test(navigator.language || '');
document.documentElement.lang = isChinese ? 'zh-Hans' : 'en';
document.querySelectorAll('[data-en]').forEach((element) => {
  element.textContent = isChinese ? element.dataset.zh : element.dataset.en;
});

const state = document.getElementById('state');
const steps = document.getElementById('steps');
const open = document.getElementById('open');
const words = {
  good: ['This device trusts the preview.', '这台设备信任预览。'],
  bad: ['This device does not trust the preview yet.', '这台设备还不信任预览。'],
  gone: ['The preview does not answer. Is it still running?', '预览没有回应，它还在运行吗？'],
};

/** @param {'good'|'bad'|'gone'} kind */
function show(kind) {
  state.textContent = words[kind][isChinese ? 1 : 0];
  state.className = 'state ' + (kind === 'good' ? 'good' : 'bad');
  steps.hidden = kind === 'good';
  open.hidden = kind === 'gone';
}

// A picture over https loads only where the certificate is trusted: that is the proof. Nothing is read from it.
function check(address) {
  const picture = new Image();
  picture.onload = () => show('good');
  picture.onerror = () => show('bad');
  picture.src = address + '.offprint/trust.svg?' + Date.now();
}

async function begin() {
  let facts;
  try {
    facts = await (await fetch('/facts.json', { cache: 'no-store' })).json();
  } catch {
    return show('gone');
  }
  document.getElementById('fingerprint').textContent = facts.fingerprint;
  const host = location.hostname;
  const address = 'https://' + host + ':' + facts.port + '/';
  open.href = address;
  check(address);
}

const agent = navigator.userAgent;
const own = /iPhone|iPad|Mac OS X.*Mobile/.test(agent) ? 'ios' : /Android/.test(agent) ? 'android' : 'desktop';
document.getElementById(own).open = true;
document.getElementById('again').addEventListener('click', begin);
document.addEventListener('visibilitychange', () => { if (!document.hidden) begin(); });
begin();
