import { Button } from '#/ui/Button'
import { counted } from '../words'
import { nameOfCharacter, replaceable, toPlain } from './plainText'
import { forcingOf, segmentsOf } from './segments'

const SHOWN = 5

/** Which characters make a text Unicode, what that costs, and the plain form of those that have one. */
export function SegmentNote({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const forcing = forcingOf(text)
  if (forcing.length === 0) return null
  const usual = replaceable(text)
  // Those that can be helped come first: among the letters of a whole language nobody would find them.
  const sorted = forcing.toSorted(
    (one, other) => Number(usual.includes(other.character)) - Number(usual.includes(one.character)),
  )
  const others = forcing.length - SHOWN
  const now = segmentsOf(text)
  const plain = toPlain(text, usual)
  const after = segmentsOf(plain)
  const helps = after.encoding === 'GSM-7' || after.segments < now.segments
  return (
    <div className="flex flex-col items-start gap-2 text-sm text-text-2">
      <p>
        {sorted.slice(0, SHOWN).map(({ character, times }, index) => (
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
      {helps && (
        <Button size="sm" onClick={() => onChange(plain)}>
          {after.segments < now.segments
            ? `Use plain characters: ${counted(after.segments, 'segment', 'segments')} in place of ${now.segments}`
            : 'Use plain characters'}
        </Button>
      )}
    </div>
  )
}
