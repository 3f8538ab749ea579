import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, loadEnv, type Plugin, type PreviewServer, type ViteDevServer } from 'vite'
import type * as MountModule from './mount'
import type * as StaticModule from './staticFiles'
// Vite's configuration is loaded before its resolver runs: with its ending, and importing nothing itself.
import { leakInEnv, leakInFile, secretsIn } from './leaks.ts'

const STATE = '**/.switchboard/**'
/** Vite hands out the files of its folder but for these, which its own list would have been. */
const NOT_SERVED = [
  '.env',
  '.env.*',
  '*.{crt,pem,key,p12,pfx,cer,der}',
  '.npmrc',
  '.yarnrc.yml',
  '**/.git/**',
]

type Load = (path: string) => Promise<Record<string, unknown>>

/** Mounts the proxy in Vite's development and preview servers, and keeps credentials out of what Vite builds. */
export function switchboardProxy(): Plugin {
  let secrets: string[] = []
  return {
    name: 'switchboard-proxy',
    config() {
      // The proxy decides on hosts and origins, for every path and in all its mounts by the same rules.
      const open = { cors: false, allowedHosts: true as const }
      return {
        server: { ...open, watch: { ignored: [STATE] }, fs: { deny: [...NOT_SERVED, STATE] } },
        preview: open,
      }
    },
    configResolved({ mode, envDir }) {
      const env = { ...(envDir ? loadEnv(mode, envDir, '') : {}), ...process.env }
      secrets = secretsIn(env)
      const leak = leakInEnv(env)
      if (leak) throw new Error(leak)
    },
    configureServer: (server) =>
      mount(server, server.config.server.host, (path) => server.ssrLoadModule(path)),
    async configurePreviewServer(server) {
      const loader = await createServer({
        configFile: false,
        root: server.config.root,
        logLevel: 'warn',
        appType: 'custom',
        server: { middlewareMode: true, ws: false, hmr: false, watch: null },
        optimizeDeps: { noDiscovery: true },
      })
      server.httpServer.once('close', () => void loader.close())
      const load: Load = (path) => loader.ssrLoadModule(path)
      const { APP_HEADERS } = (await load('/src/proxy/staticFiles.ts')) as typeof StaticModule
      await mount(server, server.config.preview.host, load, APP_HEADERS)
    },
    generateBundle(_, bundle) {
      for (const [name, output] of Object.entries(bundle)) {
        const leak = leakInFile(name, output.type === 'chunk' ? output.code : output.source, secrets)
        if (leak) this.error(leak)
      }
    },
  }
}

/**
 * @param host that Vite listens on, as its option says it
 * @param pageHeaders for the app's own files
 */
async function mount(
  server: ViteDevServer | PreviewServer,
  host: string | boolean | undefined,
  load: Load,
  pageHeaders = {},
): Promise<void> {
  // The module is loaded by path, which tells TypeScript nothing.
  const { mountProxy } = (await load('/src/proxy/mount.ts')) as typeof MountModule
  // Where other machines reach Vite they reach the proxy: the rule about that is the proxy's.
  const HOST = host === true ? '0.0.0.0' : host || 'localhost'
  const mounted = await mountProxy({ env: { ...process.env, HOST }, cwd: server.config.root })
  server.middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    mounted.listen(request, response, () => {
      for (const [name, value] of Object.entries<string>(pageHeaders)) response.setHeader(name, value)
      next()
    })
  })
  server.httpServer?.once('close', () => void mounted.close())
}
