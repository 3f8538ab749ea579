import { Fragment } from 'react'
import type { Novelty } from '#/comms'
import { formatNumber } from '#/ui/formatNumber'
import { Section } from '#/ui/Section'
import { harmless } from './contractWords'

/** Fields and values that the contract does not have. */
export function NoveltyTable({ novelties }: { novelties: readonly Novelty[] }) {
  return (
    <Section title="Never seen before" meta={novelties.length > 0 && formatNumber(novelties.length)}>
      {novelties.length === 0 ? (
        <p className="rounded-lg border border-dashed border-line-strong px-4 py-6 text-center text-sm text-text-2">
          Nothing unknown was seen since this page was loaded: every field and every status that came is in
          the contract.
        </p>
      ) : (
        <>
          <p className="mb-2 text-sm text-text-2">
            What this program does not know: a field is passed over, a value is shown as it came, and nothing
            else is lost. Times says how often each was seen.
          </p>
          <div className="rounded-lg border border-line bg-surface">
            <table aria-label="Never seen before" className="w-full table-fixed border-collapse text-sm">
              <colgroup>
                <col className="w-2/5" />
                <col />
                <col className="w-18 sm:w-24" />
              </colgroup>
              <thead>
                <tr className="border-b border-line text-left text-xs text-text-2">
                  <th scope="col" className="px-4 py-1.5 font-medium">
                    Place
                  </th>
                  <th scope="col" className="px-2 py-1.5 font-medium">
                    First example
                  </th>
                  <th scope="col" className="px-4 py-1.5 text-right font-medium">
                    Times
                  </th>
                </tr>
              </thead>
              <tbody>
                {novelties.map(({ place, example, count }) => (
                  <tr key={place} className="border-t border-line align-top first:border-t-0">
                    <th scope="row" className="px-4 py-2 text-left font-normal">
                      <Foreign text={place} breaks />
                    </th>
                    <td className="px-2 py-2">
                      <Foreign text={example} />
                    </td>
                    <td className="px-4 py-2 text-right">{formatNumber(count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Section>
  )
}

/**
 * A server's own words: monospace, and unable to turn what stands around them. On a narrow screen a path breaks between
 * its words.
 */
function Foreign({ text, breaks = false }: { text: string; breaks?: boolean }) {
  const shown = harmless(text)
  const words = breaks ? shown.split(/(?<=\.)|(?=[A-Z][a-z])/) : [shown]
  return (
    <bdi dir="ltr" className="font-mono text-xs leading-5 wrap-anywhere">
      {words.map((word, position) => (
        // The words of a path do not change places.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={position}>
          {position > 0 && <wbr />}
          {word}
        </Fragment>
      ))}
    </bdi>
  )
}
