import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Answer } from './answers'
import { ConfigError } from './config'
import { leakInFile } from './leaks'
import { addressOf, type RequestHead } from './proxyRequest'

interface StaticFile {
  bytes: Buffer<ArrayBuffer>
  /** `null` where packing would not help. */
  gzip: Buffer<ArrayBuffer> | null
  headers: Record<string, string>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** The app may load its own files and talk to its own server, nothing else; nothing may be run from a string. */
export const APP_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
}

/**
 * The built app, read into memory once: a request can only ever get what is in this map, whatever its path says.
 * @param secrets values that no file may contain
 * @throws ConfigError when the folder holds no app, or a file with a secret
 */
export function createStaticFiles(dir: string, secrets: string[]): (head: RequestHead) => Answer {
  const files = readFiles(dir, secrets)
  const index = files.get('/index.html')
  if (!index) throw new ConfigError(`There is no built app in ${dir}. Run: npm run build`)
  return (head) => {
    if (head.method !== 'GET' && head.method !== 'HEAD') return plain(405, 'Method not allowed')
    const { pathname } = addressOf(head.url)
    const found = files.get(pathname)
    const accept = head.headers.get('accept') ?? ''
    // A browser asks for a page as text/html; a command line takes anything, unless it names a file by its ending.
    const wantsPage = accept.includes('text/html') || (accept === '*/*' && !/\.\w+$/.test(pathname))
    // Every address of the app is its one page; a missing script is not.
    const file = found ?? (wantsPage ? index : null)
    return file ? serve(file, head) : plain(404, 'Not found')
  }
}

function serve({ bytes, gzip, headers }: StaticFile, { method, headers: asked }: RequestHead): Answer {
  if (asked.get('if-none-match') === headers['etag']) return { status: 304, headers, body: null }
  const packed = gzip !== null && /\bgzip\b/.test(asked.get('accept-encoding') ?? '')
  const sent = packed ? { ...headers, 'content-encoding': 'gzip' } : headers
  return { status: 200, headers: sent, body: method === 'HEAD' ? null : packed ? gzip : bytes }
}

function plain(status: number, text: string): Answer {
  return { status, headers: { 'content-type': 'text/plain' }, body: text }
}

function readFiles(dir: string, secrets: string[]): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const path of listFiles(dir)) {
    const bytes = readFileSync(path)
    const name = `/${relative(dir, path).split(sep).join('/')}`
    const leak = leakInFile(name, bytes, secrets)
    if (leak) throw new ConfigError(leak)
    // Dot folders hold what the build leaves for other tools, such as Vite's manifest.
    if (!name.includes('/.')) files.set(name, toFile(name, bytes))
  }
  return files
}

function listFiles(dir: string): string[] {
  try {
    const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}

function toFile(name: string, bytes: Buffer<ArrayBuffer>): StaticFile {
  const type = TYPES[extname(name)] ?? 'application/octet-stream'
  const gzip = /^text|json|svg/.test(type) && bytes.byteLength > 1000 ? gzipSync(bytes, { level: 9 }) : null
  return {
    bytes,
    gzip,
    headers: {
      ...APP_HEADERS,
      'content-type': type,
      // Vite puts a hash of the content into the name of everything in this folder.
      'cache-control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: `"${createHash('sha1').update(bytes).digest('base64url')}"`,
      vary: 'accept-encoding',
    },
  }
}
