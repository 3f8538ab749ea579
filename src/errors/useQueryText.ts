import { useState } from 'react'
import { NavigationType, useNavigationType, useSearchParams } from 'react-router'

/**
 * A search text that lives in the address (`?q=`) without the address being in the way of typing: what is typed is
 * shown at once and written there behind it; a visit by link, Back or Forward is followed.
 */
export function useQueryText(): [text: string, setText: (text: string) => void] {
  const [params, setParams] = useSearchParams()
  const inAddress = params.get('q') ?? ''
  const [text, setText] = useState(inAddress)
  const [followed, setFollowed] = useState(inAddress)
  const navigationType = useNavigationType()
  if (inAddress !== followed) {
    setFollowed(inAddress)
    // REPLACE is this hook's own writing, which may lag behind what was typed since.
    if (navigationType !== NavigationType.Replace) setText(inAddress)
  }
  const write = (next: string) => {
    setText(next)
    setParams(
      (old) => {
        const changed = new URLSearchParams(old)
        if (next.trim() === '') changed.delete('q')
        else changed.set('q', next)
        return changed
      },
      { replace: true, preventScrollReset: true },
    )
  }
  return [text, write]
}
