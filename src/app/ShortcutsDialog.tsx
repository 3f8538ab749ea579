import { Checkbox } from '#/ui/Checkbox'
import { Dialog } from '#/ui/Dialog'
import { Kbd } from '#/ui/Kbd'
import { TextLink } from '#/ui/TextLink'
import { NAVIGATION_ITEMS } from './navigationItems'
import { setShortcutsEnabled, useShortcutsEnabled } from './useShortcuts'

const KEYS: ReadonlyArray<readonly [keys: readonly string[], what: string]> = [
  ...NAVIGATION_ITEMS.map(({ shortcut, label }) => [[shortcut], `Go to ${label}`] as const),
  [['i'], 'Open an id, SID or error code'],
  [['?'], 'Show these keys'],
]

const TABLE_KEYS: typeof KEYS = [
  [['↑', '↓'], 'Previous or next row'],
  [['Page Up', 'Page Down'], 'A screen up or down'],
  [['Home', 'End'], 'First or last loaded row'],
  [['Enter'], 'Open the row'],
]

function KeyList({ title, keys }: { title: string; keys: typeof KEYS }) {
  return (
    <section>
      <h3 className="mb-1 text-sm font-semibold">{title}</h3>
      <dl className="text-sm">
        {keys.map(([names, what]) => (
          <div key={what} className="flex items-center justify-between gap-4 border-t border-line py-1.5">
            <dt className="text-text-2">{what}</dt>
            <dd className="flex gap-1">
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Every key that does something, and the switch for the single ones. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Keyboard shortcuts" width="sm">
      <div className="flex flex-col gap-5">
        <KeyList title="Anywhere" keys={KEYS} />
        <KeyList title="In a table" keys={TABLE_KEYS} />
        <Checkbox
          checked={useShortcutsEnabled()}
          onChange={setShortcutsEnabled}
          hint="Switch this off when speech input or another tool types letters."
        >
          Use single-key shortcuts
        </Checkbox>
        <p className="border-t border-line pt-3 text-sm text-text-2">
          What this API is seen to speak and offer:{' '}
          <TextLink to="/contract" onClick={onClose}>
            Contract
          </TextLink>
        </p>
      </div>
    </Dialog>
  )
}
