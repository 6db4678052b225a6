/** The languages of the pages. */
export const languages = { en: 'English', hi: 'हिन्दी', ar: 'العربية', tr: 'Türkçe' } as const
export type Language = keyof typeof languages

export const isLanguage = (text: string | undefined): text is Language => text !== undefined && text in languages
export const languageOf = (text: string | undefined): Language => (isLanguage(text) ? text : 'en')
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** Numbers keep the digits that the trade of each language is used to: Arabic pages show 0-9 as its tills do. */
export const localeOf = (language: Language): string =>
  ({ en: 'en-GB', hi: 'hi-IN-u-nu-latn', ar: 'ar-u-nu-latn', tr: 'tr-TR' })[language]
