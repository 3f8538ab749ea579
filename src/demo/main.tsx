import { start } from '#/app/start'
import { enterWorker } from './enterWorker'
import { ASKED_FOR } from './findFolder'
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import '#/ui/theme.css'

/** The address of this file, which the build puts into `assets/` of the demo's folder, wherever that is. */
const here: string = import.meta.url
const folder = new URL('..', here)

try {
  await enterWorker(folder)
  // A browser looks at the icon's relative address again whenever the page's own address changes.
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]'))
    link.setAttribute('href', link.href)
  const askedFor = sessionStorage.getItem(ASKED_FOR)
  sessionStorage.removeItem(ASKED_FOR)
  if (askedFor !== null) history.replaceState(null, '', askedFor)
  start(folder.pathname)
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  document.body.textContent = `This demo needs a service worker, which this browser did not start (${reason}). It works over https or on localhost, outside private windows.`
}
