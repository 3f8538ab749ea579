import { Dialog } from '#/ui/Dialog'
import { IdBox } from './IdBox'
import { ThemeSwitch } from './ThemeSwitch'

/** What the side navigation holds besides its links, for screens too narrow for it. */
export function MoreDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Open id, theme" width="sm">
      <div className="flex flex-col gap-5">
        <IdBox focused onOpened={onClose} />
        <div className="flex items-center justify-between gap-3">
          <span aria-hidden>Theme</span>
          <ThemeSwitch />
        </div>
      </div>
    </Dialog>
  )
}
