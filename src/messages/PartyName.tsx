import type { Party } from './party'

/** A number exactly as the API gives it, kept from turning the text around it when that runs from right to left. */
export function PartyName({ party, none = 'not reported' }: { party: Party | null; none?: string }) {
  if (party === null) return <span className="text-text-3">{none}</span>
  return (
    <>
      <bdi>{party.name}</bdi>
      {party.others > 0 && <span className="text-text-3"> +{party.others} more</span>}
    </>
  )
}
