'use strict';

/**
 * The files of the mini-program as the server sends them: one record a file, two lengths of four bytes (big-endian), the
 * name, the bytes.
 */
(function (root) {
  /** @param {Uint8Array} bytes @returns {Map<string, Uint8Array>} */
  function unpack(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const files = new Map();
    for (let at = 0; at < bytes.length; ) {
      if (at + 8 > bytes.length) throw new Error('the bundle ends early');
      const start = at + 8 + view.getUint32(at);
      const end = start + view.getUint32(at + 4);
      if (end > bytes.length) throw new Error('the bundle ends early');
      files.set(new TextDecoder().decode(bytes.subarray(at + 8, start)), bytes.slice(start, end));
      at = end;
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
