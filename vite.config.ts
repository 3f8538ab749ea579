import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Rolldown } from 'vite'
import { firstLoadReport } from './e2e/budget.ts'
import { switchboardProxy } from './src/proxy/vitePlugin.ts'

type Graph = Pick<Rolldown.PluginContext, 'getModuleInfo'>

const VENDOR =
  /node_modules\/(?:react|react-dom|scheduler|react-router|@tanstack\/(?:react-query|query-core))\//

/** The page that most people open first. */
const LANDING = fileURLToPath(new URL('src/operations/OperationsPage.tsx', import.meta.url))

/**
 * Which modules share a file. Left to itself the bundler makes a file of each module that two pages share, and the
 * first page fetches dozens. So what the landing page needs is one file, and what other pages share a second one;
 * what only one page uses stays with that page.
 */
const CHUNKS = [
  { name: 'vendor', test: VENDOR },
  {
    name: (id: string, graph: Graph) => (closure(LANDING, graph).has(id) ? 'landing' : null),
    minShareCount: 2,
  },
  { name: 'kit', test: /src\/(?:ui|comms|errors|tags)\//, minShareCount: 3 },
]

/** A module and all that it imports at once, and so on; not what it imports on demand. */
function closure(entry: string, graph: Graph): ReadonlySet<string> {
  const seen = new Set([entry])
  for (const id of seen) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) seen.add(imported)
  return seen
}

/** The package's own entry leads to its development build only, which carries warnings that no one will read. */
const ROUTER = {
  find: /^react-router$/,
  replacement: fileURLToPath(new URL('node_modules/react-router/dist/production/index.mjs', import.meta.url)),
}

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [switchboardProxy(), react(), tailwindcss(), firstLoadReport()],
  resolve: { alias: command === 'build' ? [ROUTER] : [] },
  // The server's build has no page, so it needs neither the public files nor a list of what to load.
  build: {
    outDir: 'dist/client',
    manifest: !isSsrBuild,
    // Every browser that knows light-dark() preloads modules by itself.
    modulePreload: { polyfill: false },
    copyPublicDir: !isSsrBuild,
    // All of these know light-dark(), which older targets get replaced by twice the variables.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: isSsrBuild ? {} : { output: { codeSplitting: { groups: CHUNKS } } },
  },
  // The reader of lists loads what reads workbooks only when there is one.
  worker: { format: 'es' },
  server: { port: 5173, strictPort: true },
}))
