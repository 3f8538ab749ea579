import type { MessageMetadata } from '#/comms'
import { ownTags } from '#/tags/sendKey'
import { Time } from '#/ui/Time'
import type { Column } from '#/ui/VirtualTable'
import { nameOfChannel } from './channel'
import { MessageStatusMark } from './MessageStatusMark'
import { channelOf, partyFrom, partyTo } from './party'
import { PartyName } from './PartyName'

const channel = (row: MessageMetadata) => {
  const found = channelOf(row)
  return found === null ? null : nameOfChannel(found)
}

const pairs = ({ tags }: MessageMetadata) =>
  Object.entries(ownTags(tags))
    .map(([key, value]) => `${key}=${value}`)
    .join('  ')

/** What a list carries of a message (section 2.2): no text and no error code. */
export const MESSAGE_COLUMNS: ReadonlyArray<Column<MessageMetadata>> = [
  {
    key: 'to',
    header: 'To',
    width: 'minmax(9rem, 1.2fr)',
    cell: (row) => <PartyName party={partyTo(row)} />,
  },
  { key: 'channel', header: 'Channel', width: '6rem', cell: channel },
  {
    key: 'status',
    header: 'Status',
    width: 'minmax(8rem, 1fr)',
    cell: (row) => <MessageStatusMark status={row.status} />,
  },
  {
    key: 'from',
    header: 'From',
    width: 'minmax(9rem, 1.2fr)',
    hideBelow: 900,
    cell: (row) => <PartyName party={partyFrom(row.from)} />,
  },
  {
    key: 'tags',
    header: 'Tags',
    width: 'minmax(8rem, 2fr)',
    hideBelow: 760,
    cell: (row) => (
      <bdi className="text-text-2" title={pairs(row)}>
        {pairs(row)}
      </bdi>
    ),
  },
  {
    key: 'created',
    header: 'Created',
    width: '8rem',
    cell: (row) => row.createdAt && <Time at={row.createdAt} />,
  },
  {
    key: 'updated',
    header: 'Last change',
    width: '8rem',
    hideBelow: 1040,
    cell: (row) => row.updatedAt && <Time at={row.updatedAt} />,
  },
]

/** The same in two lines, for a narrow screen. */
export function CompactMessage({ row }: { row: MessageMetadata }) {
  return (
    <span className="flex flex-col gap-0.5 py-1">
      <span className="flex justify-between gap-3">
        <span className="truncate font-medium">
          <PartyName party={partyTo(row)} />
        </span>
        <MessageStatusMark status={row.status} />
      </span>
      <span className="flex justify-between gap-3 text-text-2">
        <span className="truncate">{[channel(row), pairs(row)].filter(Boolean).join(' · ')}</span>
        {row.createdAt && <Time at={row.createdAt} className="shrink-0" />}
      </span>
    </span>
  )
}
