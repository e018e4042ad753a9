import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { createLogger, createServer } from 'vite';

const asked = new AsyncLocalStorage();

/**
 * The server fills a page's placeholders by the reader's session. In development the bundler serves the page: it asks the
 * server for its own page on behalf of the same reader, and takes over what it finds there.
 */
function fillPlaceholders(api) {
  const read = async (request) => {
    const headers = { cookie: request?.headers.cookie ?? '', 'accept-language': request?.headers['accept-language'] ?? '' };
    const page = await fetch(`${api}/`, { headers }).then((answer) => answer.text(), () => '');
    const found = (pattern, otherwise) => pattern.exec(page)?.[1] ?? otherwise;
    return {
      __CSRF__: found(/name="csrf-token" content="([^"]*)"/, ''),
      __LANG__: found(/<html[^>]* lang="([^"]*)"/, 'fi'),
      __THEME__: found(/data-theme="([^"]*)"/, 'auto'),
    };
  };
  return {
    name: 'fill-placeholders',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => asked.run(request, next));
    },
    async transformIndexHtml(html) {
      const values = await read(asked.getStore());
      return Object.entries(values).reduce((page, [placeholder, value]) => page.replaceAll(placeholder, value), html);
    },
  };
}

/** While the server restarts its requests fail: the page says so, the console need not. */
function quietLogger() {
  const logger = createLogger('warn');
  const { error } = logger;
  logger.error = (message, options) => {
    if (!message.includes('proxy error')) error(message, options);
  };
  return logger;
}

/** Serves the workspace with hot reload; everything else goes on to the server at `api`. */
export async function serveWorkspace(root, { port, api }) {
  const server = await createServer({
    root: join(root, 'apps', 'web'),
    configFile: join(root, 'apps', 'web', 'vite.config.ts'),
    customLogger: quietLogger(),
    clearScreen: false,
    plugins: [fillPlaceholders(api)],
    server: {
      port,
      strictPort: true,
      host: '127.0.0.1',
      proxy: Object.fromEntries(['/healthz', '/readyz', '/metrics'].map((path) => [path, { target: api, changeOrigin: false }])),
    },
  });
  await server.listen();
  return server;
}
