import { cx } from '#/ui/cx'
import type { Reach } from '../draft/draft'
import { LONG_TEXT } from '../send/findings'
import { counted } from '../words'
import { measure } from './measure'

/** From here on the limit is worth knowing. */
const NEAR = LONG_TEXT * 0.9

/** How long a text is: as SMS its segments, otherwise its characters. From near the usual limit on, the limit too. */
export function Length({ text, reach }: { text: string; reach: Reach }) {
  const isNear = text.length > NEAR
  return (
    <span className="flex flex-wrap justify-end gap-x-3">
      {reach === 'PHONE' && text !== '' && <Segments text={text} />}
      {(reach === 'WHATSAPP' || isNear) && (
        <span className={cx('text-right', text.length > LONG_TEXT && 'text-amber-text')}>
          {counted(text.length, 'character', 'characters')}
          {isNear && (
            <>
              , <span className="whitespace-nowrap">{LONG_TEXT.toLocaleString('en')} is the usual limit</span>
            </>
          )}
        </span>
      )}
    </span>
  )
}

function Segments({ text }: { text: string }) {
  const { segments, left, encoding } = measure(text)
  return (
    <span className="whitespace-nowrap">
      {encoding}, {counted(segments, 'segment', 'segments')}, {left} left
    </span>
  )
}
