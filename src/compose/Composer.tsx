import { useEffect, useEffectEvent, useState } from 'react'
import { Banner } from '#/ui/Banner'
import { WhatSection } from './content/WhatSection'
import { useDesk, useStore } from './desk'
import { FromSection } from './draft/FromSection'
import { useChecked } from './recipients/useChecked'
import { WhoSection } from './recipients/WhoSection'
import { AcceptedPanel } from './review/AcceptedPanel'
import { ConfirmDialog } from './review/ConfirmDialog'
import { ErrorSummary } from './review/ErrorSummary'
import { refusalsOf, wordsFor } from './review/refusals'
import { Review } from './review/Review'
import { findingsOf, isBlocked } from './send/findings'
import { requestOf } from './send/request'
import { canSend, isHeldBack } from './send/sendState'
import { useSendResult } from './useSendResult'

/** The form: who, what, from whom; beside it the review with the one button. */
export function Composer() {
  const { draft, sender } = useDesk()
  const written = useStore(draft)
  const send = useStore(sender)
  const { unsaved } = useStore(draft.saving)
  const state = useChecked(written.who)
  const { checked, pending, failed } = state
  /** How often a press could not send; 0 says that nothing unfinished needs to be called an error yet. */
  const [tries, setTries] = useState(0)
  const [asking, setAsking] = useState(false)
  const sent = useSendResult(() => setTries((count) => count + 1))

  const isUnread = pending || failed !== null
  const own = findingsOf(written, checked).filter(({ field }) => field !== 'to' || !isUnread)
  const refused = refusalsOf(send.phase === 'refused' ? send.fields : [], sent, written, checked)
  const findings = [...own, ...refused.findings]
  const blocking = findings.filter(({ weight }) => weight !== 'warning')
  const isLocked = send.phase === 'sending' || send.phase === 'unknown'

  const press = () => {
    if (!canSend(send) || isHeldBack(send) || isUnread || asking) return
    // What the API refused may be right the next time; what is wrong in the draft is not.
    if (isBlocked(own)) setTries((count) => count + 1)
    else setAsking(true)
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat)
      return
    if (document.querySelector('dialog[open]')) return
    event.preventDefault()
    press()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  if (send.phase === 'accepted') return <AcceptedPanel state={send} onDone={sender.reset} />
  const tried = tries > 0
  // Unfinished is no error until the button was pressed, and a number is unfinished while it is typed: the list below
  // it says so in its own way.
  const said = tried ? blocking : blocking.filter(({ weight, field }) => weight === 'wrong' && field !== 'to')
  return (
    <>
      {tried && blocking.length > 0 && !isLocked && (
        <ErrorSummary key={tries} findings={blocking} refused={refused.numbers} checked={checked} />
      )}
      {unsaved && (
        <Banner tone="amber" className="mb-4">
          This draft is too large to be kept over a reload. Send it before you close or reload this page.
        </Banner>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <fieldset disabled={isLocked} aria-label="Message" className="flex min-w-0 flex-col gap-6">
          <WhoSection state={state} error={wordsFor('to', said)} reachError={wordsFor('reach', said)} />
          <WhatSection error={wordsFor('text', said)} />
          <FromSection
            error={wordsFor('from', said)}
            tagError={wordsFor('tags', refused.findings)}
            showAll={tried}
          />
        </fieldset>
        <Review state={state} findings={findings} onPress={press} />
      </div>
      {asking && (
        <ConfirmDialog
          draft={written}
          checked={checked}
          onClose={() => setAsking(false)}
          onSend={() => {
            setAsking(false)
            sender.press(requestOf(written, checked))
          }}
        />
      )}
    </>
  )
}
