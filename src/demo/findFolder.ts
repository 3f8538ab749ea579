/** Where the address is kept that was asked for, while the page moves to the folder of the demo. */
export const ASKED_FOR = 'switchboard.demo.address'

/**
 * Runs first in the page, as text, so it uses nothing from outside. A host that does not know an address of the app
 * answers with this page all the same, whose files are then looked for in the wrong folder. The right one is where the
 * worker is; it is looked for upwards.
 */
export async function findFolder(askedFor: string): Promise<void> {
  if ('serviceWorker' in navigator && navigator.serviceWorker.controller) return
  const here = new URL('.', location.href)
  for (let folder = here; ; folder = new URL('..', folder)) {
    const found = await fetch(new URL('worker.js', folder), { method: 'HEAD' }).then(
      ({ ok, headers }) => ok && (headers.get('content-type') ?? '').includes('javascript'),
      () => false,
    )
    if (found && folder.href !== here.href) {
      sessionStorage.setItem(askedFor, location.href)
      location.replace(folder)
    }
    if (found || folder.pathname === '/') return
  }
}
