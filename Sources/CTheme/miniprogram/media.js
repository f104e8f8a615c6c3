'use strict';

/**
 * Copies a file of the package to where viewers and players can read it; hands over the package's own path when that
 * does not work.
 * @param {string} path
 * @param {(copy: string) => void} done
 * @param {boolean} [again] after room was made
 */
function copyOut(path, done, again) {
  const files = wx.getFileSystemManager();
  const folder = wx.env.USER_DATA_PATH;
  const copy = folder + '/offprint-' + path.split('/').pop();
  files.access({
    path: copy,
    success() {
      done(copy);
    },
    fail() {
      files.readFile({
        filePath: path,
        success(result) {
          files.writeFile({
            filePath: copy,
            data: result.data,
            success() {
              done(copy);
            },
            fail() {
              if (again) return done(path);
              makeRoom(files, folder);
              copyOut(path, done, true);
            },
          });
        },
        fail() {
          done(path);
        },
      });
    },
  });
}

/** Removes earlier copies: the room for them is limited. */
function makeRoom(files, folder) {
  try {
    files.readdirSync(folder).forEach(function (name) {
      if (name.indexOf('offprint-') === 0) files.unlinkSync(folder + '/' + name);
    });
  } catch (error) {
    // Nothing to remove.
  }
}

/**
 * @param {string[]} paths
 * @param {(copies: string[]) => void} done
 */
function copyAllOut(paths, done) {
  const copies = [];
  function next() {
    if (copies.length === paths.length) return done(copies);
    copyOut(paths[copies.length], function (copy) {
      copies.push(copy);
      next();
    });
  }
  next();
}

module.exports = { copyOut, copyAllOut };
