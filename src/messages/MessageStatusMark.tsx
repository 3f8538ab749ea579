import type { MessageStatus } from '#/comms'
import { StatusMark } from '#/ui/StatusMark'
import { describeStatus } from './status'

/** A message's status as shape and word, with what it means in the tooltip. */
export function MessageStatusMark({ status }: { status: MessageStatus }) {
  const { label, sentence, tone } = describeStatus(status)
  return (
    <StatusMark tone={tone} title={sentence}>
      {label}
    </StatusMark>
  )
}
