import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { toResponse, type Answer } from './answers'
import { ConfigError } from './config'
import { builtApp, SECRET, temporaryFolder } from './fixtures'
import type { RequestHead } from './proxyRequest'
import { createStaticFiles } from './staticFiles'

const PAGE = { accept: 'text/html,*/*' }

function get(serve: (head: RequestHead) => Answer, url: string, headers = {}, method = 'GET'): Response {
  return toResponse(serve({ method, url, headers: new Headers(headers) }))
}

test('every address of the app is its page, which is never kept', async () => {
  const serve = createStaticFiles(builtApp(), [])
  for (const path of ['/', '/operations', '/messages/comms_message_1?tab=raw']) {
    const response = get(serve, path, PAGE)
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(await response.text()).toContain('<title>Switchboard</title>')
  }
})

test('a missing file is missing, not the page', () => {
  const serve = createStaticFiles(builtApp(), [])
  expect(get(serve, '/assets/gone-123.js', { accept: '*/*' }).status).toBe(404)
  expect(get(serve, '/operations', { accept: '*/*' }).status).toBe(200)
  expect(get(serve, '/related/a.b', PAGE).status).toBe(200)
  expect(get(serve, '/', PAGE, 'DELETE').status).toBe(405)
})

test('a hashed file is kept for ever and sent packed to who can unpack it', async () => {
  const serve = createStaticFiles(builtApp(), [])
  const plain = get(serve, '/assets/main-abc123.js')
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(plain.headers.get('content-encoding')).toBeNull()
  const packed = get(serve, '/assets/main-abc123.js', { 'accept-encoding': 'br, gzip' })
  const bytes = Buffer.from(await packed.arrayBuffer())
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(packed.headers.get('vary')).toBe('accept-encoding')
  expect(bytes.length).toBeLessThan(300)
  expect(gunzipSync(bytes).toString()).toBe(await plain.text())
})

test('a file that the browser has already is not sent again', () => {
  const serve = createStaticFiles(builtApp(), [])
  const etag = get(serve, '/', PAGE).headers.get('etag') ?? ''
  expect(get(serve, '/', { ...PAGE, 'if-none-match': etag }).status).toBe(304)
  expect(get(serve, '/', { ...PAGE, 'if-none-match': '"other"' }).status).toBe(200)
})

test('the page may run its own scripts only, and nothing may frame it', () => {
  const { headers } = get(createStaticFiles(builtApp(), []), '/', PAGE)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
})

test('what the build leaves for tools is not served', () => {
  const dir = builtApp()
  mkdirSync(join(dir, '.vite'))
  writeFileSync(join(dir, '.vite/manifest.json'), '{}')
  expect(get(createStaticFiles(dir, []), '/.vite/manifest.json').status).toBe(404)
})

test('without a built app it says how to get one', () => {
  expect(() => createStaticFiles(temporaryFolder(), [])).toThrow(ConfigError)
  expect(() => createStaticFiles('/nowhere/at/all', [])).toThrow('npm run build')
})

test('an app that contains a secret is not served at all', () => {
  const dir = builtApp()
  writeFileSync(join(dir, 'assets/leak-1.js'), `const token = '${SECRET}'`)
  expect(() => createStaticFiles(dir, [SECRET])).toThrow('assets/leak-1.js contains a credential')
})
