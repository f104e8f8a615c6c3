'use strict';

// The simulator's audit of one page of an edition, as JSON:
//   node measure-page.js FOLDER ROUTE
const fs = require('fs');
const path = require('path');
const preview = path.join(__dirname, '../../Sources/CTheme/preview');
const { Template } = require(path.join(preview, 'wxml.js'));
const { measure, LIMITS } = require(path.join(preview, 'audit.js'));

const [, , root, route] = process.argv;
const template = new Template(route + '.wxml', (name) => fs.readFileSync(path.join(root, name), 'utf8'));
process.stdout.write(JSON.stringify(Object.assign(measure(template.render({})), { limits: LIMITS })));
