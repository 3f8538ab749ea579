import { useEffect, useEffectEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { useDesk, useStore } from '../desk'
import { canSend } from '../send/sendState'
import { people } from '../words'
import { isEmpty } from './draft'
import { prefillOfSearch, prefillOfState, withPrefill, type Prefill } from './prefill'

/**
 * Takes in what a link or another page brings. An empty form is filled; one with something in it is only overwritten
 * when the agent says so.
 */
export function PrefillNotice() {
  const { draft, sender } = useDesk()
  const written = useStore(draft)
  const send = useStore(sender)
  const { search, state } = useLocation()
  const navigate = useNavigate()
  const prefill = prefillOfState(state) ?? prefillOfSearch(new URLSearchParams(search))
  const isFree = isEmpty(written) && canSend(send)

  const drop = () => void navigate({ search: '' }, { replace: true, state: null })
  const take = (brought: Prefill) => {
    draft.set((old) => withPrefill(old, brought, crypto.randomUUID()))
    drop()
  }
  const fillEmpty = useEffectEvent(() => prefill && take(prefill))
  const fills = prefill !== null && isFree
  useEffect(() => {
    if (fills) fillEmpty()
  }, [fills])

  if (!prefill || isFree) return null
  return (
    <Banner
      tone="amber"
      live="polite"
      className="mb-4"
      actions={
        <>
          {canSend(send) && (
            <Button size="sm" onClick={() => take(prefill)}>
              Replace it
            </Button>
          )}
          <Button size="sm" variant="quiet" onClick={drop}>
            Keep what is here
          </Button>
        </>
      }
    >
      This link brings another message{prefill.to.length > 0 && ` to ${people(prefill.to.length)}`}. What you
      were writing is still here.
    </Banner>
  )
}
