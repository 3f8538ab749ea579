import { Button } from '#/ui/Button'
import { counted } from '../words'
import { nameOfCharacter, replaceable, toPlain } from './plainText'
import { forcingOf, segmentsOf } from './segments'

const SHOWN = 6

/** Which characters make a text Unicode, what that costs, and the plain form of those that have one. */
export function SegmentNote({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const forcing = forcingOf(text)
  if (forcing.length === 0) return null
  const now = segmentsOf(text).segments
  const plain = toPlain(text, replaceable(text))
  const cheaper = segmentsOf(plain)
  const others = forcing.length - SHOWN
  return (
    <div className="flex flex-col items-start gap-2 text-sm text-text-2">
      <p>
        {forcing.slice(0, SHOWN).map(({ character, times }, index) => (
          <span key={character}>
            {index > 0 && ', '}
            <bdi className="font-medium text-text">{nameOfCharacter(character)}</bdi>
            {times > 1 && ` (${times} times)`}
          </span>
        ))}
        {others > 0 && ` and ${counted(others, 'other character', 'other characters')}`}{' '}
        {forcing.length === 1 ? 'is' : 'are'} not in the SMS alphabet, so a segment holds 70 characters in
        place of 160.
      </p>
      {plain !== text && (
        <Button size="sm" onClick={() => onChange(plain)}>
          {cheaper.encoding === 'GSM-7' && cheaper.segments < now
            ? `Use plain characters: ${counted(cheaper.segments, 'segment', 'segments')} in place of ${now}`
            : 'Use plain characters'}
        </Button>
      )}
    </div>
  )
}
