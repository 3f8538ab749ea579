import { useEffect, useState } from 'react'
import { onAnnouncement } from './announce'

/** The polite live region behind `announce()`. Mounted once, by the frame, and never unmounted. */
export function Announcer() {
  const [said, setSaid] = useState({ text: '', turn: false })
  useEffect(() => onAnnouncement((text) => setSaid((last) => ({ text, turn: !last.turn }))), [])
  // The same words twice in a row are no change, and would not be read: a trailing blank makes them one.
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {said.turn ? said.text : `${said.text}\u00a0`}
    </div>
  )
}
