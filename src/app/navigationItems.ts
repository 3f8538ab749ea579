import type { LucideIcon } from 'lucide-react'
import Layers from 'lucide-react/icons/layers'
import MessagesSquare from 'lucide-react/icons/messages-square'
import PenLine from 'lucide-react/icons/pen-line'
import TriangleAlert from 'lucide-react/icons/triangle-alert'

interface NavigationItem {
  to: string
  label: string
  /** The key that leads there. */
  shortcut: string
  Icon: LucideIcon
}

/** The four places of the program, in the order of the work. */
export const NAVIGATION_ITEMS: readonly NavigationItem[] = [
  { to: '/compose', label: 'Compose', shortcut: 'c', Icon: PenLine },
  { to: '/operations', label: 'Operations', shortcut: 'o', Icon: Layers },
  { to: '/messages', label: 'Messages', shortcut: 'm', Icon: MessagesSquare },
  { to: '/errors', label: 'Errors', shortcut: 'e', Icon: TriangleAlert },
]
