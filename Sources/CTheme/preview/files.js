'use strict';

/** The file system of the stand-in: the package, read only, and the user's folder, of bounded size. */
(function (root) {
  const USER = 'http://usr/';
  const USER_LIMIT = 200 * 1024 * 1024;
  /** Compiled at upload: not to be read any more. */
  const COMPILED = /\.(js|wxml|wxss)$|^app\.json$/;

  /** @param {any} platform */
  function fileSystem(platform) {
    const { host } = platform;

    function bytes(path) {
      if (path.startsWith(USER)) {
        if (!host.userFiles.has(path)) throw new Error('no such file or directory ' + path);
        return host.userFiles.get(path);
      }
      const name = path.replace(/^\//, '');
      if (COMPILED.test(name)) throw new Error('compiled files cannot be read: ' + path);
      const owner = platform.rootOf(name);
      if (owner && !platform.loadedRoots.has(owner)) throw new Error('its package is not loaded: ' + path);
      const found = host.read(name);
      if (!found) throw new Error('no such file or directory ' + path);
      return found;
    }

    function decoded(data, encoding) {
      if (encoding === undefined) return typeof data === 'string' ? data : data.slice().buffer;
      if (encoding !== 'utf8' && encoding !== 'utf-8') throw new Error('encoding ' + encoding);
      if (typeof data === 'string') return data;
      let result = '';
      for (let at = 0; at < data.length; at += 8192) result += String.fromCharCode.apply(null, data.subarray(at, at + 8192));
      return decodeURIComponent(escape(result));
    }

    function write(path, data) {
      if (platform.failing.has('writeFile')) throw new Error('told to fail');
      if (!path.startsWith(USER)) throw new Error('permission denied ' + path);
      let total = data.length || data.byteLength;
      for (const [other, kept] of host.userFiles) if (other !== path) total += kept.length || kept.byteLength;
      if (total > USER_LIMIT) throw new Error('the maximum size of the file storage limit is exceeded');
      host.userFiles.set(path, typeof data === 'string' ? data : new Uint8Array(data));
    }

    function exists(path) {
      bytes(path);
    }

    function compressed(path, algorithm) {
      if (algorithm !== 'br') throw new Error('compressionAlgorithm ' + algorithm);
      if (!host.brotli) throw new Error('the host unpacks no brotli');
      return host.brotli(bytes(path)).slice().buffer;
    }

    const OPTIONS = {
      access: ['path'],
      readFile: ['filePath', 'encoding', 'position', 'length'],
      writeFile: ['filePath', 'data', 'encoding'],
      unlink: ['filePath'],
      readdir: ['dirPath'],
      readCompressedFile: ['filePath', 'compressionAlgorithm'],
    };
    const actions = {
      access: (o) => exists(o.path),
      readFile: (o) => ({ data: decoded(bytes(o.filePath), o.encoding) }),
      writeFile: (o) => write(o.filePath, o.data),
      unlink: (o) => void host.userFiles.delete(o.filePath),
      readdir: (o) => ({ files: names(o.dirPath) }),
      readCompressedFile: (o) => ({ data: compressed(o.filePath, o.compressionAlgorithm) }),
    };

    function names(folder) {
      const start = folder.replace(/\/$/, '') + '/';
      return [...host.userFiles.keys()].filter((name) => name.startsWith(start)).map((name) => name.slice(start.length));
    }

    const manager = {
      readFileSync: (path, encoding) => decoded(bytes(path), encoding),
      accessSync: (path) => exists(path),
      writeFileSync: (path, data) => write(path, data),
      unlinkSync: (path) => {
        if (!host.userFiles.delete(path)) throw new Error('no such file or directory ' + path);
      },
      readdirSync: (path) => names(path),
      readCompressedFileSync: (o) => compressed(o.filePath, o.compressionAlgorithm),
    };
    for (const name of Object.keys(actions)) {
      manager[name] = (options) => {
        for (const key of Object.keys(options)) {
          if (!OPTIONS[name].concat('success', 'fail', 'complete').includes(key)) throw new Error(name + ' has no option ' + key);
        }
        platform.calls.push({ api: 'files.' + name, options });
        let result = {};
        let failure = '';
        try {
          result = actions[name](options) || {};
        } catch (error) {
          failure = error.message;
        }
        platform.later(() => {
          const answer = failure ? options.fail : options.success;
          if (answer) answer(Object.assign({ errMsg: name + (failure ? ':fail ' + failure : ':ok') }, result));
          if (options.complete) options.complete(result);
        });
      };
    }
    return new Proxy(manager, {
      get(target, name) {
        if (name in target || typeof name === 'symbol') return target[name];
        throw new Error('the stand-in knows no FileSystemManager.' + String(name));
      },
    });
  }

  const api = { fileSystem };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
