import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { switchboardProxy } from './src/proxy/vitePlugin.ts'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [switchboardProxy(), react(), tailwindcss()],
  // The server's build has no page, so it needs neither the public files nor a list of what to load.
  build: { outDir: 'dist/client', manifest: !isSsrBuild, copyPublicDir: !isSsrBuild },
  server: { port: 5173, strictPort: true },
}))
