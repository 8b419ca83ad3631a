// Parse Server over PGlite in one process: `node parse-server.mjs FOLDER PORT`, with both installed in the folder.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , folder, port] = process.argv;
const require = createRequire(path.join(folder, 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { PGlite } = await load('@electric-sql/pglite');
const { PGLiteSocketServer } = await load('@electric-sql/pglite-socket');

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
const databasePort = await freePort();
await new PGLiteSocketServer({ db: await PGlite.create(), host: '127.0.0.1', port: databasePort }).start();

// It writes a log before it has read its options.
process.env.PARSE_SERVER_LOGS_FOLDER = 'null';
const { ParseServer } = require('parse-server');
const serverURL = `http://127.0.0.1:${port}/parse`;
const server = new ParseServer({
  // PGlite is one connection.
  databaseURI: `postgres://postgres:postgres@127.0.0.1:${databasePort}/postgres?ssl=false&poolSize=1`,
  appId: process.env.PARSE_APP_ID,
  clientKey: process.env.PARSE_CLIENT_KEY,
  masterKey: process.env.PARSE_MASTER_KEY,
  masterKeyIps: ['127.0.0.1', '::1'],
  serverURL,
  allowClientClassCreation: false,
  silent: true,
  logsFolder: null,
});
await server.start();
const app = require('express')();
app.use('/parse', server.app);
app.listen(Number(port), '127.0.0.1');
