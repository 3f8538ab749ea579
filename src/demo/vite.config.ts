import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
// oxlint-disable-next-line no-restricted-imports -- read before the resolver of `#/` runs
import { switchboardProxy } from '../proxy/vitePlugin.ts'
import { ASKED_FOR, findFolder } from './findFolder.ts'

/** `npm run build:demo`: first the pages, then, in mode `worker`, the file that answers them. */

const OUT = 'dist/demo'

/** The app's page with the demo's start, and a second time for hosts that answer unknown addresses with a 404.html. */
function demoPage(): Plugin {
  return {
    name: 'demo-page',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => ({
        html: html.replace('/src/main.tsx', '/src/demo/main.tsx'),
        tags: [
          {
            tag: 'script',
            injectTo: 'head-prepend',
            children: `(${findFolder.toString()})(${JSON.stringify(ASKED_FOR)})`,
          },
        ],
      }),
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') throw new Error('The build has no index.html.')
        this.emitFile({ type: 'asset', fileName: '404.html', source: page.source })
      },
    },
  }
}

const PAGES: UserConfig = {
  plugins: [switchboardProxy(), react(), tailwindcss(), demoPage()],
  // Relative, so that the folder can be put anywhere.
  base: './',
  worker: { format: 'es' },
  build: { outDir: OUT, modulePreload: { polyfill: false } },
}

const WORKER: UserConfig = {
  plugins: [switchboardProxy()],
  build: {
    outDir: OUT,
    emptyOutDir: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: 'src/demo/worker.ts',
      // One plain script, which every browser with service workers can run.
      output: { format: 'iife', entryFileNames: 'worker.js', codeSplitting: false },
    },
  },
}

export default defineConfig(({ mode }) => (mode === 'worker' ? WORKER : PAGES))
