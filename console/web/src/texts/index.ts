import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import vi from './vi.json';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const REMEMBERED = 'uhr-language';

function remembered(): Language {
  return window.localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'vi';
}

function tellTheDocument(language: string) {
  document.documentElement.lang = language;
}

/** Vietnamese unless this browser's user chose English before. */
export function startTexts() {
  i18next.use(initReactI18next).init({
    resources: { vi: { translation: vi }, en: { translation: en } },
    lng: remembered(),
    fallbackLng: false,
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  });
  i18next.on('languageChanged', (language) => {
    window.localStorage.setItem(REMEMBERED, language);
    tellTheDocument(language);
  });
  tellTheDocument(i18next.language);
}
