'use strict';

/** The files of the mini-program as the server sends them: names and sizes on one line, then all bytes in that order. */
(function (root) {
  /** @param {Uint8Array} bytes @returns {Map<string, Uint8Array>} */
  function unpack(bytes) {
    const end = bytes.indexOf(10);
    const names = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
    const files = new Map();
    let at = end + 1;
    for (const [name, size] of names) {
      if (at + size > bytes.length) throw new Error('the bundle ends early');
      files.set(name, bytes.slice(at, at + size));
      at += size;
    }
    return files;
  }

  const fileAddress = (name) => '/.offprint/mini/files/' + name.split('/').map(encodeURIComponent).join('/');

  async function answered(address) {
    const answer = await fetch(address, { cache: 'no-store' });
    if (!answer.ok) throw new Error(address + ': ' + answer.status);
    return new Uint8Array(await answer.arrayBuffer());
  }

  const fetchAll = async () => unpack(await answered('/.offprint/mini/bundle'));
  const fetchOne = (name) => answered(fileAddress(name));

  /** What `.br` files hold: the browser unpacks them on the way. @param {Iterable<string>} names */
  const fetchUnpacked = (names) =>
    Promise.all([...names].filter((name) => name.endsWith('.br')).map(async (name) => [name, await answered(fileAddress(name) + '?unpacked')]));

  root.OffprintPreview = Object.assign(root.OffprintPreview || {}, { bundle: { unpack, fetchAll, fetchOne, fetchUnpacked } });
})(this);
