import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Only the words of the language in use are fetched. */
const WORDS: Record<Language, () => Promise<{ default: object }>> = {
  vi: () => import('./vi.json'),
  en: () => import('./en.json'),
};

const REMEMBERED = 'uhr-language';

function remembered(): Language {
  return window.localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'vi';
}

/** Changes the language of the pages, for this browser and for good. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await WORDS[language]()).default);
  }
  await i18next.changeLanguage(language);
  window.localStorage.setItem(REMEMBERED, language);
  document.documentElement.lang = language;
}

/** Vietnamese unless this browser's user chose English before. */
export async function startTexts(): Promise<void> {
  const language = remembered();
  await i18next.use(initReactI18next).init({
    resources: {},
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  await speak(language);
}
