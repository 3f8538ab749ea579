import type { Message, Origin, Recipient } from '#/comms'
import { KeyValue } from '#/ui/KeyValue'
import { Time } from '#/ui/Time'
import { nameOfChannel } from './channel'
import { partyFrom } from './party'
import { PartyName } from './PartyName'

const timeOf = (moment: string | null) => moment !== null && <Time at={moment} />

/** Who and when (section 2.2). What the API does not say is left out. */
export function MessageFacts({ message }: { message: Message }) {
  const { from, to, status, createdAt, updatedAt, scheduledFor, deletedAt } = message
  return (
    <KeyValue
      items={[
        ['To', addresseesOf(to)],
        ['From', senderOf(from)],
        ['Created', timeOf(createdAt)],
        ['Last change', timeOf(updatedAt)],
        // Section 2.2: it keeps its value after the message has gone out.
        ['Scheduled for', status === 'SCHEDULED' && timeOf(scheduledFor)],
        ['Deleted', timeOf(deletedAt)],
      ]}
    />
  )
}

function addresseesOf(to: Recipient[]) {
  const addresses = to.flatMap((recipient) => recipient.addresses)
  const profiles = to.map(({ profileId }) => profileId).filter((id) => id !== null)
  if (addresses.length + profiles.length === 0) return null
  const once = new Map(addresses.map((each) => [`${each.channel} ${each.address}`, each]))
  return (
    <ul>
      {[...once].map(([key, { address, channel }]) => (
        <li key={key}>
          <bdi>{address}</bdi>
          {channel && <span className="text-text-2"> {nameOfChannel(channel)}</span>}
        </li>
      ))}
      {profiles.map((id) => (
        <li key={id} className="break-all">
          {id}
        </li>
      ))}
    </ul>
  )
}

/** A sender with the channel it sends over, which tells SMS from RCS (section 2.1). */
export function senderOf(from: Origin | null) {
  return (
    <>
      <PartyName party={partyFrom(from)} />
      {from?.channel && <span className="text-text-2"> {nameOfChannel(from.channel)}</span>}
    </>
  )
}
