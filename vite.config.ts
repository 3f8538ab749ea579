import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstLoadReport } from './e2e/budget.ts'
import { switchboardProxy } from './src/proxy/vitePlugin.ts'

/**
 * Which modules share a file. Left to itself the bundler makes a file of each building block that two pages share, and
 * the first page fetches dozens. What only one page uses stays with that page.
 */
const CHUNKS = [
  {
    name: 'vendor',
    test: /node_modules\/(?:react|react-dom|scheduler|react-router|@tanstack\/(?:react-query|query-core))\//,
  },
  { name: 'kit', test: /src\/(?:ui|comms)\//, minShareCount: 3 },
]

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [switchboardProxy(), react(), tailwindcss(), firstLoadReport()],
  // The server's build has no page, so it needs neither the public files nor a list of what to load.
  build: {
    outDir: 'dist/client',
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    // All of these know light-dark(), which older targets get replaced by twice the variables.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: isSsrBuild ? {} : { output: { codeSplitting: { groups: CHUNKS } } },
  },
  server: { port: 5173, strictPort: true },
}))
