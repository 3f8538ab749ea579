import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Manifest, Plugin } from 'vite'

/** What the first load of a page may cost: all JavaScript a browser fetches for it. */
export const FIRST_LOAD = { kibibytes: 145, files: 12 } as const

/** What is loaded by itself for `/operations`, beside the entry; the band only where the simulator is. */
const PAGE = ['src/operations/OperationsPage.tsx', 'src/app/band/SimulatorBand.tsx']

/** Scripts that index.html names beside the bundle. */
const PUBLIC_SCRIPTS = ['theme.js']

const MANIFEST = '.vite/manifest.json'

export interface Load {
  files: string[]
  kibibytes: number
}

export function kibibytesOf(contents: Buffer[]): number {
  const bytes = contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0)
  return bytes / 1024
}

/** The scripts of a page by the build's manifest: the entry, the page's chunks, and all they import statically. */
function firstLoad(folder: string): Load {
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest
  const files = new Set(PUBLIC_SCRIPTS)
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports?.forEach(visit)
  }
  for (const key of ['index.html', ...PAGE]) visit(key)
  const contents = [...files].map((file) => readFileSync(join(folder, file)))
  return { files: [...files], kibibytes: kibibytesOf(contents) }
}

/** Prints what the first load costs at the end of a client build. */
export function firstLoadReport(): Plugin {
  let folder = ''
  return {
    name: 'first-load-report',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir)
    },
    closeBundle: () => {
      // Also called after a build that failed; its own error is the one to read.
      if (!existsSync(join(folder, MANIFEST))) return
      const { files, kibibytes } = firstLoad(folder)
      const limits = `at most ${FIRST_LOAD.kibibytes} KiB in ${FIRST_LOAD.files} files`
      process.stdout.write(
        `First load of /operations: ${kibibytes.toFixed(1)} KiB gzip in ${files.length} files (${limits})\n`,
      )
    },
  }
}
