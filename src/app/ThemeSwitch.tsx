import Monitor from 'lucide-react/icons/monitor'
import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import type { ReactNode } from 'react'
import { SegmentedControl } from '#/ui/RadioGroup'
import type { Theme } from './theme'
import { setTheme, useTheme } from './theme'

function option(value: Theme, name: string, icon: ReactNode) {
  return {
    value,
    label: (
      <span title={name} className="inline-flex">
        {icon}
        <span className="sr-only">{name}</span>
      </span>
    ),
  }
}

const OPTIONS = [
  option('light', 'Light', <Sun size={14} aria-hidden />),
  option('dark', 'Dark', <Moon size={14} aria-hidden />),
  option('system', 'As the system', <Monitor size={14} aria-hidden />),
]

/** Light, dark, or whatever the system is set to. */
export function ThemeSwitch() {
  return <SegmentedControl label="Theme" options={OPTIONS} value={useTheme()} onChange={setTheme} />
}
