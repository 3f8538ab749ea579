/**
 * Starts the demo's service worker and waits until this page's requests go through it. Rejects where the browser does
 * not allow one.
 * @param folder that the worker's file and all pages are in
 */
export async function enterWorker(folder: URL): Promise<void> {
  if (!('serviceWorker' in navigator)) throw new Error('there is none')
  const container = navigator.serviceWorker
  const script = new URL('worker.js', folder)
  const isIn = () => container.controller?.scriptURL === script.href
  const entered = new Promise<void>((resolve) => {
    container.addEventListener('controllerchange', () => {
      if (isIn()) resolve()
    })
  })
  await container.register(script, { scope: folder.pathname, updateViaCache: 'none' })
  if (isIn()) return
  const { active } = await container.ready
  // A worker is no window: it has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  active?.postMessage('take this page in')
  await entered
}
