import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { OptionalPart } from '#/messages/OptionalPart'
import type { Ledger } from '../ledger'
import { number } from '../ledgerWords'
import { uncancelledLoss } from './loss'
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
  const rest = uncancelledLoss(ledger) - explained
  return (
    <>
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        <table aria-label="Reasons" className="w-full table-fixed border-collapse text-sm">
          <thead>
            <tr className="h-7 border-b border-line bg-page text-left text-xs text-text-2">
              <th scope="col" className="w-20 px-3 text-right font-medium">
                Messages
              </th>
              <th scope="col" className="px-3 font-medium">
                Why
              </th>
              <th scope="col" className="hidden w-32 px-3 font-medium md:table-cell">
                Whose turn
              </th>
              <th scope="col" className="hidden w-44 px-3 font-medium md:table-cell">
                Send again?
              </th>
              <th scope="col" className="w-28 px-3 font-medium">
                Example
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <LostRow key={group.code ?? group.message} group={group} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-2 text-sm text-text-2">
        {hasMore
          ? `These are the first ${number(read)} errors that the API lists; there are more. `
          : rest > 0 && `The API gives no reason for ${rest === 1 ? '1 other' : `${number(rest)} others`}. `}
        <StatusLinks ledger={ledger} />
      </p>
    </>
  )
}
