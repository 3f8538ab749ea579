/** First names and times in the languages of the stories. */
export type Words = readonly [string, ...string[]]

export const NAMES_EN: Words = [
  'Amara',
  'Ben',
  'Chloe',
  'Dev',
  'Ines',
  'Kofi',
  'Leah',
  'Nia',
  'Omar',
  'Priya',
  'Sam',
  'Yusuf',
]
export const SLOTS_EN: Words = [
  'today, 16:00 to 18:00',
  'tomorrow, 9:00 to 11:00',
  'Thursday, 13:00 to 15:00',
  'Friday, 8:00 to 10:00',
]
export const SLOTS_DE: Words = ['Donnerstag, 13 bis 15 Uhr', 'Freitag, 8 bis 10 Uhr', 'Montag, 9 bis 11 Uhr']
export const SLOTS_FR: Words = [
  "aujourd'hui entre 16 h et 18 h",
  'demain entre 9 h et 11 h',
  'jeudi entre 13 h et 15 h',
]
export const SLOTS_ES: Words = ['mañana de 9 a 11', 'el jueves de 13 a 15', 'el viernes de 8 a 10']

export const NAMES_DE: Words = ['Anja', 'Björn', 'Fatma', 'Jürgen', 'Käthe', 'Lukas', 'Sören', 'Zoë']
export const NAMES_FR: Words = ['Aïcha', 'Benoît', 'Chloé', 'Gaëlle', 'Hélène', 'Loïc', 'Noé', 'Zoé']
export const NAMES_JA: Words = ['さくら', '健太', '美咲', '陽菜']
export const NAMES_AR: Words = ['أحمد', 'فاطمة', 'ليلى', 'يوسف']
export const NAMES_HI: Words = ['अनिका', 'रोहन', 'प्रिया', 'विक्रम']
