import { Button } from '#/ui/Button'
import { Kbd } from '#/ui/Kbd'
import { useNow } from '#/ui/clock'
import { formatClock } from '#/ui/formatTime'
import { Section } from '#/ui/Section'
import { useDesk, useStore } from '../desk'
import type { CheckedState } from '../recipients/useChecked'
import type { Finding } from '../send/findings'
import type { SendState } from '../send/sendState'
import { people } from '../words'
import { Facts } from './Facts'
import { FindingList } from './FindingList'
import { SendStatus } from './SendStatus'

interface ReviewProps {
  state: CheckedState
  findings: readonly Finding[]
  onPress: () => void
}

/** Beside the form: what would be sent if the button were pressed now, and what is wrong with it. */
export function Review({ state, findings, onPress }: ReviewProps) {
  const { draft, sender } = useDesk()
  const written = useStore(draft)
  const send = useStore(sender)
  const { checked, pending, failed } = state
  const unread = failed
    ? 'The numbers could not be checked'
    : pending
      ? 'The numbers are being checked'
      : null
  const words = checked.people > 0 ? `Send to ${people(checked.people)}` : 'Send'
  return (
    <Section title="Review" framed className="lg:sticky lg:top-[calc(var(--frame-top)+1rem)]">
      <div className="flex flex-col gap-4">
        <Facts draft={written} checked={checked} />
        {findings.length > 0 && <FindingList findings={findings} />}
        <SendStatus />
        <div className="flex flex-col gap-2">
          <SendButton send={send} unread={unread} words={words} onPress={onPress} />
          <p className="flex items-center gap-1 text-sm text-text-2 pointer-coarse:hidden">
            <Kbd>{IS_MAC ? '⌘' : 'Ctrl'}</Kbd> <Kbd>Enter</Kbd> asks once more, then sends.
          </p>
        </div>
      </div>
    </Section>
  )
}

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent)

interface SendButtonProps {
  send: SendState
  /** Why the numbers are not known yet, `null` when they are. */
  unread: string | null
  words: string
  onPress: () => void
}

function SendButton(props: SendButtonProps) {
  const { send, unread, words, onPress } = props
  const waitsUntil = send.phase === 'not-sent' ? send.retryAt : null
  if (waitsUntil !== null) return <WaitingButton {...props} until={waitsUntil} />
  const reason = send.phase === 'unknown' ? 'It is not known whether the last send went out' : unread
  return (
    <Button variant="primary" pending={send.phase === 'sending'} disabledReason={reason} onClick={onPress}>
      {words}
    </Button>
  )
}

/** The same button comes back when the API takes requests again. It ticks in a component of its own. */
function WaitingButton({ words, until, onPress }: { words: string; until: number; onPress: () => void }) {
  const now = useNow(1000)
  const seconds = Math.ceil((until - now) / 1000)
  return (
    <Button
      variant="primary"
      disabledReason={seconds > 0 ? `The API asked to wait until ${formatClock(until)}` : null}
      onClick={onPress}
    >
      {seconds > 0 ? `${words} in ${seconds.toLocaleString('en')} s` : words}
    </Button>
  )
}
