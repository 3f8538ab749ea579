import type { ReactNode } from 'react'
import { KeyValue } from '#/ui/KeyValue'
import { segmentsOf } from '../content/segments'
import type { Draft } from '../draft/draft'
import type { Checked } from '../recipients/checked'
import { countryName } from '../recipients/countries'
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
      <span key="from" className="break-all">
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
      {checked.people <= NAMED &&
        numbersOf(checked).map((number) => (
          <bdi key={number} className="block">
            {number}
          </bdi>
        ))}
      {regions.length > 0 && (
        <span className="block text-text-2">
          {regions.length === 1
            ? nameOf(regions[0]?.[0])
            : regions
                .slice(0, REGIONS_SHOWN)
                .map(([region, count]) => `${count.toLocaleString('en')} ${nameOf(region)}`)
                .join(', ')}
          {rest > 0 && `, ${rest.toLocaleString('en')} elsewhere`}
        </span>
      )}
    </>
  )
}

function numbersOf({ e164, verdict }: Checked): string[] {
  return e164.filter((_, row) => verdict[row] === 'ok')
}

function nameOf(region = ''): string {
  return countryName(region).replace(/^the /, '')
}

function lengthOf({ text, reach }: Draft, count: number): string {
  if (text === '') return 'no text yet'
  if (reach === 'WHATSAPP') return counted(text.length, 'character', 'characters')
  const { segments, encoding } = segmentsOf(text)
  const each = `${counted(segments, 'segment', 'segments')} (${encoding})`
  return segments > 0 && count > 1
    ? `${each} each, ${(segments * count).toLocaleString('en')} in all as SMS`
    : each
}
