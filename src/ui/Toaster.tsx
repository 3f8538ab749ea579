import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { toastStore } from './toast'

const ToastList = lazy(async () => ({ default: (await import('./ToastList')).ToastList }))

/** Where `toast()` shows. Mounted once, by the frame; its code is fetched at the first notice. */
export function Toaster() {
  const items = useSyncExternalStore(toastStore.subscribe, toastStore.read, toastStore.read)
  // The list stays mounted once it was needed: a notice that has just closed is still on its way out.
  const [needed, setNeeded] = useState(false)
  if (items.length > 0 && !needed) setNeeded(true)
  if (!needed) return null
  return (
    <Suspense fallback={null}>
      <ToastList items={items} />
    </Suspense>
  )
}
