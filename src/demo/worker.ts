// oxlint-disable-next-line import/no-unassigned-import -- it prepares the place for what follows
import './withoutStorage'
import { classifyTarget } from '#/proxy/target'
import { openDatabase } from './database'
import { API, openServer, type DemoServer } from './server'

/** The demo's service worker: everything that a server does for the app, in the browser. */

// This file runs as a service worker only; TypeScript takes `self` for a page's window.
const worker = self as unknown as ServiceWorkerGlobalScope
const { scope } = worker.registration

let server: Promise<DemoServer> | null = null

/** Opened at the first request and not before, so that a new version finds what the old one has written until then. */
function running(): Promise<DemoServer> {
  server ??= openDatabase(`switchboard ${scope}`)
    .then(openServer)
    .catch((error: unknown) => {
      server = null
      throw error
    })
  return server
}

worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
// A page that was loaded past the worker, as a forced reload does, asks to be taken in all the same.
worker.addEventListener('message', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin === API) return event.respondWith(running().then((demo) => demo.api(request)))
  if (url.origin !== new URL(scope).origin) return
  const kind = classifyTarget(url.pathname)
  if (kind === 'proxy') return event.respondWith(running().then((demo) => demo.own(request)))
  if (request.mode === 'navigate' && !/\.\w+$/.test(url.pathname)) event.respondWith(appPage())
})

/** Every address of the app is its one page, whose files are named from the folder that it lives in. */
async function appPage(): Promise<Response> {
  const page = await fetch(scope)
  if (!page.ok) return page
  const html = (await page.text()).replaceAll('="./', `="${new URL(scope).pathname}`)
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}
