import { useEffect, useEffectEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { useDesk } from './desk'
import type { Draft } from './draft/draft'

/**
 * What happens on the page when a send ends while it is open: an accepted one leads to its operation; a refused one
 * leaves the draft as it was sent, to tell later what of it has been changed.
 */
export function useSendResult(onRefused: () => void): Draft | null {
  const { draft, sender } = useDesk()
  const navigate = useNavigate()
  const [sent, setSent] = useState<Draft | null>(() =>
    sender.get().phase === 'refused' ? draft.get() : null,
  )

  const follow = useEffectEvent(() => {
    const state = sender.get()
    if (state.phase === 'accepted' && state.operationId !== null && !state.foundLater) {
      const { operationId } = state
      sender.reset()
      void navigate(`/operations/${encodeURIComponent(operationId)}`, { replace: true })
    } else if (state.phase === 'refused') {
      setSent(draft.get())
      onRefused()
    }
  })
  useEffect(() => sender.subscribe(() => follow()), [sender])
  return sent
}
