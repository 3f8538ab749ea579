import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { OptionalPart } from '#/messages/OptionalPart'
import type { Ledger } from '../ledger'
import { number } from '../ledgerWords'
import { uncanceledLoss } from './loss'
import { LostRow } from './LostRow'
import { lostQuery, type LostReading } from './lostQuery'
import { StatusLinks } from './StatusLinks'

interface LostReasonsProps {
  id: string
  ledger: Ledger
  /** The operation is settled, so no more reasons will come. */
  isFinal: boolean
}

/** The reasons of those who were not reached, by code, as far as this API tells them. */
export function LostReasons({ id, ledger, isFinal }: LostReasonsProps) {
  const query = useQuery({ ...lostQuery(id, isFinal), placeholderData: keepPreviousData })
  return (
    <OptionalPart
      title="Why they were lost"
      className="mt-6"
      query={query}
      capability="operationErrors"
      notOffered={
        <>
          This API does not list the errors of an operation. A message’s own page has its code.{' '}
          <StatusLinks ledger={ledger} />
        </>
      }
      unread="The reasons could not be read"
      isLive={!isFinal}
    >
      {(data) => <Reasons data={data} ledger={ledger} />}
    </OptionalPart>
  )
}

function Reasons({ data: { groups, read, hasMore }, ledger }: { data: LostReading; ledger: Ledger }) {
  if (groups.length === 0) {
    return (
      <p className="text-sm text-text-2">
        The API lists no errors for this operation. <StatusLinks ledger={ledger} />
      </p>
    )
  }
  const explained = groups.reduce((sum, { messages }) => sum + messages, 0)
  const rest = uncanceledLoss(ledger) - explained
  return (
    <>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface text-sm">
        {groups.map((group) => (
          <LostRow key={group.code ?? group.message} group={group} />
        ))}
      </ul>
      <p className="mt-2 text-sm text-text-2">
        {hasMore
          ? `These are the first ${number(read)} errors that the API lists; there are more. `
          : rest > 0 && `The API gives no reason for ${rest === 1 ? '1 other' : `${number(rest)} others`}. `}
        <StatusLinks ledger={ledger} />
      </p>
    </>
  )
}
