'use strict';

// The usual way to serve files by node:https, as tutorials have it: stat, stream, type.
const fs = require('node:fs');
const https = require('node:https');
const path = require('node:path');

const [root, certificate, key, port] = process.argv.slice(2);
https
  .createServer({ cert: fs.readFileSync(certificate), key: fs.readFileSync(key) }, (request, response) => {
    const file = path.join(root, path.normalize(decodeURIComponent(request.url.split('?')[0])));
    fs.stat(file, (error, status) => {
      if (error || !status.isFile()) {
        response.writeHead(404);
        return response.end();
      }
      response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': status.size });
      fs.createReadStream(file).pipe(response);
    });
  })
  .listen(Number(port), '127.0.0.1');
