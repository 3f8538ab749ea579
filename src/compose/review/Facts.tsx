import type { ReactNode } from 'react'
import { KeyValue } from '#/ui/KeyValue'
import { measure } from '../content/measure'
import { useDesk } from '../desk'
import type { Draft } from '../draft/draft'
import type { Checked } from '../reading/checked'
import { regionName } from '../reading/countries'
import { describeSource } from '../recipients/sourceWords'
import { describeFrom } from '../send/findings'
import { counted, people } from '../words'

/** Who, how many, from where, how many segments: the same words beside the form and in the question before sending. */
export function Facts({ draft, checked }: { draft: Draft; checked: Checked }) {
  const tags = draft.tags.filter(({ key }) => key !== '')
  const items: [string, ReactNode][] = [
    ['To', <To key="to" checked={checked} />],
    ['By', draft.reach === 'PHONE' ? 'Phone (SMS, MMS or RCS)' : 'WhatsApp'],
    [
      'From',
      <span key="from" className="wrap-anywhere">
        {describeFrom(draft.from)}
      </span>,
    ],
    ['Length', lengthOf(draft, checked.people)],
    [
      'Tags',
      tags.length > 0 ? (
        <span key="tags" className="font-mono text-xs break-all">
          {tags.map(({ key, value }) => `${key}=${value}`).join(', ')}
        </span>
      ) : (
        'none'
      ),
    ],
  ]
  return <KeyValue items={items} />
}

const REGIONS_SHOWN = 4
/** So few that each is worth a look before something goes out to them. */
const NAMED = 3

function To({ checked }: { checked: Checked }) {
  const { regions } = checked
  const rest = regions.slice(REGIONS_SHOWN).reduce((sum, [, count]) => sum + count, 0)
  return (
    <>
      <span className="font-semibold">{people(checked.people)}</span>
      <Sources checked={checked} />
      {checked.people <= NAMED && <Named checked={checked} />}
      {regions.length > 0 && (
        <span className="block text-text-2">
          {regions.length === 1
            ? regionName(regions[0]?.[0] ?? '')
            : regions
                .slice(0, REGIONS_SHOWN)
                .map(([region, count]) => `${count.toLocaleString('en')} ${regionName(region)}`)
                .join(', ')}
          {rest > 0 && `, ${rest.toLocaleString('en')} elsewhere`}
        </span>
      )}
    </>
  )
}

/** Where the people are from, and what of it is left out: "from column Handy of kunden.csv; left out: Name". */
function Sources({ checked: { typed, lists } }: { checked: Checked }) {
  const { draft } = useDesk()
  const named = lists.flatMap((report) => {
    const list = draft.get().who.lists.find(({ id }) => id === report.id)
    return list ? [{ report, name: list.name }] : []
  })
  // Of numbers that were only typed, and all read, there is nothing more to say.
  const isPlain = typed.form === 'lines' && typed.leftOutCount + typed.look === 0
  const hasTyped = isPlain ? named.length > 0 && typed.people > 0 : typed.rows + typed.people + typed.look > 0
  const sources = hasTyped ? [{ report: typed, name: '' }, ...named] : named
  return sources.map(({ report, name }) => (
    <span key={report.id} className="block text-pretty text-text-2">
      {sources.length > 1 && `${report.people.toLocaleString('en')} `}
      {describeSource(report, name).join('; ')}
    </span>
  ))
}

function Named({ checked: { e164, verdict, name } }: { checked: Checked }) {
  return e164.map(
    (number, row) =>
      verdict[row] === 'ok' && (
        <span key={number} className="block">
          {name[row] !== '' && (
            <>
              <bdi>{name[row]}</bdi>{' '}
            </>
          )}
          <bdi className="whitespace-nowrap">{number}</bdi>
        </span>
      ),
  )
}

function lengthOf({ text, reach }: Draft, count: number): string {
  if (text === '') return 'no text yet'
  if (reach === 'WHATSAPP') return counted(text.length, 'character', 'characters')
  const { segments, encoding } = measure(text)
  const each = `${counted(segments, 'segment', 'segments')} (${encoding})`
  return segments > 0 && count > 1
    ? `${each} each, ${(segments * count).toLocaleString('en')} in all as SMS`
    : each
}
