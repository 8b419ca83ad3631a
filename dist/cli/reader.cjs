'use strict';
require('./scripts.cjs').runProgram({ filename: __filename, dirname: __dirname, url: require('node:url').pathToFileURL(__filename).href }, 'reader.script.js');
