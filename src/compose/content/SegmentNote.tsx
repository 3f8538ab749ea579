import { Button } from '#/ui/Button'
import { counted } from '../words'
import { measure } from './measure'
import { nameOfCharacter, toPlain } from './plainText'

const SHOWN = 5

/** Which characters make a text Unicode, what that costs, and the plain form of those that have one. */
export function SegmentNote({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { segments, forcing, plain } = measure(text)
  if (forcing.length === 0) return null
  const others = forcing.length - SHOWN
  return (
    <div className="flex flex-col items-start gap-2 text-sm text-text-2">
      <p>
        {forcing.slice(0, SHOWN).map(({ character, times }, index) => (
          <span key={character}>
            {index > 0 && ', '}
            <bdi className="font-medium text-text">{nameOfCharacter(character)}</bdi>
            {times > 1 && ` (${times.toLocaleString('en')} times)`}
          </span>
        ))}
        {others > 0 && ` and ${counted(others, 'other character', 'other characters')}`}{' '}
        {forcing.length === 1 ? 'is' : 'are'} not in the SMS alphabet, so a segment holds 70 characters in
        place of 160.
      </p>
      {plain && (
        <Button size="sm" onClick={() => onChange(toPlain(text, plain.characters))}>
          {plain.segments < segments
            ? `Use plain characters: ${counted(plain.segments, 'segment', 'segments')} in place of ${segments.toLocaleString('en')}`
            : 'Use plain characters'}
        </Button>
      )}
    </div>
  )
}
